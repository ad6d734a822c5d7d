using System.Security.Claims;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Requirements;

/// <summary>A requirement profile held against everybody in a report, as a table and as a drawing.</summary>
internal static class RequirementRequests
{
    public static void MapRequirements(this WebApplication app)
    {
        app.MapGet("/requirements/{subject}.csv", (string subject, string? profile, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.CsvAsync(user, query.Of(subject), report => new RequirementFacts(report, profile, null), facts => RequirementCsv.Write(facts.Report, facts.Map?.Profile.Code)))
            .RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/requirements/{subject}.svg", (string subject, string? profile, string? sort, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.SvgAsync<RequirementFigure, RequirementFacts>(user, query.Of(subject), report => new RequirementFacts(report, profile, sort)))
            .RequireRateLimiting(RateLimits.Exports);
    }
}
