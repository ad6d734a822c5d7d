using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Briefings;

/// <summary>
/// Cells that are formulas on others, so that a reader can check a figure, and one that somebody corrects moves what is made of it. The
/// report's values stay beside the formulas for readers that do not calculate; ClosedXML writes formulas without.
/// </summary>
internal sealed class LiveCells
{
    private readonly List<(string Sheet, string Cell, string Formula)> _cells = [];

    /// <summary>A formula of one cell; #N/A should somebody write a word there, which a chart would draw as a 0.</summary>
    /// <param name="cell">The cell's name.</param>
    /// <param name="formula">What to make of it, {0}.</param>
    public static string OfNumber(string cell, string formula = "{0}") =>
        $"IF(ISNUMBER({cell}),{string.Format(CultureInfo.InvariantCulture, formula, cell)},NA())";

    public static string Name(int column, int row) => FormattableString.Invariant($"{XLHelper.GetColumnLetterFromNumber(column)}{row}");

    /// <summary>A cell's name as another sheet calls it.</summary>
    public static string Name(string sheet, int column, int row) => $"{Quoted(sheet)}!{Name(column, row)}";

    /// <summary>A sheet's name as formulas write it.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Makes a cell that has its value a formula.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="formula">What comes to its value, without the sign that begins it.</param>
    public void Add(IXLCell cell, string formula) => _cells.Add((cell.Worksheet.Name, Name(cell.Address.ColumnNumber, cell.Address.RowNumber), formula));

    public void AddTo(WorkbookPart book)
    {
        foreach (var sheet in _cells.ToLookup(cell => cell.Sheet))
        {
            var formulas = sheet.ToDictionary(cell => cell.Cell, cell => cell.Formula, StringComparer.Ordinal);
            foreach (var cell in PartOf(book, sheet.Key).Worksheet.Descendants<S.Cell>())
                if (formulas.Remove(cell.CellReference!.Value!, out var formula))
                    cell.CellFormula = new S.CellFormula(formula);
        }
    }

    /// <summary>The part of a sheet.</summary>
    public static WorksheetPart PartOf(WorkbookPart book, string sheet) =>
        (WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<S.Sheet>().Single(s => s.Name == sheet).Id!);
}
