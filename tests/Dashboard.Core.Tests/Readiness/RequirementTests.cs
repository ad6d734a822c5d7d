using System.Collections.Immutable;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class RequirementTests
{
    /// <summary>docs/scoring.md, Requirements: 3 meets 3, 2 misses 3, and nobody knows of the others.</summary>
    [Fact]
    public void Profile_JudgesEachLine()
    {
        var result = ResultOf("3 2 ? - 1!", 3);

        Assert.Equal(
            [Outcome.Met, Outcome.Missed, Outcome.Unknown, Outcome.NotApplicable, Outcome.Unknown],
            result.Requirements.Select(r => r.Outcome));
        Assert.Equal(["A-1", "A-2", "A-3", "B-1", "B-2"], result.Requirements.Select(r => r.Indicator));
        Assert.Equal(1, result.Count(Outcome.Met));
        Assert.Equal(2, result.Count(Outcome.Unknown));
    }

    [Fact]
    public void MinimumZero_IsMissedByNobody_ButUnknownStaysUnknown()
    {
        var result = ResultOf("0 0 ? - 0", 0);

        Assert.Equal(3, result.Count(Outcome.Met));
        Assert.Equal(1, result.Count(Outcome.Unknown));
        Assert.Equal(0, result.Count(Outcome.Missed));
    }

    [Fact]
    public void WithheldLine_ShowsNoLevel() => Assert.Equal(0, ResultOf("3 2 ? - 1!", 3).Requirements[4].Cell.Level);

    private static ProfileResult ResultOf(string answers, int minimum)
    {
        var framework = World.FrameworkOf("A 1 1 1", "B 1 1");
        var asked = framework.Indicators.ToImmutableSortedDictionary(i => i.Code, _ => minimum, StringComparer.Ordinal);
        var world = new World(framework with { Profiles = [new RequirementProfile("FIRST", "First participation", asked)] });
        return Assert.Single(world.With(World.Home, answers).Report().Profiles);
    }
}
