using System.Security.Claims;
using System.Text;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Areas;

/// <summary>An area's indicators as a table and as a drawing.</summary>
internal static class AreaRequests
{
    public static void MapAreas(this WebApplication app)
    {
        app.MapGet("/areas/{subject}/{area}.csv", (string subject, string area, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveHistoryAsync(viewers.ViewerAsync(user), query.Of(subject), area, history => ReportFile.Exported(new AreaFacts(history, area).FileKind, history.Report, "csv"), (history, _) =>
            {
                var facts = new AreaFacts(history, area);
                return Results.File(Encoding.UTF8.GetBytes(AreaCsv.Write(history.Reports, facts.Area, history.Marking)), "text/csv; charset=utf-8", ReportFile.Name(facts.FileKind, history.Report, "csv"));
            })).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/areas/{subject}/{area}.svg", (string subject, string area, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveHistoryAsync(viewers.ViewerAsync(user), query.Of(subject), area, history => ReportFile.Exported(new AreaFacts(history, area).FileKind, history.Report, "svg"), (history, _) =>
            {
                var facts = new AreaFacts(history, area);
                return ChartResult.Of<AreaFigure>(ReportFile.Name(facts.FileKind, history.Report, "svg"), ("Facts", facts));
            })).RequireRateLimiting(RateLimits.Exports);
    }
}
