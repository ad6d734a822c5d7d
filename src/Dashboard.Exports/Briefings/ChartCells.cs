using System.Collections.Immutable;
using ClosedXML.Excel;

namespace Dashboard.Exports.Briefings;

/// <summary>Writes the cells that the charts draw, beside the table: their values and looks; <see cref="ChartFormulas"/> adds the formulas.</summary>
internal static class ChartCells
{
    public static void Write(IXLWorksheet sheet, Briefing briefing, ChartFigures figures)
    {
        var title = sheet.Cell(figures.HeadingRow - 1, figures.GapNameColumn).SetValue(briefing.Say("Briefing.Figures"));
        title.Style.Font.FontColor = Palette.Color(Palette.Quiet);
        title.Style.Font.Italic = true;
        Names(figures.GapNameColumn, figures.GapNames);
        Names(figures.ShapeNameColumn, figures.ShapeNames);
        foreach (var (_, series) in figures.Gaps)
            Figures(series, Formats.Gap);
        foreach (var series in figures.Shape)
            Figures(series, Formats.Level);

        void Names(int column, ImmutableArray<string> names)
        {
            sheet.Column(column).Width = Math.Min(44, names.Max(TextSize.Width) + 2);
            Heading(column, briefing.Say("Area"));
            for (var i = 0; i < names.Length; i++)
                sheet.Cell(figures.HeadingRow + 1 + i, column).SetValue(names[i]).Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        }

        void Figures(Series series, string format)
        {
            sheet.Column(series.Column).Width = 12;
            Heading(series.Column, series.Name);
            for (var i = 0; i < series.Cells.Length; i++)
            {
                if (series.Cells[i] is not { } drawn)
                    continue;
                var style = sheet.Cell(figures.HeadingRow + 1 + i, series.Column).SetValue(drawn.Value).Style;
                style.NumberFormat.Format = format;
                style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
            }
        }

        void Heading(int column, string text)
        {
            var style = sheet.Cell(figures.HeadingRow, column).SetValue(text).Style;
            style.Font.FontSize = 9;
            style.Font.FontColor = Palette.Color(Palette.Quiet);
            style.Alignment.WrapText = true;
            style.Alignment.Vertical = XLAlignmentVerticalValues.Bottom;
        }
    }
}
