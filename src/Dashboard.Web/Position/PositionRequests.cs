using System.Security.Claims;
using System.Text;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Position;

/// <summary>The places of a report's subject, as a table and as a drawing.</summary>
internal static class PositionRequests
{
    public static void MapPosition(this WebApplication app)
    {
        app.MapGet("/position/{subject}.csv", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveAsync(viewers.ViewerAsync(user), query.Of(subject), report => ReportFile.Exported(PositionFacts.Kind, report, "csv"), (report, _) =>
                Results.File(Encoding.UTF8.GetBytes(PositionCsv.Write(report, KnownWeights.Of(report))), "text/csv; charset=utf-8", ReportFile.Name(PositionFacts.Kind, report, "csv")))).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/position/{subject}.svg", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveAsync(viewers.ViewerAsync(user), query.Of(subject), report => ReportFile.Exported(PositionFacts.Kind, report, "svg"), (report, _) =>
                ChartResult.Of<PositionFigure>(ReportFile.Name(PositionFacts.Kind, report, "svg"), ("Facts", new PositionFacts(report))))).RequireRateLimiting(RateLimits.Exports);
    }
}
