namespace Dashboard.Web.Tests.Shell.Colours;

/// <summary>The measures themselves, held to published values.</summary>
public sealed class ColourArithmeticTests
{
    /// <summary>Pairs 1, 4, 7, 9, 13, 17, 19, 25 and 34 of the supplementary test data of Sharma, Wu and Dalal.</summary>
    [Theory]
    [InlineData(50.0000, 2.6772, -79.7751, 50.0000, 0.0000, -82.7485, 2.0425)]
    [InlineData(50.0000, -1.3802, -84.2814, 50.0000, 0.0000, -82.7485, 1.0000)]
    [InlineData(50.0000, 0.0000, 0.0000, 50.0000, -1.0000, 2.0000, 2.3669)]
    [InlineData(50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0009, 7.1792)]
    [InlineData(50.0000, -0.0010, 2.4900, 50.0000, 0.0009, -2.4900, 4.8045)]
    [InlineData(50.0000, 2.5000, 0.0000, 73.0000, 25.0000, -18.0000, 27.1492)]
    [InlineData(50.0000, 2.5000, 0.0000, 56.0000, -27.0000, -3.0000, 31.9030)]
    [InlineData(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644)]
    [InlineData(2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082)]
    public void Difference_IsThePublishedOne(double l1, double a1, double b1, double l2, double a2, double b2, double difference)
    {
        Assert.Equal(difference, new Lab(l1, a1, b1).Difference(new Lab(l2, a2, b2)), 5e-5);
        Assert.Equal(difference, new Lab(l2, a2, b2).Difference(new Lab(l1, a1, b1)), 5e-5);
    }

    /// <summary>The lightest grey that is text on white, and the next.</summary>
    [Theory]
    [InlineData("#000", "#fff", 21)]
    [InlineData("#767676", "#fff", 4.54)]
    [InlineData("#777", "#ffffff", 4.48)]
    public void Contrast_IsTheKnownOne(string one, string other, double ratio) => Assert.Equal(ratio, Colour.Of(one).Contrast(Colour.Of(other)), 5e-3);

    [Fact]
    public void Greys_AreSeenAlikeByEverybody() => Assert.All(Enum.GetValues<Sight>(), sight =>
        Assert.All(["#000", "#808080", "#fff"], grey => Assert.InRange(Colour.Of(grey).Lab(sight).Difference(Colour.Of(grey).Lab(Sight.Full)), 0, 0.1)));

    /// <summary>Each kind of sight has its own pairs: red and green for the first two, green and blue for the third.</summary>
    [Theory]
    [InlineData("#c64b4c", "#2e704c", Sight.Protanopia)]
    [InlineData("#c94f70", "#289362", Sight.Deuteranopia)]
    [InlineData("#6dc8aa", "#74c4cd", Sight.Tritanopia)]
    public void ColoursThatAKindOfSightConfuses_AreTheSameToIt_AndToNoOther(string one, string other, Sight blind)
    {
        var (a, b) = (Colour.Of(one), Colour.Of(other));

        Assert.All(Enum.GetValues<Sight>(), sight => Assert.Equal(sight == blind, a.Difference(b, sight) < 3));
    }

    [Fact]
    public void Hue_IsThatOfCss()
    {
        Assert.Equal([0, 120, 240, 60, 220], [.. ((string[])["#f00", "#0f0", "#00f", "#ff0", "#0055ff"]).Select(hex => Colour.Of(hex).Hue)]);
    }
}
