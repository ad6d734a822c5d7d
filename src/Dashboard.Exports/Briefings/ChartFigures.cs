using System.Collections.Immutable;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>What the charts of the gaps draw: cells beside the table of gaps.</summary>
internal sealed record ChartFigures
{
    private static readonly Finding[] Findings = [Finding.Behind, Finding.Ahead, Finding.TooCloseToCall];

    /// <summary>Where they stand; the areas follow their headings in the table's order.</summary>
    public required ChartBlock Block { get; init; }

    public required ImmutableArray<string> GapNames { get; init; }

    public required ImmutableArray<(Finding Finding, Series Series)> Gaps { get; init; }

    public required ImmutableArray<string> ShapeNames { get; init; }

    public required ImmutableArray<Series> Shape { get; init; }

    public required int GapNameColumn { get; init; }

    public required int ShapeNameColumn { get; init; }

    /// <param name="page">The page, at the headings of the table.</param>
    /// <param name="briefing">The report and its language.</param>
    public static ChartFigures Of(Page page, Briefing briefing)
    {
        var heading = page.Row;
        var rows = briefing.Report.Areas.Select((row, i) => (Row: row, At: heading + 1 + i)).ToList();
        var inOrder = rows.OrderBy(x => x.Row.Order).ToList();
        var column = page.Last + 3;
        var shape = column + Findings.Length + 2;
        return new ChartFigures
        {
            Block = new ChartBlock(page, briefing, heading),
            GapNameColumn = column,
            GapNames = [.. rows.Select(x => NameOf(x.Row, briefing))],
            Gaps = [.. Findings.Select((finding, i) => (finding, new Series(column + 1 + i, Texts.Of(finding, briefing.Culture),
                [.. rows.Select(x => x.Row.Finding == finding ? Bar(x.Row.Gap, x.At) : null)])))],
            ShapeNameColumn = shape,
            ShapeNames = [.. inOrder.Select(x => briefing.Wording.AreaName(x.Row.Code).Clean())],
            Shape =
            [
                new Series(shape + 1, briefing.Wording.Subject.Clean(), [.. inOrder.Select(x => Point(x.Row.Score.Value, GapTableRows.Score, x.At))]),
                new Series(shape + 2, briefing.Wording.Benchmark.Clean(), [.. inOrder.Select(x => Point(x.Row.Benchmark, GapTableRows.Benchmark, x.At))]),
            ],
        };
    }

    /// <summary>Writes the cells.</summary>
    public void Write(string areas)
    {
        Block.Title(GapNameColumn);
        Block.Names(GapNameColumn, areas, GapNames);
        Block.Names(ShapeNameColumn, areas, ShapeNames);
        foreach (var (_, series) in Gaps)
            Block.Figures(series, Formats.Gap);
        foreach (var series in Shape)
            Block.Figures(series, Formats.Level);
    }

    // Where there is no bar, the name says why.
    private static string NameOf(GapRow row, Briefing briefing) => briefing.Wording.AreaName(row.Code).Clean()
        + (row.GapUnknown is { } why ? $" ({briefing.Word(why)})" : "");

    // Rounded as Shown does: a label has one format for all bars, which would write "−0.0" for an unrounded −0.04.
    private static ChartCell? Bar(double? gap, int row) =>
        gap is { } value ? new ChartCell(LiveCells.OfNumber(LiveCells.Name(GapTableRows.Gap, row), "ROUND(ROUND({0},9),1)"), (double)Shown.Round(value)) : null;

    private static ChartCell? Point(double? level, int column, int row) =>
        level is { } value ? new ChartCell(LiveCells.OfNumber(LiveCells.Name(column, row)), value) : null;
}
