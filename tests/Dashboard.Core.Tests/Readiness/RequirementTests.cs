using System.Collections.Immutable;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public sealed class RequirementTests
{
    [Theory]
    [InlineData("3", Outcome.Met)]
    [InlineData("4", Outcome.Met)]
    [InlineData("2", Outcome.Missed)]
    [InlineData("0", Outcome.Missed)]
    [InlineData("-", Outcome.Unknown)]
    [InlineData("w5", Outcome.Unknown)]
    [InlineData("x", Outcome.NotApplicable)]
    public void Requirement_IsHeldAgainstWhatIsSeen(string answer, Outcome outcome)
    {
        var world = World.Of([1, 1]);
        var profile = new RequirementProfile("P", "Purpose", ImmutableSortedDictionary<string, int>.Empty.Add("A-2", 3));
        var report = (world with { Framework = world.Framework with { Profiles = [profile] } }).With("JPN", $"1 {answer}").Report(draws: 0);
        var result = Assert.Single(report.Profiles);
        Assert.Equal(("P", 1), (result.Profile, result.Count(outcome)));
        Assert.Equal(("A-2", 3, outcome), (result.Requirements[0].Indicator, result.Requirements[0].Minimum, result.Requirements[0].Outcome));
    }
}
