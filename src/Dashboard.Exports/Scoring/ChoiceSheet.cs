using System.Globalization;
using ClosedXML.Excel;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Imports;
using Dashboard.Core.Language;

namespace Dashboard.Exports.Scoring;

/// <summary>What can be chosen, out of sight: a list in a cell's own rule would be cut at 255 characters, and at commas.</summary>
/// <param name="Answers">The levels and the two other answers.</param>
/// <param name="Confidences">The confidences that can be stated.</param>
internal sealed record ChoiceSheet(IXLRange Answers, IXLRange Confidences)
{
    public const string Name = "choices";

    public static ChoiceSheet Write(IXLWorksheet sheet, Framework framework, CultureInfo culture)
    {
        var row = 0;
        foreach (var step in framework.Scale)
            sheet.Cell(++row, 1).SetValue(step.Level);
        foreach (var state in AnswerText.Choosable)
            sheet.Cell(++row, 1).SetValue(AnswerText.Word(state, culture));
        var confidence = 0;
        foreach (var stated in Enum.GetValues<Confidence>().Where(c => c != Confidence.Unstated))
            sheet.Cell(++confidence, 2).SetValue(Texts.Of(stated, culture));
        sheet.Visibility = XLWorksheetVisibility.VeryHidden;
        return new ChoiceSheet(sheet.Range(1, 1, row, 1), sheet.Range(1, 2, confidence, 2));
    }
}
