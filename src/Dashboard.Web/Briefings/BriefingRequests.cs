using System.Globalization;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Briefings;
using Dashboard.Web.Accounts;
using Dashboard.Web.Gaps;

namespace Dashboard.Web.Briefings;

/// <summary>The same report as the gaps page's, as a workbook in the reader's language.</summary>
internal static class BriefingRequests
{
    public static void MapBriefings(this WebApplication app) =>
        app.MapGet("/briefings/{subject}.xlsx", (string subject, [AsParameters] Query query, ReportReader reports, ViewerSource viewers) =>
            GapRequests.AnswerAsync(query.Of(subject), reports, viewers, report => Results.File(
                BriefingWorkbook.Write(report, CultureInfo.CurrentUICulture), BriefingWorkbook.ContentType, BriefingWorkbook.FileName(report))));

    private sealed record Query(string? Against, string? Statistic, string? Cycle, bool? Preview, string? Basis, string? Assessor)
    {
        public ReportRequest Of(string subject) =>
            GapRequests.Of(subject, Against, Statistic, Cycle, Preview ?? false) with { Source = GapRequests.SourceOf(Basis, Assessor) };
    }
}
