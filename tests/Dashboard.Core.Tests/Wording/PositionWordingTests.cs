using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Release;
using Dashboard.Core.Wording;
using static Dashboard.Core.Tests.Wording.Reports;

namespace Dashboard.Core.Tests.Wording;

public sealed class PositionWordingTests
{
    // The first six areas at the highest level, the others at the lowest: what counts more decides.
    private static readonly AssessmentSheet Uneven = Scored("JPN", order => order < 6 ? 5 : 0);

    [Theory]
    [InlineData("en", "Japan lies between 1st and 3rd of 3 in total; that holds under other weights.")]
    [InlineData("ja", "日本は、総合で3か国中1位から3位です。重みを変えても、この結果はほぼ変わりません。")]
    [InlineData("fr", "Japon, total\u00a0: entre le 1er et le 3e rang sur 3. Cela tient avec d’autres poids.")]
    public void Headline_SeveralPlacesAreOpen_SaysFromWhichToWhich(string language, string expected) =>
        Assert.Equal(expected, In(Of("JPN"), language).Headline());

    [Theory]
    [InlineData("en", "The United States is 3rd of 3 in total; that holds under other weights.")]
    [InlineData("ja", "アメリカ合衆国は、総合で3か国中3位です。重みを変えても、この結果はほぼ変わりません。")]
    [InlineData("fr", "États-Unis, total\u00a0: 3e rang sur 3. Cela tient avec d’autres poids.")]
    public void Headline_OnePlace_SaysIt(string language, string expected) =>
        Assert.Equal(expected, In(From("USA", [Sheets.Of("USA", 1), .. Members]), language).Headline());

    [Theory]
    [InlineData("en", "Japan is 1st of 3 in total; under other weights it could be 1st to 3rd.")]
    [InlineData("ja", "日本は、総合で3か国中1位ですが、重みによっては1位〜3位になりえます。")]
    [InlineData("fr", "Japon, total\u00a0: 1er rang sur 3. Avec d’autres poids, ce pourrait être 1er à 3e.")]
    public void Headline_WeightsMatter_SaysWhichPlacesTheyOpen(string language, string expected) =>
        Assert.Equal(expected, In(From("JPN", [Uneven, Even("EST"), Even("LVA")]), language).Headline());

    [Theory]
    [InlineData("en", 5, "Japan is ahead of the United States in total; that holds under other weights.")]
    [InlineData("en", 1, "The United States is ahead of Japan in total; that holds under other weights.")]
    [InlineData("en", 3, "Japan and the United States are too close to call in total.")]
    [InlineData("ja", 5, "総合では、日本がアメリカ合衆国より上位です。重みを変えても、この結果はほぼ変わりません。")]
    [InlineData("ja", 1, "総合では、アメリカ合衆国が日本より上位です。重みを変えても、この結果はほぼ変わりません。")]
    [InlineData("ja", 3, "総合では、日本とアメリカ合衆国は僅差で、どちらが上位とも言えません。")]
    [InlineData("fr", 5, "Total\u00a0: Japon devant États-Unis. Cela tient avec d’autres poids.")]
    [InlineData("fr", 1, "Total\u00a0: États-Unis devant Japon. Cela tient avec d’autres poids.")]
    [InlineData("fr", 3, "Total\u00a0: Japon et États-Unis, trop serré pour trancher.")]
    public void Headline_AgainstOneCountry_SaysWhoIsAhead(string language, int level, string expected) =>
        Assert.Equal(expected, In(Against("USA", Sheets.Of("JPN", level), Sheets.Of("USA")), language).Headline());

    [Theory]
    [InlineData("en", "Japan is ahead of the United States in total; other weights could turn that round.")]
    [InlineData("ja", "総合では、日本がアメリカ合衆国より上位ですが、重みによっては逆転しえます。")]
    [InlineData("fr", "Total\u00a0: Japon devant États-Unis. D’autres poids pourraient inverser l’ordre.")]
    public void Headline_AgainstOneCountry_SaysWhatWeightsCanTurn(string language, string expected) =>
        Assert.Equal(expected, In(Against("USA", Uneven, Even("USA")), language).Headline());

    [Theory]
    [InlineData("en", "Japan has no place in total: too few answers; in 8 of 12 areas it has one.")]
    [InlineData("ja", "日本には総合順位がありません（回答不足）。12分野中8分野には順位があります。")]
    [InlineData("fr", "Japon\u00a0: pas de rang au total (trop peu de réponses). Un rang dans 8 des 12 domaines.")]
    public void Headline_WithoutATotal_SaysWhyAndWhereThereArePlaces(string language, string expected) =>
        Assert.Equal(expected, In(Of("JPN", ("LAN", Answer.NotAssessed), ("EXE", Answer.NotAssessed), ("NET", Answer.NotAssessed), ("WRK", Answer.NotAssessed)), language).Headline());

    [Fact]
    public void Headline_NothingToTell_IsThatOfTheGaps()
    {
        GapReport[] reports = [From("JPN", Members), From("JPN", [SheetOf("JPN")]), From("JPN", [Sheets.Scored("JPN", null, null, null, _ => Answer.NotAssessed), .. Members])];
        Assert.All(reports, report => Assert.Equal(report.In("en").Headline(), In(report, "en").Headline()));
        Assert.Equal(3, reports.Select(report => In(report, "en").Headline()).Distinct().Count());
        Assert.All(reports, report => Assert.Equal([report.In("en").Lead().Last()], In(report, "en").Lead()));
    }

    [Theory]
    [InlineData("en", "Clearly in the front half: language.", "Clearly in the back half: exercises and network defence.", "Areas not clear in which half: 9.", "Under other weights the place holds in 12 of 12 areas.")]
    [InlineData("ja", "明らかに上位半分：言語。", "明らかに下位半分：演習、ネットワーク防護。", "どちらの半分とも言えない：9分野。", "重みを変えても、12分野中12分野で順位はほぼ変わりません。")]
    [InlineData("fr", "Nettement dans la première moitié\u00a0: langues.", "Nettement dans la seconde moitié\u00a0: exercices et défense des réseaux.", "Moitié incertaine (nombre de domaines)\u00a0: 9.", "Avec d’autres poids, le rang tient dans 12 des 12 domaines.")]
    public void Lead_NamesAreasOnlyWhereTheHalfIsClear(string language, params string[] expected)
    {
        var report = Of("JPN", ("LAN", Level(5)), ("EXE", Level(1)), ("NET", Level(1)));
        Assert.Equal([.. expected, report.In(language).Lead().Last()], In(report, language).Lead());
    }

    [Theory]
    [InlineData("en", "In total only Estonia counts (NATO members: 32).", "Area by area: clearly ahead in 1, clearly behind in 1, too close to call in 10.")]
    [InlineData("ja", "総合の集計対象は、NATO加盟国32か国のうちエストニアだけです。", "分野別：明らかに優位1、明らかに遅れ1、判定できない僅差10。")]
    [InlineData("fr", "Total\u00a0: un seul membre compte sur 32 (OTAN)\u00a0: Estonie.", "Par domaine\u00a0: nettement devant dans 1, nettement derrière dans 1, trop serré dans 10.")]
    public void Lead_OneMemberCounts_NamesIt(string language, params string[] expected)
    {
        var report = From("JPN", [SheetOf("JPN", ("LAN", Level(5)), ("NET", Level(1))), Sheets.Of("EST")]);
        Assert.Equal(expected, In(report, language).Lead().Take(2));
        Assert.DoesNotContain(expected[0], In(Against("EST", SheetOf("JPN"), Sheets.Of("EST")), language).Lead());
    }

    [Theory]
    [InlineData("en", "1st to 3rd of 3", "no place: too few answers", "Total: 1st to 3rd of 3; plain place 1st; under other weights 1st")]
    [InlineData("ja", "3か国中1位〜3位", "順位なし：回答不足", "総合：3か国中1位〜3位、そのままの順位は1位、重みを変えると1位")]
    [InlineData("fr", "1er à 3e sur 3", "pas de rang\u00a0: trop peu de réponses", "Total\u00a0: 1er à 3e sur 3\u00a0; rang simple 1er\u00a0; avec d’autres poids 1er")]
    public void Row_SaysItsPlacesOrWhyThereAreNone(string language, string place, string none, string sentence)
    {
        var report = Of("JPN", ("LAN", Answer.NotAssessed));
        var (wording, language0) = (In(report, language), report.Areas.Single(row => row.Code == "LAN"));
        Assert.Equal((place, none), (wording.Place(report.Total), wording.Place(language0)));
        Assert.Equal(sentence, wording.Sentence(report.Total));
        Assert.EndsWith(none, wording.Sentence(language0));
        Assert.Equal("", wording.Weights(language0));
    }

    [Theory]
    [InlineData("en", 1, "clearly behind: 2nd of 2")]
    [InlineData("ja", 5, "明らかに優位：2か国中1位")]
    [InlineData("fr", 3, "trop serré\u00a0: 1er à 2e sur 2")]
    public void Row_OfTwo_SaysWhoIsAhead(string language, int level, string expected)
    {
        var report = Against("USA", Sheets.Of("JPN", level), Sheets.Of("USA"));
        Assert.Equal(expected, In(report, language).Place(report.Total));
    }

    [Theory]
    [InlineData("en", "holds under other weights", "1st to 3rd under other weights")]
    [InlineData("ja", "重みを変えてもほぼ同じ", "重みを変えると1位〜3位")]
    [InlineData("fr", "tient avec d’autres poids", "1er à 3e avec d’autres poids")]
    public void Weights_HoldOrSayTheirPlaces(string language, string holds, string depends)
    {
        var (steady, uneven) = (Of("JPN"), From("JPN", [Uneven, Even("EST"), Even("LVA")]));
        Assert.Equal((holds, depends), (In(steady, language).Weights(steady.Total), In(uneven, language).Weights(uneven.Total)));
    }

    [Theory]
    [InlineData("en", "1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 23rd 31st 101st 111th 112th 113th 121st")]
    [InlineData("ja", "1位 2位 3位 4位 10位 11位 12位 13位 21位 22位 23位 31位 101位 111位 112位 113位 121位")]
    [InlineData("fr", "1er 2e 3e 4e 10e 11e 12e 13e 21e 22e 23e 31e 101e 111e 112e 113e 121e")]
    public void Ordinal_EndsAsTheLanguageAsks(string language, string expected)
    {
        var wording = In(Of("JPN"), language);
        Assert.Equal(expected, string.Join(' ', new[] { 1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 23, 31, 101, 111, 112, 113, 121 }.Select(wording.Ordinal)));
    }

    // A little less in total, however the areas count.
    private static AssessmentSheet Even(string country) => Scored(country, order => order % 3 == 0 ? 3 : 2);

    private static AssessmentSheet Scored(string country, Func<int, int> levelOf) => Sheets.Scored(country, null, null, null, area => Level(levelOf(Sheets.Framework.Areas.Select(a => a.Code).ToList().IndexOf(area))));

    private static GapReport Against(string country, params AssessmentSheet[] sheets) =>
        GapAnalysis.Run(new GapQuestion("JPN", CountryGroup.RequireOrCountry(CountryGroup.BuiltIn, country)), sheets.SeenBy("JPN"));

    private static PositionWording In(GapReport report, string language) => new(report, WeightRanges.Of(report), CultureInfo.GetCultureInfo(language));
}
