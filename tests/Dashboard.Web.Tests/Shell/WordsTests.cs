using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace Dashboard.Web.Tests.Shell;

public sealed partial class WordsTests
{
    [Theory]
    [InlineData("ja")]
    [InlineData("fr")]
    public void Words_OfEveryLanguage_AreTheSameKeysWithTheSamePlaces(string language)
    {
        var (english, other) = (Read(CultureInfo.InvariantCulture), Read(CultureInfo.GetCultureInfo(language)));
        Assert.True(english.Count > 50);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, word => Assert.Equal(Places(word.Value), Places(other[word.Key])));
        Assert.All(other, word => Assert.NotEmpty(word.Value));
    }

    [Fact]
    public void French_IsNotBrokenBeforeItsPunctuation() => Assert.All(Read(CultureInfo.GetCultureInfo("fr")), word => Assert.DoesNotMatch(" [:;?!»]|« ", word.Value));

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        new ResourceManager("Dashboard.Web.Shell.Words", typeof(DashboardApp).Assembly).GetResourceSet(culture, true, false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();
}
