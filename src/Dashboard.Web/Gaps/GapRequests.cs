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
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Gaps;

/// <summary>The same report as the gaps page's, as JSON and CSV, and its two charts.</summary>
internal static class GapRequests
{
    public static void MapGaps(this WebApplication app)
    {
        app.MapGet("/gaps/{subject}.json", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            GiveAsync(query.Of(subject), exports, viewers.ViewerAsync(user), "json", "application/json", GapJson.Write)).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/gaps/{subject}.csv", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            GiveAsync(query.Of(subject), exports, viewers.ViewerAsync(user), "csv", "text/csv; charset=utf-8", GapCsv.Write)).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/gaps/{subject}.svg", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            DrawAsync<GapFigure>("gaps", query.Of(subject), exports, viewers.ViewerAsync(user))).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/shape/{subject}.svg", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            DrawAsync<ShapeFigure>("shape", query.Of(subject), exports, viewers.ViewerAsync(user))).RequireRateLimiting(RateLimits.Exports);
    }

    private static Task<IResult> DrawAsync<TFigure>(string kind, ReportRequest request, RecordedExports exports, Task<Viewer?> signedIn) where TFigure : IComponent =>
        exports.GiveAsync(signedIn, request, report => ReportFile.Exported(kind, report, "svg"), (report, _) =>
            ChartResult.Of<TFigure>(ReportFile.Name(kind, report, "svg"), ("Report", report)));

    private static Task<IResult> GiveAsync(
        ReportRequest request, RecordedExports exports, Task<Viewer?> signedIn, string format, string contentType, Func<GapReport, string> write) =>
        exports.GiveAsync(signedIn, request, report => ReportFile.Exported("gaps", report, format), (report, _) =>
            Results.File(Encoding.UTF8.GetBytes(write(report)), contentType, ReportFile.Name("gaps", report, format)));
}
