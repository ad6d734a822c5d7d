using System.Globalization;
using ClosedXML.Excel;
using Dashboard.Core.Language;
using Dashboard.Exports.Briefings;

namespace Dashboard.Exports.Scoring;

/// <summary>
/// An assessment as a workbook to score in without a connection: a row for each indicator with its six descriptions, choices to pick from,
/// everything else locked, and out of sight the version of each answer, by which the returned file is held against what became of it.
/// </summary>
public static class ScoringWorkbook
{
    /// <param name="book">The assessment.</param>
    /// <param name="culture">The planner's language; the returned file is understood in any.</param>
    public static byte[] Write(ScoringBook book, CultureInfo culture)
    {
        using var stream = new MemoryStream();
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = Font(culture);
        workbook.Style.Font.FontSize = 11;
        workbook.Style.Font.FontColor = Palette.Color(Palette.Ink);
        workbook.Properties.Title = book.Title(culture).Clean();
        workbook.Properties.Subject = workbook.Properties.Category = book.Marking.ToLine().Clean();
        // No clock: the file says of which cycle it is.
        workbook.Properties.Created = workbook.Properties.Modified = book.Cycle.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var answers = workbook.AddWorksheet(Texts.Get(culture, "ScoringBook.Answers"));
        var choices = ChoiceSheet.Write(workbook.AddWorksheet(ChoiceSheet.Name), book.Framework, culture);
        StampSheet.Write(workbook.AddWorksheet(StampSheet.Name), book.Stamp());
        new AnswerSheet(answers, book, culture, choices).Write();
        // Nothing is added, renamed or moved by accident; no password, because nobody is kept from anything.
        workbook.Protect().AllowedElements = XLWorkbookProtectionElements.Windows;
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    /// <summary>A name that says what the file is and how it is marked.</summary>
    public static string FileName(ScoringBook book) => MarkedFile.Name($"scoring-{book.Name}", book.Marking, "xlsx");

    private static string Font(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ja" ? "Yu Gothic" : "Calibri";
}
