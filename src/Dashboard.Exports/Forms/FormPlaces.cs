using System.Text.RegularExpressions;
using Dashboard.Core;
using Dashboard.Core.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Forms;

/// <summary>A cell that asks.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Title">The sheet's name.</param>
/// <param name="Place">Its place.</param>
/// <param name="Cell">The cell; null where the sheet holds none there yet.</param>
/// <param name="Text">The text that asks; null where the cell's name does.</param>
/// <param name="Asked">How it is written, and what is asked for.</param>
internal sealed record FormPlace(WorksheetPart Sheet, string Title, CellPlace Place, Cell? Cell, OpenXmlElement? Text, IReadOnlyList<(string Written, FormField? Field)> Asked)
{
    /// <summary>Whether the answer is all that the cell holds.</summary>
    public bool IsWhole => Text is null || (Asked.Count == 1 && FormText.Of(Text).Trim() == Asked[0].Written);
}

/// <summary>Finds the cells of a form that ask: by their names, and by what is written between double braces.</summary>
internal static partial class FormPlaces
{
    public static IEnumerable<FormPlace> Of(WorkbookPart book, FormVocabulary vocabulary)
    {
        var named = Named(book, vocabulary).ToLookup(place => place.Sheet);
        var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().ToList() ?? [];
        foreach (var (title, sheet) in Sheets(book))
        {
            var taken = named[sheet].Select(place => place.Place).ToHashSet();
            var places = named[sheet].Concat(
                from at in Cells(sheet)
                where !taken.Contains(at.Place) && at.Cell.CellFormula is null
                let text = TextOf(at.Cell, shared)
                where text is not null
                let asked = FormText.AskedIn(FormText.Of(text))
                where asked.Count > 0
                select new FormPlace(sheet, title, at.Place, at.Cell, text, [.. asked.Select(a => (a.Written, vocabulary.Find(a.Name)))]));
            foreach (var place in places.OrderBy(place => place.Place.Row).ThenBy(place => place.Place.Column))
                yield return place;
        }
    }

    /// <summary>The sheets that hold cells, in the form's order.</summary>
    public static IEnumerable<(string Title, WorksheetPart Sheet)> Sheets(WorkbookPart book) =>
        from sheet in book.Workbook.Sheets!.Elements<Sheet>()
        let part = book.GetPartById(sheet.Id!) as WorksheetPart
        where part is not null
        select (sheet.Name!.Value!, part);

    /// <summary>The cells of a sheet with their places; one that does not say its own follows the last.</summary>
    public static IEnumerable<(CellPlace Place, Cell Cell)> Cells(WorksheetPart sheet)
    {
        var number = 0;
        foreach (var row in sheet.Worksheet.GetFirstChild<SheetData>()?.Elements<Row>() ?? [])
        {
            number = row.RowIndex is { } said ? (int)said.Value : number + 1;
            var column = 0;
            foreach (var cell in row.Elements<Cell>())
            {
                column = CellPlace.Of(cell.CellReference)?.Column ?? column + 1;
                yield return (new CellPlace(number, column), cell);
            }
        }
    }

    private static IEnumerable<FormPlace> Named(WorkbookPart book, FormVocabulary vocabulary)
    {
        foreach (var name in book.Workbook.DefinedNames?.Elements<DefinedName>().Where(name => FormVocabulary.Asks(name.Name!.Value!)) ?? [])
        {
            var match = Reference().Match(name.Text);
            var title = match.Groups[1].Success ? match.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal) : match.Groups[2].Value;
            var (found, sheet) = Sheets(book).FirstOrDefault(sheet => string.Equals(sheet.Title, title, StringComparison.OrdinalIgnoreCase));
            if (sheet is null || CellRange.Of(match.Groups[3].Value) is not { From: var place })
                throw InputException.Of("FormNameNowhere", InputException.Shorten(name.Name!.Value!));
            yield return new FormPlace(sheet, found, place, Cells(sheet).FirstOrDefault(at => at.Place == place).Cell, null, [(name.Name!.Value!, vocabulary.FindCell(name.Name!.Value!))]);
        }
    }

    private static OpenXmlElement? TextOf(Cell cell, List<SharedStringItem> shared) => cell.DataType?.Value switch
    {
        CellValues.SharedString => int.TryParse(cell.CellValue?.Text, out var at) ? shared.ElementAtOrDefault(at) : null,
        CellValues.InlineString => cell.InlineString,
        CellValues.String => new InlineString(new Text(cell.CellValue?.Text ?? "")),
        _ => null,
    };

    [GeneratedRegex(@"^(?:'((?:[^']|'')+)'|([^'!\[\]]+))!(\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?)$")]
    private static partial Regex Reference();
}
