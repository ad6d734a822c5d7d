using Dashboard.Core.Release;
using static Dashboard.Core.Release.WithheldReason;

namespace Dashboard.Core.Tests.Release;

public class WithheldTests
{
    [Theory]
    // Clearance against classification.
    [InlineData("secret", "secret", null, "JPN", null)]
    [InlineData("secret", "unclassified", null, "JPN", null)]
    [InlineData("SECRET", "Secret", null, "JPN", null)]
    [InlineData("restricted", "confidential", null, "JPN", AboveClearance)]
    [InlineData("unclassified", "restricted", null, "JPN", AboveClearance)]
    // What the ladder does not know reaches nothing and is reached by nobody.
    [InlineData("cosmic", "unclassified", null, "JPN", AboveClearance)]
    [InlineData("", "unclassified", null, "JPN", AboveClearance)]
    [InlineData("secret", "cosmic", null, "JPN", AboveClearance)]
    [InlineData("cosmic", "cosmic", null, "JPN", AboveClearance)]
    // The compilation.
    [InlineData("secret", "restricted", "secret", "JPN", null)]
    [InlineData("restricted", "restricted", "secret", "JPN", CompilationAboveClearance)]
    [InlineData("secret", "restricted", "cosmic", "JPN", CompilationAboveClearance)]
    [InlineData("unclassified", "restricted", "secret", "JPN", AboveClearance)]
    // Release.
    [InlineData("secret", "secret", null, "USA", null)]
    [InlineData("secret", "unclassified", null, "", NotReleased)]
    [InlineData("secret", "unclassified", null, "NATO", NotReleased)]
    [InlineData("secret", "unclassified", null, "ZZZ,FVEY2", NotReleased)]
    // The reason says nothing of the classification of what is not released.
    [InlineData("restricted", "secret", null, "", NotReleased)]
    [InlineData("restricted", "restricted", "secret", "", NotReleased)]
    public void Withholds_ReaderOfJapan_SeesWhatClearanceAndReleaseAllow(
        string clearance, string classification, string? compilation, string releasedTo, WithheldReason? reason)
    {
        var marking = new Marking(classification, releasedTo.Replace("USA", "JPN,USA").Split(','), compilation);
        Assert.Equal(reason, Sheets.Terms.Withholds(Viewer.Reader("JPN", clearance), marking, "EST"));
    }

    [Fact]
    public void Withholds_PartThatFollowsItsAssessment_IsReleasedToWhomThatIs()
    {
        var assessment = Sheets.Of("EST", marking: new Marking("restricted", ["NATO"])).Assessment;
        var part = Sheets.Of("EST").Mark("LAN-1", Marking.OfPart("confidential")).Scores[0];
        Assert.Null(Sheets.Terms.Withholds(Viewer.Reader("GBR", "confidential"), part, assessment));
        Assert.Equal(AboveClearance, Sheets.Terms.Withholds(Viewer.Reader("GBR", "restricted"), part, assessment));
        Assert.Equal(NotReleased, Sheets.Terms.Withholds(Viewer.Reader("JPN", "secret"), part, assessment));
        Assert.Equal(NotReleased, Sheets.Terms.Withholds(Viewer.Reader("GBR", "secret"), part with { Marking = new Marking("restricted") }, assessment));
    }

    [Fact]
    public void Withholds_Originator_NeedsNoReleaseButTheClearance()
    {
        Assert.Null(Sheets.Terms.Withholds(Viewer.Reader("EST", "secret"), new Marking("secret"), "EST"));
        Assert.Equal(AboveClearance, Sheets.Terms.Withholds(Viewer.Reader("EST", "restricted"), new Marking("secret"), "EST"));
    }

    [Fact]
    public void Withholds_CountryAssessed_IsNotTheOriginatorOfAnEstimate()
    {
        var estimate = Sheets.Of("EST", marking: new Marking("unclassified"), assessor: "JPN");
        Assert.Equal(NotReleased, new[] { estimate }.SeenBy("EST").Of("EST").Withheld);
        Assert.Null(new[] { estimate }.SeenBy("JPN").Of("EST").Withheld);
    }

    [Theory]
    [InlineData(Roles.None, false)]
    [InlineData(Roles.Administrator, false)]
    [InlineData(Roles.Auditor, false)]
    [InlineData(Roles.Administrator | Roles.Auditor, false)]
    [InlineData(Roles.Planner, true)]
    [InlineData(Roles.Reviewer, true)]
    [InlineData(Roles.ReleasingOfficer, true)]
    [InlineData(Roles.Executive, true)]
    [InlineData(Roles.Administrator | Roles.Executive, true)]
    public void Withholds_OnlySomeRolesReadScores(Roles roles, bool reads)
    {
        var viewer = new Viewer("x", "JPN", "secret", roles, []);
        Assert.Equal(reads ? null : NoReadingRole, Sheets.Terms.Withholds(viewer, new Marking("unclassified"), "JPN"));
    }

    [Theory]
    [InlineData("2023-04-03", false)]
    [InlineData("2023-04-04", true)]
    public void Withholds_Group_ReachesItsMembersOfTheDayOfReading(string today, bool seen)
    {
        var terms = Sheets.Terms with { Today = DateOnly.Parse(today) };
        Assert.Equal(seen ? null : NotReleased, terms.Withholds(Viewer.Reader("FIN", "secret"), new Marking("secret", ["NATO"]), "EST"));
    }

    [Fact]
    public void Audience_HoldsOriginatorNationsAndMembers_NotObservers()
    {
        var audience = Sheets.Terms.Audience(new Marking("secret", ["QUAD", "KOR"]), "EST");
        Assert.Equal(["AUS", "EST", "IND", "JPN", "KOR", "USA"], audience);
    }
}
