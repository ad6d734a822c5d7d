using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using static Dashboard.Core.Assessments.AssessmentStatus;

namespace Dashboard.Core.Tests.Release;

public class ReleaseStandingTests
{
    private static Assessment Revision(int revision, string releases = "", AssessmentStatus status = Approved) =>
        Sheets.Of("EST", marking: new Marking("restricted", releases.Split(','))).Revision(revision).In(status).Assessment;

    private static ReleaseStanding Standing(params Assessment[] revisions) => ReleaseStanding.Of(revisions)!;

    [Fact]
    public void Of_NothingApproved_IsNone() => Assert.Null(ReleaseStanding.Of([Revision(1, "NATO", Draft), Revision(2, "", InReview)]));

    [Fact]
    public void Latest_IsTheNewestApproved_AndAnEarlierReleasedOneMeansItWaits()
    {
        var standing = Standing(Revision(1, "USA"), Revision(3, "", Draft), Revision(2));
        Assert.Equal((2, 1, "USA", true), (standing.Latest.Revision, standing.Released!.Revision, standing.ReleasableTo, standing.IsWaiting));
        Assert.False(Standing(Revision(1, "USA")).IsWaiting);
        Assert.False(Standing(Revision(1), Revision(2)).IsWaiting);
        Assert.Equal((null, ""), (Standing(Revision(1)).Released, Standing(Revision(1)).ReleasableTo));
    }

    [Fact]
    public void Decide_ReleasesTheNewest_AndTakesEarlierOnesBack()
    {
        var decided = Standing(Revision(1, "NATO"), Revision(2)).Decide("GBR,USA").ToList();
        Assert.Equal([(2, "GBR,USA"), (1, "")], decided.Select(a => (a.Revision, a.Marking.ReleasableTo)));
        Assert.All(decided, a => Assert.Equal("restricted", a.Marking.Classification));
    }

    [Fact]
    public void Decide_Withdrawing_LeavesNoRevisionReleased() =>
        Assert.Equal([(3, ""), (1, "")], Standing(Revision(1, "NATO"), Revision(2), Revision(3, "USA")).Decide("").Select(a => (a.Revision, a.Marking.ReleasableTo)));

    [Fact]
    public void Decide_AsItIs_ChangesNothing() => Assert.Empty(Standing(Revision(1), Revision(2, "USA,GBR")).Decide("GBR,USA"));

    [Fact]
    public void Change_TellsWhoGainsLosesMovesAndKeeps()
    {
        var change = Standing(Revision(1, "GBR,AUS"), Revision(2, "USA")).Change(Sheets.Terms, "USA,GBR,JPN");
        Assert.Equal(["JPN"], change.Gain);
        Assert.Equal(["AUS"], change.Lose);
        Assert.Equal(["GBR"], change.Move);
        Assert.Equal(["USA"], change.Keep);
    }

    [Fact]
    public void Change_OfGroups_CountsMembersOfToday_WithoutTheOriginator()
    {
        var change = Standing(Revision(1, "FVEY")).Change(Sheets.Terms, "NATO");
        Assert.Equal(["AUS", "NZL"], change.Lose);
        Assert.Equal(["CAN", "GBR", "USA"], change.Keep);
        Assert.Equal(28, change.Gain.Count);
        Assert.DoesNotContain("EST", change.Gain);
    }
}
