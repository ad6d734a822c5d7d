using System.Collections.Immutable;
using CsCheck;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class BridgeLaws
{
    private static readonly DateOnly Turn = new(2026, 1, 1);

    // Half of the pairs share their framework.
    private static readonly Gen<(Case Before, Case Now)> Pairs = Gen.OneOf(
        Case.SomeAreas.SelectMany(areas => Gen.Select(Case.In(areas), Case.In(areas))), Gen.Select(Case.Any, Case.Any));

    [Theory]
    [InlineData(Statistic.Median)]
    [InlineData(Statistic.UpperQuartile)]
    public void Steps_AddUpToTheChange_AndAreMissingWhereAGapIs(Statistic statistic) => Law.Holds(Gen.Select(Pairs, Gen.Int[0, 2].Array[5]), x =>
    {
        var ((before, now), dates) = x;
        var earlier = before.World with { Cycle = "2025", AsOf = Turn.AddDays(-1) };
        var question = new GapQuestion(World.Home, now.World.Group with { Memberships = Members(dates) }, statistic);
        var report = GapAnalysis.Run(question, now.World.Table(), earlier.Table(), draws: 0);
        var reportBefore = GapAnalysis.Run(question, earlier.Table(), draws: 0);
        var bridge = report.Changes!;

        Assert.Equal(now.Areas.Length, bridge.Areas.Length);
        foreach (var row in bridge.Areas.Append(bridge.Total))
        {
            Assert.Equal(Case.Rows(reportBefore).FirstOrDefault(r => r.Code == row.Code)?.Gap, row.From);
            Assert.Equal(Case.Rows(report).Single(r => r.Code == row.Code).Gap, row.To);
            Assert.Equal(row.From is null || row.To is null, row.Steps.IsEmpty);
            if (!row.Steps.IsEmpty)
                Assert.Equal(row.To!.Value - row.From!.Value, row.Steps.Sum(step => step.Change), 1e-9);
        }
    });

    [Fact]
    public void NothingChanged_MovesNothing() => Law.Holds(Case.Any, c =>
    {
        var bridge = c.World.Report(earlier: c.World with { Cycle = "2025" }).Changes!;
        foreach (var row in bridge.Areas.Append(bridge.Total))
        {
            Assert.All(row.Steps, step => Assert.Equal(0, step.Change));
            Assert.Empty(row.Own);
        }
    });

    [Fact]
    public void SameFramework_MovesNothingByIt() => Law.Holds(Case.SomeAreas.SelectMany(areas => Gen.Select(Case.In(areas), Case.In(areas))), x =>
    {
        var bridge = x.Item1.World.Report(earlier: x.Item2.World with { Cycle = "2025" }).Changes!;
        Assert.False(bridge.FrameworkChanged);
        foreach (var row in bridge.Areas.Append(bridge.Total).Where(row => !row.Steps.IsEmpty))
            Assert.Equal(0, row.Steps[^1].Change);
    });

    // 0: always a member, 1: joined at the turn, 2: left then.
    private static ImmutableArray<Membership> Members(int[] dates) =>
    [
        .. new[] { "BEL", "CAN", "EST", "FRA", "USA" }.Zip(dates, (country, date) =>
            new Membership(country, MembershipRole.Member, date == 1 ? Turn : null, date == 2 ? Turn : null)),
    ];
}
