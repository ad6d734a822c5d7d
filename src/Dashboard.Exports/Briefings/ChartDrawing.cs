using System.Text.RegularExpressions;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Dashboard.Exports.Briefings;

/// <summary>Puts the two charts on the summary of a workbook that ClosedXML, which knows no charts, has written.</summary>
internal static partial class ChartDrawing
{
    // The gaps take the left columns, the shape those from here on: about half the width each.
    private const int Middle = 7;

    public static void AddTo(Stream workbook, Briefing briefing, ChartFigures figures)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true);
        var book = document.WorkbookPart!;
        var sheet = (WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<S.Sheet>().Single(s => s.Name == figures.Sheet).Id!);
        ChartFormulas.AddTo(sheet, figures);
        var drawing = sheet.AddNewPart<DrawingsPart>();
        drawing.WorksheetDrawing = new Xdr.WorksheetDrawing();
        Add(drawing, GapBars.Chart(briefing, figures), 2, GapBars.Title(briefing), DescribeGaps(briefing), figures, Page.First - 1, Middle);
        Add(drawing, ShapeRadar.Chart(briefing, figures), 3, ShapeRadar.Title(briefing), DescribeShape(briefing), figures, Middle, Page.First - 1 + GapTableRows.Widths.Length);
        // AddChild keeps the order that the schema asks for: before legacy drawings and tables.
        sheet.Worksheet.AddChild(new S.Drawing { Id = sheet.GetIdOfPart(drawing) });
        foreach (var name in book.Workbook.DefinedNames?.Elements<S.DefinedName>().Where(n => n.Name == "_xlnm.Print_Titles") ?? [])
            name.Text = Relative().Replace(name.Text, "!$$$1:$$$2");
    }

    private static void Add(DrawingsPart drawing, C.ChartSpace space, uint id, string title, string description, ChartFigures figures, int fromColumn, int toColumn)
    {
        var part = drawing.AddNewPart<ChartPart>();
        part.ChartSpace = space;
        var frame = new Xdr.GraphicFrame(
            new Xdr.NonVisualGraphicFrameProperties(
                new Xdr.NonVisualDrawingProperties { Id = id, Name = title.Clean(), Description = description.Clean() },
                new Xdr.NonVisualGraphicFrameDrawingProperties()),
            new Xdr.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = drawing.GetIdOfPart(part) }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            Macro = "",
        };
        drawing.WorksheetDrawing.Append(new Xdr.TwoCellAnchor(
            new Xdr.FromMarker(At(fromColumn, figures.Place.From - 1)),
            new Xdr.ToMarker(At(toColumn, figures.Place.To)),
            frame,
            new Xdr.ClientData())
        {
            EditAs = Xdr.EditAsValues.OneCell,
        });
    }

    // ClosedXML names the rows to repeat on every page without the signs that other readers ask for.
    [GeneratedRegex("!([0-9]+):([0-9]+)$")]
    private static partial Regex Relative();

    // Columns and rows are counted from 0 here.
    private static OpenXmlElement[] At(int column, int row) =>
    [
        new Xdr.ColumnId(FormattableString.Invariant($"{column}")), new Xdr.ColumnOffset("0"),
        new Xdr.RowId(FormattableString.Invariant($"{row}")), new Xdr.RowOffset("0"),
    ];

    private static string DescribeGaps(Briefing briefing) => $"{GapBars.Title(briefing)}. " + string.Join("; ", briefing.Report.Areas.Select(row =>
        $"{briefing.Wording.AreaName(row.Code)} {(row.Gap is { } gap ? $"{Shown.Gap(gap, briefing.Culture)} ({Texts.Of(row.Finding, briefing.Culture)})" : briefing.Word(row.GapUnknown))}"));

    private static string DescribeShape(Briefing briefing) => $"{ShapeRadar.Title(briefing)}. " + string.Join("; ", briefing.Report.Areas.OrderBy(row => row.Order).Select(row =>
        $"{briefing.Wording.AreaName(row.Code)} {briefing.Level(row.Score.Value, row.ScoreUnknown)} / {briefing.Level(row.Benchmark, Unknown.NoPeers)}"));

    private static string Level(this Briefing briefing, double? value, Unknown? why) => value is { } level ? Shown.Level(level, briefing.Culture) : briefing.Word(why);
}
