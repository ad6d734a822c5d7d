using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Dashboard.Exports.Briefings;

/// <summary>The gaps as bars, widest behind on top: colour and legend say the finding, side and sign the direction.</summary>
internal static class GapBars
{
    private const uint Names = 1001;
    private const uint Levels = 1002;

    public static string Title(Briefing briefing) => briefing.Say("Briefing.Gaps.Title", briefing.Group, briefing.Statistic);

    public static C.ChartSpace Chart(Briefing briefing, ChartFigures figures)
    {
        var (report, style) = (briefing.Report, new ChartStyle(briefing.Font));
        var under = report.Areas.Any(row => row.Gap is not null)
            ? briefing.Say("Briefing.Gaps.Under", report.Sources.Length, report.Members, report.Cycle.AsOf)
            : briefing.Say("Briefing.Gaps.None");
        var bars = new C.BarChart(
            new C.BarDirection { Val = C.BarDirectionValues.Bar }, new C.BarGrouping { Val = C.BarGroupingValues.Clustered }, new C.VaryColors { Val = false });
        for (var i = 0; i < figures.Gaps.Length; i++)
            bars.Append(Bars(figures, i, style));
        // All in one place: a gap is in one of the series only.
        bars.Append(new C.GapWidth { Val = 45 }, new C.Overlap { Val = 100 }, new C.AxisId { Val = Names }, new C.AxisId { Val = Levels });
        return style.Space(style.Title(Title(briefing), under), new C.PlotArea(new C.Layout(), bars, NameAxis(style), LevelAxis(style)));
    }

    private static C.BarChartSeries Bars(ChartFigures figures, int index, ChartStyle style)
    {
        var (finding, series) = figures.Gaps[index];
        var color = Palette.Of(finding);
        return new C.BarChartSeries(
            new C.Index { Val = (uint)index }, new C.Order { Val = (uint)index },
            ChartData.Heading(figures.Block, series),
            new C.ChartShapeProperties(ChartStyle.Fill(color)),
            new C.InvertIfNegative { Val = false },
            Labels(color, style),
            ChartData.Categories(figures.Block, figures.GapNameColumn, figures.GapNames),
            ChartData.Values(figures.Block, series, Formats.Gap));
    }

    private static C.DataLabels Labels(string color, ChartStyle style) => new(
        new C.NumberingFormat { FormatCode = Formats.Gap, SourceLinked = false },
        new C.ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())),
        style.Text(10, color, bold: true),
        new C.DataLabelPosition { Val = C.DataLabelPositionValues.OutsideEnd },
        new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false },
        new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false });

    // Turned round so that the first name is on top; names stand at the left edge, not at the zero line.
    private static C.CategoryAxis NameAxis(ChartStyle style) => new(
        new C.AxisId { Val = Names },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MaxMin }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Left },
        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.ChartShapeProperties(ChartStyle.Stroke(Palette.Ink, 1)),
        style.Text(10, Palette.Ink),
        new C.CrossingAxis { Val = Levels },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.AutoLabeled { Val = true }, new C.LabelAlignment { Val = C.LabelAlignmentValues.Center }, new C.LabelOffset { Val = 100 },
        new C.NoMultiLevelLabels { Val = true });

    private static C.ValueAxis LevelAxis(ChartStyle style)
    {
        return new C.ValueAxis(
            new C.AxisId { Val = Levels },
            new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
            new C.Delete { Val = false },
            new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
            ChartStyle.Grid(),
            new C.NumberingFormat { FormatCode = "+0.0;\"−\"0.0;0", SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            new C.ChartShapeProperties(new A.Outline(new A.NoFill())),
            style.Text(9, Palette.Quiet),
            new C.CrossingAxis { Val = Names },
            new C.Crosses { Val = C.CrossesValues.Maximum },
            new C.CrossBetween { Val = C.CrossBetweenValues.Between });
    }
}
