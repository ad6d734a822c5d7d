using System.Collections.Immutable;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>A column of cells that a chart draws.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Name">Its heading.</param>
/// <param name="Cells">A cell for each area, from top to bottom; null is a cell that is really empty, the only one that every program leaves out.</param>
internal sealed record Series(int Column, string Name, ImmutableArray<ChartCell?> Cells);

/// <summary>A figure that a chart draws.</summary>
/// <param name="Formula">Where it comes from: a cell of the table.</param>
/// <param name="Value">What that comes to.</param>
internal sealed record ChartCell(string Formula, double Value);

/// <summary>
/// What the charts draw: cells beside the table, outside the print, that take their figures from the table by formulas. Not the table's own
/// cells, because there an unknown figure is a word, which a chart would draw as a 0.
/// </summary>
internal sealed record ChartFigures
{
    private static readonly Finding[] Findings = [Finding.Behind, Finding.Ahead, Finding.TooCloseToCall];

    public required string Sheet { get; init; }

    /// <summary>First and last row that the charts cover.</summary>
    public required (int From, int To) Place { get; init; }

    /// <summary>Row of the headings, of the table and of these cells; the areas follow it, in the table's order.</summary>
    public required int HeadingRow { get; init; }

    public required ImmutableArray<string> GapNames { get; init; }

    public required ImmutableArray<(Finding Finding, Series Series)> Gaps { get; init; }

    public required ImmutableArray<string> ShapeNames { get; init; }

    public required ImmutableArray<Series> Shape { get; init; }

    public required int GapNameColumn { get; init; }

    public required int ShapeNameColumn { get; init; }

    /// <param name="page">The page, at the headings of the table.</param>
    /// <param name="briefing">The report and its language.</param>
    /// <param name="place">First and last row that the charts cover.</param>
    public static ChartFigures Of(Page page, Briefing briefing, (int From, int To) place)
    {
        var heading = page.Row;
        var rows = briefing.Report.Areas.Select((row, i) => (Row: row, At: heading + 1 + i)).ToList();
        var inOrder = rows.OrderBy(x => x.Row.Order).ToList();
        var column = page.Last + 3;
        var shape = column + Findings.Length + 2;
        return new ChartFigures
        {
            Sheet = page.Sheet.Name,
            Place = place,
            HeadingRow = heading,
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

    // Where there is no bar, the name says why.
    private static string NameOf(GapRow row, Briefing briefing) => briefing.Wording.AreaName(row.Code).Clean()
        + (row.GapUnknown is { } why ? $" ({briefing.Word(why)})" : "");

    // Rounded as Shown does: a label has one format for all bars, which would write "−0.0" for an unrounded −0.04.
    private static ChartCell? Bar(double? gap, int row) =>
        gap is { } value ? new ChartCell(ChartFormulas.Of(GapTableRows.Gap, row, "ROUND(ROUND({0},9),1)"), (double)Shown.Round(value)) : null;

    private static ChartCell? Point(double? level, int column, int row) =>
        level is { } value ? new ChartCell(ChartFormulas.Of(column, row, "{0}"), value) : null;
}
