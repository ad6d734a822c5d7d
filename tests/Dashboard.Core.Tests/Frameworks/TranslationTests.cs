using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Tests.Frameworks;

/// <summary>The built-in framework in Japanese and French.</summary>
public class TranslationTests
{
    private static readonly Framework BuiltIn = FrameworkJson.BuiltIn;

    private static readonly string[] Numerals = ["zero", "one", "two", "three", "four", "five", "six"];

    private static readonly Dictionary<string, string> English = Texts();

    private static Dictionary<string, string> Texts()
    {
        var texts = BuiltIn.Areas.SelectMany(a => new[] { (a.Code, a.Name), (a.Code + ".short", a.ShortName) })
            .Concat(BuiltIn.Indicators.SelectMany(i => i.Levels.Select((text, level) => (FormattableString.Invariant($"{i.Code}.{level}"), text))
                .Prepend((i.Code, i.Name)).Append((i.Code + ".evidence", i.EvidenceAsked))))
            .Concat(BuiltIn.Profiles.Select(p => (p.Code, p.Name)))
            .Concat(BuiltIn.Scale.SelectMany(s => new[] { (FormattableString.Invariant($"scale.{s.Level}"), s.Name), (FormattableString.Invariant($"scale.{s.Level}.meaning"), s.Meaning) }));
        return texts.ToDictionary(t => t.Item1, t => t.Item2);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("fr")]
    public void BuiltIn_IsWhole_AndTranslatesNothingElse(string language)
    {
        var texts = BuiltIn.Translations![language];
        Assert.Equal(English.Keys.Order(), texts.Keys.Order());
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
        Assert.Equal(["fr", "ja"], BuiltIn.Translations.Keys.Order());
    }

    // A threshold that differs by language would be another framework under the same hash.
    [Theory]
    [InlineData("ja")]
    [InlineData("fr")]
    public void EveryFigure_IsTheSameInEveryLanguage(string language) => Assert.All(English, english =>
    {
        var (asked, given) = (Figures(english.Value), Figures(BuiltIn.Translations![language][english.Key]));
        foreach (var figure in asked)
            Assert.True(given.Remove(figure), $"{english.Key} lacks {figure}");
        // Japanese writes as figures what English writes as words.
        Assert.All(given, more => Assert.True(int.TryParse(more, out var n) && n < Numerals.Length && SaysInWords(english.Value, n), $"{english.Key} has {more}"));
    });

    // "at least 80%" must not become "under 80%".
    [Theory]
    [InlineData("ja", @"under [\dh]|less than|<(?!=)", "未満")]
    [InlineData("fr", @"under [\dh]|less than|<(?!=)", "moins de|inférieur|en moins")]
    [InlineData("ja", "over ", "超")]
    [InlineData("fr", "over ", "plus de|supérieur")]
    [InlineData("ja", @"[\d%]\+|or more|>=|at least", "以上")]
    [InlineData("fr", @"[\d%]\+|or more|>=|at least", "ou plus|au moins")]
    [InlineData("ja", "within (24|12) months", "以内")]
    [InlineData("fr", "within (24|12) months", "au cours des 24 derniers mois|dans les 12 mois")]
    [InlineData("ja", "or less|<=", "以内")]
    [InlineData("fr", "or less|<=", "ou moins")]
    public void EveryBound_KeepsItsSide(string language, string english, string translated) => Assert.All(
        English.Where(text => Regex.IsMatch(text.Key, @"\.\d$") && Regex.IsMatch(text.Value, english)),
        text => Assert.Matches(translated, BuiltIn.Translations![language][text.Key]));

    [Theory]
    [InlineData("STANAG|SLP|SOP|CSIRT|CCDCOE|SITREP|TLP|MISP|STIX|SIM3|SLA|AAR")]
    public void EveryAbbreviation_Stays(string kept) => Assert.All(English, english => Assert.All(Regex.Matches(english.Value, kept), abbreviation =>
        Assert.All(BuiltIn.Translations!.Values, texts => Assert.Contains(abbreviation.Value, texts[english.Key]))));

    [Fact]
    public void NoFrenchText_HasATypewritersApostrophe_OrAFinalStop() =>
        Assert.All(BuiltIn.Translations!["fr"], text => Assert.DoesNotMatch(@"'|""|\.$", text.Value));

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void EveryText_IsAskedForByWhatItBelongsTo(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var (area, indicator, profile, step) = (BuiltIn.Areas[3], BuiltIn.Indicators[14], BuiltIn.Profiles[1], BuiltIn.Scale[4]);
        Assert.Equal("EXE-2", indicator.Code);
        Assert.Equal(
            ["EXE", "EXE.short", "EXE-2", "EXE-2.5", "EXE-2.evidence", "STORYLINE-LEAD", "scale.4", "scale.4.meaning"],
            new[]
            {
                BuiltIn.NameOf(area, culture), BuiltIn.ShortNameOf(area, culture), BuiltIn.NameOf(indicator, culture), BuiltIn.LevelText(indicator, 5, culture),
                BuiltIn.EvidenceAskedOf(indicator, culture), BuiltIn.NameOf(profile, culture), BuiltIn.NameOf(step, culture), BuiltIn.MeaningOf(step, culture),
            }.Select(text => (language == "en" ? English : BuiltIn.Translations![language].AsEnumerable()).First(t => t.Value == text).Key));
    }

    private static List<string> Figures(string text) =>
        [.. Regex.Matches(text, @"\d+(?:\.\d+)?(?:\s?%)?").Select(m => Regex.Replace(m.Value, @"\s", ""))];

    private static bool SaysInWords(string english, int n) => Regex.IsMatch(english, $@"\b{Numerals[n]}\b") || (n == 1 && english.Contains("once", StringComparison.Ordinal));
}
