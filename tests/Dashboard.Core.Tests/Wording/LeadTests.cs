using Dashboard.Core.Assessments;
using Dashboard.Core.Tests.Release;
using static Dashboard.Core.Tests.Wording.Reports;

namespace Dashboard.Core.Tests.Wording;

public class LeadTests
{
    [Theory]
    [InlineData("en", "Furthest behind: network defence, 2.0 levels.", "Clearly ahead in 1; too close to call in 8.", "Exercises cannot be judged: 0 of 4 indicators assessed.",
        "Counterattack does not apply.", "Members seen: 2 of 32 (2 self-assessed).")]
    [InlineData("ja", "最大の遅れ：ネットワーク防護、2.0レベル。", "明らかに優位：1分野、判定できない僅差：8分野。", "演習は判断できません：4指標中0指標のみ評価済み。",
        "反撃は該当しません。", "加盟国32か国中2か国を表示：自己評価 2か国。")]
    [InlineData("fr", "Plus grand retard\u00a0: défense des réseaux, 2,0 niveaux.", "Nettement devant dans 1\u00a0; trop serré pour trancher dans 8.",
        "Exercices\u00a0: jugement impossible, 0 sur 4 indicateurs évalués.", "Contre-attaque\u00a0: sans objet.", "Membres visibles\u00a0: 2 sur 32 (2 auto-évaluations).")]
    public void Lead_SaysWidestCountsUnjudgedAndSources(string language, params string[] sentences)
    {
        var report = Of("JPN", ("NET", Level(1)), ("LAN", Level(5)), ("EXE", Answer.NotAssessed), ("CTR", Answer.NotApplicable("none")));
        Assert.Equal(sentences, report.In(language).Lead());
    }

    [Theory]
    [InlineData("en", "2 areas cannot be judged, too few of their indicators are assessed: exercises and workforce.", "2 areas do not apply: counterattack and cross-domain.")]
    [InlineData("ja", "2分野は評価済みの指標が少なく判断できません：演習、人材。", "2分野は該当しません：反撃、領域横断。")]
    [InlineData("fr", "2 domaines impossibles à juger, trop peu d’indicateurs évalués\u00a0: exercices et personnel.", "2 domaines sans objet\u00a0: contre-attaque et interdomaines.")]
    public void Lead_SeveralAreasWithoutAGap_SharesASentenceByReason(string language, params string[] sentences)
    {
        var none = Answer.NotApplicable("none");
        var lead = Of("JPN", ("EXE", Answer.NotAssessed), ("WRK", Answer.NotAssessed), ("CTR", none), ("XDM", none)).In(language).Lead().ToList();
        Assert.Equal(sentences, lead.GetRange(lead.Count - 3, 2));
    }

    [Theory]
    [InlineData(1, "2,0 niveaux.")]
    [InlineData(2, "1,0 niveau.")]
    public void Lead_InFrench_CountsWhatIsLessThanTwoAsOne(int level, string told) =>
        Assert.EndsWith(told, Of("JPN", ("NET", Level(level))).In("fr").Lead().First());

    [Fact]
    public void Lead_NobodyBehind_NamesNoWidest() =>
        Assert.Equal(["Clearly ahead in 0; too close to call in 12.", "Members seen: 2 of 32 (2 self-assessed)."], Of("JPN").In("en").Lead());

    [Theory]
    [InlineData("en", "Members seen: 4 of 32 (1 peer-reviewed, 2 self-assessed, 1 estimated).")]
    [InlineData("ja", "加盟国32か国中4か国を表示：ピアレビュー 1か国、自己評価 2か国、推定 1か国。")]
    [InlineData("fr", "Membres visibles\u00a0: 4 sur 32 (1 revue par les pairs, 2 auto-évaluations, 1 estimation).")]
    public void Lead_SeveralBases_CountsEach(string language, string sentence)
    {
        var report = From("JPN", [SheetOf("JPN"), .. Members, Sheets.Of("FRA", assessor: "JPN"), Sheets.Of("DEU", assessor: "POL", basis: Basis.PeerReviewed)]);
        Assert.Equal(sentence, report.In(language).Lead().Last());
    }

    [Fact]
    public void Lead_Draft_IsCalledADraftFirst() => Assert.Equal(
        "Preview: the figures of Japan are a draft that nobody has approved.",
        From("JPN", [SheetOf("JPN").In(AssessmentStatus.Draft), .. Members], preview: true).In("en").Lead().First());

    [Fact]
    public void Lead_AreaWithoutPeers_HasNoBenchmark()
    {
        var silent = new[] { "EST", "LVA" }.Select(c => SheetOf(c, ("LAN", Answer.NotAssessed)));
        Assert.Contains("Language has no benchmark: no member has a score that counts and that you may see.", From("JPN", [SheetOf("JPN"), .. silent]).In("en").Lead());
    }

    [Theory]
    [InlineData("en", "None of 32 members can be seen.")]
    [InlineData("ja", "加盟国32か国のいずれも表示できません。")]
    [InlineData("fr", "Aucun des 32 membres n’est visible.")]
    public void Lead_NothingSeen_SaysOnlyThat(string language, string sentence) => Assert.Equal([sentence], From("JPN", []).In(language).Lead());

    [Fact]
    public void Benchmark_IsNamedByGroupAndStatistic()
    {
        Assert.Equal("NATO median", Of("JPN").In("en").Benchmark);
        Assert.Equal("NATOの中央値", Of("JPN").In("ja").Benchmark);
        Assert.Equal("médiane OTAN", Of("JPN").In("fr").Benchmark);
    }

    [Fact]
    public void AreaName_InASentence_IsSmallWhereTheLanguageDoesSo()
    {
        var wording = Of("JPN").In("en");
        Assert.Equal(("Language", "language"), (wording.AreaName("LAN"), wording.AreaName("LAN", inSentence: true)));
        Assert.Equal("言語", Of("JPN").In("ja").AreaName("LAN", inSentence: true));
    }
}
