using System.Globalization;
using Dashboard.Web.Tests.Gaps;

namespace Dashboard.Web.Tests.Trends;

/// <summary>Why gaps changed, down to whose answers did.</summary>
public sealed class TrendPageTests(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task MembersLevels_LeadToTheMembersAnswers_IndicatorByIndicator()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var page = await client.GetStringAsync("/trend/JPN?against=NATO&cycle=2026");
        var bridge = Drawn.Section(page, "why-2026");
        var language = bridge.Descendants("tbody").First().Elements("tr").Single(row => row.Element("th")!.Value.Trim() == "Language");
        Assert.EndsWith("#members-2026", (string)language.Elements("td").ElementAt(3).Descendants("a").Single().Attribute("href")!);
        var members = bridge.Element("details")!.Elements("div").Single(part => (string?)part.Attribute("id") == "members-2026").Elements("div").Single();
        var told = members.Elements("p").Single(area => area.Element("strong")!.Value == "Language").Elements("span").Select(span => span.Value).ToList();
        Assert.StartsWith("LAN-1 Operator English", told[0]);

        // As many as the maps of the two cycles say.
        var (before, now) = (await MapAsync("2025"), await MapAsync("2026"));
        foreach (var span in told)
        {
            var code = span.Split(' ')[0];
            var moves = before.Where(was => was.Key.Code == code && now.ContainsKey(was.Key)).Select(was => Math.Sign(now[was.Key] - was.Value)).ToList();
            Assert.Equal(moves.Count(sign => sign > 0) > 0, span.Contains($"higher: {moves.Count(sign => sign > 0)} (", StringComparison.Ordinal));
            Assert.Equal(moves.Count(sign => sign < 0) > 0, span.Contains($"lower: {moves.Count(sign => sign < 0)} (", StringComparison.Ordinal));
        }

        async Task<Dictionary<(string Country, string Code), double>> MapAsync(string cycle) =>
            (await client.CsvAsync($"/compare/JPN.csv?against=NATO&area=LAN&cycle={cycle}"))
                .Where(line => line["country"] is not ("benchmark" or "JPN") && line["state"] == "scored")
                .ToDictionary(line => (line["country"], line["code"]), line => double.Parse(line["value"], CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("/trend/EST")]
    [InlineData("/overview/EST")]
    [InlineData("/gaps/EST")]
    [InlineData("/areas/EST/NET")]
    public async Task AnothersAssessment_IsSaid_WhereAChangeRestsOnIt(string page)
    {
        const string Said = "2025: self-assessed by Estonia; 2026: peer-reviewed by Finland.";
        using var client = await server.ClientAsync("executive-jpn");
        Assert.Contains(Said, await client.GetStringAsync($"{page}?against=NATO&cycle=2026"), StringComparison.Ordinal);
        var own = await client.GetStringAsync($"{page}?against=NATO&cycle=2026&basis=self-assessed&assessor=EST");
        Assert.DoesNotContain(Said, own, StringComparison.Ordinal);
        Assert.DoesNotContain("from another assessment", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headline_ThatEndsTooCloseToCall_SaysSo()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var page = await client.GetStringAsync("/trend/JPN?against=NATO&cycle=2026");
        Assert.Contains("it narrowed from −1.0 to −0.3.", page, StringComparison.Ordinal);
        Assert.Contains("""<p class="lead">That gap is too close to call. Areas that gained""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_LeadsToItsCauses()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var card = Drawn.Section(await client.GetStringAsync("/overview/JPN?against=NATO&cycle=2026"), "changes-title");
        Assert.All(card.Descendants("b").SelectMany(figure => figure.Descendants("a")), way => Assert.EndsWith("#why-2026", (string)way.Attribute("href")!));
    }
}
