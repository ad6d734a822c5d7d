using Dashboard.Core.Assessments;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

/// <summary>What leaves in a list is what the table shows, and what it cannot show is said.</summary>
public class ListTests
{
    private static readonly AssessmentSheet Own = Sheets.Of("JPN").Mark("LAN-2", Marking.OfPart("secret"));

    private static AssessmentSheet Told => Own with
    {
        Scores = [.. Own.Scores.Select(s => s with { Answer = s.Answer with { Rationale = $"because of {s.Indicator}" } })],
        Evidence = [Piece("LAN-1"), Piece("LAN-1") with { Marking = Marking.OfPart("secret") }, Piece("LAN-2")],
    };

    [Fact]
    public void List_FirstOfEachCountry_IsWhatTheTableHolds()
    {
        AssessmentSheet[] sheets = [Told, Sheets.Of("EST", 4), Sheets.Of("EST", 2, assessor: "JPN"), Sheets.Of("CAN", marking: new Marking("secret", ["JPN"]))];
        var reader = Viewer.Reader("JPN", "restricted");
        var (table, listed) = (sheets.SeenBy(reader), List(reader, sheets));
        Assert.Equal(["CAN", "EST", "EST", "JPN"], listed.Select(sheet => sheet.Scores.Country));
        Assert.Equal([false, true, false, true], listed.Select(sheet => sheet.IsUsed));
        Assert.All(listed.Where(sheet => sheet.IsUsed || sheet.Scores.Source is null), sheet =>
            Assert.Equal((table.Of(sheet.Scores.Country).Source, table.Of(sheet.Scores.Country).Withheld), (sheet.Scores.Source, sheet.Scores.Withheld)));
        Assert.All(listed.Where(sheet => sheet.IsUsed || sheet.Scores.Source is null), sheet => Assert.Equal(table.Of(sheet.Scores.Country).Cells, sheet.Scores.Cells));
    }

    [Fact]
    public void List_OfACountryThatIsHidden_SaysWhy_AndMarksNothing()
    {
        var hidden = Assert.Single(List(Viewer.Reader("JPN", "restricted"), Sheets.Of("CAN", marking: new Marking("secret", ["JPN"]))));
        Assert.Equal((null, WithheldReason.AboveClearance, null), (hidden.Scores.Source, hidden.Scores.Withheld, hidden.Marking));
        Assert.All(hidden.Scores.Cells, cell => Assert.Equal(CellState.Withheld, cell.State));
        Assert.Empty(ListedSheet.PartsOf([hidden]));
    }

    [Fact]
    public void List_ForOwnReaders_HasTheWordsAndTheEvidence_AsFarAsTheirClearanceGoes()
    {
        var own = Assert.Single(List(Viewer.Reader("JPN", "restricted"), Told));
        Assert.True(own.ShowsWords);
        Assert.Equal([new Behind("because of LAN-1", 1, 1), new Behind("", 0, 0), new Behind("because of LAN-3", 0, 0)], own.Behind.Take(3));
        Assert.Equal(new Behind("because of LAN-2", 1, 0), Assert.Single(List(Viewer.Reader("JPN", "secret"), Told)).Behind[1]);
    }

    [Fact]
    public void List_ForAnotherNation_HasLevels_AndNoWords()
    {
        var seen = Assert.Single(List(Viewer.Reader("EST", "secret"), Told));
        Assert.True(seen.Scores.Cells[0].IsScored);
        Assert.False(seen.ShowsWords);
    }

    private static List<ListedSheet> List(Viewer reader, params AssessmentSheet[] sheets) => [.. ReleaseRule.List(reader, Sheets.Terms, Sheets.Cycle, Sheets.Framework, sheets)];

    private static Evidence Piece(string indicator) => new() { AssessmentId = 1, Indicator = indicator, Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 1, 31) };
}
