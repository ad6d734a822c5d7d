using System.Globalization;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Core.Tests.Wording;

public sealed class CompareWordingTests
{
    [Fact]
    public void Headline_WithoutAnArea_CountsWhereTheGapIsWidestAndClear() =>
        Assert.Equal("In language, 2 of 2 NATO members that count score higher than Japan.", In(Reports.Of("JPN", ("LAN", Reports.Level(1))), "en").Headline(null));

    [Theory]
    [InlineData("en", "In total, none of the 2 NATO members that count scores higher than Japan.")]
    [InlineData("fr", "Japon, total : aucun des 2 membres pris en compte (OTAN) n’a un score plus élevé.")]
    public void Headline_WithoutAClearGap_CountsInTotal(string language, string expected) =>
        Assert.Equal(expected, In(Reports.Of("JPN"), language).Headline(null));

    [Fact]
    public void Headline_OfNothingSeen_SaysSo()
    {
        var report = Reports.From("JPN", Reports.Members);
        Assert.Equal(report.In("en").Headline(), In(report, "en").Headline(null));
        Assert.Equal(report.In("en").Headline(), In(report, "en").Headline("LAN"));
    }

    private static CompareWording In(GapReport report, string language) => new(report, CultureInfo.GetCultureInfo(language));
}
