using Dashboard.Web.Tests.Gaps;

namespace Dashboard.Web.Tests.Search;

/// <summary>Countries, areas and indicators are found by what people type, and lead to the same question.</summary>
public sealed class SearchPageTests(Server server) : IClassFixture<Server>
{
    [Theory]
    [InlineData("en", "sweden", "Sweden")]
    [InlineData("en", "SWE", "Sweden")]
    [InlineData("en", "se", "Sweden")]
    [InlineData("fr", "USA", "États-Unis")]
    [InlineData("en", "スウェーデン", "Sweden")]
    [InlineData("fr", "SUEDE", "Suède")]
    [InlineData("en", "UK", "United Kingdom")]
    [InlineData("fr", "turkey", "Turquie")]
    [InlineData("ja", "ｓｗｅｄｅｎ", "スウェーデン")]
    public async Task Country_IsFoundByNameOrCode_InAnyLanguage(string language, string text, string name)
    {
        var page = await FindAsync(text, language);
        var found = Assert.Single(Drawn.Section(page, "countries-title").Descendants("li"));
        Assert.Equal(name, found.Elements("a").Single().Value);
        Assert.DoesNotContain("indicators-title", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "lan-2", "LAN-2 Working-language reporting (incident reports, SITREPs)")]
    [InlineData("en", "sitreps  REPORTING", "LAN-2 Working-language reporting (incident reports, SITREPs)")]
    [InlineData("ja", "lan-2", "LAN-2 作業言語による報告（インシデント報告、SITREP）")]
    public async Task Indicator_IsFoundByCodeOrWords_WithItsLevelAndItsPlace(string language, string text, string name)
    {
        var found = Assert.Single(Drawn.Section(await FindAsync(text, language), "indicators-title").Descendants("li"));
        var way = found.Elements("a").Single();
        Assert.Equal(name, way.Value.Trim());
        Assert.Equal("/areas/JPN/LAN?against=FVEY&statistic=best&cycle=2026#LAN-2", way.Attribute("href")!.Value);
        Assert.Equal("2", found.Elements("b").Single().Value);
    }

    [Fact]
    public async Task Words_OfALevel_FindItsIndicator_AndAreQuoted()
    {
        var found = Assert.Single(Drawn.Section(await FindAsync("bilingual glossary", "en"), "indicators-title").Descendants("li"));
        Assert.Equal("Level 2: bilingual template or glossary exists", found.Elements("small").Single().Value);
    }

    [Fact]
    public async Task Area_IsFoundByItsName_WithItsScore()
    {
        var page = await FindAsync("Information sharing", "en");
        Assert.Contains("countries:\u00a00, areas:\u00a01, indicators:\u00a0", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        var heading = Drawn.Section(page, "indicators-title").Descendants("h3").First();
        Assert.StartsWith("INF", heading.Elements("a").Single().Value, StringComparison.Ordinal);
        Assert.Equal("2.5", heading.Elements("b").Single().Value);
    }

    [Theory]
    [InlineData("en", "nato", "Japan against NATO", "NATO")]
    [InlineData("fr", "otan", "Japon face à\u00a0: OTAN", "NATO")]
    [InlineData("ja", "five eyes", "日本とファイブ・アイズの比較", "FVEY")]
    public async Task Group_IsFoundByNameOrCode_AndLeadsToTheComparison(string language, string text, string name, string code)
    {
        var way = Assert.Single(Drawn.Section(await FindAsync(text, language), "groups-title").Descendants("li")).Elements("a").Single();
        Assert.Equal(name, way.Value);
        Assert.StartsWith($"/overview/JPN?against={code}&statistic=best&cycle=2026", way.Attribute("href")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Country_OfWhichNothingIsSeen_IsSaidSo_AndLeadsNowhere()
    {
        var found = Assert.Single(Drawn.Section(await FindAsync("Paraguay", "en"), "countries-title").Descendants("li"));
        Assert.Empty(found.Descendants("a"));
        Assert.Contains("nothing is seen of it in 2026", found.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAText_EverythingSeenIsListed()
    {
        var page = await FindAsync(" ", "en");
        Assert.Equal(44, Drawn.Section(page, "indicators-title").Descendants("li").Count());
        Assert.All(Drawn.Section(page, "countries-title").Descendants("li"), line => Assert.NotEmpty(line.Descendants("a")));
    }

    [Fact]
    public async Task WithoutAHit_ThePageSaysWhatCanBeFound()
    {
        var page = await FindAsync("<zzzz>", "en");
        Assert.Contains("Nothing is called so.", page, StringComparison.Ordinal);
        Assert.Contains("Found for “<zzzz>” – countries:\u00a00, areas:\u00a00, indicators:\u00a00", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    private async Task<string> FindAsync(string text, string language)
    {
        var client = await server.ClientAsync("executive-jpn", language);
        return await client.GetStringAsync($"/search?of=JPN&against=FVEY&statistic=best&cycle=2026&q={Uri.EscapeDataString(text)}");
    }
}
