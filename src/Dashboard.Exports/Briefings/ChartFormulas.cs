using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Briefings;

/// <summary>
/// Makes the cells that the charts draw formulas on the table, so that a figure that somebody corrects there moves in the charts too. The
/// values stay beside the formulas for readers that do not calculate; ClosedXML writes formulas without.
/// </summary>
internal static class ChartFormulas
{
    /// <summary>A formula of one cell of the table; #N/A should somebody write a word there, which a chart would draw as a 0.</summary>
    /// <param name="column">Column of the cell.</param>
    /// <param name="row">Row of the cell.</param>
    /// <param name="formula">What to make of the cell, {0}.</param>
    public static string Of(int column, int row, string formula)
    {
        var cell = Name(column, row);
        return $"IF(ISNUMBER({cell}),{string.Format(CultureInfo.InvariantCulture, formula, cell)},NA())";
    }

    public static void AddTo(WorksheetPart sheet, ChartFigures figures)
    {
        var cells = sheet.Worksheet.Descendants<S.Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
        foreach (var series in figures.Shape.Concat(figures.Gaps.Select(gap => gap.Series)))
            for (var i = 0; i < series.Cells.Length; i++)
                if (series.Cells[i] is { } drawn)
                    cells[Name(series.Column, figures.HeadingRow + 1 + i)].CellFormula = new S.CellFormula(drawn.Formula);
    }

    private static string Name(int column, int row) => FormattableString.Invariant($"{XLHelper.GetColumnLetterFromNumber(column)}{row}");
}
