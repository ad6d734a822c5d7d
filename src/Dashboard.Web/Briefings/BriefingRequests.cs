using System.Globalization;
using System.Security.Claims;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Briefings;
using Dashboard.Web.Accounts;
using Dashboard.Web.Gaps;
using Dashboard.Web.Security;

namespace Dashboard.Web.Briefings;

/// <summary>The same report as the gaps page's, as a workbook in the reader's language.</summary>
internal static class BriefingRequests
{
    public static void MapBriefings(this WebApplication app) =>
        app.MapGet("/briefings/{subject}.xlsx", (string subject, [AsParameters] GapQuery query, ReportReader reports, ViewerSource viewers, ClaimsPrincipal user) =>
            GapRequests.AnswerAsync(query.Of(subject), reports, viewers.ViewerAsync(user), report => Results.File(
                BriefingWorkbook.Write(report, CultureInfo.CurrentUICulture), BriefingWorkbook.ContentType, BriefingWorkbook.FileName(report)))).RequireRateLimiting(RateLimits.Exports);
}
