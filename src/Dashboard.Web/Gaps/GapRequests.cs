using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
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

    /// <summary>Which of several assessments of the subject is asked for; null for the preferred one.</summary>
    /// <exception cref="InputException">No such basis or country, or one of the two without the other.</exception>
    public static SourceChoice? SourceOf(string? basis, string? assessor) => (string.IsNullOrWhiteSpace(basis), string.IsNullOrWhiteSpace(assessor)) switch
    {
        (true, true) => null,
        (false, false) => new SourceChoice(CodeName.Parse<Basis>("basis", basis!), Country.Require(assessor!).Alpha3),
        _ => throw new InputException("A source is named by its basis and its assessor together: give both 'basis' and 'assessor', or neither."),
    };

    public static void MapGaps(this WebApplication app)
    {
        app.MapGet(Urls.GapsForm, (string country, string? against, string? statistic, string? cycle) =>
        {
            var request = Of(country, against, statistic, cycle, preview: false);
            return Results.LocalRedirect(Urls.Gaps(request.Country, request.Against, request.Statistic, request.Cycle));
        });
        app.MapGet("/gaps/{subject}.json", (string subject, string? against, string? statistic, string? cycle, bool? preview, ReportReader reports, ViewerSource viewers) =>
            AnswerAsync(Of(subject, against, statistic, cycle, preview ?? false), reports, viewers, report => Results.Text(GapJson.Write(report), "application/json")));
        app.MapGet("/gaps/{subject}.csv", (string subject, string? against, string? statistic, string? cycle, bool? preview, ReportReader reports, ViewerSource viewers) =>
            AnswerAsync(Of(subject, against, statistic, cycle, preview ?? false), reports, viewers, report => Results.File(
                System.Text.Encoding.UTF8.GetBytes(GapCsv.Write(report)), "text/csv; charset=utf-8", GapCsv.FileName(report))));
    }

    /// <summary>The report in some format; who is not signed in is sent to do so.</summary>
    public static async Task<IResult> AnswerAsync(ReportRequest request, ReportReader reports, ViewerSource viewers, Func<GapReport, IResult> write) =>
        await viewers.ViewerAsync() is { } viewer ? write(await reports.ReadAsync(viewer, request)) : Results.LocalRedirect(Urls.SignIn);
}
