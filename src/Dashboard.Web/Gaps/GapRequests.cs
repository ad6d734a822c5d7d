using System.Security.Claims;
using System.Text;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Gaps;

/// <summary>The same report as the gaps page's, as JSON and CSV, and its charts.</summary>
internal static class GapRequests
{
    public static void MapGaps(this WebApplication app)
    {
        app.MapGet("/gaps/{subject}.json", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            GiveAsync("gaps", "json", query.Of(subject), exports, viewers.ViewerAsync(user), (report, name) =>
                Results.File(Encoding.UTF8.GetBytes(GapJson.Write(report)), "application/json", name))).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/gaps/{subject}.csv", (string subject, string? finding, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.CsvAsync(user, query.Of(subject), report => new GapFacts(report, GapFacts.Named(finding)), facts => GapCsv.Write(facts.Report, facts.Rows))).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/gaps/{subject}.svg", (string subject, string? finding, [AsParameters] GapQuery query, ChartFiles files, ClaimsPrincipal user) =>
            files.SvgAsync<GapFigure, GapFacts>(user, query.Of(subject), report => new GapFacts(report, GapFacts.Named(finding)))).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/shape/{subject}.svg", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            GiveAsync("shape", "svg", query.Of(subject), exports, viewers.ViewerAsync(user), (report, name) => ChartResult.Of<ShapeFigure>(name, ("Report", report)))).RequireRateLimiting(RateLimits.Exports);
    }

    private static Task<IResult> GiveAsync(string kind, string format, ReportRequest request, RecordedExports exports, Task<Viewer?> signedIn, Func<GapReport, string, IResult> file) =>
        exports.GiveAsync(signedIn, request, report => ReportFile.Exported(kind, report, format), (report, _) => file(report, ReportFile.Name(kind, report, format)));
}
