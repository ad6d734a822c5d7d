using Dashboard.Core.Assessments;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Release;
using static Dashboard.Core.Tests.Wording.Reports;

namespace Dashboard.Core.Tests.Wording;

public class HeadlineTests
{
    private static (string, Answer)[] At(int level, params string[] areas) => [.. areas.Select(area => (area, Level(level)))];

    private static void Says(GapReport report, string english, string japanese, string french)
    {
        Assert.Equal(english, report.In("en").Headline());
        Assert.Equal(japanese, report.In("ja").Headline());
        Assert.Equal(french, report.In("fr").Headline());
    }

    [Fact]
    public void Headline_BehindInOneArea_IsSingular() => Says(Of("JPN", At(1, "LAN")),
        "Japan is clearly behind the NATO median in 1 of 12 areas: language.",
        "日本は、NATOの中央値に対し、12分野中1分野で明らかに遅れています：言語。",
        "Japon\u00a0: nettement derrière la médiane OTAN dans 1 domaine sur 12\u00a0: langues.");

    [Fact]
    public void Headline_BehindInSome_NamesAllOfThem_WidestFirst() => Says(Of("JPN", [.. At(1, "LAN", "CTR"), .. At(0, "NET")]),
        "Japan is clearly behind the NATO median in 3 of 12 areas: network defence, language and counterattack.",
        "日本は、NATOの中央値に対し、12分野中3分野で明らかに遅れています：ネットワーク防護、言語、反撃。",
        "Japon\u00a0: nettement derrière la médiane OTAN dans 3 domaines sur\u00a012\u00a0: défense des réseaux, langues et contre-attaque.");

    [Fact]
    public void Headline_BehindInFour_NamesFour() => Assert.Equal(
        "Japan is clearly behind the NATO median in 4 of 12 areas: language, information sharing, counterattack and organisation.",
        Of("JPN", At(1, "LAN", "INF", "CTR", "ORG")).In("en").Headline());

    [Fact]
    public void Headline_BehindInMoreThanFour_NamesThreeAndCountsTheRest() => Says(Of("JPN", At(1, "LAN", "INF", "EXE", "CTR", "ORG")),
        "Japan is clearly behind the NATO median in 5 of 12 areas: language, information sharing, exercises and 2 more.",
        "日本は、NATOの中央値に対し、12分野中5分野で明らかに遅れています：言語、情報共有、演習ほか2分野。",
        "Japon\u00a0: nettement derrière la médiane OTAN dans 5 domaines sur\u00a012\u00a0: langues, partage de l’information, exercices et 2 autres.");

    [Fact]
    public void Headline_BehindAndAhead_SaysTheBehindOnly() =>
        Assert.Contains("in 1 of 12 areas: language.", Of("JPN", [.. At(1, "LAN"), .. At(5, "INF")]).In("en").Headline());

    [Fact]
    public void Headline_AheadOnly_SaysNowhereBehind() => Says(Of("JPN", At(5, "LAN", "DEC")),
        "Japan is nowhere clearly behind the NATO median, and clearly ahead in 2 of 12 areas: language and decision making.",
        "日本は、NATOの中央値に対し、明らかに遅れている分野はなく、12分野中2分野で明らかに進んでいます：言語、意思決定。",
        "Japon\u00a0: nulle part nettement derrière la médiane OTAN, et nettement devant dans 2 domaines sur\u00a012\u00a0: langues et décision.");

    [Fact]
    public void Headline_AheadInOne_IsSingular() => Assert.Equal(
        "Japan is nowhere clearly behind the NATO median, and clearly ahead in 1 of 12 areas: language.", Of("JPN", At(5, "LAN")).In("en").Headline());

    [Fact]
    public void Headline_TooCloseEverywhere_ClaimsNothing() => Says(Of("JPN"),
        "Japan is neither clearly behind nor clearly ahead of the NATO median in any of 12 areas.",
        "日本は、NATOの中央値に対し、12分野のいずれでも、明らかな遅れも明らかな優位もありません。",
        "Japon\u00a0: ni nettement derrière ni nettement devant la médiane OTAN dans aucun des 12 domaines.");

    [Fact]
    public void Headline_UnitedStates_TakesTheArticle() => Assert.Equal(
        "The United States is clearly behind the NATO median in 1 of 12 areas: language.", Of("USA", At(1, "LAN")).In("en").Headline());

    [Fact]
    public void Headline_UnitedStatesInASentence_TakesASmallArticle() => Assert.Equal(
        "Nothing can be said of the United States: nobody has assessed it in this cycle.", From("USA", Members).In("en").Headline());

    [Fact]
    public void Headline_NotReported_SaysSo() => Says(From("JPN", Members),
        "Nothing can be said of Japan: nobody has assessed it in this cycle.",
        "日本については何も言えません：このサイクルの評価がありません。",
        "Japon\u00a0: rien ne peut être dit, aucune évaluation dans ce cycle.");

    [Fact]
    public void Headline_Withheld_IsNotCalledNotReported() => Says(
        From("EST", [Sheets.Of("EST", marking: new Marking("secret", ["JPN"])), Sheets.Of("LVA")], "restricted"),
        "Nothing can be shown of Estonia: its assessment is not released to you.",
        "エストニアについては表示できません：評価はあなたに開示されていません。",
        "Estonie\u00a0: rien ne peut être montré, l’évaluation ne vous est pas communiquée.");

    [Fact]
    public void Headline_TooFewAnswersEverywhere_IsInsufficient() => Assert.Equal(
        "Nothing can be said of Japan yet: too few indicators are assessed in every area.",
        From("JPN", [Sheets.Scored("JPN", null, null, null, _ => Answer.NotAssessed), .. Members]).In("en").Headline());

    [Fact]
    public void Headline_NoMemberSeen_HasNothingToCompareWith() => Assert.Equal(
        "There is nothing to compare Japan with: no other NATO member has a score that counts and that you may see.",
        From("JPN", [SheetOf("JPN")]).In("en").Headline());
}
