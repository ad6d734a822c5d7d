using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>Area scores and totals; the numbers are those of docs/scoring.md.</summary>
public sealed class CountryReadinessTests
{
    [Fact]
    public void Area_Score_IsTheWeightedMean() => Equal(2.75, [2.75, 2.75], 1, Area([2, 1, 1], "3 2 3"));

    [Fact]
    public void Area_NotAssessed_LeavesTheScoreAndWidensTheRange() => Equal(2.5, [5.0 / 3, 10.0 / 3], 2.0 / 3, Area([1, 1, 1], "2 3 -"));

    [Fact]
    public void Area_NotApplicable_LeavesEveryDenominator() => Equal(2.5, [2.5, 2.5], 1, Area([1, 1, 1], "2 3 x"));

    [Fact]
    public void Area_Withheld_CountsAsMissing() => Equal(2.5, [5.0 / 3, 10.0 / 3], 2.0 / 3, Area([1, 1, 1], "2 3 w5"));

    [Fact]
    public void Area_AtHalfTheWeight_HasAScore() => Equal(4, [2, 4.5], 0.5, Area([1, 1], "4 -"));

    [Fact]
    public void Area_AtHalfOfWeightsThatDoNotAddUpExactly_HasAScore() => Assert.NotNull(Area([0.1, 0.2, 0.3], "1 1 -").Value);

    [Fact]
    public void Area_BelowHalf_IsInsufficient() => Equal(null, [1, 13.0 / 3], 1.0 / 3, Area([1, 1, 1], "3 - -"));

    [Fact]
    public void Area_WithoutAnAnswer_SpansTheWholeScale() => Equal(null, [0, 5], 0, Area([1, 1], "- -"));

    [Fact]
    public void Area_AllNotApplicable_IsNothing()
    {
        var area = Area([1, 1], "x x");
        Assert.False(area.IsApplicable);
        Assert.Equal((null, null, null), (area.Value, area.Range, area.Coverage));
    }

    [Fact]
    public void Area_AtLevelZero_IsAScoreAndNotAGap() => Equal(0, [0, 0], 1, Area([1, 1], "0 0"));

    [Fact]
    public void Total_IsTheWeightedMeanOfSufficientAreas()
    {
        var framework = World.FrameworkOf([(2, [1]), (1, [1]), (1, [1])]);
        var total = new World(framework, []).With("JPN", "3 2 -").Readiness().Total;
        // 3/4 of the area weight: (2 x 3 + 1 x 2) / 3; the third area may be 0 to 5.
        Equal(8.0 / 3, [2, 3.25], 0.75, total);
    }

    [Fact]
    public void Total_BelowThreeQuarters_IsInsufficient() => Assert.Null(World.Of([1], [1], [1]).With("JPN", "3 2 -").Readiness().Total.Value);

    [Fact]
    public void Total_LeavesOutAreasThatDoNotApply() => Equal(2.5, [2.5, 2.5], 1, World.Of([1], [1], [1]).With("JPN", "3 2 x").Readiness().Total);

    [Fact]
    public void Total_Range_UsesAlsoTheAreasWithoutAScore()
    {
        var total = World.Of([1], [1], [1], [1, 1, 1]).With("JPN", "3 3 3 3 - -").Readiness().Total;
        Equal(3, [2.5, 10.0 / 3], 0.75, total);
    }

    private static Aggregate Area(double[] weights, string answers) => World.Of(weights).With("JPN", answers).Readiness().Areas[0];

    private static void Equal(double? value, double[] range, double coverage, Aggregate actual)
    {
        Assert.Equal(value is null, actual.Value is null);
        Assert.Equal(value ?? 0, actual.Value ?? 0, 1e-12);
        Assert.Equal(range[0], actual.Range!.Value.Low, 1e-12);
        Assert.Equal(range[1], actual.Range!.Value.High, 1e-12);
        Assert.Equal(coverage, actual.Coverage!.Value, 1e-12);
    }
}
