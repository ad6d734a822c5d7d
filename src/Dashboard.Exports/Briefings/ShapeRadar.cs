using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Dashboard.Exports.Briefings;

/// <summary>Subject and benchmark by area in framework order, on the whole scale: a full line and a dashed one.</summary>
internal static class ShapeRadar
{
    private const uint Names = 2001;
    private const uint Levels = 2002;

    public static string Title(Briefing briefing) => briefing.Say("Briefing.Shape.Title",
        briefing.Wording.Subject, briefing.Group, briefing.Statistic, briefing.Report.Framework.Minimum, briefing.Report.Framework.Maximum);

    public static C.ChartSpace Chart(Briefing briefing, ChartFigures figures)
    {
        var (report, style) = (briefing.Report, new ChartStyle(briefing.Font));
        var radar = new C.RadarChart(new C.RadarStyle { Val = C.RadarStyleValues.Marker }, new C.VaryColors { Val = false });
        // The subject is drawn last, over the benchmark.
        radar.Append(
            Ring(figures, 0, figures.Shape[1], Palette.Ink, 1.5, isDashed: true),
            Ring(figures, 1, figures.Shape[0], Palette.Accent, 2.5, isDashed: false),
            new C.AxisId { Val = Names }, new C.AxisId { Val = Levels });
        return style.Space(
            style.Title(Title(briefing), briefing.Say("Briefing.Shape.Under", report.Sources.Length, report.Members, report.Cycle.AsOf)),
            new C.PlotArea(new C.Layout(), radar, NameAxis(style), LevelAxis(report.Framework.Minimum, report.Framework.Maximum, style)));
    }

    private static C.RadarChartSeries Ring(ChartFigures figures, uint index, Series series, string color, double width, bool isDashed) => new(
        new C.Index { Val = index }, new C.Order { Val = index },
        ChartData.Heading(figures.Block, series),
        new C.ChartShapeProperties(ChartStyle.Stroke(color, width, isDashed)),
        isDashed
            ? new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.None })
            : new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.Circle }, new C.Size { Val = 7 },
                new C.ChartShapeProperties(ChartStyle.Fill(color), new A.Outline(new A.NoFill()))),
        ChartData.Categories(figures.Block, figures.ShapeNameColumn, figures.ShapeNames),
        ChartData.Values(figures.Block, series, Formats.Level));

    private static C.CategoryAxis NameAxis(ChartStyle style) => new(
        new C.AxisId { Val = Names },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
        ChartStyle.Grid(),
        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.ChartShapeProperties(ChartStyle.Stroke(Palette.Line, 0.75)),
        style.Text(9, Palette.Ink),
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
        new C.ChartShapeProperties(ChartStyle.Stroke(Palette.Line, 0.75)),
        style.Text(8, Palette.Quiet),
        new C.CrossingAxis { Val = Names },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.CrossBetween { Val = C.CrossBetweenValues.Between },
        new C.MajorUnit { Val = 1 });
}
