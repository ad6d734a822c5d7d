using System.Globalization;
using System.Security.Claims;
using Dashboard.Exports.Briefings;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Briefings;

/// <summary>The same report as the gaps page's, as a workbook in the reader's language.</summary>
internal static class BriefingRequests
{
    public static void MapBriefings(this WebApplication app) =>
        app.MapGet("/briefings/{subject}.xlsx", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveAsync(viewers.ViewerAsync(user), query.Of(subject), report => ReportFile.Exported("briefing", report, "xlsx"), (report, head) =>
                Results.File(BriefingWorkbook.Write(report, CultureInfo.CurrentUICulture, head), BriefingWorkbook.ContentType, BriefingWorkbook.FileName(report)))).RequireRateLimiting(RateLimits.Exports);
}
