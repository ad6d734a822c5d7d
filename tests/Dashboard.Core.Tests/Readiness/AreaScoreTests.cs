using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class AreaScoreTests
{
    /// <summary>docs/scoring.md, Area score: (2 x 3 + 1 x 4) / 3, coverage 3/4, range (10 + 0) / 4 to (10 + 5) / 4.</summary>
    [Fact]
    public void Score_IsWeightedMeanOfScoredIndicators()
    {
        var area = AreaOf("A 2 1 1 1", "3 4 ? -");

        Assert.Equal(10.0 / 3, area.Value!.Value, 1e-12);
        Assert.Equal(0.75, area.Coverage);
        Assert.Equal(new Band(2.5, 3.75), area.Range);
    }

    [Fact]
    public void LevelZero_IsAnAnswer()
    {
        var area = AreaOf("A 1 1", "0 4");

        Assert.Equal(2, area.Value);
        Assert.Equal(1, area.Coverage);
        Assert.Equal(new Band(2, 2), area.Range);
    }

    /// <summary>docs/scoring.md, Coverage.</summary>
    [Theory]
    [InlineData("A 1 1", "4 ?", 4.0)]
    [InlineData("A 0.1 0.2 0.3", "2 5 ?", 4.0)] // 0.1 + 0.2 is a little more than 0.3 in binary
    [InlineData("A 0.1 0.2 0.3", "? ? 4", 4.0)] // and here half is a little less than half
    [InlineData("A 0.3 0.1 0.2", "4 ? ?", 4.0)]
    [InlineData("A 1 1 1", "4 4 -", 4.0)]
    public void Score_AtHalfTheWeight_Exists(string area, string answers, double score) =>
        Assert.Equal(score, AreaOf(area, answers).Value!.Value, 1e-12);

    [Theory]
    [InlineData("A 1 1 1", "4 ? ?", 1.0 / 3, 4.0 / 3, 14.0 / 3)]
    [InlineData("A 0.49 0.51", "4 ?", 0.49, 1.96, 4.51)]
    [InlineData("A 0.499999 0.500001", "4 ?", 0.499999, 1.999996, 4.500001)]
    public void Score_BelowHalfTheWeight_IsInsufficient(string area, string answers, double coverage, double low, double high)
    {
        var result = AreaOf(area, answers);

        Assert.Null(result.Value);
        Assert.True(result.IsApplicable);
        Assert.Equal(coverage, result.Coverage!.Value, 1e-12);
        Assert.Equal(low, result.Range!.Value.Low, 1e-12);
        Assert.Equal(high, result.Range!.Value.High, 1e-12);
    }

    [Fact]
    public void NothingScored_IsInsufficientWithWholeScaleAsRange()
    {
        var area = AreaOf("A 1 2", "? ?");

        Assert.Null(area.Value);
        Assert.Equal(0, area.Coverage);
        Assert.Equal(new Band(0, 5), area.Range);
    }

    [Fact]
    public void NothingApplicable_LeavesEverythingUnknown()
    {
        var area = AreaOf("A 1 2", "- -");

        Assert.False(area.IsApplicable);
        Assert.Null(area.Value);
        Assert.Null(area.Coverage);
        Assert.Null(area.Range);
    }

    [Fact]
    public void WithheldScore_CountsAsMissing_AndItsLevelIsNotSeen()
    {
        var area = AreaOf("A 1 1", "4 1!");

        Assert.Equal(4, area.Value);
        Assert.Equal(new Band(2, 4.5), area.Range);
    }

    private static Aggregate AreaOf(string area, string answers) => World.Of(area).With(World.Home, answers).Readiness().Areas[0];
}
