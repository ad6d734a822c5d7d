using ClosedXML.Excel;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using DocumentFormat.OpenXml.Packaging;

namespace Dashboard.Exports.Tests.Briefings;

public sealed class FrameTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Everything => Reports.Everything;

    [Theory]
    [MemberData(nameof(Everything))]
    public void EverySheet_CarriesMarkingAndDate_OnScreenAndOnPaper(string name, string language)
    {
        var report = Reports.Named(name);
        using var book = new Book(report, language);
        var date = Texts.Get(Reports.Culture(language), "Briefing.AsOf", report.Cycle.AsOf);
        Assert.Equal(11, book.Workbook.Worksheets.Count);
        Assert.All(book.Workbook.Worksheets, sheet =>
        {
            Assert.StartsWith(report.Marking.ToLine(), sheet.Cell("B1").GetString());
            Assert.Contains(sheet.Range("B1:B10").CellsUsed(), cell => cell.GetString().Contains(date, StringComparison.OrdinalIgnoreCase));
            var (header, footer) = (sheet.PageSetup.Header.GetText(XLHFOccurrence.OddPages), sheet.PageSetup.Footer.GetText(XLHFOccurrence.OddPages));
            Assert.Contains(report.Marking.ToLine(), header);
            Assert.Contains(report.Marking.ToLine(), footer);
            Assert.Contains(date, footer);
            Assert.Contains("&P", footer);
            Assert.Contains("&N", footer);
            Assert.Equal((XLPageOrientation.Landscape, 1, sheet.Position == 1 ? 1 : 0), (sheet.PageSetup.PageOrientation, sheet.PageSetup.PagesWide, sheet.PageSetup.PagesTall));
        });
    }

    [Fact]
    public void Draft_AndDemonstration_AreSaidOnEverySheet()
    {
        using var book = new Book(Reports.Draft);
        Assert.All(book.Workbook.Worksheets, sheet => Assert.EndsWith("Illustrative demonstration data · DRAFT", sheet.Cell("B1").GetString()));
        Assert.All(book.Workbook.Worksheets, sheet => Assert.Contains("DRAFT", sheet.PageSetup.Header.GetText(XLHFOccurrence.OddPages)));
    }

    [Fact]
    public void Header_OfALongMarking_KeepsTheClassification_AndExcelsLimit()
    {
        var marking = new Marking("R&D only", Dashboard.Core.Countries.Country.All.Keys);
        using var book = new Book(Reports.Mixed with { Marking = marking });
        Assert.All(book.Workbook.Worksheets, sheet =>
        {
            Assert.Equal(marking.ToLine(), sheet.Cell("B1").GetString());
            foreach (var text in (string[])[sheet.PageSetup.Header.GetText(XLHFOccurrence.OddPages), sheet.PageSetup.Footer.GetText(XLHFOccurrence.OddPages)])
            {
                Assert.Contains("R&&D ONLY · REL TO ABW", text);
                Assert.InRange(text.Length, 1, 255);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Headings_StayInSight_OnScreenAndOnPaper_AndTablesCanBeFiltered(string name, string language)
    {
        using var book = new Book(Reports.Named(name), language);
        using var document = SpreadsheetDocument.Open(new MemoryStream(book.Bytes), isEditable: false);
        var names = document.WorkbookPart!.Workbook.DefinedNames!.Select(n => n.InnerText.Replace("'", "", StringComparison.Ordinal)).ToList();
        Assert.False(book.Summary.ShowGridLines);
        foreach (var sheet in (ClosedXML.Excel.IXLWorksheet[])[book.Gaps, book.Areas, book.Indicators, book.Trend, book.Position])
        {
            var heading = Book.HeadingOf(sheet);
            Assert.Equal(heading, sheet.SheetView.SplitRow);
            Assert.Contains(FormattableString.Invariant($"{sheet.Name}!${heading}:${heading}"), names);
            Assert.Equal(heading, sheet.AutoFilter.Range.FirstRow().RowNumber());
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Names_AreInEnglishInEveryLanguage_AndLeadToTheirFigures(string language)
    {
        var report = Reports.Mixed;
        using var book = new Book(report, language);
        Assert.Equal(report.Areas.Select(row => Rounded(row.Gap)), Figures("AreaGaps"));
        Assert.Equal(report.Areas.Select(row => Rounded(row.Score.Value)), Figures("AreaScores"));
        Assert.Equal(report.Areas.Select(row => Rounded(row.Benchmark)), Figures("AreaBenchmarks"));
        Assert.Equal([Rounded(report.Total.Gap)], Figures("TotalGap"));
        Assert.Equal(report.Indicators.Select(row => row.Cell.IsScored ? (double?)row.Cell.Level : null), Figures("IndicatorLevels"));

        static double? Rounded(double? value) => value is { } number ? Math.Round(number, 12) : null;

        List<double?> Figures(string name) => [.. book.Workbook.NamedRange(name).Ranges.Cells().Select(cell => cell.DataType == XLDataType.Number ? Rounded(Book.Figure(cell)) : null)];
    }

    [Fact]
    public void Properties_SayWhatTheFileIs_AndWhoMadeIt()
    {
        using var book = new Book(Reports.Mixed);
        var properties = book.Workbook.Properties;
        Assert.Equal(("Allied Cyber Readiness Dashboard", "Japan; JPN; NATO; 2026; AICR 1.0"), (properties.Author, properties.Keywords));
    }
}
