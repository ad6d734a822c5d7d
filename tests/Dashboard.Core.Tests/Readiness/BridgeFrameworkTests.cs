using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>The bridge across two frameworks: the first five states are scored by the earlier one.</summary>
public class BridgeFrameworkTests
{
    [Fact]
    public void AreaOfTheLaterFrameworkOnly_HasNoSteps()
    {
        var row = BridgeOf(World.Of("A 1").With(World.Home, "2").With("EST", "3"), World.Of("A 1", "B 1").With(World.Home, "2 | 5").With("EST", "3 | 4")).Areas[1];

        Assert.Equal("B", row.Code);
        Assert.Null(row.From);
        Assert.Equal(1, row.To);
        Assert.Empty(row.Steps);
        Assert.Empty(row.Own);
    }

    /// <summary>The total goes from (2 + 4) / 2 - 3 = 0 to 2 - 3 = -1, because B with its 4 is no longer asked.</summary>
    [Fact]
    public void DroppedArea_IsOfTheFramework()
    {
        var bridge = BridgeOf(World.Of("A 1", "B 1").With(World.Home, "2 | 4").With("EST", "3 | 3"), World.Of("A 1").With(World.Home, "2").With("EST", "3"));

        Assert.True(bridge.FrameworkChanged);
        Assert.Equal("A", Assert.Single(bridge.Areas).Code);
        Assert.Equal([0, 0, 0, 0, -1], bridge.Total.Steps.Select(step => step.Change));
    }

    [Fact]
    public void AddedIndicator_IsOfTheFramework_AndSharedAnswerIsOfLevels()
    {
        // The earlier framework sees 2 -> 4 in A-1; A-2 with its 0 comes with the later one.
        var row = BridgeOf(World.Of("A 1").With(World.Home, "2").With("EST", "3"), World.Of("A 1 1").With(World.Home, "4 0").With("EST", "3 3")).Areas[0];

        Assert.Equal([2, 0, 0, 0, -2], row.Steps.Select(step => step.Change));
        Assert.Equal("A-1", Assert.Single(row.Own).Indicator);
    }

    /// <summary>A member that went out of sight left the comparison by membership, also in what the later framework no longer asks.</summary>
    [Fact]
    public void MemberOutOfSight_CountsNoLongerInDroppedAreas()
    {
        var before = World.Of("A 1", "B*3 1").With(World.Home, "3 | 3").With("EST", "3 | 3").With("FIN", "5 | 5");
        var now = World.Of("A 1").With(World.Home, "3").With("EST", "3").With("FIN", "5", World.Secret);

        // -1 against the median of 3 and 5; 0 against EST alone.
        Assert.Equal([0, 0, 0, 1, 0], BridgeOf(before, now).Total.Steps.Select(step => step.Change));
    }

    private static Bridge BridgeOf(World before, World now) => now.Report(earlier: before with { Cycle = "2025", AsOf = new(2025, 6, 30) }).Changes!;
}
