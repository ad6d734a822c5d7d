using System.Globalization;
using ClosedXML.Excel;
using Dashboard.Core.Readiness;
using DocumentFormat.OpenXml.Packaging;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Tests.Briefings;

/// <summary>There is one copy of the figures: the cells that the charts draw are formulas on the table.</summary>
public sealed class ChartFormulaTests
{
    private const int Score = 3;
    private const int Gap = 11;
    private const double Middle = 0.5;

    public static IEnumerable<TheoryDataRow<string, string>> Everything => Reports.Everything;

    [Theory]
    [MemberData(nameof(Everything))]
    public void EveryDrawnFigure_IsAFormula_ThatComesToItsStoredValue(string name, string language)
    {
        var report = Reports.Named(name);
        using var book = new Book(report, language);
        var drawn = Drawn(book);
        var stored = Book.Stored(book.Bytes);
        Assert.All(drawn, cell => Assert.True(cell.HasFormula, cell.Address.ToString()));
        book.Gaps.RecalculateAllFormulas();
        Assert.All(drawn, cell => Assert.Equal(Number(stored[Name(cell)]), cell.GetDouble()));
        Assert.Equal(report.Areas.Sum(row => Count(row.Gap) + Count(row.Score.Value) + Count(row.Benchmark)), drawn.Count);

        static int Count(double? value) => value is null ? 0 : 1;
    }

    [Fact]
    public async Task ChangingTheTable_MovesTheCharts()
    {
        var report = Reports.Mixed;
        using var before = new Book(report);
        // The lead of whoever is ahead shrinks to a sliver, one gap goes beyond what there was, and one is taken back by a word.
        var ahead = Rows(report, row => row.Finding == Finding.Ahead);
        var widest = Rows(report, row => row.Finding == Finding.Behind)[0];
        var close = Rows(report, row => row.Finding == Finding.TooCloseToCall)[0];
        var heading = HeadingOf(before);
        var changed = Change(before.Bytes, [
            .. ahead.Select(at => (Cell(before, heading + at, Gap), "0.06")), (Cell(before, heading + widest, Gap), "-4.96"),
            (Cell(before, heading + close, Gap), "withdrawn"), .. Rows(report, row => row.Score.Value > 0).Select(at => (Cell(before, heading + at, Score), "0"))]);

        var moved = Book.Stored(await Office.SavedAsync(changed));
        var bars = Drawn(before).Where(cell => cell.FormulaA1.Contains("ROUND", StringComparison.Ordinal)).ToDictionary(cell => cell.Address.RowNumber - heading, cell => moved[Name(cell)]);
        Assert.All(ahead, at => Assert.Equal(0.1, Number(bars[at])));
        Assert.Equal(-5, Number(bars[widest]));
        Assert.Equal("#N/A", bars[close]);
        var shape = Drawn(before).Where(cell => cell.FormulaA1.Contains($"({XLHelper.GetColumnLetterFromNumber(Score)}", StringComparison.Ordinal)).ToList();
        Assert.Equal(report.Areas.Count(row => row.Score.Value is not null), shape.Count);
        Assert.All(shape, cell => Assert.Equal(0, Number(moved[Name(cell)])));

        var (first, second) = (await Office.PageOfAsync(before.Bytes, 1), await Office.PageOfAsync(changed, 1));
        Assert.InRange(second.Count(PictureTests.Ahead, 0, Middle, PictureTests.Charts), 0, first.Count(PictureTests.Ahead, 0, Middle, PictureTests.Charts) / 2);
        Assert.InRange(second.Count(PictureTests.Accent, Middle, 1, PictureTests.Charts), 0, first.Count(PictureTests.Accent, Middle, 1, PictureTests.Charts) / 2);
    }

    private static List<int> Rows(GapReport report, Func<GapRow, bool> which) =>
        [.. report.Areas.Select((row, i) => (row, At: i + 1)).Where(x => which(x.row)).Select(x => x.At)];

    private static int HeadingOf(Book book) => book.GapTable(1)[0][0].Address.RowNumber - 1;

    private static string Cell(Book book, int row, int column) => Address(book.Gaps.Cell(row, column));

    private static (string, string) Name(IXLCell cell) => (cell.Worksheet.Name, Address(cell));

    private static string Address(IXLCell cell) => cell.Address.ToString()!;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The cells that the charts refer to and that are not empty.</summary>
    private static List<IXLCell> Drawn(Book book)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(book.Bytes), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.DrawingsPart?.ChartParts ?? [])
            .SelectMany(p => p.ChartSpace.Descendants<C.NumberReference>()).SelectMany(r => book.Workbook.Range(r.Formula!.Text).Cells()).Where(cell => !cell.IsEmpty())];
    }

    /// <summary>As somebody does who types over cells: what depends on them is to be worked out anew.</summary>
    private static byte[] Change(byte[] workbook, IEnumerable<(string Cell, string Value)> changes)
    {
        var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var sheet = document.WorkbookPart!.Workbook.Descendants<S.Sheet>().ElementAt(1);
            var cells = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<S.Cell>().ToDictionary(cell => cell.CellReference!.Value!);
            foreach (var (name, value) in changes)
            {
                cells[name].DataType = char.IsLetter(value[0]) ? S.CellValues.String : S.CellValues.Number;
                (cells[name].CellFormula, cells[name].CellValue) = (null, new S.CellValue(value));
            }

            foreach (var formula in cells.Values.Where(cell => cell.CellFormula is not null))
                formula.CellValue = null;
        }

        return stream.ToArray();
    }
}
