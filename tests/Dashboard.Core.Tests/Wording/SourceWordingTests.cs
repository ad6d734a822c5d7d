using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Release;
using Dashboard.Core.Wording;
using static Dashboard.Core.Tests.Wording.Reports;

namespace Dashboard.Core.Tests.Wording;

public class SourceWordingTests
{
    [Theory]
    [InlineData("en", "As of 30 June 2026, cycle 2026 (open), framework AICR 1.0.", "Japan: self-assessed, by Japan, approved.", "Also available: estimated, by Estonia.")]
    [InlineData("ja", "2026年6月30日現在、サイクル2026（進行中）、枠組みAICR 1.0。", "日本：自己評価（日本）、承認済み。", "ほかに利用可能：推定（エストニア）。")]
    [InlineData("fr", "Au 30 juin 2026, cycle 2026 (ouvert), cadre AICR 1.0.", "Japon\u00a0: auto-évaluation (évaluateur\u00a0: Japon), approuvé.", "Également disponible\u00a0: estimation (évaluateur\u00a0: Estonie).")]
    public void Sentences_SayAsOfWhenAndWhose(string language, string asOf, params string[] subject)
    {
        var report = From("JPN", [SheetOf("JPN"), Sheets.Of("JPN", assessor: "EST"), .. Members]);
        var wording = new SourceWording(report, CultureInfo.GetCultureInfo(language));
        Assert.Equal(asOf, wording.AsOf());
        Assert.Equal(subject, wording.Subject());
    }

    [Fact]
    public void Members_AreGroupedByBasis_AndWhoIsNotSeenIsNamed()
    {
        var report = From("JPN", [SheetOf("JPN"), .. Members, Sheets.Of("FRA", assessor: "JPN"), Sheets.Of("DEU", assessor: "POL", basis: Basis.PeerReviewed)]);
        var wording = new SourceWording(report, CultureInfo.InvariantCulture);
        Assert.Equal(["peer-reviewed: Germany (by Poland)", "self-assessed: Estonia, Latvia", "estimated: France (by Japan)"],
            wording.Members().Select(group => $"{group.Basis}: {string.Join(", ", group.Members.Select(wording.Member))}"));
        Assert.Equal(28, wording.NotSeen().Count);
        Assert.Contains("Poland", wording.NotSeen());
        Assert.DoesNotContain("France", wording.NotSeen());
    }

    [Theory]
    [InlineData("en", "Estonia, Germany, United States")]
    [InlineData("fr", "Allemagne, Estonie, États-Unis")]
    public void Members_AreInTheOrderOfTheirNames(string language, string seen)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var wording = new SourceWording(From("JPN", [SheetOf("JPN"), Sheets.Of("USA"), Sheets.Of("DEU"), Sheets.Of("EST")]), culture);
        Assert.Equal(seen, string.Join(", ", wording.Members().Single().Members.Select(wording.Member)));
        Assert.Equal(wording.NotSeen().Order(StringComparer.Create(culture, ignoreCase: false)), wording.NotSeen());
    }

    [Theory]
    [InlineData("en", "Japan against NATO median · cycle 2026 · as of 30 June 2026", " · estimated, by Estonia", "Japan against NATO (with observers) median · cycle 2026 · as of 30 June 2026")]
    [InlineData("ja", "日本（NATOの中央値との比較）・サイクル2026・2026年6月30日現在", "・推定（エストニアによる）", "日本（NATO（オブザーバーを含む）の中央値との比較）・サイクル2026・2026年6月30日現在")]
    public void Question_SaysWhoseWordWasAskedFor_AndThatObserversCountWhereThereAreAny(string language, string plain, string asked, string observers)
    {
        AssessmentSheet[] sheets = [SheetOf("JPN"), Sheets.Of("JPN", assessor: "EST"), .. Members];
        string Of(Func<GapQuestion, GapQuestion> ask) =>
            new SourceWording(From("JPN", sheets, ask: ask), CultureInfo.GetCultureInfo(language)).Question();
        Assert.Equal(plain, Of(question => question));
        Assert.Equal(plain + asked, Of(question => question with { Source = new SourceChoice(Basis.Estimated, "EST") }));
        Assert.Equal(plain, Of(question => question with { WithObservers = true }));
        Assert.Equal(plain, Of(question => question with { Group = WithObserver(question.Group) }));
        Assert.Equal(observers, Of(question => question with { Group = WithObserver(question.Group), WithObservers = true }));
    }

    private static CountryGroup WithObserver(CountryGroup group) => group with { Memberships = [.. group.Memberships, new Membership("UKR", MembershipRole.Observer, null, null)] };

    [Fact]
    public void Subject_OfWhichNothingIsSeen_IsSilent() =>
        Assert.Empty(new SourceWording(From("JPN", Members), CultureInfo.InvariantCulture).Subject());
}
