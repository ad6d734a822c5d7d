using System.Security.Claims;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Compare;

/// <summary>The countries of a report beside one another, as a table and as a drawing.</summary>
internal static class CompareRequests
{
    public static void MapCompare(this WebApplication app)
    {
        app.MapGet("/compare/{subject}.csv", (string subject, string? area, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.CsvAsync(user, query.Of(subject), report => new HeatFacts(report, area, null), facts => HeatCsv.Write(facts.Report, facts.Area)))
            .RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/compare/{subject}.svg", (string subject, string? area, string? sort, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.SvgAsync<HeatFigure, HeatFacts>(user, query.Of(subject), report => new HeatFacts(report, area, sort)))
            .RequireRateLimiting(RateLimits.Exports);
    }
}
