using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Release;
using Dashboard.Core.Wording;
using static Dashboard.Core.Tests.Wording.Reports;

namespace Dashboard.Core.Tests.Wording;

public class AreaWordingTests
{
    private static readonly AssessmentSheet[] NoLanguage = [Sheets.Scored("JPN", null, null, null, area => area == "LAN" ? Answer.NotAssessed : Level(3)), .. Members];

    [Theory]
    [InlineData("en", "Language & operational communication: Japan is clearly behind the NATO median, by 2.0 levels.")]
    [InlineData("ja", "言語・作戦コミュニケーション：日本はNATOの中央値に対し2.0レベル、明らかに遅れています。")]
    [InlineData("fr", "Langues et communication opérationnelle\u00a0: Japon nettement derrière la médiane OTAN, de 2,0 niveaux.")]
    public void Headline_Behind_SaysByHowMuch(string language, string said) => Assert.Equal(said, Headline(Of("JPN", ("LAN", Level(1))), language));

    [Fact]
    public void Headline_Otherwise_ClaimsNoMoreThanIsKnown()
    {
        Assert.Equal("Language & operational communication: Japan is clearly ahead of the NATO median, by 2.0 levels.", Headline(Of("JPN", ("LAN", Level(5)))));
        Assert.Equal("Language & operational communication: too close to call between Japan and the NATO median, ±0.0 levels.", Headline(Of("JPN")));
        Assert.Equal("Language & operational communication: Japan cannot be judged, 0 of 5 indicators are assessed.", Headline(From("JPN", NoLanguage)));
        Assert.Equal("Language & operational communication: nobody has assessed Japan in this cycle.", Headline(From("JPN", Members)));
        Assert.Equal("Language & operational communication: there is nothing to compare Japan with, no member has a score that counts and that you may see.", Headline(From("JPN", [SheetOf("JPN")])));
    }

    [Fact]
    public void Headline_AgainstASingleCountry_NamesIt()
    {
        var report = GapAnalysis.Run(new GapQuestion("JPN", CountryGroup.RequireOrCountry(CountryGroup.BuiltIn, "USA")), new[] { SheetOf("JPN", ("LAN", Level(1))), Sheets.Of("USA") }.SeenBy("JPN"));
        Assert.Equal("Language & operational communication: Japan is clearly behind the United States, by 2.0 levels.", Headline(report));
        Assert.Equal("Japan is clearly behind the United States in 1 of 12 areas: language.", report.In("en").Headline());
        Assert.Equal("日本は、アメリカ合衆国に対し、12分野中1分野で明らかに遅れています：言語。", report.In("ja").Headline());
        Assert.Equal("Japon\u00a0: nettement derrière la référence États-Unis dans 1 domaine sur 12\u00a0: langues.", report.In("fr").Headline());
        Assert.Equal("United States: self-assessed, by United States.", report.In("en").Lead().Last());
        Assert.Equal("United States", report.In("en").Benchmark);
        Assert.Equal("the levels of the United States", report.In("en").CauseOf(Cause.MembersLevels));
        Assert.Equal("own levels", report.In("en").CauseOf(Cause.OwnLevels));
        Assert.Equal("the members’ levels", Of("JPN").In("en").CauseOf(Cause.MembersLevels));
    }

    [Theory]
    [InlineData(new[] { 1, 1 }, "Clearly behind in every cycle that is seen, since 2025.")]
    [InlineData(new[] { 3, 1 }, "Clearly behind for the first time in 2026.")]
    [InlineData(new[] { 3, 1, 1 }, "Clearly behind since 2025.")]
    [InlineData(new[] { 1, 3 }, null)]
    // Behind, then close, then behind: not for the first time.
    [InlineData(new[] { 1, 3, 1 }, "Clearly behind again in 2026.")]
    public void Since_SaysNoMoreThanTheCyclesShow(int[] levels, string? said)
    {
        var reports = levels.Select((level, i) => Of("JPN", ("LAN", Level(level))) is var report
            ? report with { Cycle = report.Cycle with { Code = $"{2027 - levels.Length + i}", AsOf = report.Cycle.AsOf.AddYears(i) } } : null!).ToList();
        Assert.Equal(said, new AreaWording(reports[^1], CultureInfo.InvariantCulture).Since(Row(reports[^1]), Trend.Of(reports, "LAN")));
    }

    [Fact]
    public void Confidences_AreCountedByTheirWord_TheHighestFirst()
    {
        var report = Of("JPN", ("LAN", Answer.Of(2)));
        Assert.Equal("Stated confidence: 5 unstated.", new AreaWording(report, CultureInfo.InvariantCulture).Confidences(Row(report)));
        Assert.Equal("Stated confidence: 39 high, 5 unstated.", new AreaWording(report, CultureInfo.InvariantCulture).Confidences(report.Total));
        Assert.Null(new AreaWording(From("JPN", Members), CultureInfo.InvariantCulture).Confidences(From("JPN", Members).Total));
    }

    [Fact]
    public void Since_AfterCyclesOfWhichNothingIsKnown_IsSilent()
    {
        var (before, now) = (From("JPN", Members), Of("JPN", ("LAN", Level(1))));
        before = before with { Cycle = before.Cycle with { Code = "2025", AsOf = before.Cycle.AsOf.AddYears(-1) } };
        Assert.Null(new AreaWording(now, CultureInfo.InvariantCulture).Since(Row(now), Trend.Of([before, now], "LAN")));
    }

    [Fact]
    public void Since_AfterTheFrameworkChanged_SaysNothingOfBefore()
    {
        var (before, now) = (Of("JPN", ("LAN", Level(1))), Of("JPN", ("LAN", Level(1))));
        before = before with { Cycle = before.Cycle with { Code = "2025", AsOf = before.Cycle.AsOf.AddYears(-1) } };
        var points = Trend.Of([before, now], "LAN");
        Assert.NotNull(new AreaWording(now, CultureInfo.InvariantCulture).Since(Row(now), points));
        Assert.Null(new AreaWording(now, CultureInfo.InvariantCulture).Since(Row(now), points.SetItem(1, points[1] with { Breaks = true })));
    }

    [Theory]
    [InlineData("en", "Japan is compared with itself: choose a group or another country.", "So there is no benchmark and no gap.")]
    [InlineData("fr", "Japon\u00a0: comparaison avec soi-même, choisissez un groupe ou un autre pays.", "Il n’y a donc ni référence ni écart.")]
    public void Headline_AgainstItself_SaysSo(string language, string headline, string lead)
    {
        var report = GapAnalysis.Run(new GapQuestion("JPN", CountryGroup.RequireOrCountry(CountryGroup.BuiltIn, "JPN")), new[] { SheetOf("JPN") }.SeenBy("JPN"));
        Assert.Equal(headline, report.In(language).Headline());
        Assert.Equal([lead], report.In(language).Lead());
    }

    private static GapRow Row(GapReport report) => report.Areas.Single(row => row.Code == "LAN");

    private static string Headline(GapReport report, string language = "en") => new AreaWording(report, CultureInfo.GetCultureInfo(language)).Headline(Row(report));
}
