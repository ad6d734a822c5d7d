using System.Collections.Immutable;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>
/// What the charts over the cycles draw: a row for each cycle, columns for subject and benchmark of each area. A line that is broken, because the
/// framework changed, has a column of its own for each stretch; what is not known is an empty cell, and a gap in the line.
/// </summary>
internal sealed class TrendLines
{
    private readonly Dictionary<string, (ImmutableArray<Series> Subject, ImmutableArray<Series> Benchmark)> _lines = new(StringComparer.Ordinal);

    /// <param name="page">The page, at the headings of the table.</param>
    /// <param name="briefing">The reports and their language.</param>
    /// <param name="panels">The charts, in the order of the table's areas.</param>
    /// <param name="rowOf">The row of an area in a cycle, by their places.</param>
    public TrendLines(Page page, Briefing briefing, ImmutableArray<TrendPanel> panels, Func<int, int, int> rowOf)
    {
        Block = new ChartBlock(page, briefing, page.Row);
        NameColumn = page.Last + 3;
        Names = [.. briefing.History.Reports.Select(report => report.Cycle.Code.Clean())];
        var column = NameColumn + 1;
        for (var p = 0; p < panels.Length; p++)
        {
            var (area, panel) = (p, panels[p]);
            var name = briefing.Wording.AreaName(panel.Code);
            _lines.Add(KeyOf(panel), (Stretches(briefing.Wording.Subject, TrendRows.Score, row => row.Score.Value), Stretches(briefing.Wording.Benchmark, TrendRows.Benchmark, row => row.Benchmark)));

            ImmutableArray<Series> Stretches(string whose, int of, Func<GapRow, double?> value) => [.. StretchesOf(panel.Points).Select(stretch => new Series(column++, $"{name} · {whose}".Clean(),
                [.. panel.Points.Select((point, c) => c >= stretch.From && c < stretch.To && point.Row is { } row && value(row) is { } level
                    ? new ChartCell(LiveCells.OfNumber(LiveCells.Name(of, rowOf(area, c))), level) : null)]))];
        }
    }

    public ChartBlock Block { get; }

    public int NameColumn { get; }

    public ImmutableArray<string> Names { get; }

    public (ImmutableArray<Series> Subject, ImmutableArray<Series> Benchmark) Of(TrendPanel panel) => _lines[KeyOf(panel)];

    /// <summary>Writes the cells.</summary>
    public void Write(string cycles)
    {
        Block.Title(NameColumn);
        Block.Names(NameColumn, cycles, Names);
        foreach (var series in _lines.Values.SelectMany(line => line.Subject.Concat(line.Benchmark)))
            Block.Figures(series, Formats.Level);
    }

    private static string KeyOf(TrendPanel panel) => panel.Code ?? GapRow.TotalCode;

    private static IEnumerable<(int From, int To)> StretchesOf(ImmutableArray<TrendPoint> points)
    {
        var from = 0;
        for (var i = 1; i <= points.Length; i++)
        {
            if (i < points.Length && !points[i].Breaks)
                continue;
            yield return (from, i);
            from = i;
        }
    }
}
