using ClosedXML.Excel;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Tests.Briefings;

public sealed class CompareSheetTests
{
    private const int Heading = 5;
    private const int FirstFigure = 4;

    public static IEnumerable<TheoryDataRow<string, string>> Everything => Reports.Everything;

    [Theory]
    [MemberData(nameof(Everything))]
    public void EveryCell_HoldsTheFigureOfTheMap_OrTheWordForWhyThereIsNone(string name, string language)
    {
        var report = Reports.Named(name);
        var (map, culture) = (HeatMap.Of(report), Reports.Culture(language));
        using var book = new Book(report, language);
        var sheet = book.Compare;
        for (var c = 0; c < map.Columns.Length; c++)
            AssertFigure(map.Columns[c].Benchmark, sheet.Cell(Heading + 2, FirstFigure + c));
        HeatRow[] rows = [map.Subject, .. map.Sorted(map.OrderOf(null), culture)];
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < map.Columns.Length; c++)
            {
                var cell = sheet.Cell(Heading + (r == 0 ? 1 : 3 + r), FirstFigure + c);
                AssertFigure(rows[r].Cells[c].Value, cell);
                if (rows[r].Cells[c].Value is null)
                    Assert.Equal(CompareWording.Word(rows[r].Cells[c].State, culture), cell.GetString());
            }
        }

        Assert.True(sheet.Cell(Heading + 3 + rows.Length, FirstFigure).IsEmpty());
        Assert.Equal(report.Members + 1, rows.Length);
    }

    [Fact]
    public void Colour_FollowsTheLevelThatIsReached_AsItIsShown()
    {
        using var book = new Book(Reports.Mixed);
        var (map, sheet) = (HeatMap.Of(Reports.Mixed), book.Compare);
        var rules = sheet.ConditionalFormats.Select(rule => (Least: Least(rule), Fill: rule.Style.Fill.BackgroundColor.Color.ToArgb() & 0xFFFFFF)).ToList();
        Assert.Equal([4.95, 3.95, 2.95, 1.95, 0.95, 0], rules.Select(rule => rule.Least));
        int[] ramp = [0xDCE9FE, 0xADCAFE, 0x7FA9F5, 0x5689E9, 0x295DC4, 0x0F3786];
        var values = map.Members.Prepend(map.Subject).SelectMany(row => row.Cells).Select(cell => cell.Value).OfType<double>().Append(2.95).Append(2.949).ToList();
        Assert.All(values, value => Assert.Equal(ramp[HeatMap.Step(value, Reports.Mixed.Framework)], rules.First(rule => value >= rule.Least).Fill));
        Assert.All(sheet.ConditionalFormats, rule => Assert.Equal("D6:P40", rule.Range.RangeAddress.ToString()));
    }

    [Fact]
    public void Member_ThatDoesNotCount_IsNotAmongTheCellsOfTheBenchmark()
    {
        var uncounted = HeatMap.Of(Reports.Uncounted).Members.Single(row => row.Standing.Code == "LVA").Cells[0];
        Assert.True(uncounted.IsUncounted);
        using var book = new Book(Reports.Uncounted);
        var row = book.Compare.Column(2).CellsUsed().Single(cell => cell.GetString() == "Latvia").WorksheetRow();
        Assert.Equal((uncounted.Value!.Value, "0.0\" *\""), (Book.Figure(row.Cell(FirstFigure)), row.Cell(FirstFigure).Style.NumberFormat.Format));
        Assert.True(row.Cell(19).IsEmpty());
        Assert.Equal($"E{row.RowNumber()}", row.Cell(20).FormulaA1);
        Assert.Equal("MEDIAN(S9:S40)", book.Compare.Cell(Heading + 2, FirstFigure).FormulaA1);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Benchmark_IsAFormulaOnTheCellsThatCount(string name, string language)
    {
        var report = Reports.Named(name);
        using var book = new Book(report, language);
        var (map, sheet, first) = (HeatMap.Of(report), book.Compare, Heading + 4);
        var rows = map.Sorted(map.OrderOf(null), Reports.Culture(language));
        for (var c = 0; c < map.Columns.Length; c++)
        {
            Assert.Equal(map.Columns[c].N > 0, sheet.Cell(Heading + 2, FirstFigure + c).HasFormula);
            for (var r = 0; r < rows.Length; r++)
            {
                var cell = sheet.Cell(first + r, FirstFigure + map.Columns.Length + 2 + c);
                Assert.Equal(rows[r].Cells[c].Counts, !cell.IsEmpty());
                if (rows[r].Cells[c].Counts)
                    Assert.Equal(rows[r].Cells[c].Value!.Value, Book.Figure(cell), 1e-12);
            }
        }
    }

    [Theory]
    [InlineData(Statistic.Median, "MEDIAN(S9:S40)")]
    [InlineData(Statistic.Mean, "AVERAGE(S9:S40)")]
    [InlineData(Statistic.UpperQuartile, "QUARTILE(S9:S40,3)")]
    [InlineData(Statistic.Best, "MAX(S9:S40)")]
    public void Benchmark_IsTheStatisticThatWasAskedFor(Statistic statistic, string formula)
    {
        using var book = new Book(Reports.By(statistic));
        Assert.Equal(formula, book.Compare.Cell(Heading + 2, FirstFigure).FormulaA1);
    }

    [Fact]
    public void Countries_CanBeFiltered_AndStayInSight()
    {
        using var book = new Book(Reports.Mixed);
        // Below subject and benchmark, with the cells beside the table that the benchmark is made of: these go with their rows.
        Assert.Equal("B8:AE40", book.Compare.AutoFilter.Range.RangeAddress.ToString());
        Assert.Equal((Heading + 3, FirstFigure - 1), (book.Compare.SheetView.SplitRow, book.Compare.SheetView.SplitColumn));
    }

    private static void AssertFigure(double? expected, IXLCell cell)
    {
        Assert.Equal(expected is null ? XLDataType.Text : XLDataType.Number, cell.DataType);
        if (expected is { } number)
            Assert.Equal(number, Book.Figure(cell), 1e-12);
    }

    private static double Least(IXLConditionalFormat rule) => double.Parse(rule.Values[1].Value.Split(">=")[1].TrimEnd(')'), System.Globalization.CultureInfo.InvariantCulture);
}
