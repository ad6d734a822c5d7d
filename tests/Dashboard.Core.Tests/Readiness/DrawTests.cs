using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>How sure: the draws, their percentiles and what is said of them.</summary>
public sealed class DrawTests
{
    [Fact]
    public void Numbers_AreThePublishedOnes()
    {
        var numbers = new SplitMix64(1234567);
        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL],
            Enumerable.Range(0, 5).Select(i => numbers.At((ulong)i)));
    }

    [Theory]
    [InlineData("", 0xcbf29ce484222325UL)]
    [InlineData("a", 0xaf63dc4c8601ec8cUL)]
    [InlineData("foobar", 0x85944171f73967e8UL)]
    public void Seeds_AreFnv1a(string text, ulong hash) => Assert.Equal(new SplitMix64(hash).At(0), SplitMix64.For(text).At(0));

    [Fact]
    public void CouldLie_IsThe100thAnd1900thOf2000Draws()
    {
        // One area of two indicators, one answered at 2 with high confidence: a uniform blank and a shift of a quarter.
        var numbers = SplitMix64.For("2026|JPN");
        var draws = Enumerable.Range(0, 2000).Select(d => Math.Clamp(
            (2 + 5 * numbers.Fraction((ulong)(3 * d + 1))) / 2 + 0.25 * (2 * numbers.Fraction((ulong)(3 * d + 2)) - 1), 0, 5)).Order().ToList();
        var band = World.Of([1, 1]).With("JPN", "2h -").Row("A").CouldLie!.Value;
        Assert.Equal(draws[99], band.Low, 1e-12);
        Assert.Equal(draws[1899], band.High, 1e-12);
    }

    [Theory]
    [InlineData("h", 0.225)]
    [InlineData("m", 0.45)]
    [InlineData("l", 0.9)]
    [InlineData("", 0.9)]
    public void CouldLie_OfAnAnsweredArea_HasTheMarginOfItsConfidence(string confidence, double halfWidth)
    {
        // 90 % of a uniform error of 1/4, 1/2 or 1 level; unstated counts as low.
        var band = World.Of([1, 1]).With("JPN", $"2{confidence} 3{confidence}").Row("A").CouldLie!.Value;
        Assert.Equal(2.5 - halfWidth, band.Low, 0.03);
        Assert.Equal(2.5 + halfWidth, band.High, 0.03);
    }

    [Fact]
    public void Margin_IsTheWeightedMeanOfTheHalfWidths()
    {
        // (1 x 0.25 + 3 x 1) / 4 = 0.8125
        var band = World.Of([1, 3]).With("JPN", "2h 2l").Row("A").CouldLie!.Value;
        Assert.Equal(2 * 0.9 * 0.8125, band.High - band.Low, 0.05);
    }

    [Fact]
    public void Draws_StayOnTheScale()
    {
        var report = World.Of([1], [1]).With("JPN", "0l 5l").Report();
        Assert.All(report.Areas, row => Assert.InRange(row.CouldLie!.Value.High, 0, 5));
        Assert.Equal((0.0, 5.0), (report.Areas.Single(a => a.Code == "A").CouldLie!.Value.Low, report.Areas.Single(a => a.Code == "B").CouldLie!.Value.High));
    }

    [Theory]
    [InlineData("1h", Finding.Behind)]
    [InlineData("5h", Finding.Ahead)]
    [InlineData("3h", Finding.TooCloseToCall)]
    [InlineData("-", Finding.Insufficient)]
    [InlineData("x", Finding.NotApplicable)]
    public void Finding_FollowsTheGapBand(string own, Finding finding)
    {
        var row = World.Of([1]).With("JPN", own).With("EST", "3h").With("FIN", "3h").Row("A");
        Assert.Equal(finding, row.Finding);
    }

    [Fact]
    public void Position_IsABandOfPlaces()
    {
        var world = World.Of([1]).With("JPN", "3h").With("EST", "5h").With("FIN", "1h").With("NOR", "3h");
        Assert.Equal(new Position(2, 3, 4), world.Row("A").Position);
        Assert.Equal(new Position(1, 1, 4), world.With("JPN", "5h").With("EST", "4h").Row("A").Position);
    }

    [Fact]
    public void Draws_OfOneArea_DoNotMoveWhenAnotherIsAnswered()
    {
        var world = World.Of([1, 1], [1, 1]).With("JPN", "2m - 3h -").With("EST", "3 3 3 3");
        Assert.Equal(world.Row("B").GapBand, world.With("JPN", "2m 4l 3h -").Row("B").GapBand);
        Assert.NotEqual(world.Row("A").GapBand, world.With("JPN", "2m 4l 3h -").Row("A").GapBand);
    }

    [Fact]
    public void Total_Draws_UseAreasWithoutAScoreToo()
    {
        var band = World.Of([1], [1], [1], [1]).With("JPN", "3h 3h 3h -").Report().Total.CouldLie!.Value;
        // The blank quarter alone moves the total by up to 0.625 either side of 2.875.
        Assert.True(band.High - band.Low > 0.9);
        Assert.InRange((band.High + band.Low) / 2, 2.8, 2.95);
    }
}
