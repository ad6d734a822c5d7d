using System.Collections.Immutable;
using ClosedXML.Excel;

namespace Dashboard.Exports.Briefings;

/// <summary>A column of cells that a chart draws.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Name">Its heading.</param>
/// <param name="Cells">Its cells, from top to bottom; null is a cell that is really empty, the only one that every program leaves out.</param>
internal sealed record Series(int Column, string Name, ImmutableArray<ChartCell?> Cells);

/// <summary>A figure that a chart draws.</summary>
/// <param name="Formula">Where it comes from: a cell of the table.</param>
/// <param name="Value">What that comes to.</param>
internal sealed record ChartCell(string Formula, double Value);

/// <summary>
/// Cells that charts draw: beside a table, outside the print, with their figures taken from the table by formulas. Not the table's own
/// cells, because there an unknown figure is a word, which a chart would draw as a 0.
/// </summary>
/// <param name="Page">The sheet that they stand on.</param>
/// <param name="Paper">What keeps the formulas.</param>
/// <param name="HeadingRow">Row of their headings; the cells follow it.</param>
internal sealed record ChartBlock(Page Page, Paper Paper, int HeadingRow)
{
    public string Sheet => Page.Sheet.Name;

    /// <summary>Says what the block is.</summary>
    public void Title(int column)
    {
        var title = Page.Sheet.Cell(HeadingRow - 1, column).SetValue(Paper.Say("Briefing.Figures"));
        title.Style.Font.FontColor = Palette.Color(Palette.Quiet);
        title.Style.Font.Italic = true;
    }

    /// <summary>Writes the names that the figures are of.</summary>
    public void Names(int column, string heading, ImmutableArray<string> names)
    {
        Page.Sheet.Column(column).Width = Math.Min(44, names.Max(TextSize.Width) + 2);
        Heading(column, heading);
        for (var i = 0; i < names.Length; i++)
            Page.Sheet.Cell(HeadingRow + 1 + i, column).SetValue(names[i]).Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
    }

    /// <summary>Writes figures with their formulas.</summary>
    public void Figures(Series series, string format)
    {
        Page.Sheet.Column(series.Column).Width = 12;
        Heading(series.Column, series.Name);
        for (var i = 0; i < series.Cells.Length; i++)
        {
            if (series.Cells[i] is not { } drawn)
                continue;
            var cell = Page.Sheet.Cell(HeadingRow + 1 + i, series.Column).SetValue(drawn.Value);
            cell.Style.NumberFormat.Format = format;
            cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
            Paper.Live.Add(cell, drawn.Formula);
        }
    }

    private void Heading(int column, string text)
    {
        var style = Page.Sheet.Cell(HeadingRow, column).SetValue(text).Style;
        style.Font.FontSize = 9;
        style.Font.FontColor = Palette.Color(Palette.Quiet);
        style.Alignment.WrapText = true;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Bottom;
    }
}
