using System.Globalization;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class ShownTests
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>docs/scoring.md, Rounding.</summary>
    [Theory]
    [InlineData(0.25, "+0.3")]
    [InlineData(-0.25, "\u22120.3")]
    [InlineData(0.349999999999999, "+0.4")]
    [InlineData(0.3499, "+0.3")]
    [InlineData(-1.3333333333, "\u22121.3")]
    [InlineData(0.05, "+0.1")]
    public void Gap_RoundsHalfAwayFromZeroAfterNineDigits(double value, string shown) =>
        Assert.Equal(shown, Shown.Gap(value, Plain));

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.04)]
    [InlineData(-0.04)]
    public void Gap_ThatRoundsToZero_HasBothSigns(double value) => Assert.Equal("±0.0", Shown.Gap(value, Plain));

    [Theory]
    [InlineData(-0.04, "\u22120.04")]
    [InlineData(-0.004, "\u22120.004")]
    [InlineData(0.02, "+0.02")]
    [InlineData(-0.25, "\u22120.3")]
    [InlineData(0.0, "±0.0")]
    public void GapEnd_NearZero_KeepsItsSign(double value, string shown) => Assert.Equal(shown, Shown.GapEnd(value, Plain));

    [Theory]
    [InlineData(2.65, 2.7)]
    [InlineData(2.649999999999999, 2.7)]
    [InlineData(2.6499, 2.6)]
    [InlineData(-0.25, -0.3)]
    public void Round_TakesOneDecimal(double value, double rounded) => Assert.Equal((decimal)rounded, Shown.Round(value));

    [Fact]
    public void Level_UsesDecimalSignOfCulture()
    {
        Assert.Equal("2.7", Shown.Level(2.65, Plain));
        Assert.Equal("3.0", Shown.Level(3, Plain));
        Assert.Equal("2,7", Shown.Level(2.65, CultureInfo.GetCultureInfo("fr-FR")));
        Assert.Equal("\u22121,3", Shown.Gap(-1.3, CultureInfo.GetCultureInfo("fr-FR")));
    }

    [Theory]
    [InlineData(0.825, "0.83")]
    [InlineData(-0.054, "\u22120.05")]
    [InlineData(-0.004, "0.00")]
    [InlineData(1, "1.00")]
    public void Kappa_HasTwoDecimals_AndNoSignAtZero(double value, string shown) => Assert.Equal(shown, Shown.Kappa(value, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Percent_IsWhole_HalfAwayFromZero() => Assert.Equal([84, 85, 0, 100], new[] { 0.8409, 0.845, 0, 1 }.Select(Shown.Percent));
}
