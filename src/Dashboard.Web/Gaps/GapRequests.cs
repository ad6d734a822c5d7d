using System.Security.Claims;
using Dashboard.Core;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Gaps;

/// <summary>Reports by address: the page's parameters, the form behind its filters, and the same report as JSON and CSV.</summary>
internal static class GapRequests
{
    /// <exception cref="InputException">No such statistic.</exception>
    public static ReportRequest Of(string subject, string? against, string? statistic, string? cycle, bool preview) => new(
        subject,
        string.IsNullOrWhiteSpace(against) ? Urls.DefaultGroup : against,
        string.IsNullOrWhiteSpace(statistic) ? Statistic.Median : CodeName.Parse<Statistic>("statistic", statistic),
        string.IsNullOrWhiteSpace(cycle) ? null : cycle,
        Preview: preview);

    public static void MapGaps(this WebApplication app)
    {
        app.MapGet(Urls.GapsForm, (string country, string? against, string? statistic, string? cycle) =>
        {
            var request = Of(country, against, statistic, cycle, preview: false);
            return Results.LocalRedirect(Urls.Gaps(request.Country, request.Against, request.Statistic, request.Cycle));
        });
        app.MapGet("/gaps/{subject}.json", (string subject, string? against, string? statistic, string? cycle, bool? preview, ReportReader reports, ViewerSource viewers, ClaimsPrincipal user) =>
            AnswerAsync(Of(subject, against, statistic, cycle, preview ?? false), reports, viewers.ViewerAsync(user), report => Results.Text(GapJson.Write(report), "application/json")));
        app.MapGet("/gaps/{subject}.csv", (string subject, string? against, string? statistic, string? cycle, bool? preview, ReportReader reports, ViewerSource viewers, ClaimsPrincipal user) =>
            AnswerAsync(Of(subject, against, statistic, cycle, preview ?? false), reports, viewers.ViewerAsync(user), report => Results.File(
                System.Text.Encoding.UTF8.GetBytes(GapCsv.Write(report)), "text/csv; charset=utf-8", GapCsv.FileName(report))));
    }

    private static async Task<IResult> AnswerAsync(ReportRequest request, ReportReader reports, Task<Viewer?> signedIn, Func<GapReport, IResult> write) =>
        await signedIn is { } viewer ? write(await reports.ReadAsync(viewer, request)) : Results.LocalRedirect(Urls.SignIn);
}
