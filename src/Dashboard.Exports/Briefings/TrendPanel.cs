using System.Collections.Immutable;
using Dashboard.Core.Readiness;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Dashboard.Exports.Briefings;

/// <summary>One area, or the total, over the cycles as a small chart: subject and benchmark on the whole scale, and in its title by how much the gap moved.</summary>
internal sealed record TrendPanel(Briefing Briefing, string? Code, ImmutableArray<TrendPoint> Points)
{
    private const uint Cycles = 3001;
    private const uint Levels = 3002;

    /// <summary>The panels in the order in which they are looked at: the total, then the areas from the one that gained most to the one that lost most, last what cannot be compared.</summary>
    public static ImmutableArray<TrendPanel> Of(Briefing briefing)
    {
        var reports = briefing.History.Reports;
        var all = reports[^1].Rows.Select(row => new TrendPanel(briefing, row.Code, Trend.Of(reports, row.Code)));
        return [.. all.OrderBy(panel => panel.Code is not null).ThenBy(panel => panel.By is null).ThenByDescending(panel => panel.By).ThenBy(panel => panel.Points[^1].Row!.Order)];
    }

    /// <summary>Levels by which the gap moved in what can be compared, as shown; null where it cannot.</summary>
    public decimal? By => Trend.Moved(Points) is { } moved ? Shown.Round(moved.To.Row!.Gap!.Value) - Shown.Round(moved.From.Row!.Gap!.Value) : null;

    /// <summary>The gap at both ends of what can be compared, with an arrow for its way; the last alone where there is no more; else why it is unknown.</summary>
    public string Moved => Points[^1].Row!.Gap is not { } gap ? Briefing.Word(Points[^1].Row!.GapUnknown)
        : Trend.Moved(Points) is { } moved ? Briefing.Say("Briefing.Trend.FromTo", By > 0 ? "▲" : By < 0 ? "▼" : "=", Shown.Gap(moved.From.Row!.Gap!.Value, Briefing.Culture), Shown.Gap(gap, Briefing.Culture), moved.From.Cycle)
        : $"{Briefing.Say("Gap")} {Shown.Gap(gap, Briefing.Culture)}";

    private string Tone => By > 0 ? Palette.Ahead : By < 0 ? Palette.Behind : Palette.Even;

    public C.ChartSpace Chart(TrendLines lines)
    {
        var style = new ChartStyle(Briefing.Font);
        var framework = Briefing.Report.Framework;
        var chart = new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });
        // The subject is drawn last, over the benchmark.
        uint index = 0;
        foreach (var series in lines.Of(this).Benchmark)
            chart.Append(Line(lines, series, index++, Palette.Ink, 1.25, isDashed: true));
        foreach (var series in lines.Of(this).Subject)
            chart.Append(Line(lines, series, index++, Palette.Accent, 2.25, isDashed: false));
        chart.Append(new C.ShowMarker { Val = true }, new C.AxisId { Val = Cycles }, new C.AxisId { Val = Levels });
        return style.Space(
            style.Title(Briefing.Wording.AreaName(Code), Moved, size: 11, Tone, bold: true),
            new C.PlotArea(new C.Layout(), chart, NameAxis(style), LevelAxis(framework.Minimum, framework.Maximum, style)), hasLegend: false);
    }

    private static C.LineChartSeries Line(TrendLines lines, Series series, uint index, string color, double width, bool isDashed) => new(
        new C.Index { Val = index }, new C.Order { Val = index },
        ChartData.Heading(lines.Block, series),
        new C.ChartShapeProperties(ChartStyle.Stroke(color, width, isDashed)),
        new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.Circle }, new C.Size { Val = (byte)(isDashed ? 4 : 7) },
            new C.ChartShapeProperties(ChartStyle.Fill(color), new A.Outline(new A.NoFill()))),
        ChartData.Categories(lines.Block, lines.NameColumn, lines.Names),
        ChartData.Values(lines.Block, series, Formats.Level),
        new C.Smooth { Val = false });

    private static C.CategoryAxis NameAxis(ChartStyle style) => new(
        new C.AxisId { Val = Cycles },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.ChartShapeProperties(ChartStyle.Stroke(Palette.Quiet, 0.75)),
        style.Text(8, Palette.Quiet),
        new C.CrossingAxis { Val = Levels },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.AutoLabeled { Val = true }, new C.LabelAlignment { Val = C.LabelAlignmentValues.Center }, new C.LabelOffset { Val = 100 },
        new C.NoMultiLevelLabels { Val = true });

    private static C.ValueAxis LevelAxis(double least, double most, ChartStyle style) => new(
        new C.AxisId { Val = Levels },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MaxAxisValue { Val = most }, new C.MinAxisValue { Val = least }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Left },
        ChartStyle.Grid(),
        new C.NumberingFormat { FormatCode = Formats.Whole, SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.ChartShapeProperties(new A.Outline(new A.NoFill())),
        style.Text(8, Palette.Quiet),
        new C.CrossingAxis { Val = Cycles },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.CrossBetween { Val = C.CrossBetweenValues.Between },
        new C.MajorUnit { Val = 1 });
}
