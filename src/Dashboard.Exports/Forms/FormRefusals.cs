using Dashboard.Core;
using DocumentFormat.OpenXml.Packaging;

namespace Dashboard.Exports.Forms;

/// <summary>What a form must not hold, because filling it would damage it or leave something old in it.</summary>
internal static class FormRefusals
{
    /// <exception cref="InputException">It is written in the strict variant of the format, or holds a pivot table, whose figures are copies.</exception>
    public static void RequirePlain(SpreadsheetDocument document, string file)
    {
        if (document.StrictRelationshipFound)
            throw InputException.Of("FormStrict", file);
        if (FormPlaces.Sheets(document.WorkbookPart!).Any(sheet => sheet.Sheet.PivotTableParts.Any()))
            throw InputException.Of("FormPivot", file);
    }

    /// <exception cref="InputException">A cell that asks holds a formula, or is the head of a table.</exception>
    public static void RequireFree(FormPlace place)
    {
        if (place.Cell?.CellFormula is not null || FormFresh.Spilled(place.Sheet).Any(range => range.Holds(place.Place)))
            throw InputException.Of("FormOnFormula", place.Title, place.Place);
        if (place.Sheet.TableDefinitionParts.SelectMany(HeadsOf).Any(range => range.Holds(place.Place)))
            throw InputException.Of("FormInTableHead", place.Title, place.Place);
    }

    // A table knows its heads by heart: another text there and a spreadsheet program calls the file broken.
    private static IEnumerable<CellRange> HeadsOf(TableDefinitionPart part)
    {
        if (CellRange.Of(part.Table.Reference) is not { } whole)
            yield break;
        if ((part.Table.HeaderRowCount?.Value ?? 1) > 0)
            yield return whole with { To = whole.To with { Row = whole.From.Row } };
        if ((part.Table.TotalsRowCount?.Value ?? 0) > 0)
            yield return whole with { From = whole.From with { Row = whole.To.Row } };
    }
}
