using System.Globalization;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Core.Tests.Wording;

public class TrendWordingTests
{
    [Theory]
    [InlineData("en", "Japan: the gap to the Allies median widened most in A since 2025, from −1.0 to −2.0.")]
    [InlineData("ja", "日本：同盟国の中央値との差が2025以降最も広がったのはAで、−1.0から−2.0になりました。")]
    [InlineData("fr", "Japon\u00a0: l’écart avec la médiane Alliés s’est le plus creusé depuis 2025 dans un domaine, A\u00a0: de −1,0 à −2,0.")]
    public void Headline_NamesTheAreaThatMovedFurthest(string language, string expected) =>
        Assert.Equal(expected, new TrendWording([In(2025, "2 | 3"), In(2026, "1 | 3")], CultureInfo.GetCultureInfo(language)).Headline());

    [Theory]
    [InlineData("1 | 3", "2 | 3", "Japan: the gap to the Allies median moved most in A since 2025: it narrowed from −2.0 to −1.0.")]
    [InlineData("3 | 3", "5 | 3", "Japan: the lead over the Allies median grew most in A since 2025, from ±0.0 to +2.0.")]
    [InlineData("5 | 3", "4 | 3", "Japan: the lead over the Allies median shrank most in A since 2025, from +2.0 to +1.0.")]
    [InlineData("2 | 3", "4 | 3", "Japan: the gap to the Allies median moved most in A since 2025, and changed sides: from −1.0 to +1.0.")]
    [InlineData("2 | 3", "2 | 3", "Japan: no gap to the Allies median has moved by a tenth of a level since 2025.")]
    [InlineData("? | 3", "2 | ?", "Japan: no gap to the Allies median is known in two comparable cycles.")]
    public void Headline_SaysWhichWayItWent(string before, string now, string expected) => Assert.Equal(expected, Say(In(2025, before), In(2026, now)).Headline());

    [Fact]
    public void Headline_OfOneCycle_ComparesNothing() =>
        Assert.Equal("Japan: no cycle before 2026 is seen, so there is nothing to compare with.", Say(In(2026, "2 | 3")).Headline());

    [Fact]
    public void Lead_SaysThatTheGapIsTooCloseToCall_AndCountsEveryAreaOnce() => Assert.Equal(
        ["That gap is too close to call.", "Areas that gained on the benchmark: 0; that lost: 1; that moved by less than a tenth of a level: 1; that cannot be compared: 0."],
        Say(In(2025, "2 | 3"), In(2026, "1 | 3")).Lead().Take(2));

    [Fact]
    public void Moved_BeginsAnewWhereTheLineIsBroken()
    {
        GapReport[] reports = [In(2024, "5 | 3"), In(2025, "2 | 3", "A 1", "B 2 1"), In(2026, "1 | 3", "A 1", "B 2 1")];
        Assert.Equal("2025", Trend.Moved(Trend.Of(reports, "A"))!.Value.From.Cycle);
        Assert.Null(Trend.Moved(Trend.Of(reports[..2], "A")));
    }

    private static TrendWording Say(params GapReport[] reports) => new([.. reports], CultureInfo.GetCultureInfo("en"));

    private static GapReport In(int year, string answers, params string[] areas)
    {
        var isOther = areas.Length > 0;
        var world = World.Of(isOther ? areas : ["A 1", "B 1"]) with { Cycle = $"{year}", AsOf = new(year, 6, 30) };
        return world.With(World.Home, isOther ? answers + " 3" : answers).With("EST", isOther ? "3 | 3 3" : "3 | 3").Report();
    }
}
