using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Tests.Briefings;

public sealed class SummarySheetTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Everything => Reports.Everything;

    [Theory]
    [MemberData(nameof(Everything))]
    public void OnOnePage_StandTheHeadline_EveryClearGapBySize_AndWhatIsAskedFor(string name, string language)
    {
        var (report, culture) = (Reports.Named(name), Reports.Culture(language));
        using var book = new Book(report, language);
        var (sheet, wording) = (book.Summary, new GapWording(report, culture));
        Assert.Equal((1, 1), (sheet.PageSetup.PagesWide, sheet.PageSetup.PagesTall));
        Assert.Contains(sheet.CellsUsed(), cell => SameText(cell.GetString(), wording.Headline()));
        foreach (var (finding, column) in (ReadOnlySpan<(Finding, int)>)[(Finding.Behind, 2), (Finding.Ahead, 8)])
        {
            var figures = sheet.Column(column + 1).CellsUsed(cell => cell.HasFormula).ToList();
            Assert.Equal(report.Of(finding).Select(row => row.Gap!.Value), figures.Select(Book.Figure), (a, b) => Math.Abs(a - b) < 1e-12);
            Assert.Equal(report.Of(finding).Select(row => wording.AreaName(row.Code)), figures.Select(cell => sheet.Cell(cell.Address.RowNumber, column).GetString()), SameText);
            Assert.Equal(report.Of(finding).SelectMany(row => (double[])[row.GapBand!.Value.Low, row.GapBand.Value.High]),
                figures.SelectMany(cell => (double[])[Book.Figure(cell.CellRight()), Book.Figure(cell.CellRight(2))]), (a, b) => Math.Abs(a - b) < 1e-12);
        }

        var asked = new RequirementWording(report, culture);
        if (report.SubjectSource is not null)
            Assert.All(report.Profiles, result => Assert.Contains(sheet.CellsUsed(), cell => cell.GetString().EndsWith(asked.Counts(result), StringComparison.Ordinal)));
    }

    // What XML cannot hold is a space in the file.
    private static bool SameText(string one, string other) => one.Length == other.Length;
}
