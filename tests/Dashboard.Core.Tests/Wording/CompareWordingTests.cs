using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Release;
using Dashboard.Core.Wording;

namespace Dashboard.Core.Tests.Wording;

public sealed class CompareWordingTests
{
    [Fact]
    public void Headline_WithoutAnArea_CountsWhereTheGapIsWidestAndClear() =>
        Assert.Equal("In language, 2 of 2 NATO members that count score higher than Japan.", In(Reports.Of("JPN", ("LAN", Reports.Level(1))), "en").Headline(null));

    [Theory]
    [InlineData("en", "In total, none of the 2 NATO members that count scores higher than Japan.")]
    [InlineData("fr", "Japon, total\u00a0: aucun des 2 membres pris en compte (OTAN) n’a un score plus élevé.")]
    public void Headline_WithoutAClearGap_CountsInTotal(string language, string expected) =>
        Assert.Equal(expected, In(Reports.Of("JPN"), language).Headline(null));

    [Fact]
    public void Headline_OfNothingSeen_SaysSo()
    {
        var report = Reports.From("JPN", Reports.Members);
        Assert.Equal(report.In("en").Headline(), In(report, "en").Headline(null));
        Assert.Equal(report.In("en").Headline(), In(report, "en").Headline("LAN"));
    }

    [Theory]
    [InlineData("en", "In language, 1 of 2 NATO members that count scores higher than Japan.")]
    [InlineData("ja", "言語では、算入されるNATO加盟国2か国のうち1か国が日本より高い。")]
    [InlineData("fr", "Japon, langues\u00a0: 1 des 2 membres pris en compte (OTAN) a un score plus élevé.")]
    public void Headline_OneMemberHigher_IsOne(string language, string expected) =>
        Assert.Equal(expected, In(Reports.From("JPN", [Reports.SheetOf("JPN", ("LAN", Reports.Level(4))), Reports.SheetOf("EST", ("LAN", Reports.Level(5))), Sheets.Of("LVA")]), language).Headline("LAN"));

    [Theory]
    [InlineData("en", "In language, 2 of 2 NATO members that count score higher than Japan.")]
    [InlineData("ja", "言語では、算入されるNATO加盟国2か国のうち2か国が日本より高い。")]
    [InlineData("fr", "Japon, langues\u00a0: 2 des 2 membres pris en compte (OTAN) ont un score plus élevé.")]
    public void Headline_OfAnArea_CountsThereThoughTheGapIsWiderElsewhere(string language, string expected)
    {
        var report = Reports.Of("JPN", ("LAN", Reports.Level(2)), ("NET", Reports.Level(1)));
        Assert.Equal(expected, In(report, language).Headline("lan"));
        Assert.NotEqual(expected, In(report, language).Headline(null));
    }

    [Theory]
    [InlineData("en", "In language, none of the 2 NATO members that count scores higher than Japan.")]
    [InlineData("ja", "言語では、算入されるNATO加盟国2か国のうち、日本より高い国はない。")]
    [InlineData("fr", "Japon, langues\u00a0: aucun des 2 membres pris en compte (OTAN) n’a un score plus élevé.")]
    public void Headline_OfEqualScores_HasNobodyHigher(string language, string expected) =>
        Assert.Equal(expected, In(Reports.Of("JPN", ("NET", Reports.Level(1))), language).Headline("LAN"));

    [Theory]
    [InlineData("en", 2, "In language, the only NATO member that counts scores higher than Japan.")]
    [InlineData("en", 3, "In language, the only NATO member that counts does not score higher than Japan.")]
    [InlineData("ja", 2, "言語では、算入される唯一のNATO加盟国は日本より高い。")]
    [InlineData("ja", 3, "言語では、算入される唯一のNATO加盟国は日本より高くない。")]
    [InlineData("fr", 2, "Japon, langues\u00a0: le seul membre pris en compte (OTAN) a un score plus élevé.")]
    [InlineData("fr", 3, "Japon, langues\u00a0: le seul membre pris en compte (OTAN) n’a pas un score plus élevé.")]
    public void Headline_OfAGroupOfWhichOneCounts_SaysThatItIsTheOnlyOne(string language, int level, string expected) =>
        Assert.Equal(expected, In(Reports.From("JPN", [Reports.SheetOf("JPN", ("LAN", Reports.Level(level))), Reports.Members[0]]), language).Headline("LAN"));

    [Theory]
    [InlineData("en", 2, "In language, the United States scores higher than Japan.")]
    [InlineData("en", 3, "In language, the United States does not score higher than Japan.")]
    [InlineData("ja", 2, "言語では、アメリカ合衆国は日本より高い。")]
    [InlineData("ja", 4, "言語では、アメリカ合衆国は日本より高くない。")]
    [InlineData("fr", 2, "Japon, langues\u00a0: score inférieur à celui du pays comparé (États-Unis).")]
    [InlineData("fr", 3, "Japon, langues\u00a0: score au moins égal à celui du pays comparé (États-Unis).")]
    public void Headline_AgainstOneCountry_NamesIt(string language, int level, string expected) =>
        Assert.Equal(expected, In(Against("USA", Sheets.Of("JPN", level), Sheets.Of("USA")), language).Headline("LAN"));

    [Theory]
    [InlineData("en", "In language, there is no score of Japan to compare: too few answers.")]
    [InlineData("ja", "言語では、日本に比べられるスコアがない：回答不足。")]
    [InlineData("fr", "Japon, langues\u00a0: aucun score à comparer (trop peu de réponses).")]
    public void Headline_WithoutAScoreInTheArea_SaysWhy(string language, string expected) =>
        Assert.Equal(expected, In(Reports.Of("JPN", ("LAN", Answer.NotAssessed)), language).Headline("LAN"));

    [Theory]
    [InlineData("en", "In language, there is nothing to compare Japan with: no member has a score that counts and that you may see.")]
    [InlineData("ja", "言語では、日本と比べるものがない：算入され閲覧できる加盟国のスコアがない。")]
    [InlineData("fr", "Japon, langues\u00a0: aucun score de membre ne compte et n’est visible.")]
    public void Headline_WithoutMembers_SaysSo(string language, string expected)
    {
        var report = Reports.From("JPN", [Reports.SheetOf("JPN")]);
        Assert.Equal(expected, In(report, language).Headline("LAN"));
        Assert.Equal(report.In(language).Headline(), In(report, language).Headline(null));
    }

    [Theory]
    [InlineData("en", "Against the NATO median: −2.0, clearly behind.")]
    [InlineData("ja", "NATOの中央値に対して：−2.0、明らかに遅れ。")]
    [InlineData("fr", "Écart avec la médiane OTAN\u00a0: −2,0, nettement derrière.")]
    public void Lead_HasTheGapOfTheHeadlinesRow_WhereThereIsOne(string language, string expected)
    {
        var report = Reports.Of("JPN", ("LAN", Reports.Level(1)), ("NET", Answer.NotAssessed));
        var source = report.In(language).Lead().Last();
        Assert.Equal([expected, source], In(report, language).Lead("LAN"));
        Assert.Equal([expected, source], In(report, language).Lead(" "));
        Assert.Equal([source], In(report, language).Lead("NET"));
    }

    [Theory]
    [InlineData("en", "not assessed|not applicable|withheld from you|nobody has assessed it|too few answers")]
    [InlineData("ja", "未評価|該当なし|非開示|評価なし|回答不足")]
    [InlineData("fr", "non évalué|sans objet|non communiqué|aucune évaluation|trop peu de réponses")]
    public void Word_OfEachKindOfEmptiness_IsItsOwn(string language, string expected) =>
        Assert.Equal(expected, string.Join('|', new[] { FigureState.NotAssessed, FigureState.NotApplicable, FigureState.Withheld, FigureState.NotReported, FigureState.Insufficient }.Select(state => CompareWording.Word(state, CultureInfo.GetCultureInfo(language)))));

    private static GapReport Against(string country, params AssessmentSheet[] sheets) =>
        GapAnalysis.Run(new GapQuestion("JPN", CountryGroup.RequireOrCountry(CountryGroup.BuiltIn, country)), sheets.SeenBy("JPN"));

    private static CompareWording In(GapReport report, string language) => new(report, CultureInfo.GetCultureInfo(language));
}
