using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Dashboard.Exports.Briefings;

/// <summary>A chart on a sheet.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Space">What is drawn.</param>
/// <param name="Title">Its name.</param>
/// <param name="Description">The same in words, for whoever does not see it.</param>
/// <param name="From">Its first column and row.</param>
/// <param name="To">The last that it covers.</param>
internal sealed record Chart(string Sheet, C.ChartSpace Space, string Title, string Description, (int Column, int Row) From, (int Column, int Row) To);

/// <summary>Puts charts on the sheets of a workbook that ClosedXML, which knows none, has written.</summary>
internal static class ChartDrawing
{
    // The first number is the drawing's own.
    private const uint FirstId = 2;

    public static void AddTo(WorkbookPart book, IEnumerable<Chart> charts)
    {
        foreach (var onSheet in charts.GroupBy(chart => chart.Sheet))
        {
            var sheet = LiveCells.PartOf(book, onSheet.Key);
            var drawing = sheet.AddNewPart<DrawingsPart>();
            drawing.WorksheetDrawing = new Xdr.WorksheetDrawing();
            var id = FirstId;
            foreach (var chart in onSheet)
                Add(drawing, chart, id++);
            // AddChild keeps the order that the schema asks for: before legacy drawings and tables.
            sheet.Worksheet.AddChild(new S.Drawing { Id = sheet.GetIdOfPart(drawing) });
        }
    }

    private static void Add(DrawingsPart drawing, Chart chart, uint id)
    {
        var part = drawing.AddNewPart<ChartPart>();
        part.ChartSpace = chart.Space;
        var frame = new Xdr.GraphicFrame(
            new Xdr.NonVisualGraphicFrameProperties(
                new Xdr.NonVisualDrawingProperties { Id = id, Name = chart.Title.Clean(), Description = chart.Description.Clean() },
                new Xdr.NonVisualGraphicFrameDrawingProperties()),
            new Xdr.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = drawing.GetIdOfPart(part) }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            Macro = "",
        };
        // Places are counted from 0 here, and the end is the beginning of the next cell.
        drawing.WorksheetDrawing.Append(new Xdr.TwoCellAnchor(
            new Xdr.FromMarker(At(chart.From.Column - 1, chart.From.Row - 1)),
            new Xdr.ToMarker(At(chart.To.Column, chart.To.Row)),
            frame,
            new Xdr.ClientData())
        {
            EditAs = Xdr.EditAsValues.OneCell,
        });
    }

    private static OpenXmlElement[] At(int column, int row) =>
    [
        new Xdr.ColumnId(FormattableString.Invariant($"{column}")), new Xdr.ColumnOffset("0"),
        new Xdr.RowId(FormattableString.Invariant($"{row}")), new Xdr.RowOffset("0"),
    ];
}
