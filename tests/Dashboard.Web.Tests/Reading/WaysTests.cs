using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Web.Tests.Gaps;

namespace Dashboard.Web.Tests.Reading;

/// <summary>Every figure leads to what it is made of, and every way leads somewhere: to an address that answers, and to a place that is on its page.</summary>
public sealed partial class WaysTests(Server server) : IClassFixture<Server>
{
    private const string Question = "?against=NATO&statistic=median&cycle=2026";

    [Theory]
    [InlineData("/gaps/JPN", "table-title", 0, "/areas/JPN/LAN?")]
    [InlineData("/gaps/JPN", "table-title", 1, "/trend/JPN?", "#LAN")]
    [InlineData("/gaps/JPN", "table-title", 4, "/compare/JPN?", "sort=-LAN")]
    [InlineData("/gaps/JPN", "table-title", 10, "/areas/JPN/LAN?", "#LAN-3")]
    [InlineData("/position/JPN", "table-title", 2, "/compare/JPN?", "sort=-LAN")]
    [InlineData("/trend/JPN", "table-title", 0, "/areas/JPN/LAN?", "cycle=2024")]
    [InlineData("/trend/JPN", "table-title", 1, "/compare/JPN?", "cycle=2024&sort=-LAN")]
    [InlineData("/trend/JPN", "table-title", 10, "/trend/JPN?", "#why-2026")]
    [InlineData("/trend/JPN", "why-2026", 3, "/trend/JPN?", "#members-2026")]
    [InlineData("/trend/JPN", "why-2025", 1, "/trend/JPN?", "#own-2025")]
    [InlineData("/trend/JPN", "why-2025", 3, "/trend/JPN?", "#members-2025")]
    public async Task Figure_OfLanguage_LeadsToWhatItIsMadeOf(string page, string table, int column, string begins, string ends = "")
    {
        using var client = await server.ClientAsync("executive-jpn");
        var row = Drawn.Section(await client.GetStringAsync(page + Question), table).Descendants("tbody").Single().Elements("tr").First(row => row.Element("th")!.Value.Contains("Language", StringComparison.Ordinal));
        var cell = row.Elements("td").ElementAt(column);
        var way = (string)cell.Descendants("a").Single().Attribute("href")!;
        Assert.Contains(cell.Value, char.IsAsciiDigit);
        Assert.StartsWith(begins, way);
        Assert.EndsWith(ends, way);
    }

    [Theory]
    [InlineData("/overview/JPN")]
    [InlineData("/gaps/JPN")]
    [InlineData("/areas/JPN/LAN")]
    [InlineData("/trend/JPN")]
    [InlineData("/position/JPN")]
    [InlineData("/requirements/JPN")]
    [InlineData("/compare/JPN")]
    [InlineData("/trend/JPN", "&basis=self-assessed&assessor=JPN&revision=1")]
    [InlineData("/present/JPN")]
    public async Task EveryWay_LeadsToAnAddressThatAnswers_AndAPlaceThatIsOnIt(string page, string source = "")
    {
        using var client = await server.ClientAsync("executive-jpn");
        var main = await client.GetStringAsync(page + Question + source);
        var ways = Way().Matches(main[main.IndexOf("<main", StringComparison.Ordinal)..]).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct().ToList();
        Assert.True(ways.Count > 20);
        // Pages rest on the root: what stands there alone would lead to the start page.
        Assert.DoesNotContain("href=\"#", main);
        // A revision is one of its cycle.
        Assert.DoesNotContain(ways, way => way.Contains("revision=", StringComparison.Ordinal) && !way.Contains("cycle=2026", StringComparison.Ordinal));
        foreach (var there in ways.GroupBy(way => way.Split('#')[0]))
        {
            using var answer = await client.GetAsync(there.Key);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{there.Key} answers {answer.StatusCode}");
            var told = await answer.Content.ReadAsStringAsync();
            Assert.All(there.Where(way => way.Contains('#', StringComparison.Ordinal)), way => Assert.Contains($" id=\"{way.Split('#')[1]}\"", told));
        }
    }

    // What leaves as a file is written down in the audit and has tests of its own; other countries have pages like this one.
    [GeneratedRegex("<a [^>]*?href=\"(/(?!briefings/|[a-z]+/(?!JPN)[A-Z]{3}[/?])(?:[^\"?.]|\\.(?!csv|svg|json))*(?:[?#][^\"]*)?)\"")]
    private static partial Regex Way();
}
