using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dashboard.Web.Tests.Gaps;

namespace Dashboard.Web.Tests.Areas;

/// <summary>The page of an area and its drawing, read back and held against its table.</summary>
public sealed class AreaPageTests(Server server) : IClassFixture<Server>
{
    [Theory]
    [InlineData("LAN")]
    [InlineData("CIP")]
    [InlineData("CTR")]
    public async Task Histograms_OfPageAndDrawing_CountWhatTheTableCounts(string area)
    {
        using var client = await server.ClientAsync("executive-jpn");
        var lines = await TableAsync(client, area);
        var page = Histograms(Drawn.Section(await client.GetStringAsync($"/areas/JPN/{area}?against=NATO&cycle=2026"), "members-title"));
        var drawing = Histograms(Drawn.File(await client.GetStringAsync($"/areas/JPN/{area}.svg?against=NATO&cycle=2026")));
        Assert.Equal(lines.Count, page.Count);
        // One by one the same columns, numbers and words.
        Assert.Equal(page.Select(Drawn.Lines), drawing.Select(Drawn.Lines));
        foreach (var (line, histogram) in lines.Zip(page))
        {
            var counts = Enumerable.Range(0, 6).Select(level => line[$"members_at_{level}"]).ToList();
            // A column without members has no number over it; the six numbers under the axis are the levels.
            Assert.Equal(counts.SelectMany((count, level) => count == "0" ? (string[])[$"{level}"] : [count, $"{level}"]), histogram.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
            Assert.All(counts.Select((count, level) => $"level {level}: {count} members"), said => Assert.Contains(said, Label(histogram)));
            var tall = histogram.Descendants().Where(e => e.Name.LocalName == "rect").Select(e => e.Number("height")).ToList();
            Assert.All(tall.Zip(counts), bar => Assert.Equal(bar.Second == "0", bar.First == 0));
            Assert.Equal(line["state"] == "scored", histogram.Descendants().Any(e => (string?)e.Attribute("class") == "subject"));
        }
    }

    [Fact]
    public async Task AnotherQuestion_LeadsBackToTheArea()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var form = await client.GetStringAsync("/areas/JPN/EXE?against=NATO&cycle=2026");
        Assert.Contains("""<input type="hidden" name="area" value="EXE" """, form, StringComparison.Ordinal);
        Assert.Contains("<title>Japan · Exercises · 2026</title>", form, StringComparison.Ordinal);
        var response = await client.GetAsync("/gaps?of=JPN&country=JPN&against=USA&statistic=median&cycle=2026&area=EXE");
        Assert.Equal("/areas/JPN/EXE?against=USA&statistic=median&cycle=2026", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task AgainstOneCountry_NoMemberIsSpokenOf()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var page = await client.GetStringAsync("/areas/JPN/EXE?against=USA&cycle=2026");
        Assert.Contains("Multinational exercises: Japan cannot be compared, the United States has no score there that counts.", page, StringComparison.Ordinal);
        Assert.Contains("The level of the United States", page, StringComparison.Ordinal);
        Assert.Contains("2 areas cannot be compared, the United States has no score there that counts", await client.GetStringAsync("/gaps/JPN?against=USA&cycle=2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_TellsEachIndicatorsLevel_WhatTheNextAsksFor_AndWhatItRestsOn()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var page = await client.GetStringAsync("/areas/JPN/EXE?against=NATO&cycle=2026");
        var card = Card(page, "EXE-1");
        Assert.Contains("<b>3</b>", card);
        Assert.Contains("formal participant", card);
        Assert.Contains("Level 4 asks for", card);
        Assert.Contains("formal + takes part in planning, 3+ storylines", card);
        // Two sources contradict each other, and both stay.
        Assert.Contains("27 allies, about 700 people", card);
        Assert.Contains("28 allies, about 900 people", card);
        Assert.Contains("28 November 2019</time>\n    (6 years old)", card);
        Assert.Matches("2024</a> <b[^>]*>3</b>.*2025</a> <b[^>]*>3</b>.*2026</a> <b[^>]*>3</b>", card.ReplaceLineEndings(""));
        Assert.Contains("Asked for", card);
    }

    [Fact]
    public async Task Page_OfAnotherNationsAssessment_SaysThatItsWordsStayThere()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var card = Card(await client.GetStringAsync("/areas/USA/LAN?against=NATO&cycle=2026"), "LAN-1");
        Assert.Contains("stays with the nation that assessed", card);
        Assert.DoesNotContain("Why this level</dt>", card);
    }

    [Theory]
    [InlineData("fr", "Combien de membres")]
    [InlineData("ja", "各レベル")]
    public async Task Page_IsInTheReadersLanguage_DescriptorsIncluded(string language, string said)
    {
        using var client = await server.ClientAsync("executive-jpn", language);
        var page = System.Net.WebUtility.HtmlDecode(await client.GetStringAsync("/areas/JPN/LAN?against=NATO&cycle=2026"));
        Assert.Contains(said, page);
        Assert.DoesNotContain("no interpreter named", page);
        Assert.DoesNotContain("named, none cleared", page);
    }

    private static string Card(string page, string indicator) =>
        System.Net.WebUtility.HtmlDecode(Regex.Match(page, $"<section class=\"card indicator\" id=\"{indicator}\".*?</section>", RegexOptions.Singleline).Value);

    private static List<XElement> Histograms(XElement within) => [.. within.DescendantsAndSelf().Where(e => (string?)e.Attribute("class") == "histogram")];

    private static string Label(XElement histogram) => (string)histogram.Attribute("aria-label")!;

    private static Task<List<Dictionary<string, string>>> TableAsync(HttpClient client, string area) => client.CsvAsync($"/areas/JPN/{area}.csv?against=NATO&cycle=2026");
}
