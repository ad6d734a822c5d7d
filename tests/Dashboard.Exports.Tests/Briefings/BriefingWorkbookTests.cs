using ClosedXML.Excel;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Exports.Briefings;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Dashboard.Exports.Tests.Briefings;

public sealed class BriefingWorkbookTests
{
    private const double Exact = 1e-12;

    public static IEnumerable<TheoryDataRow<string, string>> Everything => Reports.Everything;

    [Theory]
    [MemberData(nameof(Everything))]
    public void Workbook_OfAnyReport_IsValid(string report, string language)
    {
        using var book = new Book(Reports.Named(report), language);
        using var document = SpreadsheetDocument.Open(new MemoryStream(book.Bytes), isEditable: false);
        foreach (var version in (FileFormatVersions[])[FileFormatVersions.Office2019, FileFormatVersions.Microsoft365])
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void GapTable_HoldsTheReportsFigures_AndAWordForEachUnknownOne(string name, string language)
    {
        var report = Reports.Named(name);
        using var book = new Book(report, language);
        var rows = report.Areas.Append(report.Total).ToList();
        foreach (var (row, cells) in rows.Zip(book.GapTable(report.Areas.Length)))
        {
            var isSeen = row.ScoreUnknown is not (Unknown.Withheld or Unknown.NotReported);
            double?[] expected =
            [
                row.Score.Value, row.ShownBand?.Low, row.ShownBand?.High, isSeen ? row.Answers.Scored : null, isSeen ? row.Answers.Applicable : null,
                row.Benchmark, row.N, report.Members, row.Gap, row.GapBand?.Low, row.GapBand?.High, row.MatchedGap,
            ];
            for (var i = 0; i < expected.Length; i++)
                AssertFigure(expected[i], cells[i + 1]);
            Assert.Equal(Texts.Of(row.Finding, Reports.Culture(language)), cells[13].GetString());
            Assert.Equal(XLDataType.Text, cells[14].DataType);
            Assert.NotEmpty(cells[14].GetString());
        }
    }

    [Fact]
    public void GapTable_ShowsGapsAsThePageDoes()
    {
        var report = Reports.Mixed;
        using var book = new Book(report);
        foreach (var (row, cells) in report.Areas.Zip(book.GapTable(report.Areas.Length)).Where(pair => pair.First.Gap is not null))
        {
            Assert.Equal(Shown.Gap(row.Gap!.Value, Reports.Culture("en")), Displayed(cells[9]));
            Assert.Equal(Shown.GapEnd(row.GapBand!.Value.Low, Reports.Culture("en")), Displayed(cells[10]));
            Assert.Equal(Shown.GapEnd(row.GapBand!.Value.High, Reports.Culture("en")), Displayed(cells[11]));
            Assert.Equal(Shown.Gap(row.MatchedGap!.Value, Reports.Culture("en")) + (row.MatchedDiffers ? " *" : ""), Displayed(cells[12]));
            Assert.Equal(Shown.Level(row.Score.Value!.Value, Reports.Culture("en")), Displayed(cells[1]));
        }
    }

    [Fact]
    public void Mixed_HasEveryKindOfRow() // else the tests above would test less than they seem to
    {
        var report = Reports.Mixed;
        Assert.Equal([Finding.Behind, Finding.Ahead, Finding.TooCloseToCall, Finding.Insufficient, Finding.NotApplicable],
            report.Areas.Append(report.Total).Select(row => row.Finding).Distinct().Order());
        Assert.Contains(report.Areas, row => row.MatchedDiffers);
        Assert.Equal(4, report.Indicators.Select(i => i.Cell.State).Distinct().Count());
        Assert.True(Reports.Draft.IsDraft);
        Assert.All([Reports.Withheld, Reports.NotReported, Reports.Insufficient, Reports.NoPeers], r => Assert.All(r.Areas, row => Assert.Null(row.Gap)));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Areas_HoldWhatTheScoreIsMadeOf(string name, string language)
    {
        var report = Reports.Named(name);
        using var book = new Book(report, language);
        var heading = Book.HeadingOf(book.Areas);
        foreach (var (area, i) in report.Areas.OrderBy(row => row.Order).Append(report.Total).Select((row, i) => (row, i)))
        {
            var row = book.Areas.Row(heading + 1 + i);
            Assert.Equal(area.Code ?? "", row.Cell(2).GetString());
            double?[] expected = [area.Score.Value, area.Range?.Low, area.Range?.High, area.Coverage, area.IsSeen ? area.Answers.Scored : null, area.IsSeen ? area.Answers.Applicable : null];
            for (var c = 0; c < expected.Length; c++)
                AssertFigure(expected[c], row.Cell(5 + c));
            AssertFigure(area.Benchmark, row.Cell(12));
            AssertFigure(area.Gap, row.Cell(14));
        }
    }

    [Fact]
    public void Names_ThatLookLikeFormulasOrNumbers_StayText()
    {
        var report = Reports.Hostile;
        using var book = new Book(report);
        // The only formulas are our own, of figures of the tables.
        Assert.All(book.Workbook.Worksheets.SelectMany(s => s.CellsUsed()).Where(cell => cell.HasFormula), cell => Assert.Matches(LiveCellTests.Ours, cell.FormulaA1));
        var names = book.GapTable(report.Areas.Length).Select(r => r[0]).ToList();
        Assert.All(names, cell => Assert.Equal(XLDataType.Text, cell.DataType));
        foreach (var start in (string[])["=1+", "+", "-", "@", "=cmd|' /C calc'!A0 ", " =", "1/2", "007", "'", "<&> ", "\uFFFD", "1,5"])
            Assert.Contains(names, cell => cell.GetString().StartsWith(start, StringComparison.Ordinal));
    }

    [Fact]
    public void Workbook_TwiceOfOneReport_SaysTheSame_AndTakesNoClock()
    {
        using var book = new Book(Reports.Mixed);
        Assert.Equal(new DateTime(2026, 6, 30), book.Workbook.Properties.Created.Date);
        Assert.Equal("Japan and the NATO median, cycle 2026", book.Workbook.Properties.Title);
        Assert.Equal("briefing-JPN-NATO-2026-RESTRICTED.xlsx", BriefingWorkbook.FileName(Book.Of(Reports.Mixed)));
    }

    [Theory]
    [InlineData("en", "Audit head at this export: entry 123, ")]
    [InlineData("ja", "この出力時の監査チェーンの先頭：項目123、")]
    [InlineData("fr", "Tête de l’audit à cet export\u00a0: entrée 123, ")]
    public void Method_SaysHowFarTheAuditHadGot_AndHowToHoldItToThat(string language, string start)
    {
        using var book = new Book(Reports.Mixed, language);
        var line = book.Method.CellsUsed().Select(c => c.GetString()).Single(text => text.StartsWith(start, StringComparison.Ordinal));
        Assert.Contains(Book.Head.HashText, line);
        Assert.EndsWith($"audit verify --head 123:{Book.Head.HashText}", line);
        Assert.Equal(Book.Head.HashText, Dashboard.Core.Audit.AuditHead.Parse(line.Split(' ')[^1]).HashText);
    }

    [Theory]
    [InlineData("en", "How readiness is scored", "1. own levels", "Calibri")]
    [InlineData("ja", "即応性の算定方法", "1. 自国のレベル", "Yu Gothic")]
    [InlineData("fr", "Comment la préparation est calculée", "1. niveaux propres", "Calibri")]
    public void Method_IsInTheReadersLanguage_APartInEachRow_AsTallAsItNeeds(string language, string title, string step, string font)
    {
        using var book = new Book(Reports.Mixed, language);
        var lines = book.Method.CellsUsed().SkipWhile(c => c.GetString() != title).ToList();
        Assert.Contains(lines, c => c.GetString().StartsWith(step, StringComparison.Ordinal));
        Assert.All(lines, c => Assert.Equal(font, c.Style.Font.FontName));
        Assert.All(lines, c => Assert.DoesNotMatch(@"\*|`|\w\]\(|^(#|>|- )", c.GetString()));
        // At least 10 points to a line: 120 digits wide, a Japanese letter as wide as two.
        Assert.All(lines, c => Assert.InRange(c.WorksheetRow().Height, 10 * Math.Ceiling(c.GetString().Sum(letter => letter > 0x2E80 ? 2 : 1) / 140.0), 409));
    }

    // As Excel shows it; ClosedXML's own formatting passes over the minus sign.
    private static string Displayed(IXLCell cell) =>
        new ExcelNumberFormat.NumberFormat(cell.Style.NumberFormat.Format).Format(cell.GetDouble(), System.Globalization.CultureInfo.InvariantCulture);

    internal static void AssertFigure(double? expected, IXLCell cell)
    {
        if (expected is { } number)
        {
            Assert.Equal(XLDataType.Number, cell.DataType);
            Assert.Equal(number, Book.Figure(cell), Exact);
        }
        else
        {
            Assert.Equal(XLDataType.Text, cell.DataType);
            Assert.NotEmpty(cell.GetString());
        }
    }
}
