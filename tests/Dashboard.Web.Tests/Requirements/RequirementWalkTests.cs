using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Data.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Tests.Gaps;

namespace Dashboard.Web.Tests.Requirements;

/// <summary>The requirements read back from the page and held against their CSV and the report.</summary>
public sealed class RequirementWalkTests(Server server) : IClassFixture<Server>
{
    private const string Asked = "?against=NATO&cycle=2026";

    public static IEnumerable<TheoryDataRow<string, string, string?, string>> Questions =>
        [("executive-jpn", "NATO", null, "en"), ("executive-jpn", "NATO", "STORYLINE-LEAD", "fr"), ("executive-che", "NATO", "COORDINATED-RESPONSE", "ja"), ("executive-jpn", "USA", null, "ja"), ("executive-jpn", "JPN", null, "en")];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Cells_SayWhatTheCsvSays(string persona, string against, string? profile, string language)
    {
        var client = await ClientAsync(persona, language);
        var culture = CultureInfo.GetCultureInfo(language);
        var question = $"?against={against}&cycle=2026{(profile is null ? "" : $"&profile={profile}")}";
        var csv = await client.CsvAsync($"/requirements/JPN.csv{question}");
        var page = await client.GetStringAsync($"/requirements/JPN{question}");
        var rows = Countries(page);
        var asked = csv.GroupBy(line => line["country"]).ToDictionary(g => Country.NameOf(g.Key, culture), g => g.ToList());
        Assert.Equal(asked.Count, rows.Count);
        Assert.Equal(Country.NameOf("JPN", culture), NameOf(rows[0]));
        foreach (var row in rows)
        {
            var lines = asked[NameOf(row)];
            var cells = row.Elements("td").ToList();
            Assert.Equal(lines[0]["basis"] == "estimated", row.Element("th")!.Value.Contains('◦'));
            foreach (var (cell, line) in cells.Zip(lines))
            {
                var isScored = line["level"].Length > 0;
                Assert.Equal(isScored, line["state"] == "scored");
                Assert.Equal(isScored ? int.Parse(line["level"], CultureInfo.InvariantCulture) >= int.Parse(line["minimum"], CultureInfo.InvariantCulture) ? "met" : "missed" : line["state"] == "not-applicable" ? line["state"] : "unknown", line["outcome"]);
                Assert.Equal(isScored ? line["outcome"] : line["state"], (string?)cell.Attribute("class"));
                Assert.Equal(isScored ? $"{(line["outcome"] == "met" ? "✓" : "✕")} {line["level"]}" : cell.Element("span")!.Value, cell.Words("i"));
                Assert.NotEqual("", cell.Descendants("i").Single().Value);
                Assert.Equal(isScored, cell.Element("a") is not null);
            }

            // Without anything that is met or missed no 0 is written.
            string[] counts = [.. ((string[])["met", "missed", "unknown"]).Select(outcome => lines.Count(line => line["outcome"] == outcome).ToString(CultureInfo.InvariantCulture))];
            var isJudged = lines.Any(line => line["outcome"] is "met" or "missed");
            Assert.Equal(isJudged ? counts : ["·", "·", counts[2]], cells.Skip(lines.Count).Select(cell => cell.Words()));
        }

        if (Drawn.Section(page, "countries-title").All("tr", "bench-row").SingleOrDefault() is { } tally)
            foreach (var (cell, place) in tally.Elements("td").SkipLast(1).Select((cell, place) => (cell, place)))
            {
                // To the members that are counted, the highest first.
                Assert.EndsWith($"&sort=-{asked.Values.First()[place]["code"]}", (string)cell.Element("a")!.Attribute("href")!);
                Assert.Equal(
                    ((string[])["met", "missed", "unknown"]).Select(outcome => asked.Values.Count(lines => lines[0]["country"] != "JPN" && lines[place]["outcome"] == outcome).ToString(CultureInfo.InvariantCulture)),
                    cell.Element("a")!.Elements("span").Select(span => span.Nodes().OfType<XText>().Single().Value.Trim()));
            }
    }

    /// <summary>The subject's lines in full: each with its sign and word, the level with its descriptor, what is asked with its descriptor, and the way to it.</summary>
    [Theory]
    [InlineData("en", "FIRST-FORMAL")]
    [InlineData("ja", "STORYLINE-LEAD")]
    [InlineData("fr", "COORDINATED-RESPONSE")]
    public async Task Lines_SayWhatTheReportSays(string language, string profile)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var report = await ReportAsync();
        var page = await (await ClientAsync("executive-jpn", language)).GetStringAsync($"/requirements/JPN{Asked}&profile={profile}");
        var result = report.Profiles.Single(p => p.Profile == profile);
        var lines = Drawn.Section(page, "lines-title").All("li", "line").ToList();
        Assert.Equal(result.Requirements.Length, lines.Count);
        Assert.Equal(report.Framework.NameOf(report.Framework.Profiles.Single(p => p.Code == profile), culture), Drawn.Section(page, "lines-title").Descendants("a").Single(a => a.Attribute("aria-current") is not null).Value);
        Assert.Equal(new RequirementWording(report, culture).Headline(RequirementMap.Of(report, profile)), Drawn.Headline(page));
        foreach (var (line, requirement) in lines.Zip(result.Requirements))
        {
            var indicator = report.Framework.Indicators[report.Framework.IndexOf(requirement.Indicator)];
            Assert.EndsWith(Texts.Of(requirement.Outcome, culture), line.All("p", "outcome").Single().Words());
            Assert.Contains(report.Framework.NameOf(indicator, culture), line.Descendants("a").Single().Value);
            Assert.Matches($"^/areas/JPN/{requirement.Indicator.Split('-')[0]}\\?.*#{requirement.Indicator}$", (string)line.Descendants("a").Single().Attribute("href")!);
            var told = line.Descendants("dd").ToList();
            Assert.Equal(requirement.Cell.IsScored, told[0].Element("b") is not null);
            if (requirement.Cell.IsScored)
                Assert.Equal((requirement.Cell.Level.ToString(culture), report.Framework.LevelText(indicator, requirement.Cell.Level, culture)), (told[0].Element("b")!.Value, told[0].Element("span")!.Value));
            Assert.Equal((requirement.Minimum.ToString(culture), report.Framework.LevelText(indicator, requirement.Minimum, culture)), (told[1].Element("b")!.Value, told[1].Element("span")!.Value));
        }
    }

    [Fact]
    public async Task Sorting_ByEveryColumn_OrdersTheMembers_AndLeavesTheSubjectOnTop()
    {
        var client = await ClientAsync("executive-jpn", "en");
        var english = CultureInfo.GetCultureInfo("en");
        var map = RequirementMap.Of(await ReportAsync())!;
        foreach (var name in (string[])["", "country", .. map.Columns.Select(column => column.Code), "met", "missed", "unknown"])
            foreach (var sign in (string[])["", "-"])
            {
                var page = await client.GetStringAsync($"/requirements/JPN{Asked}&sort={(name == "" ? "" : sign + name)}");
                var rows = Countries(page);
                Assert.Equal("Japan", NameOf(rows[0]));
                Assert.Equal(map.Sorted(map.OrderOf(name == "" ? "-met" : sign + name), english).Select(row => Country.NameOf(row.Standing.Code, english)), rows.Skip(1).Select(NameOf));
                var sorted = Assert.Single(Drawn.Section(page, "countries-title").Descendants("th"), th => th.Attribute("aria-sort") is not null);
                Assert.Equal(name == "" || sign == "-" ? "descending" : "ascending", (string)sorted.Attribute("aria-sort")!);
                Assert.EndsWith($"sort={(name == "" ? "met" : sign == "-" ? name : "-" + name)}", (string)sorted.Element("a")!.Attribute("href")!);
            }
    }

    [Theory]
    [InlineData("profile=XX", "en", "Unknown requirement profile", "FIRST-FORMAL")]
    [InlineData("profile=XX", "ja", "要件プロファイル", "STORYLINE-LEAD")]
    [InlineData("sort=XX", "fr", "Ordre inconnu", "missed")]
    [InlineData("sort=LAN-2", "ja", "不明な並び順", "LAN-1")]
    public async Task UnknownChoice_IsToldWithTheChoices(string wrong, string language, string told, string choice)
    {
        var client = await ClientAsync("executive-jpn", language);
        foreach (var format in (string[])["", ".csv", ".svg"])
        {
            if (format == ".csv" && wrong.StartsWith("sort", StringComparison.Ordinal))
                continue;
            var answer = await client.GetAsync($"/requirements/JPN{format}{Asked}&{wrong}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains(choice, body);
            Assert.Contains(told, body);
        }
    }

    [Fact]
    public async Task AnotherQuestion_KeepsTheProfileAndTheOrder()
    {
        var client = await ClientAsync("executive-jpn", "en");
        var page = await client.GetStringAsync($"/requirements/JPN{Asked}&profile=STORYLINE-LEAD&sort=LAN-2");
        Assert.Contains("<input type=\"hidden\" name=\"profile\" value=\"STORYLINE-LEAD\"", page);
        Assert.Contains("<input type=\"hidden\" name=\"sort\" value=\"LAN-2\"", page);
        var answer = await client.GetAsync("/requirements?of=JPN&country=EST&against=NATO&profile=STORYLINE-LEAD&sort=LAN-2");
        // The question is told once.
        Assert.Matches("^/requirements/EST\\?against=NATO&statistic=median&profile=STORYLINE-LEAD&sort=LAN-2$", (answer.Headers.Location ?? answer.RequestMessage!.RequestUri!).ToString().Replace("http://localhost", ""));
    }

    [Fact]
    public async Task Overview_LeadsToEachProfile()
    {
        var page = await (await ClientAsync("executive-jpn", "en")).GetStringAsync("/overview/JPN?against=NATO");
        var ways = Drawn.Section(page, "requirements-title").Descendants("strong").Elements("a").Select(a => (string)a.Attribute("href")!).ToList();
        Assert.Equal(["FIRST-FORMAL", "STORYLINE-LEAD", "COORDINATED-RESPONSE"], ways.Select(way => way.Split("profile=")[1]));
        Assert.All(ways, way => Assert.StartsWith("/requirements/JPN?", way));
    }

    [Fact]
    public async Task Questions_HaveEveryKindOfCell() // else the tests above would test less than they seem to
    {
        var all = "";
        foreach (var (persona, against, profile, _) in Questions.Select(row => row.Data))
            all += await (await ClientAsync(persona, "en")).GetStringAsync($"/requirements/JPN.csv?against={against}&cycle=2026&profile={profile}");
        Assert.All((string[])["met,scored", "missed,scored", "unknown,not-assessed", "unknown,withheld", "unknown,not-reported"], kind => Assert.Contains($",{kind},", all));
    }

    [Fact]
    public async Task Drawing_HoldsWhatTheTableHolds()
    {
        var client = await ClientAsync("executive-jpn", "en");
        var drawing = XDocument.Parse(await client.GetStringAsync($"/requirements/JPN.svg{Asked}&sort=country")).Root!;
        var lines = await client.CsvAsync($"/requirements/JPN.csv{Asked}");
        var marks = drawing.Descendants().Where(e => e.Name.LocalName == "rect" && (string?)e.Attribute("class") != "paper").GroupBy(e => (string)e.Attribute("class")!).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(lines.Count(line => line["outcome"] == "met"), marks["met"]);
        Assert.Equal(lines.Count(line => line["outcome"] == "missed"), marks["missed"]);
        Assert.Equal(lines.Count(line => line["outcome"] is "unknown" or "not-applicable"), marks.Where(mark => mark.Key.StartsWith("empty ", StringComparison.Ordinal)).Sum(mark => mark.Value));
        Assert.Equal(lines.Where(line => line["outcome"] == "met").Select(line => $"✓ {line["level"]}").Order(), drawing.Descendants().Where(e => (string?)e.Attribute("class") == "met-on").Select(e => e.Value).Order());
        Assert.Equal(lines.Where(line => line["outcome"] == "missed").Select(line => $"✕ {line["level"]}").Order(), drawing.Descendants().Where(e => (string?)e.Attribute("class") == "missed-on").Select(e => e.Value).Order());
    }

    private Task<GapReport> ReportAsync() =>
        server.Get<ReportReader>().ReadAsync(Persona.All.Single(p => p.Key == "executive-jpn").Viewer, new ReportRequest("JPN", "NATO", Cycle: "2026"));

    private Task<HttpClient> ClientAsync(string persona, string language) => server.ClientAsync(persona, language);

    // The subject and the members; the row between them that counts the members is none of them.
    private static List<XElement> Countries(string page) =>
        [.. Drawn.Section(page, "countries-title").Descendants("tbody").Single().Elements("tr").Where(row => (string?)row.Attribute("class") != "bench-row")];

    private static string NameOf(XElement row) => row.Element("th")!.Element("a")!.Value;
}
