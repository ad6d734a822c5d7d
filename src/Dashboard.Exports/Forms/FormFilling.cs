using System.Globalization;
using Dashboard.Core.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Forms;

/// <summary>Writes answers into the cells of a form that ask for them; everything else stays as it is.</summary>
internal sealed class FormFilling(WorkbookPart book, Func<FormField, FormValue> answer, string notKnown)
{
    private static readonly DateOnly Epoch = new(1899, 12, 30), EpochOf1904 = new(1904, 1, 1);

    private readonly FormStyles _styles = new(book.WorkbookStylesPart);
    private readonly DateOnly _epoch = book.Workbook.WorkbookProperties?.Date1904?.Value == true ? EpochOf1904 : Epoch;

    public void Write(IEnumerable<FormPlace> places)
    {
        foreach (var place in places.ToList())
            if (place.Text is null)
                // A named cell that nothing answers to may hold the example of whoever made the form: it must not pass for a figure.
                Write(place.Cell ?? Add(place), place.Asked[0].Field is { } field ? answer(field) : new FormValue(FormValueKind.Text, notKnown), null);
            else if (place.Asked.Any(asked => asked.Field is not null))
                Write(place);
        _styles.Save();
    }

    private void Write(FormPlace place)
    {
        var answers = place.Asked.Where(asked => asked.Field is not null).DistinctBy(asked => asked.Written).ToDictionary(asked => asked.Written, asked => answer(asked.Field!));
        if (place.IsWhole && answers.Values.First() is { Kind: not FormValueKind.Text } number)
        {
            Write(place.Cell!, number, null);
            return;
        }

        // A text of its own: others may share the one that asks.
        var text = new InlineString(place.Text!.Elements().Select(child => child.CloneNode(deep: true)));
        FormText.Fill(text, answers.ToDictionary(a => a.Key, a => a.Value.Text));
        Write(place.Cell!, default, text);
    }

    private void Write(Cell cell, FormValue value, InlineString? text)
    {
        (cell.CellValue, cell.InlineString, cell.DataType, cell.CellMetaIndex, cell.ValueMetaIndex) = (null, null, null, null, null);
        if (value.Kind == FormValueKind.Text)
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = text ?? new InlineString(new Text(FormText.Plain(value.Text)) { Space = SpaceProcessingModeValues.Preserve });
            return;
        }

        var number = value.Kind == FormValueKind.Day ? value.Day.DayNumber - _epoch.DayNumber : value.Number;
        cell.CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture));
        cell.StyleIndex = _styles.For(cell.StyleIndex?.Value, value) is { } style ? new UInt32Value(style) : null;
    }

    // A named cell that was never touched: with the look of its row, or of its column.
    private static Cell Add(FormPlace place)
    {
        var (rowNumber, column) = place.Place;
        var data = place.Sheet.Worksheet.GetFirstChild<SheetData>()!;
        var row = data.Elements<Row>().FirstOrDefault(row => row.RowIndex?.Value == rowNumber);
        if (row is null)
        {
            row = new Row { RowIndex = (uint)rowNumber };
            Insert(data, row, data.Elements<Row>().FirstOrDefault(other => other.RowIndex?.Value > rowNumber));
        }

        var cell = new Cell { CellReference = place.Place.ToString() };
        cell.StyleIndex = row.CustomFormat?.Value == true ? row.StyleIndex
            : place.Sheet.Worksheet.Elements<Columns>().SelectMany(all => all.Elements<Column>()).FirstOrDefault(c => c.Min?.Value <= column && c.Max?.Value >= column)?.Style;
        Insert(row, cell, row.Elements<Cell>().FirstOrDefault(other => CellPlace.Of(other.CellReference)?.Column > column));
        return cell;
    }

    private static void Insert<T>(OpenXmlCompositeElement into, T child, T? before) where T : OpenXmlElement
    {
        if (before is null)
            into.AppendChild(child);
        else
            into.InsertBefore(child, before);
    }
}
