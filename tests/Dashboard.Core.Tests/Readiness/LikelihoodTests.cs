using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class LikelihoodTests
{
    /// <summary>docs/scoring.md, Finding: errors of 0.25 on both sides cannot close a gap of 2, errors of 1 can close a gap of 1.</summary>
    [Theory]
    [InlineData("2h", "4h", Finding.Behind)]
    [InlineData("4h", "2h", Finding.Ahead)]
    [InlineData("3l", "4l", Finding.TooCloseToCall)]
    [InlineData("3", "4", Finding.TooCloseToCall)] // unstated counts as low
    [InlineData("3h", "4h", Finding.Behind)]
    [InlineData("5h", "5h", Finding.TooCloseToCall)]
    public void Finding_FollowsFromTheBand(string own, string member, Finding finding)
    {
        var row = World.Of("A 1").With(World.Home, own).With("EST", member).Report(draws: 2000).Areas[0];

        Assert.Equal(finding, row.Finding);
        Assert.Equal(finding == Finding.Behind, row.GapBand!.Value.High < 0);
        Assert.Equal(finding == Finding.Ahead, row.GapBand!.Value.Low > 0);
    }

    /// <summary>docs/scoring.md, Position: third of three whatever the errors; and first or second of two equals.</summary>
    [Fact]
    public void Position_IsBandOfPlaces()
    {
        var world = World.Of("A 1").With(World.Home, "2h").With("EST", "4h").With("USA", "5h");

        Assert.Equal(new Position(3, 3, 3), world.Report(draws: 2000).Areas[0].Position);
        Assert.Equal(new Position(1, 2, 2), World.Of("A 1").With(World.Home, "3h").With("EST", "3h").Report(draws: 2000).Areas[0].Position);
    }

    [Fact]
    public void Position_CountsOnlyMembersThatCount()
    {
        var world = World.Of("A 1").With(World.Home, "2h").With("EST", "4h").With("USA", "5h", World.Secret).With("CAN", "?");

        Assert.Equal(new Position(2, 2, 2), world.Report(draws: 2000).Areas[0].Position);
    }

    [Fact]
    public void CouldLie_StaysOnTheScale()
    {
        var band = World.Of("A 1", "B 1").With(World.Home, "5l | 0l").Report(draws: 2000);

        Assert.Equal(5, RowOf(band, "A").CouldLie!.Value.High);
        Assert.Equal(0, RowOf(band, "B").CouldLie!.Value.Low);
    }

    /// <summary>One number for each indicator and area, needed or not: another answer in A moves nothing in B.</summary>
    [Fact]
    public void CouldLie_OfOneArea_IsUntouchedByAnswersInAnother()
    {
        var one = World.Of("A 1 1", "B 1 1").With(World.Home, "3h ? | 2m ?").With("EST", "3 3 | 3 3").Report(draws: 500);
        var other = World.Of("A 1 1", "B 1 1").With(World.Home, "- 5 | 2m ?").With("EST", "3 3 | 3 3").Report(draws: 500);

        Assert.Equal(RowOf(one, "B").CouldLie, RowOf(other, "B").CouldLie);
        Assert.Equal(RowOf(one, "B").GapBand, RowOf(other, "B").GapBand);
        Assert.NotEqual(RowOf(one, "A").CouldLie, RowOf(other, "A").CouldLie);
    }

    [Fact]
    public void CouldLie_ExistsWithoutScore_AndGapBandDoesNot()
    {
        var row = World.Of("A 1 1 1").With(World.Home, "3h ? ?").With("EST", "3 3 3").Report(draws: 500).Areas[0];

        Assert.NotNull(row.CouldLie);
        Assert.Null(row.GapBand);
        Assert.Null(row.Position);
    }

    /// <summary>docs/scoring.md, Area score: below half only the range is shown; the draws stay narrower.</summary>
    [Fact]
    public void ShownBand_WithoutScore_IsTheRange_AndWithOneWhereItCouldLie()
    {
        var report = World.Of("A 1 1 1", "B 1", "C 1 1 1 1", "D 1").With(World.Home, "4h ? ? | 3m | ? ? ? ? | -").With("EST", "3 3 3 | 3 | 3 3 3 3 | 3").Report(draws: 500);

        Assert.Equal(new Band(4.0 / 3, 14.0 / 3), RowOf(report, "A").ShownBand);
        Assert.Equal(RowOf(report, "B").CouldLie, RowOf(report, "B").ShownBand);
        Assert.Equal(new Band(0, 5), RowOf(report, "C").ShownBand);
        Assert.True(RowOf(report, "C").CouldLie!.Value.Low > 0);
        Assert.Null(RowOf(report, "D").ShownBand);
        Assert.Equal((null, report.Total.Score.Range), (report.Total.Score.Value, report.Total.ShownBand));
    }

    [Fact]
    public void ShownBand_OfWhatNobodyMaySee_IsNone()
    {
        var withheld = World.Of("A 1").With(World.Home, "3", World.Secret).With("EST", "3").Report(draws: 500);
        Assert.All([World.Of("A 1").With("EST", "3").Report(draws: 500), withheld], report => Assert.Null(report.Areas[0].ShownBand));
    }

    [Fact]
    public void WithoutDraws_ThereAreNoBands_AndEveryKnownGapIsTooCloseToCall()
    {
        var row = World.Of("A 1").With(World.Home, "0h").With("EST", "5h").Report(draws: 0).Areas[0];

        Assert.Null(row.CouldLie);
        Assert.Null(row.GapBand);
        Assert.Equal(Finding.TooCloseToCall, row.Finding);
    }

    private static GapRow RowOf(GapReport report, string area) => report.Areas.Single(row => row.Code == area);
}
