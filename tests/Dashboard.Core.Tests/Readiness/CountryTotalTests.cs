using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class CountryTotalTests
{
    /// <summary>docs/scoring.md, Country total: (2 x 3 + 1 x 4) / 3; C has no score, but its range 2/3 to 4 counts.</summary>
    [Fact]
    public void Total_IsWeightedMeanOfSufficientAreas_ItsRangeOfAllApplicable()
    {
        var total = TotalOf("3 | 4 | 2 ? ?");

        Assert.Equal(10.0 / 3, total.Value!.Value, 1e-12);
        Assert.Equal(0.75, total.Coverage);
        Assert.Equal((6 + 4 + 2.0 / 3) / 4, total.Range!.Value.Low, 1e-12);
        Assert.Equal(3.5, total.Range!.Value.High, 1e-12);
    }

    [Fact]
    public void Total_BelowThreeQuartersOfAreaWeight_IsInsufficient()
    {
        var total = TotalOf("? | 4 | 2 2 2");

        Assert.Null(total.Value);
        Assert.Equal(0.5, total.Coverage);
        Assert.Equal(new Band(1.5, 4), total.Range);
    }

    [Fact]
    public void Total_AtThreeQuartersOfDecimalWeights_Exists()
    {
        var world = World.Of("A*0.1 1", "B*0.2 1", "C*0.1 1").With(World.Home, "3 | 3 | ?");

        Assert.Equal(3, world.Readiness().Total.Value!.Value, 1e-12);
    }

    [Fact]
    public void AreaThatDoesNotApply_LeavesTotal()
    {
        var total = TotalOf("3 | - | 4 4 4");

        Assert.Equal(10.0 / 3, total.Value!.Value, 1e-12);
        Assert.Equal(1, total.Coverage);
        Assert.Equal(3, total.Weight);
    }

    [Fact]
    public void NothingApplies_TotalDoesNotApply()
    {
        var total = TotalOf("- | - | - - -");

        Assert.False(total.IsApplicable);
        Assert.Null(total.Value);
        Assert.Null(total.Range);
    }

    [Fact]
    public void UnreportedCountry_HasNoTotal_AndWholeScaleAsRange()
    {
        var total = World.Of("A 1", "B 1").Readiness("EST").Total;

        Assert.Null(total.Value);
        Assert.Equal(new Band(0, 5), total.Range);
    }

    private static Aggregate TotalOf(string answers) => World.Of("A*2 1", "B 1", "C 1 1 1").With(World.Home, answers).Readiness().Total;
}
