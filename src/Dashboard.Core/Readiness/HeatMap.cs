using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Readiness;

/// <summary>One figure of one country.</summary>
/// <param name="State">What it is.</param>
/// <param name="Value">Score or level where scored, on the framework's scale; null otherwise.</param>
/// <param name="Counts">Whether it counts in a benchmark: of an area from 2/3 of the applicable weight; false without a value.</param>
public readonly record struct HeatCell(FigureState State, double? Value, bool Counts)
{
    /// <summary>Whether there is a score that does not count.</summary>
    public bool IsUncounted => this is { State: FigureState.Scored, Counts: false };
}

/// <summary>One country with a cell for each column.</summary>
/// <param name="Standing">What is seen of the country.</param>
/// <param name="Cells">Its figures, in the order of the columns.</param>
public sealed record HeatRow(Standing Standing, ImmutableArray<HeatCell> Cells);

/// <summary>A column: an area, one of its indicators, or the total.</summary>
/// <param name="Code">Code of the area or indicator; "total" for the total.</param>
/// <param name="Area">Place of the area in the framework; null for the total.</param>
/// <param name="Indicator">Place of the indicator in the framework; null for a score.</param>
/// <param name="Benchmark">The statistic of the members that count; null if none does.</param>
/// <param name="N">How many members count.</param>
public sealed record HeatColumn(string Code, int? Area, int? Indicator, double? Benchmark, int N);

/// <summary>The countries of a report beside one another: by area with the total, or by the indicators of one area with its score.</summary>
/// <param name="Columns">The columns in framework order, the total or the area's score last.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Members">The members, in alphabetical order of alpha-3, also those of which the reader sees nothing.</param>
public sealed record HeatMap(ImmutableArray<HeatColumn> Columns, HeatRow Subject, ImmutableArray<HeatRow> Members)
{
    /// <summary>Lays a report out.</summary>
    /// <param name="report">The report.</param>
    /// <param name="area">Code of an area for its indicators; null or blank for all areas.</param>
    /// <exception cref="InputException">The framework has no such area.</exception>
    public static HeatMap Of(GapReport report, string? area = null)
    {
        var framework = report.Framework;
        ImmutableArray<HeatColumn> columns = string.IsNullOrWhiteSpace(area)
            ? [.. Enumerable.Range(0, framework.Areas.Length).Select(a => OfScore(report, a)), OfScore(report, null)]
            : IndicatorsOf(report, framework.Areas.IndexOf(framework.RequireArea(area)));
        return new HeatMap(columns, Row(report.Subject), [.. report.Peers.Select(Row)]);

        HeatRow Row(Standing standing) => new(standing, [.. columns.Select(column => CellOf(standing, column))]);
    }

    /// <summary>The step of the ramp of colours: the whole levels that are reached as a figure is shown, so that what reads 3.0 looks like 3.</summary>
    /// <param name="value">A score or level.</param>
    /// <param name="framework">Whose scale it is on; the step lies on it too.</param>
    public static int Step(double value, Framework framework) => (int)Math.Clamp(Math.Floor(Shown.Round(value)), framework.Minimum, framework.Maximum);

    /// <summary>The order that is asked for.</summary>
    /// <param name="sort">"country" or the code of a column, with a hyphen before it for descending; null or blank for the countries' names.</param>
    /// <exception cref="InputException">There is no such column.</exception>
    public CountryOrder OrderOf(string? sort) => CountryOrder.Read(sort, CountryOrder.ByCountry, Columns.Select(column => column.Code));

    /// <summary>The members in an order, by their scores or levels.</summary>
    /// <param name="order">An order of this map.</param>
    /// <param name="culture">The reader's language.</param>
    public ImmutableArray<HeatRow> Sorted(CountryOrder order, CultureInfo culture)
    {
        var place = Columns.Select(column => column.Code).ToList().IndexOf(order.By);
        return order.Sort(Members, row => row.Standing.Code, row => row.Cells[place].Value, culture);
    }

    private static ImmutableArray<HeatColumn> IndicatorsOf(GapReport report, int area) =>
    [
        .. Enumerable.Range(report.Framework.Offsets[area], report.Framework.Areas[area].Indicators.Length)
            .Select(i => new HeatColumn(report.Indicators[i].Code, area, i, report.Indicators[i].Benchmark, report.Indicators[i].N)),
        OfScore(report, area),
    ];

    private static HeatColumn OfScore(GapReport report, int? area)
    {
        var row = area is { } a ? report.Areas.First(r => r.Order == a) : report.Total;
        return new HeatColumn(row.Code ?? GapRow.TotalCode, area, null, row.Benchmark, row.N);
    }

    private static HeatCell CellOf(Standing standing, HeatColumn column)
    {
        if (column.Indicator is { } indicator)
            return standing.Country.Cells[indicator] is { IsScored: true } cell
                ? new HeatCell(FigureState.Scored, cell.Level, true)
                : new HeatCell(standing.StateOf(indicator), null, false);
        var score = standing.Score(column.Area);
        return standing.UnknownFor(score) switch
        {
            null => new HeatCell(FigureState.Scored, score.Value, column.Area is null || score.Covers(Share.ForBenchmark)),
            Unknown.Withheld => new HeatCell(FigureState.Withheld, null, false),
            Unknown.NotReported => new HeatCell(FigureState.NotReported, null, false),
            Unknown.NotApplicable => new HeatCell(FigureState.NotApplicable, null, false),
            _ => new HeatCell(FigureState.Insufficient, null, false),
        };
    }
}
