using System.Globalization;
using System.Xml.Linq;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Data.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Position;
using Dashboard.Web.Tests.Gaps;

namespace Dashboard.Web.Tests.Position;

/// <summary>The places read back from page and drawing and held against their CSV, and that against the report.</summary>
public sealed class PositionWalkTests(Server server) : IClassFixture<Server>
{
    public static IEnumerable<TheoryDataRow<string, string, string, string>> Questions =>
        [("executive-jpn", "JPN", "NATO", "en"), ("executive-jpn", "JPN", "QUAD", "fr"), ("executive-jpn", "JPN", "USA", "ja"), ("executive-jpn", "EST", "NATO", "fr")];

    [Theory]
    [MemberData(nameof(Questions))]
    [InlineData("executive-che", "JPN", "NATO", "ja")]
    public async Task Csv_HoldsThePlacesOfTheReport(string persona, string subject, string against, string language)
    {
        var report = await ReportAsync(persona, subject, against);
        var weights = WeightRanges.Of(report);
        var lines = await LinesAsync(await ClientAsync(persona, language), subject, against);
        Assert.Equal(["total", .. report.Areas.Select(row => row.Code)], lines.Select(line => line["code"]));
        foreach (var (line, row) in lines.Zip(report.Areas.Prepend(report.Total)))
        {
            Assert.Equal($"{row.N}/{report.Members}", $"{line["n"]}/{line["of"]}");
            var range = weights.For(row);
            Assert.Equal(range is null, line["reason"].Length > 0);
            Assert.Equal(range is null ? "-/" : $"{row.Position!.Value.From}-{row.Position.Value.To}/{row.Position.Value.Of}", $"{line["place_from"]}-{line["place_to"]}/{line["places"]}");
            Assert.Equal(range is null ? " - - " : $"{range.Plain} {range.Range.From}-{range.Range.To} {range.Best}-{range.Worst} {(range.Holds ? "yes" : "no")}",
                $"{line["plain_place"]} {line["weights_from"]}-{line["weights_to"]} {line["weights_best"]}-{line["weights_worst"]} {line["holds"]}");
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Page_SaysWhatTheCsvSays(string persona, string subject, string against, string language)
    {
        var (client, culture) = (await ClientAsync(persona, language), CultureInfo.GetCultureInfo(language));
        var report = await ReportAsync(persona, subject, against);
        var wording = new PositionWording(report, WeightRanges.Of(report), culture);
        var lines = await LinesAsync(client, subject, against);
        var page = await client.GetStringAsync(Address(subject, against));
        Assert.Equal(wording.Headline(), Drawn.Headline(page));
        var (chart, table) = (Rows(page), Drawn.Section(page, "table-title").Descendants("tbody").Single().Elements("tr").ToList());
        Assert.Equal(lines.Count, chart.Count);
        Assert.Equal(lines.Count, table.Count);
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
        {
            var row = i == 0 ? report.Total : report.Areas[i - 1];
            var cells = table[i].Elements("td").Select(cell => cell.Value.Trim()).ToList();
            Assert.Equal(line["score"].Length == 0 ? "" : Shown.Level(double.Parse(line["score"], CultureInfo.InvariantCulture), culture), cells[0]);
            Assert.Equal($"{line["n"]} / {line["of"]}", cells[1]);
            Assert.StartsWith(wording.Place(row), chart[i].All("p", "place").Single().Value);
            if (line["plain_place"].Length > 0)
            {
                Assert.Equal([line["plain_place"], Span(line["place_from"], line["place_to"]), Span(line["weights_from"], line["weights_to"]), Span(line["weights_best"], line["weights_worst"])], cells[2..6]);
                Assert.Equal(wording.Weights(row), chart[i].Descendants("small").Single().Value);
                Assert.Contains($"sort=-{line["code"]}", (string)chart[i].All("p", "place").Single().Element("a")!.Attribute("href")!);
            }
            else
            {
                Assert.Equal([wording.Place(row)], cells[2..]);
                Assert.DoesNotContain(chart[i].All("p", "place").Single().Value, char.IsAsciiDigit);
                Assert.Empty(chart[i].Descendants("svg"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Strips_OfPageAndDrawing_LieAtTheFiguresOnOneScale(string persona, string subject, string against, string language)
    {
        var client = await ClientAsync(persona, language);
        var lines = await LinesAsync(client, subject, against);
        var count = lines.Max(line => int.Parse(line["n"], CultureInfo.InvariantCulture)) + 1;
        var drawing = XDocument.Parse(await client.GetStringAsync(Address(subject, against, ".svg"))).Root!;
        foreach (var strips in (List<XElement>[])[Strips(Drawn.Section(await client.GetStringAsync(Address(subject, against)), "position-title")), Strips(drawing)])
        {
            var placed = lines.Where(line => line["plain_place"].Length > 0).ToList();
            var drawn = strips.Where(strip => Marks(strip, "subject").Count > 0).ToList();
            Assert.Equal(placed.Count, drawn.Count);
            foreach (var (line, strip) in placed.Zip(drawn))
            {
                Assert.Equal(Edge(line["plain_place"], -0.5), Marks(strip, "subject").Single().Number("cx"), 0.011);
                var band = Marks(strip, "band").Single();
                Assert.Equal(Edge(line["place_from"], -1), band.Number("x"), 0.011);
                Assert.Equal(Edge(line["place_to"], 0) - Edge(line["place_from"], -1), band.Number("width"), 0.011);
                Assert.Equal(Edge(line["places"], 0), Marks(strip, "places").Single().Number("x2"), 0.011);
                var bracket = Marks(strip, "bracket")[0];
                Assert.Equal(Edge(line["weights_from"], -1), bracket.Number("x1"), 0.011);
                Assert.Equal(Edge(line["weights_to"], 0), bracket.Number("x2"), 0.011);
            }
        }

        double Edge(string place, double within) => 2.5 + 95 * (int.Parse(place, CultureInfo.InvariantCulture) + within) / count;
    }

    [Fact]
    public async Task Place_LeadsToTheMembersItIsMadeOf()
    {
        var client = await ClientAsync("executive-jpn", "en");
        var line = (await LinesAsync(client, "JPN", "NATO"))[1];
        var way = (string)Rows(await client.GetStringAsync(Address("JPN", "NATO")))[1].All("p", "place").Single().Element("a")!.Attribute("href")!;
        var rows = Drawn.Section(await client.GetStringAsync(way), "heat-title").Descendants("tbody").Single().Elements("tr").Skip(2).ToList();
        var own = double.Parse(line["score"], CultureInfo.InvariantCulture);
        // The first column is the area of the widest gap; scores that do not count are marked.
        var figures = rows.Select(row => row.Elements("td").First().Words("i")).TakeWhile(text => text.Any(char.IsAsciiDigit)).ToList();
        var scores = figures.Select(text => double.Parse(text.TrimEnd('*'), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(int.Parse(line["plain_place"], CultureInfo.InvariantCulture) - 1, figures.Count(text => !text.EndsWith('*') && double.Parse(text, CultureInfo.InvariantCulture) > own));
    }

    [Fact]
    public async Task Weights_AreWorkedOutOnceForAReport_AndForEachAnew()
    {
        var report = await ReportAsync("executive-jpn", "JPN", "USA");
        Assert.Same(KnownWeights.Of(report), KnownWeights.Of(report));
        Assert.NotSame(KnownWeights.Of(report), KnownWeights.Of(report with { }));
    }

    [Fact]
    public async Task Questions_HaveEveryKindOfRow() // else the tests above would test less than they seem to
    {
        List<Dictionary<string, string>> all = [];
        foreach (var question in Questions)
        {
            var (persona, subject, against, language) = question.Data;
            all.AddRange(await LinesAsync(await ClientAsync(persona, language), subject, against));
        }

        Assert.All((string[])["insufficient", "no-peers", ""], reason => Assert.Contains(all, line => line["reason"] == reason));
        Assert.All((string[])["yes", "no"], holds => Assert.Contains(all, line => line["holds"] == holds));
    }

    [Theory]
    [InlineData("executive-jpn", "MNE", "NATO", "Nothing can be said of Montenegro")]
    [InlineData("executive-che", "JPN", "NATO", "Nothing can be shown of Japan")]
    [InlineData("executive-che", "CHE", "AUKUS", "There is nothing to compare Switzerland with")]
    public async Task Page_WithoutAnyPlace_SaysWhyAndDrawsNothing(string persona, string subject, string against, string why)
    {
        var page = await (await ClientAsync(persona, "en")).GetStringAsync(Address(subject, against));
        Assert.Contains($"<h1>{why}", page);
        Assert.DoesNotContain("position-title", page);
        Assert.Contains("sources-title", page);
    }

    [Fact]
    public async Task Overview_LeadsHere()
    {
        var client = await ClientAsync("executive-jpn", "en");
        Assert.Contains(Drawn.Section(await client.GetStringAsync("/overview/JPN?against=QUAD&cycle=2026"), "total-title").Descendants("a"), a => ((string)a.Attribute("href")!).StartsWith("/position/JPN?against=QUAD", StringComparison.Ordinal));
    }

    private static string Address(string subject, string against, string format = "") => $"/position/{subject}{format}?against={against}&cycle=2026";

    private static string Span(string from, string to) => from == to ? from : $"{from}–{to}";

    private static List<XElement> Rows(string page) => [.. Drawn.Section(page, "position-title").All("div", "row").Where(row => !((string)row.Attribute("class")!).Contains("axis"))];

    private static List<XElement> Strips(XElement within) => [.. within.Descendants().Where(e => e.Name.LocalName == "svg" && (string?)e.Attribute("role") == "img")];

    private static List<XElement> Marks(XElement strip, string type) => [.. strip.Descendants().Where(e => (string?)e.Attribute("class") == type)];

    private Task<HttpClient> ClientAsync(string persona, string language) => server.ClientAsync(persona, language);

    private Task<GapReport> ReportAsync(string persona, string subject, string against) =>
        server.Get<ReportReader>().ReadAsync(Persona.All.Single(p => p.Key == persona).Viewer, new ReportRequest(subject, against, Cycle: "2026"));

    private static Task<List<Dictionary<string, string>>> LinesAsync(HttpClient client, string subject, string against) => client.CsvAsync(Address(subject, against, ".csv"));
}
