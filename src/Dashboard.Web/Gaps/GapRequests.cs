using System.Security.Claims;
using System.Text;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Gaps;

/// <summary>Reports by address: the form behind the page's filters, and the same report as JSON and CSV.</summary>
internal static class GapRequests
{
    public static void MapGaps(this WebApplication app)
    {
        // A chosen source or draft is one country's: asking for another country begins anew. Without a country, the reader's own.
        app.MapGet(Urls.GapsForm, async (string? country, string? of, [AsParameters] GapQuery query, ViewerSource viewers, ClaimsPrincipal user) =>
            await viewers.ViewerAsync(user) is not { } viewer
                ? Results.LocalRedirect(Urls.SignIn)
                : Results.LocalRedirect(Urls.Gaps((of == country ? query : query with { Preview = null, Basis = null, Assessor = null, Revision = null })
                    .Of(string.IsNullOrWhiteSpace(country) ? viewer.Nation : country))));
        app.MapGet("/gaps/{subject}.json", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            GiveAsync(query.Of(subject), exports, viewers.ViewerAsync(user), "json", "application/json", GapJson.Write)).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/gaps/{subject}.csv", (string subject, [AsParameters] GapQuery query, RecordedExports exports, ViewerSource viewers, ClaimsPrincipal user) =>
            GiveAsync(query.Of(subject), exports, viewers.ViewerAsync(user), "csv", "text/csv; charset=utf-8", GapCsv.Write)).RequireRateLimiting(RateLimits.Exports);
    }

    private static Task<IResult> GiveAsync(
        ReportRequest request, RecordedExports exports, Task<Viewer?> signedIn, string format, string contentType, Func<GapReport, string> write) =>
        exports.GiveAsync(signedIn, request, report => ReportFile.Exported("gaps", report, format), (report, _) =>
            Results.File(Encoding.UTF8.GetBytes(write(report)), contentType, ReportFile.Name("gaps", report, format)));
}
