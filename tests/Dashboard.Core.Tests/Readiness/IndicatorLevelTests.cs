using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class IndicatorLevelTests
{
    /// <summary>docs/scoring.md, Weakest: 2 is the lowest level given; weigh more than stands first.</summary>
    [Fact]
    public void Weakest_OfEquals_IsHeaviestThenFirst() =>
        Assert.Equal(new IndicatorLevel("A-3", 2), WeakestOfA("A 1 1 2 2 5", "2 3 2 2 ?"));

    [Theory]
    [InlineData("3 1", "A-2", 1)]
    [InlineData("0 -", "A-1", 0)]
    [InlineData("0! 4", "A-2", 4)]
    public void Weakest_IsLowestSeen(string answers, string code, int level) =>
        Assert.Equal(new IndicatorLevel(code, level), WeakestOfA("A 1 1", answers));

    [Fact]
    public void Weakest_WithoutScoredIndicator_IsUnknown() => Assert.Null(WeakestOfA("A 1 1", "? -"));

    [Fact]
    public void Weakest_OfAreaWithoutScore_IsStillNamed() =>
        Assert.Equal(new IndicatorLevel("A-1", 1), WeakestOfA("A 1 1 1", "1 ? ?"));

    [Fact]
    public void Weakest_OfTotal_ComparesIndicatorsOfAllAreas()
    {
        var report = World.Of("A*9 1", "B 2", "C 2").With(World.Home, "1 | 1 | 1").Report();

        Assert.Equal(new IndicatorLevel("B-1", 1), report.Total.Weakest);
    }

    private static IndicatorLevel? WeakestOfA(string area, string answers) =>
        World.Of(area).With(World.Home, answers).Report().Areas[0].Weakest;
}
