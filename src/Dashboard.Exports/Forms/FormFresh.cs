using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Forms;

/// <summary>Takes out of a form whatever was worked out before it was filled: what stays is worked out anew by whoever opens it.</summary>
internal static class FormFresh
{
    // The copies of figures that a chart keeps beside its references to cells; in newer charts their levels.
    private static readonly string[] Copies = ["numCache", "strCache", "multiLvlStrCache", "lvl"];

    public static void Make(WorkbookPart book)
    {
        foreach (var (_, sheet) in FormPlaces.Sheets(book))
        {
            var spilled = Spilled(sheet).ToList();
            foreach (var (place, cell) in FormPlaces.Cells(sheet))
                if (cell.CellFormula is not null || spilled.Exists(range => range.Holds(place)))
                    (cell.CellValue, cell.DataType) = (null, null);
        }

        foreach (var root in Charts(book))
        {
            foreach (var copy in root.Descendants().Where(element => Copies.Contains(element.LocalName) && element.Parent?.LocalName != "multiLvlStrCache").ToList())
                copy.Remove();
            root.Save();
        }

        (book.Workbook.CalculationProperties ??= new CalculationProperties()).FullCalculationOnLoad = true;
    }

    /// <summary>The cells into which one formula writes.</summary>
    public static IEnumerable<CellRange> Spilled(WorksheetPart sheet) => FormPlaces.Cells(sheet).Select(at => at.Cell.CellFormula)
        .Where(formula => formula?.FormulaType?.Value is CellFormulaValues.Array or CellFormulaValues.DataTable)
        .Select(formula => CellRange.Of(formula!.Reference)).OfType<CellRange>();

    private static IEnumerable<OpenXmlPartRootElement> Charts(WorkbookPart book) =>
        from drawing in book.WorksheetParts.Select(sheet => sheet.DrawingsPart).Concat(book.ChartsheetParts.Select(sheet => sheet.DrawingsPart)).OfType<DrawingsPart>()
        from root in drawing.ChartParts.Select(part => (OpenXmlPartRootElement)part.ChartSpace).Concat(drawing.ExtendedChartParts.Select(part => part.ChartSpace))
        select root;
}
