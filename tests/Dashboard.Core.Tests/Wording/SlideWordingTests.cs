using System.Globalization;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Core.Tests.Wording;

public class SlideWordingTests
{
    private static readonly World Two = World.Of("A 1", "B 1").With(World.Home, "2h 4h").With("USA", "4h 4h").With("EST", "4h 3h");

    [Theory]
    [InlineData("en", "Widest gap: A, \u22122.0, clearly behind", "Clearly behind in 1 of 2 areas, clearly ahead in 1", "2 of 2 indicators assessed, 2 of 2 members seen")]
    [InlineData("ja", "最大の差：A、\u22122.0、明らかに遅れ", "2分野中、明らかな遅れが1、明らかな優位が1", "2指標中2指標を評価済み、加盟国2か国中2か国を表示")]
    [InlineData("fr", "Plus grand écart\u00a0: A, \u22122,0, nettement derrière", "Sur 2 domaines\u00a0: nettement derrière dans 1, nettement devant dans 1", "2 sur 2 indicateurs évalués, membres visibles\u00a0: 2 sur 2")]
    public void Titles_SayWhatIsToBeSeen(string language, string widest, string clear, string sure)
    {
        var slides = In(Two.Report(draws: 200), language);

        Assert.Equal(widest, slides.Widest());
        Assert.Equal(clear, slides.Clear());
        Assert.Equal(sure, slides.Sure());
    }

    [Fact]
    public void Widest_IsOfEitherDirection_AndWithoutAnyGapTellsWhoIsSeen()
    {
        Assert.StartsWith("Widest gap: A, +2.0", In(World.Of("A 1", "B 1").With(World.Home, "4 4").With("USA", "2 5").Report(), "en").Widest());
        var alone = In(World.Of("A 1").With(World.Home, "4").Report(), "en");
        Assert.Equal("None of 0 members can be seen.", alone.Widest());
        Assert.StartsWith("There is nothing to compare Japan with", alone.Clear());
    }

    [Fact]
    public void Moved_NamesTheAreaThatMovedFurthest_AndWhy()
    {
        var before = World.Of("A 1", "B 1").With(World.Home, "2 4").With("USA", "3 4") with { Cycle = "2025", AsOf = new(2025, 6, 30) };
        var later = World.Of("A 1", "B 1").With(World.Home, "2 4").With("USA", "4 4").Report(earlier: before);

        Assert.Equal("Most changed since 2025: A, by \u22121.0 (the members’ levels)", In(later, "en").Moved(later.Changes!));
    }

    [Fact]
    public void Moved_WhereNothingDid_SaysSo()
    {
        var same = World.Of("A 1").With(World.Home, "2").With("USA", "3");
        var later = same.Report(earlier: same with { Cycle = "2025", AsOf = new(2025, 6, 30) });

        Assert.Equal("No gap is known to have moved by a tenth of a level since 2025", In(later, "en").Moved(later.Changes!));
    }

    [Theory]
    [InlineData("en", "Albania – Italy", "Areas 1–2 of 2, widest gap first")]
    [InlineData("ja", "アルバニア〜イタリア", "2分野中1〜2番目（差の大きい順）")]
    [InlineData("fr", "Albanie – Italie", "Domaines 1–2 sur 2, plus grand écart d’abord")]
    public void Part_IsNamedByItsEnds(string language, string countries, string areas)
    {
        var slides = In(Two.Report(draws: 200), language);

        Assert.Equal(countries, slides.Countries("ALB", "ITA"));
        Assert.Equal(areas, slides.Areas(1, 2));
    }

    private static SlideWording In(GapReport report, string language) => new(report, CultureInfo.GetCultureInfo(language));
}
