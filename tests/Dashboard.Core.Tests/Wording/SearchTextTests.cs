using Dashboard.Core.Wording;

namespace Dashboard.Core.Tests.Wording;

/// <summary>What people type is found where a word begins, and a country's code only as a word.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("glossary", "bilingual template or glossary exists", true)]
    [InlineData("glo BIL", "bilingual template or glossary exists", true)]
    [InlineData("lossary", "bilingual template or glossary exists", false)]
    [InlineData("glossary missing", "bilingual template or glossary exists", false)]
    [InlineData("defense", "cyber-défense", true)]
    [InlineData("usage", "règles d’usage", true)]
    [InlineData("LAN", "LAN-2", true)]
    [InlineData("an-2", "LAN-2", false)]
    public void Word_IsFound_WhereOneBegins(string wanted, string text, bool isFound) => Assert.Equal(isFound, new SearchText(wanted).IsIn(text));

    [Theory]
    [InlineData("可能性", "開示可能性", true)]
    [InlineData("csirt", "加盟国のCSIRTが運用", true)]
    [InlineData("ｓｗｅｄｅｎ", "Sweden", true)]
    [InlineData("すうぇーでん", "スウェーデン", true)]
    public void Japanese_IsFoundAnywhere_InAnyWidthAndKana(string wanted, string text, bool isFound) => Assert.Equal(isFound, new SearchText(wanted).IsIn(text));

    [Theory]
    [InlineData("USA", "USA", true)]
    [InlineData("usa", "exchange with the USA.", true)]
    [InlineData("USA", "en usage", false)]
    [InlineData("us", "reporting used daily", false)]
    [InlineData("Niger", "Nigeria", false)]
    public void Country_IsFoundAsAWord_NotAsTheBeginningOfOne(string wanted, string text, bool isFound) => Assert.Equal(isFound, new SearchText(wanted).IsIn(text));

    [Theory]
    [InlineData(null)]
    [InlineData(" \t")]
    public void Nothing_IsEmpty_AndInEverything(string? wanted)
    {
        Assert.True(new SearchText(wanted).IsEmpty);
        Assert.True(new SearchText(wanted).IsIn("anything"));
    }

    [Fact]
    public void TooLongAText_IsCut() => Assert.True(new SearchText(new string('a', SearchText.Longest + 1)).IsIn(new string('a', SearchText.Longest)));
}
