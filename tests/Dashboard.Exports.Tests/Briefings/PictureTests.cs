using Dashboard.Core.Readiness;
using Dashboard.Exports.Briefings;

namespace Dashboard.Exports.Tests.Briefings;

/// <summary>The first page as LibreOffice draws it: below the lists the bars at the left, the shape at the right.</summary>
public sealed class PictureTests
{
    private const double Middle = 0.5;

    /// <summary>From where on the charts are, of the height of the page.</summary>
    internal const double Charts = 0.6;
    private const string Behind = "B3371A";
    internal const string Ahead = "0B7052";
    private const string Even = "62666D";
    internal const string Accent = "1746A2";
    private const int Bar = 150;
    private const int Line = 60;

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task BothCharts_AreDrawn(string language)
    {
        var picture = await Office.PageOfAsync(BriefingWorkbook.Write(Book.Of(Reports.Mixed), Reports.Culture(language), Book.Head), 1);
        Assert.True(picture.Width > picture.Height, "The page is not landscape.");
        Assert.True(picture.Count(Behind, 0, Middle, Charts) > Bar, "No bar behind.");
        Assert.True(picture.Count(Ahead, 0, Middle, Charts) > Bar, "No bar ahead.");
        Assert.True(picture.Count(Even, 0, Middle, Charts) > Bar, "No bar too close to call.");
        Assert.True(picture.Count(Accent, Middle, 1, Charts) > Line, "No shape of the subject.");
        Assert.Equal(0, picture.Count(Accent, 0, Middle, Charts));
        Assert.Equal(0, picture.Count(Behind, Middle, 1, Charts));
    }

    [Fact]
    public async Task UnknownGaps_HaveNoBar()
    {
        // Below the lists all red pixels are bars and their labels.
        var known = await Office.PageOfAsync(BriefingWorkbook.Write(Book.Of(Reports.Mixed), Reports.Culture("en"), Book.Head), 1);
        var unknown = await Office.PageOfAsync(BriefingWorkbook.Write(Book.Of(Reports.NotReported), Reports.Culture("en"), Book.Head), 1);
        Assert.True(known.Count(Behind, 0, Middle, Charts) > Bar);
        Assert.InRange(unknown.Count(Behind, 0, Middle, Charts), 0, Bar / 2);
        Assert.All(Reports.NotReported.Areas, row => Assert.Equal(Finding.NotReported, row.Finding));
    }
}
