using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

public class ListMarkingTests
{
    private static readonly Viewer Reader = Viewer.Reader("JPN", "restricted");

    private static string Of(params AssessmentSheet[] sheets)
    {
        var listed = ReleaseRule.List(Reader, Sheets.Terms, Sheets.Cycle, Sheets.Framework, sheets);
        return ListMarking.Of(Sheets.Terms, Reader, ListedSheet.PartsOf(listed)).ToLine();
    }

    private static AssessmentSheet Marked(AssessmentSheet sheet, string ofOneScore) =>
        sheet with { Scores = sheet.Scores.SetItem(0, sheet.Scores[0] with { Marking = new Marking(ofOneScore, ["JPN"]) }) };

    [Fact]
    public void Of_Nothing_IsTheLowest_ForTheReadersNation() => Assert.Equal("UNCLASSIFIED · REL TO JPN", Of());

    [Fact]
    public void Of_ListedAssessments_IsTheHighest_ReleasedToWhomAllAre() => Assert.Equal(
        "RESTRICTED · REL TO FRA, JPN",
        Of(Sheets.Of("JPN", marking: new Marking("restricted", ["FRA", "USA"])), Sheets.Of("FRA", marking: new Marking("unclassified", ["JPN"]))));

    [Fact]
    public void Of_WhatIsNotListed_DoesNotCount() =>
        Assert.Equal("UNCLASSIFIED · REL TO JPN", Of(Sheets.Of("JPN", marking: new Marking("unclassified")), Sheets.Of("FRA", marking: new Marking("secret", ["JPN"]))));

    [Fact]
    public void Of_AScoreMarkedHigher_CountsWhereItIsSeen()
    {
        Assert.Equal("RESTRICTED · REL TO JPN", Of(Marked(Sheets.Of("JPN"), "restricted")));
        Assert.Equal("UNCLASSIFIED · REL TO JPN, NATO", Of(Marked(Sheets.Of("JPN"), "secret")));
    }
}
