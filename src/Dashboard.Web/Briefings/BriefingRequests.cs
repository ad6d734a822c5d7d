using System.Globalization;
using System.Security.Claims;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Briefings;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Briefings;

/// <summary>The same report as the gaps page's, with those before it and what its answers rest on, as a workbook in the reader's language; and all members of a group.</summary>
internal static class BriefingRequests
{
    public static void MapBriefings(this WebApplication app)
    {
        app.MapGet("/briefings/{subject}.xlsx", (string subject, [AsParameters] GapQuery query, ReportReader reports, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveAsync(viewers.ViewerAsync(user), viewer => reports.ReadBriefingAsync(viewer, query.Of(subject)), history => ReportFile.Exported("briefing", history.Report, "xlsx"), (history, head) =>
                Results.File(BriefingWorkbook.Write(history, CultureInfo.CurrentUICulture, head), BriefingWorkbook.ContentType, BriefingWorkbook.FileName(history)))).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/briefings/groups/{group}.xlsx", (string group, [AsParameters] GapQuery query, ReportReader reports, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveAsync(viewers.ViewerAsync(user), viewer => reports.ReadGroupAsync(viewer, query.Of(group)), read => GroupWorkbook.Exported(read), (read, head) =>
                Results.File(GroupWorkbook.Write(read, CultureInfo.CurrentUICulture, head), BriefingWorkbook.ContentType, GroupWorkbook.FileName(read)))).RequireRateLimiting(RateLimits.Exports);
    }
}
