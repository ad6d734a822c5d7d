using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class GapTests
{
    [Fact]
    public void Gap_WithoutPeers_IsUnknown()
    {
        var row = World.Of("A 1").With(World.Home, "3").Report(draws: 100).Areas[0];

        Assert.Null(row.Gap);
        Assert.Null(row.Benchmark);
        Assert.Null(row.Spread);
        Assert.Null(row.GapBand);
        Assert.Null(row.Position);
        Assert.NotNull(row.CouldLie);
        Assert.Equal(Unknown.NoPeers, row.GapUnknown);
        Assert.Equal(Finding.NoPeers, row.Finding);
    }

    [Theory]
    [InlineData("? ? 4", Unknown.Insufficient, Finding.Insufficient)]
    [InlineData("- - -", Unknown.NotApplicable, Finding.NotApplicable)]
    public void Gap_WithoutScore_SaysWhy(string answers, Unknown unknown, Finding finding)
    {
        var row = World.Of("A 1 1 1").With(World.Home, answers).With("EST", "4 4 4").Report(draws: 100).Areas[0];

        Assert.Null(row.Gap);
        Assert.Equal(4, row.Benchmark);
        Assert.Equal(unknown, row.GapUnknown);
        Assert.Equal(finding, row.Finding);
        Assert.Null(row.GapBand);
    }

    [Fact]
    public void Gap_OfUnreportedSubject_SaysSo()
    {
        var row = World.Of("A 1").With("EST", "4").Report(draws: 100).Areas[0];

        Assert.Equal(Unknown.NotReported, row.GapUnknown);
        Assert.Equal(new Band(0, 5), row.Score.Range);
        Assert.Null(row.CouldLie);
    }

    [Fact]
    public void Gap_OfWithheldSubject_SaysSo()
    {
        var report = World.Of("A 1").With(World.Home, "3", World.Secret).With("EST", "4").Report(draws: 100);

        Assert.Equal(Unknown.Withheld, report.Areas[0].GapUnknown);
        Assert.Null(report.Areas[0].CouldLie);
        Assert.Null(report.SubjectSource);
    }

    [Fact]
    public void Areas_AreOrderedByGap_TiesInFrameworkOrder_UnknownLast()
    {
        var report = World.Of("A 1", "B 1", "C 1", "D 1", "E 1", "F 1 1 1").With(World.Home, "? | 4 | 2 | - | 2 | 2 2 2")
            .With("EST", "3 | 3 | 3 | 3 | 4 | 3 3 3").Report();

        Assert.Equal(["E", "C", "F", "B", "A", "D"], report.Areas.Select(row => row.Code!));
        Assert.Equal([-2, -1, -1, 1, null, null], report.Areas.Select(row => row.Gap));
    }

    /// <summary>Both gaps are -0.1; in binary that of B is a little lower than that of A.</summary>
    [Fact]
    public void Areas_WithGapsThatDifferInTheLastBitsOnly_KeepFrameworkOrder()
    {
        var report = World.Of("A 0.1 0.9", "B 0.1 0.9").With(World.Home, "2 3 | 2 2").With("EST", "3 3 | 3 2").Report();

        Assert.Equal(["A", "B"], report.Areas.Select(row => row.Code!));
        Assert.True(report.Areas[1].Gap < report.Areas[0].Gap);
    }

    /// <summary>docs/scoring.md, Gap: level in each area, and yet 1 behind in the total.</summary>
    [Fact]
    public void TotalGap_NeedNotFollowFromAreaGaps()
    {
        var report = World.Of("A 1", "B 1").With(World.Home, "3 | 3").With("BEL", "5 | 3").With("CAN", "3 | 5").With("EST", "1 | 1")
            .Report();

        Assert.Equal([0, 0], report.Areas.Select(row => row.Gap));
        Assert.Equal(-1, report.Total.Gap); // totals of the members: 4, 4 and 1
    }

    [Fact]
    public void Answers_CountIndicators()
    {
        var report = World.Of("A 5 1 1", "B 1").With(World.Home, "3 ? - | 2").Report();

        Assert.Equal((1, 2), report.Areas[0].Answers);
        Assert.Equal((2, 3), report.Total.Answers);
    }
}
