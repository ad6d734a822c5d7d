using System.Security.Claims;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Position;

/// <summary>The places of a report's subject, as a table and as a drawing.</summary>
internal static class PositionRequests
{
    public static void MapPosition(this WebApplication app)
    {
        app.MapGet("/position/{subject}.csv", (string subject, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.CsvAsync(user, query.Of(subject), report => new PositionFacts(report), facts => PositionCsv.Write(facts.Report, facts.Weights)))
            .RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/position/{subject}.svg", (string subject, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.SvgAsync<PositionFigure, PositionFacts>(user, query.Of(subject), report => new PositionFacts(report)))
            .RequireRateLimiting(RateLimits.Exports);
    }
}
