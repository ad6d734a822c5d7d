using System.Globalization;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public sealed class ShownTests
{
    [Theory]
    [InlineData(0.25, "+0.3")]
    [InlineData(-0.25, "\u22120.3")]
    [InlineData(0.34999999999999998, "+0.4")]
    [InlineData(2.449999999, "+2.4")]
    [InlineData(0.04, "±0.0")]
    [InlineData(-0.04, "±0.0")]
    [InlineData(-1.3, "\u22121.3")]
    public void Gap_IsRoundedOnceAndAlwaysSigned(double gap, string shown) => Assert.Equal(shown, Shown.Gap(gap, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(-0.02, "\u22120.02")]
    [InlineData(0.0004, "+0.0004")]
    [InlineData(0, "±0.0")]
    [InlineData(-1.25, "\u22121.3")]
    public void GapEnd_KeepsItsSign(double end, string shown) => Assert.Equal(shown, Shown.GapEnd(end, CultureInfo.InvariantCulture));

    [Fact]
    public void Numbers_TakeTheDecimalSignOfTheReader() => Assert.Equal("2,5", Shown.Level(2.45, CultureInfo.GetCultureInfo("fr")));
}
