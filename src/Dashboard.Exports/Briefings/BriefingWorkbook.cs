using System.Globalization;
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
        return Binding.Write(briefing, book =>
        {
            // Written after the gaps, which its figures come from, and read before them.
            var summary = book.AddWorksheet(briefing.Say("Briefing.Summary"));
            SummarySheet.Write(summary, briefing, GapsSheet.Write(book.AddWorksheet(briefing.Say("Briefing.Gaps")), briefing));
            AreasSheet.Write(book.AddWorksheet(briefing.Say("Briefing.Areas")), briefing);
            IndicatorsSheet.Write(book.AddWorksheet(briefing.Say("Briefing.Indicators")), briefing);
            CompareSheet.Write(book.AddWorksheet(briefing.Say("Reading.Compare")), briefing);
            TrendSheet.Write(book.AddWorksheet(briefing.Say("Briefing.Trend")), briefing);
            if (history.Reports.Any(report => report.Changes is not null))
                WhySheet.Write(book.AddWorksheet(briefing.Say("Briefing.Why")), briefing);
            PositionSheet.Write(book.AddWorksheet(briefing.Say("Reading.Position")), briefing);
            EvidenceSheet.Write(book.AddWorksheet(briefing.Say("Briefing.Evidence")), briefing);
            SourcesSheet.Write(book.AddWorksheet(briefing.Say("Sources.Title")), briefing);
            MethodSheet.Write(book.AddWorksheet(briefing.Say("Method")), briefing, head);
        });
    }

    /// <summary>A name that says what the file is and how it is marked.</summary>
    public static string FileName(ReportHistory history) => ReportFile.Name("briefing", history.Report, "xlsx");
}
