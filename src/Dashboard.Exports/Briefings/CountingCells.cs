using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>
/// The members' figures that count in the benchmark, beside the table and outside the print, each taken from its cell there; of one that does not
/// count there is none. The benchmark is a formula on them, so that a reader can check it; they go with their rows when somebody sorts these.
/// </summary>
internal sealed class CountingCells(Page page, Briefing briefing, int firstRow, int rows, int firstFigure)
{
    private readonly int _first = page.Last + 3;

    public int Last(int columns) => _first + columns - 1;

    /// <summary>The cells of a column of the table.</summary>
    public string Of(int column) => $"{LiveCells.Name(_first + column, firstRow)}:{LiveCells.Name(_first + column, firstRow + rows - 1)}";

    /// <summary>Writes the headings.</summary>
    public void Head(IEnumerable<string> names)
    {
        page.Sheet.Cell(firstRow - 2, _first).SetValue(briefing.Say("Briefing.CountingCells")).Style.Font.SetItalic().Font.SetFontColor(Palette.Color(Palette.Quiet));
        foreach (var (name, i) in names.Select((name, i) => (name, i)))
            page.Sheet.Cell(firstRow - 1, _first + i).SetValue(name.Clean()).Style.Font.SetFontSize(9).Font.SetFontColor(Palette.Color(Palette.Quiet));
    }

    /// <summary>Writes one in the row that the page is at.</summary>
    public void Write(int column, HeatCell figure)
    {
        if (!figure.Counts)
            return;
        var cell = page.Sheet.Cell(page.Row, _first + column).SetValue(figure.Value!.Value);
        cell.Style.NumberFormat.Format = Formats.Level;
        briefing.Live.Add(cell, LiveCells.Name(firstFigure + column, page.Row));
    }
}
