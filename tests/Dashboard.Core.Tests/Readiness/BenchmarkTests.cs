using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>Benchmarks and gaps; the numbers are those of docs/scoring.md.</summary>
public sealed class BenchmarkTests
{
    // Members at 1, 2, 4 and 5; Japan at 2.
    private static readonly World Four = World.Of([1]).With("JPN", "2h").With("EST", "1h").With("FIN", "2h").With("NOR", "4h").With("USA", "5h");

    [Theory]
    [InlineData(Statistic.Median, 3)]
    [InlineData(Statistic.Mean, 3)]
    [InlineData(Statistic.UpperQuartile, 4.25)]
    [InlineData(Statistic.Best, 5)]
    public void Benchmark_IsTheStatisticOfTheMembers(Statistic statistic, double expected)
    {
        var row = Four.Row("A", statistic);
        Assert.Equal((expected, 2 - expected, 4), (row.Benchmark!.Value, row.Gap!.Value, row.N));
        Assert.Equal(new Band(1, 5), row.Spread);
    }

    [Fact]
    public void Benchmark_OfAnOddNumber_IsTheMiddleOne() => Assert.Equal(4, Four.With("POL", "4h").Row("A").Benchmark);

    [Fact]
    public void Benchmark_LeavesTheSubjectOut()
    {
        var world = Four with { Members = Four.Members.Add("JPN") };
        Assert.Equal((4, 3.0), (world.Row("A").N, world.Row("A").Benchmark!.Value));
        Assert.Equal(4, world.Report().Members);
    }

    [Theory]
    [InlineData("1 1 -", 1)]
    [InlineData("1 - -", 0)]
    public void Benchmark_CountsAMember_FromTwoThirds(string member, int n) =>
        Assert.Equal(n, World.Of([1, 1, 1]).With("JPN", "2 2 2").With("EST", member).Row("A").N);

    [Fact]
    public void Benchmark_LeavesOutAMember_WhoseScoreRestsOnHalfOfTheAnswers()
    {
        var world = World.Of([1, 1, 1, 1]).With("JPN", "2 2 2 2").With("EST", "1 1 - -");
        Assert.Equal(1, world.Readiness("EST").Areas[0].Value);
        Assert.Equal(0, world.Row("A").N);
        Assert.Null(world.Row("A").MatchedGap);
    }

    [Fact]
    public void Gap_WithoutPeers_IsUnknown()
    {
        var row = World.Of([1]).With("JPN", "2h").With("EST", "-").Row("A");
        Assert.Equal((null, null, Finding.NoPeers, Unknown.NoPeers), (row.Benchmark, row.Gap, row.Finding, row.GapUnknown));
        Assert.NotNull(row.CouldLie);
    }

    [Fact]
    public void Gap_OfAnInsufficientSubject_IsUnknownAndKeepsItsBand()
    {
        var row = World.Of([1, 1, 1]).With("JPN", "2h - -").With("EST", "1 1 1").Row("A");
        Assert.Equal((null, Finding.Insufficient, 1.0), (row.Gap, row.Finding, row.Benchmark!.Value));
        Assert.NotNull(row.CouldLie);
        Assert.Null(row.GapBand);
        Assert.Null(row.Position);
    }

    [Fact]
    public void Gap_OfAWithheldMember_CountsItAmongAllButNotAmongTheSeen()
    {
        var report = Four.With("FRA", "w5").Report();
        Assert.Equal((5, 4), (report.Members, report.Areas[0].N));
    }

    [Fact]
    public void MatchedGap_ComparesOnlyWhatTheSubjectAnswered()
    {
        // Estonia is strong where Japan is blank: 3.0 over all, 2.0 over the two that Japan answered.
        var row = World.Of([1, 1, 1]).With("JPN", "2 2 -").With("EST", "2 2 5").Row("A");
        Assert.Equal((-1, 0.0, true), (row.Gap!.Value, row.MatchedGap!.Value, row.MatchedDiffers));
        Assert.False(World.Of([1, 1, 1]).With("JPN", "2 2 2").With("EST", "2 2 5").Row("A").MatchedDiffers);
    }

    [Fact]
    public void Total_Benchmark_IsTheStatisticOfTheTotals()
    {
        var report = World.Of([1], [1]).With("JPN", "1 2").With("EST", "2 4").With("FIN", "5 2").With("NOR", "3 -").Report();
        Assert.Equal((3.25, -1.75, 2), (report.Total.Benchmark!.Value, report.Total.Gap!.Value, report.Total.N));
    }

    [Fact]
    public void Areas_AreOrderedByGap_TiesInFrameworkOrder_UnknownLast()
    {
        var report = World.Of([1], [1], [1], [1]).With("JPN", "- 2 3 2").With("EST", "3 3 3 3").Report();
        Assert.Equal(["B", "D", "C", "A"], report.Areas.Select(a => a.Code));
    }

    [Theory]
    [InlineData("3 1 1", "A-2", 1)]
    [InlineData("- 4 3", "A-3", 3)]
    public void Weakest_IsTheLowest_ThenTheHeavier_ThenTheFirst(string answers, string code, int level) =>
        Assert.Equal(new IndicatorLevel(code, level), World.Of([1, 2, 1]).With("JPN", answers).Row("A").Weakest);

    [Fact]
    public void Weakest_OfEqualWeights_IsTheFirst() =>
        Assert.Equal("A-1", World.Of([1, 1], [1]).With("JPN", "2 2 2").Report().Total.Weakest!.Code);
}
