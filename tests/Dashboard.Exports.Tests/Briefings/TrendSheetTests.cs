using System.Globalization;
using Dashboard.Core.Readiness;
using DocumentFormat.OpenXml.Packaging;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Dashboard.Exports.Tests.Briefings;

public sealed class TrendSheetTests
{
    private const int Score = 5;

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void EveryRow_HoldsTheFiguresOfItsCycle(string language)
    {
        var history = Histories.Told;
        using var book = new Book(history, language);
        var heading = Book.HeadingOf(book.Trend);
        GapRow[] inOrder = [.. history.Report.Areas.OrderBy(row => row.Order), history.Report.Total];
        for (var a = 0; a < inOrder.Length; a++)
            for (var c = 0; c < history.Reports.Length; c++)
            {
                var cells = book.Trend.Row(heading + 1 + a * history.Reports.Length + c);
                var (report, row) = (history.Reports[c], history.Reports[c].Rows.First(r => r.Code == inOrder[a].Code));
                Assert.Equal(report.Cycle.Code, cells.Cell(3).GetString());
                double?[] figures = [row.Score.Value, row.ShownBand?.Low, row.ShownBand?.High, row.Benchmark, row.N, report.Members, row.Gap, row.GapBand?.Low, row.GapBand?.High];
                for (var i = 0; i < figures.Length; i++)
                    BriefingWorkbookTests.AssertFigure(figures[i], cells.Cell(Score + i));
            }
    }

    [Fact]
    public void Lines_AreBrokenWhereTheFrameworkChanged_AndHaveNoPointWhereNothingIsKnown()
    {
        var history = Histories.Told;
        var charts = Charts(new Book(history).Bytes);
        Assert.Equal(history.Report.Areas.Length + 1, charts.Count);
        var last = history.Report.Framework.Areas[^1];
        var lines = charts.Single(chart => chart.Title == last.ShortName).Space.Descendants<C.LineChartSeries>().Select(PointsOf).ToList();
        // Benchmark and subject, each before and after the change; nobody has answered in the third cycle.
        Assert.Equal(["1", "0 2 3 4", "1", "0 2 4"], lines.Select((line, i) => i % 2 == 0 ? $"{line.Count}" : "0 " + string.Join(' ', line.Keys.Select(k => k + 1))));
        foreach (var (c, level) in lines[3])
            Assert.Equal(Row(history.Reports[c], last.Code).Score.Value!.Value, level, 1e-12);
        Assert.Null(Row(history.Reports[2], last.Code).Score.Value);
    }

    [Fact]
    public void Charts_TellTheTotalFirst_ThenWhatGained_AndSayItInWords()
    {
        var charts = Charts(new Book(Histories.Told).Bytes);
        Assert.Equal("Total", charts[0].Title);
        Assert.Equal(Histories.Told.Report.Framework.Areas[^1].ShortName, charts[1].Title);
        Assert.Matches("▲ .* → .* since 2024", charts[1].Space.Descendants<C.Title>().First().InnerText);
        Assert.All(charts, chart => Assert.InRange(chart.Description.Length, 40, 1000));
        Assert.Contains("too few answers", charts[1].Description);
    }

    [Fact]
    public void WithoutACycleBefore_ThereIsNoChart() => Assert.Empty(Charts(new Book(Reports.Mixed).Bytes));

    private static GapRow Row(GapReport report, string code) => report.Areas.First(row => row.Code == code);

    private static SortedDictionary<int, double> PointsOf(C.LineChartSeries series) => new(series.Descendants<C.NumberingCache>().Single().Elements<C.NumericPoint>()
        .ToDictionary(p => (int)p.Index!.Value, p => double.Parse(p.InnerText, CultureInfo.InvariantCulture)));

    private static List<(string Title, string Description, C.ChartSpace Space)> Charts(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var book = document.WorkbookPart!;
        var sheet = (WorksheetPart)book.GetPartById(book.Workbook.Descendants<S.Sheet>().Single(s => s.Name == "Trend").Id!);
        return sheet.DrawingsPart is not { } drawing ? [] :
            [.. drawing.WorksheetDrawing.Descendants<Xdr.GraphicFrame>().Select(frame => (frame.Descendants<Xdr.NonVisualDrawingProperties>().Single(), Chart: frame.Descendants<C.ChartReference>().Single()))
                .Select(x => (x.Item1.Name!.Value!, x.Item1.Description!.Value!, ((ChartPart)drawing.GetPartById(x.Chart.Id!)).ChartSpace))];
    }
}
