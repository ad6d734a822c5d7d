using System.Globalization;
using System.Xml.Linq;
using Dashboard.Core.Readiness;
using Dashboard.Web.Tests.Gaps;

namespace Dashboard.Web.Tests.Trends;

/// <summary>The trend is told as table, drawing and file: all are read back and held against the unrounded CSV.</summary>
public sealed class TrendWalkTests(Server server) : IClassFixture<Server>
{
    private const int Base = 138, Top = 12;

    [Theory]
    [InlineData("JPN", "NATO", "en")]
    [InlineData("JPN", "USA", "fr")]
    [InlineData("EST", "FVEY", "ja")]
    public async Task Table_ShowsTheFiguresOfTheCsv(string country, string group, string language)
    {
        var (page, lines) = await ReadAsync(country, group, language);
        var culture = CultureInfo.GetCultureInfo(language);
        var rows = Drawn.Section(page, "table-title").Descendants("tbody").Single().Elements("tr").ToList();
        Assert.Equal(lines.Select(line => line["code"]).Distinct().Count(), rows.Count);
        var figures = rows.SelectMany(row => row.Elements("td").Select(cell => cell.Value.Trim()).Chunk(4)).ToList();
        Assert.Equal(lines.Count, figures.Count);
        foreach (var (line, told) in lines.Zip(figures))
        {
            if (line["score"] != "")
                Assert.Equal(Shown.Level(Number(line["score"]), culture), told[0]);
            if (line["benchmark"] != "")
                Assert.Equal(Shown.Level(Number(line["benchmark"]), culture), told[1]);
            Assert.Equal(line["gap"] == "" ? "" : Shown.Gap(Number(line["gap"]), culture), told[2]);
            Assert.Equal($"{line["n"]} / {line["of"]}", told[3]);
        }
    }

    [Theory]
    [InlineData("JPN", "NATO")]
    [InlineData("EST", "FVEY")]
    public async Task Panels_StandAtTheFiguresOfTheCsv_OnPageAndInFile(string country, string group)
    {
        var (page, lines) = await ReadAsync(country, group, "en");
        var client = await server.ClientAsync("executive-jpn");
        var file = Drawn.File(await client.GetStringAsync($"/trend/{country}.svg?against={group}&cycle=2026"));
        foreach (var drawing in (XElement[])[Drawn.Section(page, "trend-title"), file])
        {
            var panels = drawing.All("svg", "panel").ToList();
            Assert.Equal(lines.Select(line => line["code"]).Distinct().Count(), panels.Count);
            foreach (var (panel, of) in panels.Zip(lines.GroupBy(line => line["code"]).OrderBy(of => of.Key != "total")))
            {
                AssertAt(of.Select(line => line["score"]), panel.All("circle", "subject"));
                AssertAt(of.Select(line => line["benchmark"]), panel.All("circle", "benchmark-dot"));
            }
        }
    }

    [Fact]
    public async Task Causes_AddUpToTheChange()
    {
        var (_, lines) = await ReadAsync("JPN", "NATO", "en");
        var changed = lines.Where(line => line["change"] != "").ToList();
        Assert.NotEmpty(changed);
        Assert.All(changed, line => Assert.Equal(
            Number(line["change"]), new[] { "own_levels", "answers", "members_levels", "membership", "framework" }.Sum(cause => Number(line[cause])), 9));
    }

    private static void AssertAt(IEnumerable<string> expected, IEnumerable<XElement> dots) =>
        Assert.Equal(expected.Where(value => value != "").Select(Number), dots.Select(dot => 5 * (Base - dot.Number("cy")) / (Base - Top)), (a, b) => Math.Abs(a - b) < 0.001);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private async Task<(string Page, List<Dictionary<string, string>> Lines)> ReadAsync(string country, string group, string language)
    {
        var client = await server.ClientAsync("executive-jpn", language);
        var question = $"?against={group}&cycle=2026";
        return (await client.GetStringAsync($"/trend/{country}{question}"), await client.CsvAsync($"/trend/{country}.csv{question}"));
    }
}
