using ClosedXML.Excel;
using Dashboard.Core.Readiness;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Dashboard.Exports.Tests.Briefings;

public sealed class ChartTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Everything => Reports.Everything;

    [Theory]
    [MemberData(nameof(Everything))]
    public void EveryFormula_LeadsToCells_WithTheValuesOfTheCache(string name, string language)
    {
        using var book = new Book(Reports.Named(name), language);
        using var document = SpreadsheetDocument.Open(new MemoryStream(book.Bytes), isEditable: false);
        var references = Charts(document).SelectMany(c => c.Descendants<C.Formula>()).ToList();
        Assert.Equal(3 * 3 + 2 * 3, references.Count);
        foreach (var formula in references)
        {
            var cells = book.Workbook.Range(formula.Text).Cells().ToList();
            var points = formula.Parent!.Descendants().Where(e => e is C.NumericPoint or C.StringPoint)
                .ToDictionary(p => (int)(p is C.NumericPoint n ? n.Index! : ((C.StringPoint)p).Index!).Value, p => p.InnerText);
            Assert.Equal((uint)cells.Count, formula.Parent.Descendants<C.PointCount>().Single().Val!.Value);
            for (var i = 0; i < cells.Count; i++)
            {
                // A gap in the chart is a cell that is not there at all: neither 0 nor an empty text, which is drawn as 0.
                if (!points.TryGetValue(i, out var cached))
                    Assert.True(cells[i].IsEmpty() && cells[i].DataType == XLDataType.Text && cells[i].GetString() == "");
                else if (formula.Parent is C.NumberReference)
                    Assert.Equal(cells[i].GetDouble(), double.Parse(cached, System.Globalization.CultureInfo.InvariantCulture));
                else
                    Assert.Equal(cells[i].GetString(), cached);
            }
        }

        Assert.All(Charts(document), c => Assert.Equal(C.DisplayBlanksAsValues.Gap, c.Descendants<C.DisplayBlanksAs>().Single().Val!.Value));
    }

    [Theory]
    [InlineData(nameof(Reports.Mixed))]
    [InlineData(nameof(Reports.Withheld))]
    [InlineData(nameof(Reports.NoPeers))]
    public void EmptyCells_AreNotInTheFile(string name)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(new Book(Reports.Named(name)).Bytes), isEditable: false);
        var cells = Part(document, 1).Worksheet.Descendants<S.Cell>().ToDictionary(c => c.CellReference!.Value!);
        foreach (var reference in Charts(document).SelectMany(c => c.Descendants<C.NumberReference>()))
        {
            var (column, from) = (reference.Formula!.Text.Split('$')[1], int.Parse(reference.Formula.Text.Split('$')[2].TrimEnd(':')));
            var known = reference.Descendants<C.NumericPoint>().Select(p => (int)p.Index!.Value).ToHashSet();
            for (var i = 0; i < (int)reference.Descendants<C.PointCount>().Single().Val!.Value; i++)
                Assert.Equal(known.Contains(i), cells.TryGetValue($"{column}{from + i}", out var cell) && cell.CellValue is not null);
        }
    }

    [Fact]
    public void Bars_AreTheReportsGaps_WidestBehindOnTop_ByFinding()
    {
        var report = Reports.Mixed;
        using var document = SpreadsheetDocument.Open(new MemoryStream(new Book(report).Bytes), isEditable: false);
        var chart = Charts(document).Single(c => c.Descendants<C.BarChart>().Any());
        var series = chart.Descendants<C.BarChartSeries>().ToList();
        foreach (var (finding, i) in ((Finding[])[Finding.Behind, Finding.Ahead, Finding.TooCloseToCall]).Select((f, i) => (f, i)))
            Assert.Equal(
                report.Areas.Select((row, at) => (row, at)).Where(x => x.row.Finding == finding).Select(x => (x.at, (double)Shown.Round(x.row.Gap!.Value))),
                series[i].Descendants<C.NumberingCache>().Single().Elements<C.NumericPoint>().Select(p => ((int)p.Index!.Value, double.Parse(p.InnerText, System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(3, series.Select(s => s.Descendants<DocumentFormat.OpenXml.Drawing.RgbColorModelHex>().First().Val!.Value).Distinct().Count());
        Assert.Equal(C.OrientationValues.MaxMin, chart.Descendants<C.CategoryAxis>().Single().Descendants<C.Orientation>().Single().Val!.Value);
        Assert.Equal(C.TickLabelPositionValues.Low, chart.Descendants<C.CategoryAxis>().Single().Descendants<C.TickLabelPosition>().Single().Val!.Value);
        // Whatever somebody writes into the table, no end of the axis cuts its bar.
        Assert.DoesNotContain(chart.Descendants<C.Scaling>().SelectMany(s => s.Elements()), e => e is C.MinAxisValue or C.MaxAxisValue);
        Assert.Contains("levels", chart.Descendants<C.Title>().Single().InnerText);
    }

    [Fact]
    public void Radar_IsInFrameworkOrder_OnTheWholeScale_WithNames()
    {
        var report = Reports.Mixed;
        using var document = SpreadsheetDocument.Open(new MemoryStream(new Book(report).Bytes), isEditable: false);
        var chart = Charts(document).Single(c => c.Descendants<C.RadarChart>().Any());
        Assert.Equal((0.0, 5.0), (chart.Descendants<C.MinAxisValue>().Single().Val!.Value, chart.Descendants<C.MaxAxisValue>().Single().Val!.Value));
        Assert.Equal(report.Framework.Areas.Select(a => a.ShortName), chart.Descendants<C.RadarChartSeries>().First().Descendants<C.CategoryAxisData>().Single().Descendants<C.StringPoint>().Select(p => p.InnerText));
        Assert.Equal(["NATO median", "Japan"], chart.Descendants<C.SeriesText>().Select(t => t.Descendants<C.StringPoint>().Single().InnerText));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void BothCharts_AreDescribedInWords_AndStandBeforeTables(string name, string language)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(new Book(Reports.Named(name), language).Bytes), isEditable: false);
        var sheet = Summary(document);
        var frames = sheet.DrawingsPart!.WorksheetDrawing.Descendants<Xdr.NonVisualDrawingProperties>().ToList();
        Assert.Equal(2, frames.Count);
        Assert.All(frames, frame => Assert.InRange(frame.Description!.Value!.Length, 100, 4000));
        Assert.Equal(2, frames.Select(f => f.Id!.Value).Distinct().Count());
        var after = sheet.Worksheet.ChildElements.SkipWhile(e => e is not S.Drawing).Skip(1);
        Assert.All(after, e => Assert.True(e is S.LegacyDrawing or S.TableParts or S.WorksheetExtensionList, e.LocalName));
        Assert.Single(sheet.Worksheet.Elements<S.Drawing>());
    }

    private static WorksheetPart Summary(SpreadsheetDocument document) => Part(document, 0);

    private static WorksheetPart Part(SpreadsheetDocument document, int sheet) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Descendants<S.Sheet>().ElementAt(sheet).Id!);

    private static List<C.ChartSpace> Charts(SpreadsheetDocument document) => [.. Summary(document).DrawingsPart!.ChartParts.Select(p => p.ChartSpace)];
}
