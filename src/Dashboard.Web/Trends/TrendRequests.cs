using System.Security.Claims;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Trends;

/// <summary>The gaps over the cycles as a table and as a drawing.</summary>
internal static class TrendRequests
{
    public static void MapTrend(this WebApplication app)
    {
        app.MapGet("/trend/{subject}.csv", (string subject, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.HistoryCsvAsync(user, query.Of(subject), null, history => new TrendFacts(history), facts => TrendCsv.Write(facts.Reports, facts.Report.Marking)))
            .RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/trend/{subject}.svg", (string subject, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.HistorySvgAsync<TrendFigure, TrendFacts>(user, query.Of(subject), null, history => new TrendFacts(history)))
            .RequireRateLimiting(RateLimits.Exports);
    }
}
