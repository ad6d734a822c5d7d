using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class BridgeTests
{
    private static readonly World Before = World.Of("A 1 1").With(World.Home, "2 ?").With("EST", "3 3") with { Cycle = "2025", AsOf = new(2025, 6, 30) };

    [Fact]
    public void OwnLevels_Alone() => Only(Cause.OwnLevels, 1, World.Of("A 1 1").With(World.Home, "3 ?").With("EST", "3 3"));

    [Fact]
    public void Answers_Alone() => Only(Cause.Answers, 1, World.Of("A 1 1").With(World.Home, "2 4").With("EST", "3 3"));

    [Fact]
    public void MembersLevels_Alone() => Only(Cause.MembersLevels, -0.5, World.Of("A 1 1").With(World.Home, "2 ?").With("EST", "4 3"));

    [Fact]
    public void Membership_Alone() => Only(Cause.Membership, -1, World.Of("A 1 1").With(World.Home, "2 ?").With("EST", "3 3").With("FIN", "5 5"));

    [Fact]
    public void Framework_Alone() => Only(Cause.Framework, 0.5,
        World.Of("A 1 3").With(World.Home, "2 4").With("EST", "3 3"), World.Of("A 1 1").With(World.Home, "2 4").With("EST", "3 3"), 0);

    /// <summary>docs/scoring.md, Why it changed: -1 + 1 + 0.5 - 1 - 0.5 - 0.25 = -1.25.</summary>
    [Fact]
    public void AllCauses_AddUp()
    {
        var now = World.Of("A 3 1").With(World.Home, "3 4").With("EST", "4 4").With("FIN", "5 5");
        var row = BridgeOf(Before, now).Areas[0];

        Assert.Equal((-1.0, -1.25), (row.From!.Value, row.To!.Value));
        Assert.Equal([1, 0.5, -1, -0.5, -0.25], row.Steps.Select(step => step.Change));
        Assert.Equal(Enum.GetValues<Cause>(), row.Steps.Select(step => step.Cause));
    }

    [Fact]
    public void LostAnswer_IsOfAnswers_NotOfLevels()
    {
        var earlier = World.Of("A 1 1").With(World.Home, "2 4").With("EST", "3 3");

        Only(Cause.Answers, -1, World.Of("A 1 1").With(World.Home, "2 ?").With("EST", "3 3"), earlier, 0);
    }

    /// <summary>FIN is seen before and withheld now, as if it had left: the median of 3 and 5, then 3 alone.</summary>
    [Fact]
    public void MemberOutOfSight_IsOfMembership()
    {
        var earlier = World.Of("A 1 1").With(World.Home, "2 ?").With("EST", "3 3").With("FIN", "5 5");

        Only(Cause.Membership, 1, World.Of("A 1 1").With(World.Home, "2 ?").With("EST", "3 3").With("FIN", "0 0", World.Secret), earlier, -2);
    }

    /// <summary>EST is higher in A-1 and as it was in A-2; LVA is lower in A-1; what FIN answered newly is no level that changed.</summary>
    [Fact]
    public void MembersLevels_AreToldIndicatorByIndicator_OfThoseSeenInBothCycles()
    {
        var earlier = World.Of("A 1 1").With(World.Home, "2 2").With("EST", "3 3").With("LVA", "3 3").With("FIN", "? 5").With("POL", "1 1") with { Cycle = "2025", AsOf = new(2025, 6, 30) };
        var bridge = BridgeOf(earlier, World.Of("A 1 1").With(World.Home, "2 2").With("EST", "4 3").With("LVA", "1 3").With("FIN", "4 5").With("DEU", "5 5"));

        var moved = Assert.Single(bridge.Areas[0].Members);
        Assert.Equal(earlier.Framework.Indicators[0].Code, moved.Indicator);
        Assert.Equal(["EST"], moved.Up);
        Assert.Equal(["LVA"], moved.Down);
        Assert.Equal(["DEU"], bridge.Came);
        Assert.Equal(["POL"], bridge.Went);
        Assert.Equal(["A-1"], bridge.Total.Members.Select(total => total.Indicator));
    }

    [Fact]
    public void UnknownInBetween_GoesToTheCauseThatEndsIt()
    {
        // EST's levels now miss too much to count (MembersLevels: unknown); FIN joins (Membership: known again).
        var row = BridgeOf(Before, World.Of("A 1 1").With(World.Home, "3 ?").With("EST", "? ?").With("FIN", "5 5")).Areas[0];

        Assert.Equal([1, 0, 0, -2, 0], row.Steps.Select(step => step.Change));
    }

    [Theory]
    [InlineData("? ?", "3 3")]
    [InlineData("2 2", "? ?")]
    public void UnknownAtAnEnd_HasNoSteps(string own, string member)
    {
        var row = BridgeOf(Before, World.Of("A 1 1").With(World.Home, own).With("EST", member)).Areas[0];

        Assert.Equal(-1, row.From);
        Assert.Null(row.To);
        Assert.Empty(row.Steps);
    }

    [Fact]
    public void Own_ListsChangedIndicatorsOfTheSubject()
    {
        var bridge = BridgeOf(Before, World.Of("A 1 1").With(World.Home, "2h 4").With("EST", "1 1"));

        var change = Assert.Single(bridge.Areas[0].Own);
        Assert.Equal("A-2", change.Indicator);
        Assert.False(change.From.IsScored);
        Assert.Equal(4, change.To.Level);
        Assert.Equal(bridge.Areas[0].Own, bridge.Total.Own);
        Assert.Equal(("2025", false), (bridge.Since, bridge.FrameworkChanged));
    }

    [Fact]
    public void Change_IsTheWholeMovement_AndTheMainCauseTheWidestStep_OfEqualsTheFirst()
    {
        // +1 by the own level, +0.5 by an answer, -1 by the member: the first of the two widest.
        var row = BridgeOf(Before, World.Of("A 1 1").With(World.Home, "3 4").With("EST", "4 4")).Areas[0];
        Assert.Equal((0.5, Cause.OwnLevels), (row.Change!.Value, row.MainCause!.Value));
        Assert.Equal(["A-1"], row.OwnLevels.Select(change => change.Indicator));

        var behind = BridgeOf(Before, World.Of("A 1 1").With(World.Home, "2 ?").With("EST", "5 5")).Areas[0];
        Assert.Equal((-2.0, Cause.MembersLevels), (behind.Change!.Value, behind.MainCause!.Value));
    }

    [Fact]
    public void Change_IsUnknownWithoutBothGaps_AndHasNoCause()
    {
        var bridge = BridgeOf(Before, World.Of("A 1 1").With(World.Home, "? ?").With("EST", "3 3"));
        Assert.Equal((null, null), (bridge.Areas[0].Change, bridge.Areas[0].MainCause));
        Assert.Equal(["A"], bridge.GainedOrLost.Select(row => row.Code));
        Assert.Empty(bridge.Moved);
        Assert.Empty(bridge.Compared);
    }

    /// <summary>Of seven areas: A by less than a tenth as shown, B and G by a half, C and E by one, D by two, F by one and a half.</summary>
    [Fact]
    public void Moved_AreTheFiveWidestMovements_WithoutThoseThatShowAsNone()
    {
        var areas = new[] { "A 1 99", "B 1 1", "C 1", "D 1", "E 1", "F 1 1", "G 1 1" };
        var before = World.Of(areas).With(World.Home, "2 2 | 2 2 | 2 | 2 | 2 | 2 2 | 2 2").With("EST", "3 3 | 3 3 | 3 | 3 | 3 | 3 3 | 3 3") with { Cycle = "2025", AsOf = new(2025, 6, 30) };
        var bridge = BridgeOf(before, World.Of(areas).With(World.Home, "5 2 | 2 3 | 1 | 4 | 3 | 3 4 | 2 1").With("EST", "3 3 | 3 3 | 3 | 3 | 3 | 3 3 | 3 3"));

        Assert.Equal(["D", "F", "C", "E", "B"], bridge.Moved.Select(row => row.Code));
        Assert.Equal(["A", "B", "C", "D", "E", "F", "G", null], bridge.Compared.Select(row => row.Code));
        Assert.Empty(bridge.GainedOrLost);
    }

    [Fact]
    public void Report_WithoutEarlierCycle_HasNoBridge() => Assert.Null(Before.Report().Changes);

    private static void Only(Cause cause, double change, World now, World? before = null, double from = -1)
    {
        var bridge = BridgeOf(before is null ? Before : before with { Cycle = "2025", AsOf = new(2025, 6, 30) }, now);
        foreach (var row in bridge.Areas.Append(bridge.Total))
        {
            Assert.Equal(from, row.From);
            Assert.Equal(row.To!.Value, row.From!.Value + change, 1e-12);
            Assert.All(row.Steps, step => Assert.Equal(step.Cause == cause ? change : 0, step.Change, 1e-12));
            Assert.Equal(5, row.Steps.Length);
        }
    }

    // The group is the later one with dates: who is in it only in one of the cycles joined or left in between.
    private static Bridge BridgeOf(World before, World now)
    {
        var group = now.Group with
        {
            Memberships =
            [
                .. before.Memberships.Union(now.Memberships).Select(m => m with
                {
                    From = before.Memberships.Contains(m) ? null : now.AsOf,
                    To = now.Memberships.Contains(m) ? null : now.AsOf,
                }),
            ],
        };
        return GapAnalysis.Run(new GapQuestion(World.Home, group), now.Table(), before.Table(), draws: 0).Changes!;
    }
}
