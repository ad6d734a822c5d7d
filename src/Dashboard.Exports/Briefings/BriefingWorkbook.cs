using System.Globalization;
using ClosedXML.Excel;
using Dashboard.Core.Audit;
using Dashboard.Core.Readiness;
using Dashboard.Exports.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>
/// A gap report, with those of the cycles before it, as a workbook to take into a briefing: the finding with native charts, every indicator, the
/// countries beside one another, the place among them, whose word it is, and the method.
/// Lays out what the report says and calculates nothing.
/// </summary>
public static class BriefingWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="history">The facts.</param>
    /// <param name="culture">The reader's language; English for any but Japanese and French.</param>
    /// <param name="head">The head of the audit chain with the entry of this export.</param>
    public static byte[] Write(ReportHistory history, CultureInfo culture, AuditHead head)
    {
        var briefing = new Briefing(history, culture);
        using var stream = new MemoryStream();
        ChartFigures figures;
        using (var book = new XLWorkbook())
        {
            book.Style.Font.FontName = briefing.Font;
            book.Style.Font.FontSize = 11;
            book.Style.Font.FontColor = Palette.Color(Palette.Ink);
            book.Properties.Title = briefing.Title.Clean();
            // What shows a file's properties shows the one or the other.
            book.Properties.Subject = book.Properties.Category = history.Marking.ToLine().Clean();
            // No clock: the file says when its figures are of, not when it was written.
            book.Properties.Created = book.Properties.Modified = history.Report.Cycle.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            figures = SummarySheet.Write(book.AddWorksheet(briefing.Say("Briefing.Summary")), briefing);
            AreasSheet.Write(book.AddWorksheet(briefing.Say("Briefing.Areas")), briefing);
            CompareSheet.Write(book.AddWorksheet(briefing.Say("Reading.Compare")), briefing);
            PositionSheet.Write(book.AddWorksheet(briefing.Say("Reading.Position")), briefing);
            SourcesSheet.Write(book.AddWorksheet(briefing.Say("Sources.Title")), briefing);
            MethodSheet.Write(book.AddWorksheet(briefing.Say("Method")), briefing, head);
            book.SaveAs(stream);
        }

        ChartDrawing.AddTo(stream, briefing, figures);
        return stream.ToArray();
    }

    /// <summary>A name that says what the file is and how it is marked.</summary>
    public static string FileName(ReportHistory history) => ReportFile.Name("briefing", history.Report, "xlsx");
}
