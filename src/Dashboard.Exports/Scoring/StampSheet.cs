using System.Globalization;
using ClosedXML.Excel;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Imports;

namespace Dashboard.Exports.Scoring;

/// <summary>The stamp of a scoring workbook on its hidden sheet: a head of names and values, then a row for each answer.</summary>
internal static class StampSheet
{
    public const string Name = "stamp";
    private const string Kind = "dashboard-scoring-1";
    private static readonly string[] Head = ["kind", "country", "cycle", "assessor", "basis", "revision", "framework", "hash", "seal"];

    public static void Write(IXLWorksheet sheet, SheetStamp stamp)
    {
        string[] values = [Kind, stamp.Country, stamp.Cycle, stamp.Assessor, CodeName.Of(stamp.Basis), Text(stamp.Revision), stamp.Edition, stamp.Hash, stamp.Seal()];
        for (var i = 0; i < Head.Length; i++)
            Put(sheet, i + 1, Head[i], values[i]);
        var row = Head.Length + 1;
        foreach (var (indicator, version, answer) in stamp.Scores)
            Put(sheet, row++, indicator, Text(version), CodeName.Of(answer.State), answer.Level is { } level ? Text(level) : "", CodeName.Of(answer.Confidence), answer.Rationale);
        sheet.Visibility = XLWorksheetVisibility.VeryHidden;
    }

    /// <exception cref="InputException">The workbook is none of ours, or its stamp was changed.</exception>
    public static SheetStamp Read(IncomingFile file)
    {
        if (file.Sheet(Name) is not { } sheet || sheet.Rows.Length < Head.Length || Field(sheet.Rows[0], 2) != Kind)
            throw InputException.Of("ReturnNotOurs", InputException.Shorten(file.Name));
        try
        {
            var head = sheet.Rows.Take(Head.Length).Select(row => Field(row, 2)).ToArray();
            var stamp = new SheetStamp(head[1], head[2], head[3], CodeName.Parse<Basis>("basis", head[4]), Number(head[5]), head[6], head[7], [.. sheet.Rows.Skip(Head.Length).Select(ScoreOf)]);
            return stamp.Seal() == head[8] ? stamp : throw Broken(file);
        }
        catch (FormatException)
        {
            throw Broken(file);
        }
    }

    private static StampedScore ScoreOf(FileRow row) => new(Field(row, 1), Number(Field(row, 2)), new Answer(
        CodeName.Parse<ScoreState>("state", Field(row, 3)), Field(row, 4) is { Length: > 0 } level ? Number(level) : null, CodeName.Parse<Confidence>("confidence", Field(row, 5)), AnswerText.Kept(Field(row, 6))));

    private static InputException Broken(IncomingFile file) => InputException.Of("ReturnBroken", InputException.Shorten(file.Name));

    private static string Field(FileRow row, int column) => row.At(column)?.Text ?? "";

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    // All as text: a program that reckons with versions would round them one day.
    private static void Put(IXLWorksheet sheet, int row, params ReadOnlySpan<string> values)
    {
        for (var i = 0; i < values.Length; i++)
            sheet.Cell(row, i + 1).SetValue(values[i]).Style.NumberFormat.Format = "@";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
