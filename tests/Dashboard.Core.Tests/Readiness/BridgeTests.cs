using System.Collections.Immutable;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>Why it changed: one cause at a time.</summary>
public sealed class BridgeTests
{
    private static readonly World Before = (World.Of([1, 1, 1]) with { CycleCode = "2025", Day = new DateOnly(2025, 6, 30) })
        .With("JPN", "2 2 2").With("EST", "4 4 4").With("FIN", "3 3 3");

    private static readonly World Now = Before with { CycleCode = "2026", Day = World.AsOf };

    [Fact]
    public void OwnLevels_MoveTheGap() => Moves(Cause.OwnLevels, 1.0 / 3, Now.With("JPN", "3 2 2"));

    [Fact]
    public void Answers_GainedOrLost_MoveTheGap() => Moves(Cause.Answers, 0.5, Now.With("JPN", "- 2 3"), ownLevels: 1.0 / 3 - 0.0, answers: 2.5 - 7.0 / 3);

    [Fact]
    public void MembersLevels_MoveTheGap() => Moves(Cause.MembersLevels, -0.5, Now.With("EST", "5 5 5"));

    [Fact]
    public void Membership_MovesTheGap()
    {
        Moves(Cause.Membership, -0.5, Now.With("NOR", "5 5 5"));
        Moves(Cause.Membership, 0.5, Now with { Answers = Now.Answers.Remove("EST") });
    }

    [Fact]
    public void Membership_ByDate_MovesTheGap()
    {
        var joins = new CountryGroup("ALLIES", new Names("Allies"),
            [new Membership("EST", MembershipRole.Member), new Membership("FIN", MembershipRole.Member, From: new DateOnly(2026, 1, 1))]);
        var bridge = Bridge.Between(new GapQuestion("JPN", joins), Before.Table(), Now.Table());
        Assert.Equal((-2, -1.5), (bridge.Areas[0].From!.Value, bridge.Areas[0].To!.Value));
        Assert.Equal(0.5, Step(bridge.Areas[0], Cause.Membership), 1e-12);
    }

    [Fact]
    public void Framework_MovesTheGapAndBreaksTheTrend()
    {
        var heavier = Now with { Framework = World.FrameworkOf([(1, [1, 1, 4])], "2") };
        var later = heavier.With("JPN", "2 2 2").With("EST", "4 4 1").With("FIN", "3 3 3");
        var bridge = Between(Now.With("EST", "4 4 1") with { CycleCode = "2025", Day = Before.Day }, later);
        Assert.True(bridge.FrameworkChanged);
        // The median of 3 and 3 becomes the median of 2 and 3.
        Assert.Equal(0.5, Step(bridge.Areas[0], Cause.Framework), 1e-12);
        Assert.False(Between(Before, Now).FrameworkChanged);
    }

    [Fact]
    public void Framework_WithoutAnIndicator_TakesItsAnswerAway()
    {
        var shorter = (Now with { Framework = World.FrameworkOf([(1, [1, 1])], "2"), Answers = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty })
            .With("JPN", "2 2").With("EST", "4 4").With("FIN", "3 3");
        var row = Between(Before.With("JPN", "2 2 5"), shorter).Areas[0];
        Assert.Equal(-1, Step(row, Cause.Framework), 1e-12);
        Assert.Equal(0, Step(row, Cause.Answers), 1e-12);
    }

    [Fact]
    public void Row_WithoutAGap_HasNoSteps()
    {
        var row = Between(Before.With("JPN", "- - 2"), Now).Areas[0];
        Assert.Null(row.From);
        Assert.Empty(row.Steps);
        Assert.Equal(["A-1", "A-2"], row.Own.Select(c => c.Indicator));
    }

    [Fact]
    public void WhileAGapIsUnknownInBetween_TheCauseThatMakesItKnownTakesTheMovement()
    {
        var alone = Before with { Answers = Before.Answers.Remove("FIN") };
        var row = Between(alone, (alone with { CycleCode = "2026", Day = World.AsOf }).With("EST", "4 - -").With("FIN", "3 3 3")).Areas[0];
        Assert.Equal((-2, -1), (row.From!.Value, row.To!.Value));
        Assert.Equal([0, 0, 0, 1, 0], row.Steps.Select(s => s.Change));
    }

    [Fact]
    public void Trend_BreaksWhereTheFrameworkChanged()
    {
        var later = Now with { Framework = World.FrameworkOf([(1, [1, 1, 4])], "2"), CycleCode = "2027", Day = new DateOnly(2027, 6, 30) };
        var points = Trend.Of([later.Report(draws: 0), Now.Report(draws: 0), Before.Report(draws: 0)], "A");
        Assert.Equal(["2025", "2026", "2027"], points.Select(p => p.Cycle));
        Assert.Equal([false, false, true], points.Select(p => p.Breaks));
        Assert.Null(Trend.Of([Now.Report(draws: 0)], "Z")[0].Row);
    }

    private static Bridge Between(World before, World now) => Bridge.Between(now.Question(), before.Table(), now.Table());

    private static double Step(BridgeRow row, Cause cause) => row.Steps.Single(s => s.Cause == cause).Change;

    private static void Moves(Cause cause, double change, World now, double? ownLevels = null, double? answers = null)
    {
        foreach (var row in (BridgeRow[])[Between(Before, now).Areas[0], Between(Before, now).Total])
        {
            foreach (var step in row.Steps)
            {
                var expected = step.Cause == Cause.OwnLevels && ownLevels is { } own ? own
                    : step.Cause == Cause.Answers && answers is { } gained ? gained
                    : step.Cause == cause ? change : 0;
                Assert.Equal(expected, step.Change, 1e-12);
            }

            Assert.Equal(change, row.To!.Value - row.From!.Value, 1e-12);
        }
    }
}
