using System.Security.Claims;
using System.Text;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Trends;

/// <summary>The gaps over the cycles as a table and as a drawing.</summary>
internal static class TrendRequests
{
    public static void MapTrend(this WebApplication app)
    {
        app.MapGet("/trend/{subject}.csv", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveHistoryAsync(viewers.ViewerAsync(user), query.Of(subject), null, history => ReportFile.Exported("trend", history.Report, "csv"), (history, _) =>
                Results.File(Encoding.UTF8.GetBytes(TrendCsv.Write(history.Reports, history.Marking)), "text/csv; charset=utf-8", ReportFile.Name("trend", history.Report, "csv"))))
            .RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/trend/{subject}.svg", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveHistoryAsync(viewers.ViewerAsync(user), query.Of(subject), null, history => ReportFile.Exported("trend", history.Report, "svg"), (history, _) =>
                ChartResult.Of<TrendFigure>(ReportFile.Name("trend", history.Report, "svg"), ("Facts", new TrendFacts(history)))))
            .RequireRateLimiting(RateLimits.Exports);
    }
}
