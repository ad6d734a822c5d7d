namespace Dashboard.Core.Tests.Readiness;

public class MatchedGapTests
{
    /// <summary>docs/scoring.md, Matched gap: 3 against 2.5; over the three indicators that the subject has scored, 3 against 3.</summary>
    [Fact]
    public void MatchedGap_ScoresMembersOverSubjectsIndicators()
    {
        var row = World.Of("A 1 1 1 1").With(World.Home, "3 3 3 ?").With("EST", "3 3 3 1").Report().Areas[0];

        Assert.Equal(0.5, row.Gap);
        Assert.Equal(0, row.MatchedGap);
        Assert.True(row.MatchedDiffers);
    }

    [Theory]
    [InlineData("2 2 2 2 ?", "2 2 2 2 1", true)] // 2 - 1.8 is a little less than 0.2 in binary
    [InlineData("2 2 2 2 ?", "2 2 2 2 3", true)]
    [InlineData("2 2 2 2 2", "2 2 2 2 1", false)]
    public void MatchedDiffers_FromTwoTenths(string own, string member, bool differs) =>
        Assert.Equal(differs, World.Of("A 1 1 1 1 1").With(World.Home, own).With("EST", member).Report().Areas[0].MatchedDiffers);

    [Fact]
    public void MatchedDiffers_BelowTwoTenths_IsNot()
    {
        var row = World.Of("A 1.01 1 1 1 1").With(World.Home, "? 2 2 2 2").With("EST", "2 2 2 2 1").Report().Areas[0];

        Assert.Equal(1 / 5.01, row.Gap!.Value, 1e-12);
        Assert.Equal(0.25, row.MatchedGap);
        Assert.False(row.MatchedDiffers);
    }

    [Fact]
    public void Member_NeedsTwoThirdsOfTheMatchedIndicators()
    {
        // EST has 3 of 4 overall, but only 1 of the 2 that the subject has scored; USA has both of them, and only 2 of 4 overall.
        var row = World.Of("A 1 1 1 1").With(World.Home, "3 3 ? ?").With("EST", "4 ? 4 4").With("USA", "5 5 ? ?").Report().Areas[0];

        Assert.Equal(-1, row.Gap);
        Assert.Equal(-2, row.MatchedGap);
    }

    [Fact]
    public void SubjectsNotApplicableIndicator_IsLeftOutForMembers()
    {
        var row = World.Of("A 1 1").With(World.Home, "3 -").With("EST", "3 1").Report().Areas[0];

        Assert.Equal(1, row.Gap);
        Assert.Equal(0, row.MatchedGap);
    }

    /// <summary>The total takes the scored indicators of areas in which the subject has a score: C, with 1 of 3, is left out.</summary>
    [Fact]
    public void MatchedTotal_LeavesOutAreasWithoutScore()
    {
        var total = World.Of("A*2 1", "B 1", "C 1 1 1").With(World.Home, "3 | 3 | 5 ? ?").With("EST", "4 | 4 | 0 0 0").Report().Total;

        Assert.Equal(0, total.Gap); // 3 against (2 x 4 + 4 + 0) / 4
        Assert.Equal(-1, total.MatchedGap);
    }
}
