using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

public class ReportMarkingTests
{
    private static readonly CountryGroup Trio = new("TRIO", new("Trio"), [.. new[] { "JPN", "EST", "FIN" }.Select(c => new Membership(c, MembershipRole.Member))]);

    private static Marking MarkingOf(IEnumerable<AssessmentSheet> sheets, IEnumerable<AssessmentSheet>? earlier = null, string nation = "JPN") =>
        GapAnalysis.Run(new GapQuestion("JPN", Trio), sheets.SeenBy(nation), earlier?.SeenBy(nation), draws: 0).Marking;

    [Fact]
    public void Marking_TakesTheHighestClassification_AndWhomAllIsReleasedTo()
    {
        var marking = MarkingOf([
            Sheets.Of("JPN", marking: new Marking("restricted", ["EST", "USA", "FIN"])),
            Sheets.Of("EST", marking: new Marking("confidential", ["JPN", "FIN", "USA", "CAN"])),
        ]);
        Assert.Equal(new Marking("confidential", ["EST", "FIN", "JPN", "USA"]), marking);
    }

    [Fact]
    public void Marking_Compilation_CountsAsItsClassification() => Assert.Equal("secret", MarkingOf([
        Sheets.Of("JPN"), Sheets.Of("EST", marking: new Marking("restricted", ["JPN"], "secret"))]).Classification);

    [Fact]
    public void Marking_NamesGroupsByTheirCode_AndTheRestOneByOne()
    {
        var marking = MarkingOf([
            Sheets.Of("JPN", marking: new Marking("unclassified", ["NATO", "KOR"])),
            Sheets.Of("EST", marking: new Marking("unclassified", ["NATO", "JPN", "KOR", "AUS"])),
        ]);
        Assert.Equal("JPN,KOR,NATO", marking.ReleasableTo);
    }

    [Fact]
    public void Marking_OneMemberMissing_NamesNoGroup()
    {
        var allButOne = Sheets.Terms.Groups.Single(g => g.Code == "NATO").MembersAt(Sheets.Today).Remove("TUR");
        var marking = MarkingOf([Sheets.Of("JPN"), Sheets.Of("EST", marking: new Marking("unclassified", allButOne.Add("JPN")))]);
        Assert.DoesNotContain("NATO", marking.Releases);
        Assert.DoesNotContain("TUR", marking.Releases);
        Assert.Equal(32, marking.Releases.Count());
    }

    [Fact]
    public void Marking_ScoreWithATighterMarking_CountsWhereItIsSeen()
    {
        var sheets = new[] { Sheets.Of("JPN"), Sheets.Of("EST").Mark("LAN-1", new Marking("secret", ["JPN"], "secret")) };
        Assert.Equal(new Marking("secret", ["EST", "JPN"]), MarkingOf(sheets));
        Assert.Equal(new Marking("unclassified", ["NATO", "JPN"]), MarkingOf(sheets, nation: "FIN"));
    }

    [Fact]
    public void Marking_ScoreThatFollowsItsAssessment_RaisesTheClassificationAlone()
    {
        var sheets = new[] { Sheets.Of("JPN").Mark("LAN-1", Marking.OfPart("confidential")), Sheets.Of("EST") };
        Assert.Equal(new Marking("confidential", ["NATO", "JPN"]), MarkingOf(sheets));
        Assert.Equal("unclassified", GapAnalysis.Run(new GapQuestion("JPN", Trio), sheets.SeenBy(Viewer.Reader("FIN", "restricted")), draws: 0).Marking.Classification);
    }

    [Fact]
    public void Marking_CountryOutsideTheQuestion_DoesNotCount() => Assert.Equal(
        "unclassified", MarkingOf([Sheets.Of("JPN"), Sheets.Of("EST"), Sheets.Of("USA", marking: new Marking("secret", ["JPN"]))]).Classification);

    [Fact]
    public void Marking_WithheldCountry_DoesNotCount() => Assert.Equal(
        new Marking("unclassified", ["NATO", "JPN"]), MarkingOf([Sheets.Of("JPN"), Sheets.Of("EST", marking: new Marking("secret"))]));

    [Fact]
    public void Marking_NothingSeen_IsTheReadersOwn() => Assert.Equal(new Marking("unclassified", ["JPN"]), MarkingOf([]));

    [Fact]
    public void Marking_EarlierCycleInTheReport_Counts()
    {
        var earlier = new[] { Sheets.Of("JPN", 1, new Marking("secret", ["EST"])), Sheets.Of("EST") };
        Assert.Equal(new Marking("secret", ["EST", "JPN"]), MarkingOf([Sheets.Of("JPN"), Sheets.Of("EST")], earlier));
    }
}
