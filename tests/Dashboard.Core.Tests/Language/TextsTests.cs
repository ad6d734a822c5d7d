using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;

namespace Dashboard.Core.Tests.Language;

public class TextsTests
{
    private static readonly CultureInfo[] Languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("ja"), CultureInfo.GetCultureInfo("fr")];

    private static readonly Dictionary<string, string>[] Sets = [.. Languages.Select(Read)];

    // Without fallback: what a language lacks must not be hidden by English.
    private static Dictionary<string, string> Read(CultureInfo culture) =>
        new ResourceManager("Dashboard.Core.Language.Texts", typeof(Texts).Assembly).GetResourceSet(culture, true, false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{(\d)[:}]").Select(m => m.Groups[1].Value).Distinct().Order();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void EveryLanguage_HasTheSameKeys(int language) => Assert.Equal(Sets[0].Keys.Order(), Sets[language].Keys.Order());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void EveryLanguage_FillsInTheSamePlaces(int language) =>
        Assert.All(Sets[0], text => Assert.Equal(Places(text.Value), Places(Sets[language][text.Key])));

    [Fact]
    public void EveryText_SaysSomething_AndIsAWholeFormat() => Assert.All(Sets.SelectMany(s => s), text =>
    {
        Assert.NotEqual("", text.Value.Trim());
        Assert.NotEqual("", string.Format(CultureInfo.InvariantCulture, text.Value, 0, 1, 2, 3, 4, 5));
    });

    // What stands alone at the beginning of a line belongs to the line before.
    [Fact]
    public void French_IsNotBrokenBeforeItsPunctuation() => Assert.All(Sets[2], text => Assert.DoesNotMatch(" [:;?!»]|« ", text.Value));

    [Fact]
    public void EveryValueOfAFact_HasAText_InEveryLanguage()
    {
        var keys = Keys<Finding>().Concat(Keys<Unknown>()).Concat(Keys<CellState>()).Concat(Keys<Confidence>()).Concat(Keys<Basis>())
            .Concat(Keys<Cause>()).Concat(Keys<Outcome>()).Concat(Keys<AssessmentStatus>()).Concat(Keys<WithheldReason>()).Concat(Keys<Statistic>())
            .Concat(Keys<SourceReliability>()).Concat(Keys<Bearing>()).Concat(Keys<EvidenceOrigin>()).Concat(Keys<ConcernKind>()).Concat(Keys<TaskState>()).Concat(Keys<MembershipRole>()).Concat(Keys<OpinionState>()).Concat(Enumerable.Range(1, 6).Select(grade => $"Credibility.{grade}"));
        Assert.All(keys, key => Assert.All(Sets, set => Assert.True(set.ContainsKey(key), key)));
    }

    [Fact]
    public void EveryState_ReadsDifferentlyFromTheOthers() => Assert.All(Sets, set =>
    {
        Assert.Equal(4, Keys<CellState>().Select(key => set[key]).Distinct().Count());
        // The audit says a stored state by the same words.
        Assert.Equal(4, Enum.GetNames<ScoreState>().Select(name => set[$"CellState.{name}"]).Distinct().Count());
        Assert.Equal(Keys<Finding>().Count(), Keys<Finding>().Select(key => set[key]).Distinct().Count());
    });

    [Fact]
    public void Of_SpeaksTheCulture_AndItsParent()
    {
        Assert.Equal("too close to call", Texts.Of(Finding.TooCloseToCall, CultureInfo.GetCultureInfo("de-DE")));
        Assert.Equal("僅差", Texts.Of(Finding.TooCloseToCall, CultureInfo.GetCultureInfo("ja-JP")));
        Assert.Equal("trop serré", Texts.Of(Finding.TooCloseToCall, CultureInfo.GetCultureInfo("fr-CA")));
    }

    [Fact]
    public void Get_NoSuchText_IsAFault() => Assert.Throws<ArgumentException>(() => Texts.Get(Languages[0], "Headline.Nothing"));

    private static IEnumerable<string> Keys<T>() where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{typeof(T).Name}.{name}");
}
