using System.Collections.Concurrent;
using ClosedXML.Excel;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Exports.Briefings;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Dashboard.Exports.Tests.Briefings;

public sealed class GroupWorkbookTests
{
    private static readonly ConcurrentDictionary<(string Group, string Language), byte[]> Written = new();

    public static IEnumerable<TheoryDataRow<string, string>> Everything =>
        from name in (string[])[nameof(Nato), nameof(Unseen), nameof(Hostile)]
        from language in (string[])["en", "ja", "fr"]
        select new TheoryDataRow<string, string>(name, language);

    /// <summary>NATO with Japan as a guest: three members are seen, one of another basis, Japan with every kind of row; the others have not reported.</summary>
    private static GroupReports Nato { get; } = Of(With(CountryGroup.Require(CountryGroup.BuiltIn, "NATO"), "NATO"), [Reports.Japan(), .. Reports.Members()]);

    /// <summary>A group of which the reader may see no member.</summary>
    private static GroupReports Unseen { get; } = Of(new CountryGroup("TWO", new Names("Two", "Two", "Two"), [Member("JPN"), Member("USA")]), [Reports.Japan(new Marking("secret", ["JPN"]))]);

    private static GroupReports Hostile { get; } = Of(With(new CountryGroup("=1+1", new Names("=1+1", "@SUM(A1)", "\t=cmd|' /C calc'!A0"), [Member("EST"), Member("LVA")]), "=1+1"), [Reports.Japan(), .. Reports.Members()]);

    [Theory]
    [MemberData(nameof(Everything))]
    public void Workbook_IsValid_Marked_AndHasNoFormulaButOurs(string name, string language)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes(name, language)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        using var book = new XLWorkbook(new MemoryStream(Bytes(name, language)));
        Assert.Equal(7, book.Worksheets.Count);
        Assert.All(book.Worksheets, sheet => Assert.StartsWith(Named(name).Marking.ToLine(), sheet.Cell("B1").GetString()));
        Assert.All(book.Worksheets.SelectMany(s => s.CellsUsed()).Where(cell => cell.HasFormula), cell => Assert.Matches(LiveCellTests.Ours, cell.FormulaA1));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void EveryFigure_IsThatOfTheCountrysOwnReport(string name, string language)
    {
        var (group, culture) = (Named(name), Reports.Culture(language));
        using var book = new XLWorkbook(new MemoryStream(Bytes(name, language)));
        var table = book.Worksheet(4);
        var heading = Book.HeadingOf(table);
        GapReport[] ranked = [.. group.Ranked];
        Assert.Equal(ranked.Select(r => r.Total.Score.Value ?? -1).OrderDescending(), ranked.Select(r => r.Total.Score.Value ?? -1));
        for (var m = 0; m < ranked.Length; m++)
        {
            var own = GapAnalysis.Run(ranked[m].Question, Table);
            if (name == nameof(Unseen))
                own = ranked[m];
            GapRow[] rows = [.. own.Areas.OrderBy(row => row.Order), own.Total];
            for (var a = 0; a < rows.Length; a++)
            {
                var cells = table.Row(heading + 1 + m * rows.Length + a);
                Assert.Equal((Country.NameOf(own.Question.Subject, culture), own.Question.Subject), (cells.Cell(2).GetString(), cells.Cell(3).GetString()));
                double?[] figures = [rows[a].Score.Value, rows[a].ShownBand?.Low, rows[a].ShownBand?.High, rows[a].Benchmark, rows[a].N, own.Members, rows[a].Gap, rows[a].GapBand?.Low, rows[a].GapBand?.High];
                for (var i = 0; i < figures.Length; i++)
                    BriefingWorkbookTests.AssertFigure(figures[i], cells.Cell(5 + i));
                Assert.Equal(Texts.Of(rows[a].Finding, culture), cells.Cell(14).GetString());
                // The fields of both maps are the same figures.
                BriefingWorkbookTests.AssertFigure(rows[a].Score.Value, book.Worksheet(2).Cell(6 + m, 3 + a));
                BriefingWorkbookTests.AssertFigure(rows[a].Gap, book.Worksheet(3).Cell(6 + m, 3 + a));
            }
        }
    }

    [Fact]
    public void Ranking_HasPlaces_ClearAreas_AndWhatIsMissed()
    {
        using var book = new XLWorkbook(new MemoryStream(Bytes(nameof(Nato), "en")));
        var sheet = book.Worksheet(1);
        var heading = Book.HeadingOf(sheet, "missed");
        Assert.Equal((1, 1), (sheet.PageSetup.PagesWide, sheet.PageSetup.PagesTall));
        foreach (var (report, m) in Nato.Ranked.Select((report, m) => (report, m)))
        {
            var row = sheet.Row(heading + 1 + m);
            BriefingWorkbookTests.AssertFigure(report.Total.Score.Value, row.Cell(4));
            BriefingWorkbookTests.AssertFigure(report.Total.Gap, row.Cell(9));
            if (report.Total.Position is { } place)
                Assert.Equal((place.From, place.To, place.Of), ((int)row.Cell(5).GetDouble(), (int)row.Cell(6).GetDouble(), (int)row.Cell(7).GetDouble()));
            if (report.SubjectSource is null)
                Assert.All([row.Cell(5), row.Cell(11), row.Cell(12), row.Cell(15)], cell => Assert.True(cell.IsEmpty()));
            else
                Assert.Equal((report.Of(Finding.Behind).Count(), report.Of(Finding.Ahead).Count(), report.Profiles.Sum(p => p.Count(Outcome.Missed))),
                    ((int)row.Cell(11).GetDouble(), (int)row.Cell(12).GetDouble(), (int)row.Cell(15).GetDouble()));
        }

        Assert.Equal((4, 33), (Nato.Seen, Nato.Reports.Length));
        Assert.Equal("group-briefing-NATO-2026-RESTRICTED.xlsx", GroupWorkbook.FileName(Nato));
    }

    [Fact]
    public async Task EveryFormula_ComesToItsStoredValue_WhenOfficeRecalculates()
    {
        var stored = Book.Stored(Bytes(nameof(Nato), "fr"));
        var recalculated = Book.Stored(await Office.SavedAsync(LiveCellTests.WithoutValues(Bytes(nameof(Nato), "fr"))));
        Assert.True(stored.Count > 100);
        Assert.All(stored, cell => Assert.Equal(LiveCellTests.Number(cell.Value), LiveCellTests.Number(recalculated[cell.Key]), 1e-9));
    }

    [Fact]
    public void GroupOfNobody_IsRefused() => Assert.Contains("Nobody belonged to NONE", Assert.Throws<Core.InputException>(() =>
        GroupReports.Of(new CountryGroup("NONE", new Names("None", "None", "None"), []), Statistic.Median, false, Table)).Message);

    private static ScoreTable Table { get; } = TableOf([Reports.Japan(), .. Reports.Members()]);

    private static ScoreTable TableOf(IEnumerable<AssessmentSheet> sheets) =>
        ReleaseRule.Apply(Viewer.Reader("JPN", "restricted"), Sample.Terms, Sample.Cycle, Sample.Framework, sheets);

    private static GroupReports Of(CountryGroup group, IEnumerable<AssessmentSheet> sheets) => GroupReports.Of(group, Statistic.Median, withObservers: false, TableOf(sheets));

    private static CountryGroup With(CountryGroup group, string code) => group with { Code = code, Memberships = [.. group.Memberships, Member("JPN")] };

    private static Membership Member(string country) => new(country, MembershipRole.Member, null, null);

    private static GroupReports Named(string name) => name switch { nameof(Nato) => Nato, nameof(Unseen) => Unseen, _ => Hostile };

    private static byte[] Bytes(string name, string language) => Written.GetOrAdd((name, language), key => GroupWorkbook.Write(Named(key.Group), Reports.Culture(key.Language), Book.Head));
}
