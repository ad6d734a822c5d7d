using System.Security.Claims;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Areas;

/// <summary>An area's indicators as a table and as a drawing.</summary>
internal static class AreaRequests
{
    public static void MapAreas(this WebApplication app)
    {
        app.MapGet("/areas/{subject}/{area}.csv", (string subject, string area, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.HistoryCsvAsync(user, query.Of(subject), area, history => new AreaFacts(history, area), facts => AreaCsv.Write(facts.History.Reports, facts.Area, facts.History.Marking)))
            .RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/areas/{subject}/{area}.svg", (string subject, string area, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.HistorySvgAsync<AreaFigure, AreaFacts>(user, query.Of(subject), area, history => new AreaFacts(history, area)))
            .RequireRateLimiting(RateLimits.Exports);
    }
}
