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
        Assert.Equal(6, book.Workbook.Worksheets.Count);
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
            Assert.Equal((XLPageOrientation.Landscape, 1, 0), (sheet.PageSetup.PageOrientation, sheet.PageSetup.PagesWide, sheet.PageSetup.PagesTall));
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

    [Fact]
    public void Headings_StayInSight_OnScreenAndOnPaper()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(new Book(Reports.Mixed).Bytes), isEditable: false);
        Assert.Contains(document.WorkbookPart!.Workbook.DefinedNames!, name => name.InnerText == "'Areas and indicators'!$5:$5");
        using var book = new Book(Reports.Mixed);
        Assert.Equal(5, book.Areas.SheetView.SplitRow);
        Assert.False(book.Summary.ShowGridLines);
    }
}
