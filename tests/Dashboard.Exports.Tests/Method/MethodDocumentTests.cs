using System.Globalization;
using Dashboard.Exports.Method;

namespace Dashboard.Exports.Tests.Method;

public sealed class MethodDocumentTests
{
    private static readonly IReadOnlyList<string> English = MethodBlocks.Of(In("en").Markdown);

    [Theory]
    [InlineData("ja")]
    [InlineData("fr")]
    public void Translation_HasThePartsAndTheFiguresOfTheEnglishText(string language)
    {
        Assert.Equal(language, In(language).Language);
        var translated = MethodBlocks.Of(In(language).Markdown);
        Assert.Equal(English.Select(block => MethodBlocks.Shape(block, "en")), translated.Select(block => MethodBlocks.Shape(block, language)));
        Assert.DoesNotContain(translated, block => block.Any(char.IsLetter) && English.Contains(block));
    }

    [Fact]
    public void EnglishText_HasEveryKindOfPart() // else the test above would test less than it seems to
    {
        var shapes = English.Select(block => MethodBlocks.Shape(block, "en")).ToList();
        foreach (var kind in (string[])["# ", "## ", "### ", "- ", "1. ", "> ", "|  |  |  | "])
            Assert.Contains(shapes, shape => shape.StartsWith(kind, StringComparison.Ordinal));
        Assert.Contains("> 2 1 1 1 3 4 2 3 1 4 3 3.33 4 3 4 10 0 4 2.50 10 5 4 3.75", shapes);
        Assert.Contains(shapes, shape => shape.EndsWith(" 2026 6 30 2024 6 30 4 2024 6 29", StringComparison.Ordinal));
        Assert.Contains(" 2000", shapes);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void Readers_AreShownNothingOfTheSources(string language) =>
        Assert.DoesNotMatch(@"\wTests\b|src/|tests/|decision \d|\.md\b|In the sources", In(language).Markdown);

    [Theory]
    [InlineData("Is 4.0. (`AreaScoreTests`)", "Is 4.0.")]
    [InlineData("> Best 5.0. (`BenchmarkTests`, `StatisticsTests`)\n\nNext", "> Best 5.0.\n\nNext")]
    [InlineData("> Does not count.\n> (`BenchmarkTests`)\n\n> Next", "> Does not count.\n\n> Next")]
    [InlineData("Is 3.620. (`GapDrawsTests`, which works all 2,000 again)", "Is 3.620.")]
    [InlineData("where leads sign (decision 16). **Keeps**", "where leads sign. **Keeps**")]
    [InlineData("the source ([decision 20](decisions/0020-allied-evidence.md)). All", "the source. All")]
    [InlineData("# Title\n\n*In the sources:* all rules live in `src`.\nThe tests too.\n\nText", "# Title\n\nText")]
    [InlineData("(scikit-learn's tests) and (`no-peers`), (n − 1)", "(scikit-learn's tests) and (`no-peers`), (n − 1)")]
    public void ForReaders_LeavesOutWhatIsForDevelopers_AndNothingElse(string written, string shown) => Assert.Equal(shown, MethodDocument.ForReaders(written));

    [Theory]
    [InlineData("de-DE", "en")]
    [InlineData("", "en")]
    [InlineData("fr-CA", "fr")]
    public void OtherLanguages_AreShownTheEnglishText(string culture, string language) => Assert.Equal(language, In(culture).Language);

    private static MethodDocument In(string culture) => MethodDocument.In(CultureInfo.GetCultureInfo(culture));
}
