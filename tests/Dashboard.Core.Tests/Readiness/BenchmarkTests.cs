using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class BenchmarkTests
{
    /// <summary>docs/scoring.md, Benchmark: area scores 2.0, 3.0, 3.5 and 5.0.</summary>
    private static readonly World Four = World.Of("A 1 1")
        .With(World.Home, "3 3").With("USA", "5 5").With("EST", "3 4").With("BEL", "2 2").With("CAN", "3 3");

    [Theory]
    [InlineData(Statistic.Median, 3.25)]
    [InlineData(Statistic.Mean, 3.375)]
    [InlineData(Statistic.UpperQuartile, 3.875)]
    [InlineData(Statistic.Best, 5)]
    public void Benchmark_IsStatisticOfMembersScores(Statistic statistic, double expected)
    {
        var report = Four.Report(statistic);

        Assert.Equal(expected, report.Areas[0].Benchmark);
        Assert.Equal(expected, report.Total.Benchmark);
        Assert.Equal(3 - expected, report.Areas[0].Gap);
        Assert.Equal(new Band(2, 5), report.Areas[0].Spread);
        Assert.Equal(["BEL", "CAN", "EST", "USA"], report.Areas[0].Members.Select(m => m.Source.Country));
    }

    [Fact]
    public void Subject_InTheGroup_IsLeftOut()
    {
        var report = (Four with { Memberships = Four.Memberships.Add(new Membership(World.Home, MembershipRole.Member)) }).Report();

        Assert.Equal(3.25, report.Areas[0].Benchmark);
        Assert.Equal(4, report.Members);
    }

    [Theory]
    [InlineData("A 1 1 1", "4 4 ?", 1)]
    [InlineData("A 0.1 0.3 0.2", "4 4 ?", 1)] // 0.4 of 0.6 is a little less than two thirds in binary
    [InlineData("A 1 1 1", "4 ? -", 0)] // a score, but of half the weight only
    [InlineData("A 1 1 1", "4 - -", 1)]
    [InlineData("A 1 1 1", "- - -", 0)]
    public void Member_CountsFromTwoThirdsCoverage(string area, string answers, int n) =>
        Assert.Equal(n, World.Of(area).With(World.Home, "3 3 3").With("EST", answers).Report().Areas[0].N);

    [Fact]
    public void WithheldMember_DoesNotCount_ButIsAMember()
    {
        var world = World.Of("A 1").With(World.Home, "3").With("EST", "4").With("USA", "5", World.Secret);
        var report = world.Report();

        Assert.Equal(4, report.Areas[0].Benchmark);
        Assert.Equal((1, 2), (report.Areas[0].N, report.Members));
        Assert.Equal(["EST"], report.Sources.Select(s => s.Country));
    }

    [Fact]
    public void WithheldCell_CanTakeAMemberBelowTwoThirds()
    {
        var report = World.Of("A 1 1 1").With(World.Home, "3 3 3").With("EST", "4 4 ?").With("USA", "5 5! ?").Report();

        Assert.Equal(["EST"], report.Areas[0].Members.Select(m => m.Source.Country));
    }

    [Fact]
    public void UnreportedMember_IsAMember()
    {
        var world = World.Of("A 1").With(World.Home, "3").With("EST", "4");
        var report = (world with { Memberships = world.Memberships.Add(new Membership("POL", MembershipRole.Member)) }).Report();

        Assert.Equal((1, 2), (report.Areas[0].N, report.Members));
    }

    [Fact]
    public void TotalBenchmark_IsStatisticOfMembersTotals()
    {
        // Totals: EST (1 x 5 + 3 x 1) / 4 = 2, USA (1 x 1 + 3 x 5) / 4 = 4; CAN has only 1/4 of its area weight and no total.
        var total = World.Of("A 1", "B*3 1").With(World.Home, "3 | 3").With("EST", "5 | 1").With("USA", "1 | 5").With("CAN", "5 | ?")
            .Report().Total;

        Assert.Equal(3, total.Benchmark);
        Assert.Equal([2, 4], total.Members.Select(m => m.Value));
    }

    [Fact]
    public void Observers_CountOnlyWhenAskedFor()
    {
        var world = World.Of("A 1").With(World.Home, "3").With("EST", "4").With("CHE", "2");
        world = world with { Memberships = [new Membership("EST", MembershipRole.Party), new Membership("CHE", MembershipRole.Observer)] };
        var question = new GapQuestion(World.Home, world.Group);

        Assert.Equal(4, GapAnalysis.Run(question, world.Table(), draws: 0).Areas[0].Benchmark);
        Assert.Equal(3, GapAnalysis.Run(question with { WithObservers = true }, world.Table(), draws: 0).Areas[0].Benchmark);
    }

    [Fact]
    public void Membership_IsTheOneAtTheAsOfDate()
    {
        var world = World.Of("A 1").With(World.Home, "3").With("EST", "4").With("SWE", "2");
        var joined = new Membership("SWE", MembershipRole.Member, world.AsOf.AddDays(1));

        Assert.Equal(4, (world with { Memberships = [world.Memberships[0], joined] }).Report().Areas[0].Benchmark);
        Assert.Equal(3, (world with { Memberships = [world.Memberships[0], joined with { From = world.AsOf }] }).Report().Areas[0].Benchmark);
        Assert.Equal(4, (world with { Memberships = [world.Memberships[0], joined with { From = null, To = world.AsOf }] }).Report().Areas[0].Benchmark);
    }
}
