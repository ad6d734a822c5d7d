using System.Security.Claims;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
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
                : Results.LocalRedirect(Urls.Gaps((of == country ? query : query with { Preview = null, Basis = null, Assessor = null })
                    .Of(string.IsNullOrWhiteSpace(country) ? viewer.Nation : country))));
        app.MapGet("/gaps/{subject}.json", (string subject, [AsParameters] GapQuery query, ReportReader reports, ViewerSource viewers, ClaimsPrincipal user) =>
            AnswerAsync(query.Of(subject), reports, viewers.ViewerAsync(user), report => Results.Text(GapJson.Write(report), "application/json"))).RequireRateLimiting(RateLimits.Exports);
        app.MapGet("/gaps/{subject}.csv", (string subject, [AsParameters] GapQuery query, ReportReader reports, ViewerSource viewers, ClaimsPrincipal user) =>
            AnswerAsync(query.Of(subject), reports, viewers.ViewerAsync(user), report => Results.File(
                System.Text.Encoding.UTF8.GetBytes(GapCsv.Write(report)), "text/csv; charset=utf-8", GapCsv.FileName(report)))).RequireRateLimiting(RateLimits.Exports);
    }

    /// <summary>The report in some format; who is not signed in is sent to do so.</summary>
    public static async Task<IResult> AnswerAsync(ReportRequest request, ReportReader reports, Task<Viewer?> signedIn, Func<GapReport, IResult> write) =>
        await signedIn is { } viewer ? write(await reports.ReadAsync(viewer, request)) : Results.LocalRedirect(Urls.SignIn);
}
