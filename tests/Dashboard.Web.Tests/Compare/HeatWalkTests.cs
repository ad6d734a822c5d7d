using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Dashboard.Core;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Data.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Tests.Gaps;

namespace Dashboard.Web.Tests.Compare;

/// <summary>The heat map read back from the page and held against its CSV and the report.</summary>
public sealed class HeatWalkTests(Server server) : IClassFixture<Server>
{
    public static IEnumerable<TheoryDataRow<string, string, string?, string>> Questions =>
        [("executive-jpn", "NATO", null, "en"), ("executive-jpn", "NATO", "LAN", "fr"), ("executive-che", "NATO", "LAN", "ja"), ("executive-che", "NATO", null, "fr"), ("executive-jpn", "USA", null, "ja")];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Cells_SayWhatTheCsvSays(string persona, string against, string? area, string language)
    {
        var client = await ClientAsync(persona, language);
        var culture = CultureInfo.GetCultureInfo(language);
        var question = $"?against={against}&cycle=2026{(area is null ? "" : $"&area={area}")}";
        var csv = await client.CsvAsync($"/compare/JPN.csv{question}");
        var rows = Rows(await client.GetStringAsync($"/compare/JPN{question}"));
        var figures = csv.GroupBy(line => line["country"]).ToDictionary(g => g.Key == "benchmark" ? g.Key : Country.NameOf(g.Key, culture), g => g.ToList());
        Assert.Equal(figures.Count, rows.Count);
        foreach (var (row, place) in rows.Select((row, place) => (row, place)))
        {
            var lines = figures[place == 1 ? "benchmark" : NameOf(row)];
            Assert.Equal(lines.Count, row.Elements("td").Count());
            Assert.Equal(lines[0]["basis"] == "estimated", row.Element("th")!.Value.Contains('◦'));
            foreach (var (cell, line) in row.Elements("td").Zip(lines))
            {
                var isScored = line["state"] == "scored";
                Assert.Equal(isScored, line["value"].Length > 0);
                if (isScored)
                    Assert.Equal(Figure(line, culture), cell.Words("i").TrimEnd('*'));
                else
                    Assert.DoesNotContain(cell.Value, char.IsAsciiDigit);
                Assert.Equal(isScored, cell.Element("a") is not null);
                // A benchmark leads to the members that it is made of.
                if (place == 1 && isScored)
                    Assert.EndsWith($"&sort=-{line["code"]}", (string)cell.Element("a")!.Attribute("href")!);
                if (place != 1)
                {
                    Assert.Equal(isScored ? $"s{Math.Floor(decimal.Parse(Figure(line, culture), culture))}" : line["state"], (string?)cell.Attribute("class"));
                    Assert.Equal(isScored && line["counts"] == "no", cell.Words("i").EndsWith('*'));
                }
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("LAN")]
    public async Task Sorting_ByEveryColumn_KeepsTheSubjectOnTopAndTheEmptyLast(string? area)
    {
        var client = await ClientAsync("executive-jpn", "en");
        var map = HeatMap.Of(await server.Get<ReportReader>().ReadAsync(Persona.All.Single(p => p.Key == "executive-jpn").Viewer, new ReportRequest("JPN", "NATO", Cycle: "2026")), area);
        foreach (var (column, i) in map.Columns.Select((column, i) => (column, i)))
        {
            foreach (var sign in (string[])["", "-"])
            {
                var page = await client.GetStringAsync($"/compare/JPN?against=NATO&cycle=2026&sort={sign}{column.Code}{(area is null ? "" : $"&area={area}")}");
                var rows = Rows(page);
                Assert.Equal("Japan", NameOf(rows[0]));
                var values = rows.Skip(2).Select(row => map.Members.Single(m => Country.NameOf(m.Standing.Code, CultureInfo.GetCultureInfo("en")) == NameOf(row)).Cells[i].Value).ToList();
                Assert.Equal(map.Members.Length, values.Count);
                var known = values.TakeWhile(value => value is not null).Select(value => value!.Value).ToList();
                Assert.All(values.Skip(known.Count), value => Assert.Null(value));
                Assert.Equal(sign == "" ? known.Order() : known.OrderDescending(), known);
                Assert.Contains($"aria-sort=\"{(sign == "" ? "ascending" : "descending")}\"", page);
            }
        }
    }

    [Theory]
    [InlineData("area=XX", "en", "LAN")]
    [InlineData("sort=XX", "fr", "LAN")]
    [InlineData("sort=LAN-1", "ja", "country")]
    public async Task UnknownChoice_IsToldWithTheChoices(string wrong, string language, string choice)
    {
        var answer = await (await ClientAsync("executive-jpn", language)).GetAsync($"/compare/JPN?against=NATO&{wrong}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(choice, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Questions_HaveEveryKindOfCell() // else the tests above would test less than they seem to
    {
        var all = "";
        foreach (var persona in (string[])["executive-jpn", "executive-che"])
            foreach (var area in (string[])["", "&area=CIP", "&area=LAN", "&area=XDM"])
                all += await (await ClientAsync(persona, "en")).GetStringAsync($"/compare/JPN.csv?against=NATO&cycle=2026{area}");
        Assert.All((FigureState[])[FigureState.Scored, FigureState.Insufficient, FigureState.NotAssessed, FigureState.Withheld, FigureState.NotReported], state => Assert.Contains($",{CodeName.Of(state)},", all));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Drawing_HoldsTheFiguresOfTheCsv(string persona, string against, string? area, string language)
    {
        var client = await ClientAsync(persona, language);
        var culture = CultureInfo.GetCultureInfo(language);
        var question = $"?against={against}&cycle=2026{(area is null ? "" : $"&area={area}")}";
        var csv = await client.CsvAsync($"/compare/JPN.csv{question}");
        var figures = csv.GroupBy(line => line["country"]).ToDictionary(g => g.Key == "benchmark" ? g.Key : Country.NameOf(g.Key, culture), g => g.ToList());
        var (ramp, rows) = Fields(Drawn.File(await client.GetStringAsync($"/compare/JPN.svg{question}")));
        Assert.Equal(["0", "1", "2", "3", "4", "5"], ramp.Descendants("text").Select(text => text.Value));
        Assert.Equal(["h0", "h1", "h2", "h3", "h4", "h5"], ramp.Elements("rect").Select(field => (string?)field.Attribute("class")));
        Assert.Equal(figures.Count, rows.Count);
        foreach (var (row, place) in rows.Select((row, place) => (row, place)))
        {
            var texts = row.Descendants("text").Select(text => text.Value).ToList();
            var lines = figures[place == 1 ? "benchmark" : texts[0].Replace("◦ ", "", StringComparison.Ordinal)];
            Assert.Equal(lines.Count, texts.Count - 1);
            Assert.Equal(lines[0]["basis"] == "estimated", texts[0].StartsWith("◦ ", StringComparison.Ordinal));
            foreach (var ((line, told), drawn) in lines.Zip(texts.Skip(1)).Zip(row.Elements("rect")))
            {
                var isScored = line["state"] == "scored";
                Assert.Equal(isScored ? Figure(line, culture) : "", isScored ? told.TrimEnd('*') : string.Concat(told.Where(char.IsAsciiDigit)));
                Assert.Equal(isScored ? $"h{Math.Floor(decimal.Parse(Figure(line, culture), culture))}" : place == 1 ? "empty no-members" : "empty " + line["state"], (string?)drawn.Attribute("class"));
                if (place != 1)
                    Assert.Equal(isScored && line["counts"] == "no", told.EndsWith('*'));
            }
        }
    }

    private Task<HttpClient> ClientAsync(string persona, string language) => server.ClientAsync(persona, language);

    private static List<XElement> Rows(string page) => [.. Drawn.Section(page, "heat-title").Descendants("tbody").Single().Elements("tr")];

    private static string NameOf(XElement row) => row.Element("th")!.Element("a")?.Value ?? "";

    // A level is written whole, a score and a benchmark with one decimal where it needs one.
    private static string Figure(Dictionary<string, string> line, CultureInfo culture)
    {
        var value = double.Parse(line["value"], CultureInfo.InvariantCulture);
        return line["code"].Contains('-') && value % 1 == 0 ? value.ToString("0", culture) : Shown.Level(value, culture);
    }

    // What the colours mean, and the rows of fields under it.
    private static (XElement Ramp, List<XElement> Rows) Fields(XElement drawing)
    {
        var fields = drawing.Descendants("g").Where(g => g.Elements("rect").Any()).ToList();
        return (fields[0], fields[1..]);
    }
}
