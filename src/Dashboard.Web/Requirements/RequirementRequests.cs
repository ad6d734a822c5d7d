using System.Security.Claims;
using System.Text;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Requirements;

/// <summary>A requirement profile held against everybody in a report, as a table and as a drawing.</summary>
internal static class RequirementRequests
{
    public static void MapRequirements(this WebApplication app)
    {
        app.MapGet("/requirements/{subject}.csv", (string subject, string? profile, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveAsync(viewers.ViewerAsync(user), query.Of(subject), report => ReportFile.Exported(RequirementFacts.FileKind(report, profile), report, "csv"), (report, _) =>
                Results.File(Encoding.UTF8.GetBytes(RequirementCsv.Write(report, profile)), "text/csv; charset=utf-8", ReportFile.Name(RequirementFacts.FileKind(report, profile), report, "csv")))).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/requirements/{subject}.svg", (string subject, string? profile, string? sort, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            exports.GiveAsync(viewers.ViewerAsync(user), query.Of(subject), report => ReportFile.Exported(new RequirementFacts(report, profile, sort).Kind, report, "svg"), (report, _) =>
                ChartResult.Of<RequirementFigure>(ReportFile.Name(RequirementFacts.FileKind(report, profile), report, "svg"), ("Facts", new RequirementFacts(report, profile, sort))))).RequireRateLimiting(RateLimits.Exports);
    }
}
