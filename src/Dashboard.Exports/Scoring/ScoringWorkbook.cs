using System.Globalization;
using ClosedXML.Excel;
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
        var paper = new ScoringPaper(book, culture);
        return Binding.Write(paper, workbook =>
        {
            var answers = workbook.AddWorksheet(paper.Say("ScoringBook.Answers"));
            var choices = ChoiceSheet.Write(workbook.AddWorksheet(ChoiceSheet.Name), book.Framework, culture);
            StampSheet.Write(workbook.AddWorksheet(StampSheet.Name), book.Stamp());
            new AnswerSheet(answers, paper, choices).Write();
            // Nothing is added, renamed or moved by accident; no password, because nobody is kept from anything.
            workbook.Protect().AllowedElements = XLWorkbookProtectionElements.Windows;
        });
    }

    /// <summary>A name that says what the file is and how it is marked.</summary>
    public static string FileName(ScoringBook book) => MarkedFile.Name($"scoring-{book.Name}", book.Marking, "xlsx");
}
