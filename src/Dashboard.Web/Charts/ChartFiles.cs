using System.Security.Claims;
using System.Text;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Charts;

/// <summary>The table and the drawing of a chart as files, made of the facts that its page tells.</summary>
internal sealed class ChartFiles(ReportReader reports, RecordedExports exports, ViewerSource viewers)
{
    /// <summary>The table of what one report tells.</summary>
    public Task<IResult> CsvAsync<TFacts>(ClaimsPrincipal user, ReportRequest request, Func<GapReport, TFacts> tell, Func<TFacts, string> write) where TFacts : IChartFacts =>
        GiveAsync(user, async viewer => tell(await reports.ReadAsync(viewer, request)), "csv", Table(write));

    /// <summary>The drawing of what one report tells.</summary>
    public Task<IResult> SvgAsync<TFigure, TFacts>(ClaimsPrincipal user, ReportRequest request, Func<GapReport, TFacts> tell) where TFigure : IComponent where TFacts : IChartFacts =>
        GiveAsync(user, async viewer => tell(await reports.ReadAsync(viewer, request)), "svg", Drawing<TFigure, TFacts>);

    /// <summary>The table of what the reports of all cycles up to one tell, with what an area rests on, if one is named.</summary>
    public Task<IResult> HistoryCsvAsync<TFacts>(ClaimsPrincipal user, ReportRequest request, string? area, Func<ReportHistory, TFacts> tell, Func<TFacts, string> write) where TFacts : IChartFacts =>
        GiveAsync(user, async viewer => tell(await reports.ReadHistoryAsync(viewer, request, area)), "csv", Table(write));

    /// <summary>The drawing of the same.</summary>
    public Task<IResult> HistorySvgAsync<TFigure, TFacts>(ClaimsPrincipal user, ReportRequest request, string? area, Func<ReportHistory, TFacts> tell) where TFigure : IComponent where TFacts : IChartFacts =>
        GiveAsync(user, async viewer => tell(await reports.ReadHistoryAsync(viewer, request, area)), "svg", Drawing<TFigure, TFacts>);

    private Task<IResult> GiveAsync<TFacts>(ClaimsPrincipal user, Func<Viewer, Task<TFacts>> read, string format, Func<TFacts, string, IResult> file) where TFacts : IChartFacts =>
        exports.GiveAsync(viewers.ViewerAsync(user), read, facts => ReportFile.Exported(facts.Kind, facts.Report, format),
            (facts, _) => file(facts, ReportFile.Name(facts.Kind, facts.Report, format)));

    private static Func<TFacts, string, IResult> Table<TFacts>(Func<TFacts, string> write) =>
        (facts, name) => Results.File(Encoding.UTF8.GetBytes(write(facts)), "text/csv; charset=utf-8", name);

    private static IResult Drawing<TFigure, TFacts>(TFacts facts, string name) where TFigure : IComponent => ChartResult.Of<TFigure>(name, ("Facts", facts));
}
