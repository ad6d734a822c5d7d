using System.Security.Claims;
using System.Text;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Compare;

/// <summary>The countries of a report beside one another, as a table and as a drawing.</summary>
internal static class CompareRequests
{
    public static void MapCompare(this WebApplication app)
    {
        app.MapGet("/compare/{subject}.csv", (string subject, string? area, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveAsync(viewers.ViewerAsync(user), query.Of(subject), report => ReportFile.Exported(HeatFacts.FileKind(report, area), report, "csv"), (report, _) =>
                Results.File(Encoding.UTF8.GetBytes(HeatCsv.Write(report, area)), "text/csv; charset=utf-8", ReportFile.Name(HeatFacts.FileKind(report, area), report, "csv")))).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/compare/{subject}.svg", (string subject, string? area, string? sort, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveAsync(viewers.ViewerAsync(user), query.Of(subject), report => ReportFile.Exported(new HeatFacts(report, area, sort).Kind, report, "svg"), (report, _) =>
                ChartResult.Of<HeatFigure>(ReportFile.Name(HeatFacts.FileKind(report, area), report, "svg"), ("Facts", new HeatFacts(report, area, sort))))).RequireRateLimiting(RateLimits.Exports);
    }
}
