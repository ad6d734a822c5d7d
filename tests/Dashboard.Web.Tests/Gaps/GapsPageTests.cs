using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dashboard.Core.Readiness;
using Dashboard.Web.Tests.Briefings;
using Dashboard.Web.Tests.CommandLine;

namespace Dashboard.Web.Tests.Gaps;

public sealed partial class GapsPageTests(Server server) : IClassFixture<Server>
{
    [Theory]
    [InlineData("JPN", "NATO")]
    [InlineData("JPN", "FVEY")]
    [InlineData("EST", "NATO")]
    [InlineData("EST", "FVEY")]
    [InlineData("USA", "NATO")]
    [InlineData("USA", "FVEY")]
    [InlineData("LVA", "NATO")]
    [InlineData("LVA", "FVEY")]
    public async Task ChartTableCsvJsonWorkbookAndCommand_HoldTheSameFigures(string country, string group)
    {
        using var client = await server.ClientAsync("executive-jpn");
        var address = $"?against={group}&cycle=2026";
        var csv = await client.GetStringAsync($"/gaps/{country}.csv{address}");
        var page = await client.GetStringAsync($"/gaps/{country}{address}");
        var json = await client.GetStringAsync($"/gaps/{country}.json{address}");
        Assert.Equal(await Run.OutputOfAsync("gaps", country, "--against", group, "--format", "json", "--data", server.DataPath), json);
        var table = page[page.IndexOf("<table class=\"figures\"", StringComparison.Ordinal)..];
        var rows = TableRow().Matches(table).Select(m => Cell().Matches(m.Value).Select(c => WebUtility.HtmlDecode(Tag().Replace(c.Groups[1].Value, "")).Trim()).ToArray()).Where(r => r.Length == 11).Skip(1).ToList();
        var chart = ChartGap().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).ToList();
        Assert.Equal((13, 13), (rows.Count, lines.Count));
        foreach (var (row, line) in rows.Zip(lines))
        {
            if (line[1].Length > 0)
                Assert.Equal(Shown.Level(Number(line[1]), CultureInfo.InvariantCulture), row[1]);
            Assert.Equal(line[12].Length > 0 ? Shown.Gap(Number(line[12]), CultureInfo.InvariantCulture) : "", row[6]);
            Assert.Equal($"{line[10]} / {line[11]}", row[5]);
        }

        Assert.Equal(rows.Select(r => r[6]).Where(gap => gap.Length > 0), chart);
        Assert.Equal(lines.Select(l => l[12]), Gaps(json));
        using var workbook = new BriefingFile(await client.GetByteArrayAsync($"/briefings/{country}.xlsx{address}"));
        Assert.Equal(lines.Select(l => string.Join(' ', FiguresOfTheTable.Select(i => Rounded(l[i])))), workbook.GapTable(lines.Count).Select(r => string.Join(' ', r.Select(Rounded))));
        Assert.Equal(lines.SkipLast(1).Select(l => Rounded(l[12])), workbook.Bars().Select(Rounded));
    }

    [Fact]
    public async Task Page_LoadsNoScriptAndNothingFromElsewhere()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var page = await client.GetStringAsync("/gaps/JPN?against=NATO");
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("blazor", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page);
    }

    [Theory]
    [InlineData("fr", "1,8")]
    [InlineData("ja", "1.8")]
    [InlineData("en", "1.8")]
    public async Task Drawings_HaveNumbersWithPoints_AndWordsInTheReadersLanguage(string language, string score)
    {
        using var client = await server.ClientAsync("executive-jpn", language);
        var page = await client.GetStringAsync("/gaps/JPN?against=NATO");
        Assert.Contains($"lang=\"{language}\"", page);
        Assert.Contains($">{score}<", page);
        var numbers = DrawnNumber().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.True(numbers.Count > 500);
        Assert.All(numbers, n => Assert.Matches(@"^-?[0-9]+(\.[0-9]+)?%?$", n));
    }

    [Theory]
    [InlineData("/gaps/ATL", "Unknown country")]
    [InlineData("/gaps/JPN?against=Hansa", "AUKUS, CCDCOE, EU, FVEY, JP-US, NATO, QUAD")]
    [InlineData("/gaps/JPN?cycle=1999", "2026, 2025, 2024")]
    [InlineData("/gaps/JPN?statistic=mode", "median, mean, upper-quartile, best")]
    [InlineData("/gaps/JPN?preview=1", "choose one of true, false")]
    [InlineData("/gaps/JPN.json?preview=maybe", "choose one of true, false")]
    [InlineData("/gaps/JPN.csv?against=Hansa", "AUKUS, CCDCOE, EU, FVEY, JP-US, NATO, QUAD")]
    [InlineData("/gaps?country=JPN&statistic=mode", "median, mean, upper-quartile, best")]
    public async Task Page_OfWhatIsUnknown_NamesTheChoices(string address, string said)
    {
        using var client = await server.ClientAsync("executive-jpn");
        var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/gaps/XXX", "ja", "国「XXX」は不明です：", "ISO 3166-1 alpha-3コード")]
    [InlineData("/gaps/XXX", "fr", "Pays « XXX » inconnu : ", "alpha-3 tel que JPN")]
    [InlineData("/gaps/XXX.csv", "ja", "国「XXX」は不明です：", "ISO 3166-1 alpha-3コード")]
    [InlineData("/gaps/XXX.csv", "fr", "Pays « XXX » inconnu : ", "alpha-3 tel que JPN")]
    [InlineData("/gaps/ESX", "ja", "国「ESX」は不明です：", "EST (エストニア)")]
    [InlineData("/gaps/ESX.csv", "fr", "Pays « ESX » inconnu : ", "EST (Estonie)")]
    [InlineData("/gaps/JPN?against=Hansa", "ja", "国グループ「Hansa」は不明です：", "AUKUS、CCDCOE、EU、FVEY、JP-US、NATO、QUADから")]
    [InlineData("/gaps/JPN?basis=estimated", "ja", "評価元は評価根拠と評価国の両方で指定します", "「basis」と「assessor」")]
    [InlineData("/gaps/JPN?basis=estimated&assessor=BRA", "fr", "Source « estimation (par BRA) » inconnue : ", "auto-évaluation (par JPN)")]
    [InlineData("/gaps/JPN.csv?statistic=mode", "fr", "Statistique « mode » inconnue : ", "median, mean, upper-quartile, best")]
    public async Task Page_OfWhatIsUnknown_NamesTheChoices_InTheReadersLanguage(string address, string language, string start, string choices)
    {
        using var client = await server.ClientAsync("executive-jpn", language);
        var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var said = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.Contains(start, said);
        Assert.Contains(choices, said);
        Assert.DoesNotContain("Unknown ", said);
    }

    [Fact]
    public async Task Address_WithoutACountry_LeadsToTheReadersOwn()
    {
        using var client = await server.ClientAsync("executive-che");
        using var response = await client.GetAsync("/gaps?against=EU");
        Assert.Equal("/gaps/CHE?against=EU&statistic=median", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Form_LeadsToTheAddressOfTheReport()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var response = await client.GetAsync("/gaps?country=EST&against=EU&statistic=best&cycle=2025");
        Assert.Equal("/gaps/EST?against=EU&statistic=best&cycle=2025", response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("MNE", "/gaps/MNE?against=EU&statistic=median&preview=true&basis=estimated&assessor=JPN")]
    [InlineData("JPN", "/gaps/JPN?against=EU&statistic=median")]
    public async Task Form_KeepsTheDraftOfTheSameCountryOnly(string country, string leadsTo)
    {
        using var client = await server.ClientAsync("planner-jpn");
        var page = await client.GetStringAsync("/gaps/MNE?against=NATO&preview=true&basis=estimated&assessor=JPN");
        var kept = HiddenField().Matches(page).Select(m => $"&{m.Groups[1].Value}={m.Groups[2].Value}");
        var response = await client.GetAsync($"/gaps?country={country}&against=EU{string.Concat(kept)}");
        Assert.Equal(leadsTo, response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Page_ForWhomItIsNotReleasedTo_HoldsNoFigureOfIt()
    {
        using var client = await server.ClientAsync("executive-che");
        var page = await client.GetStringAsync("/gaps/JPN?against=NATO");
        Assert.Contains("not released to you", page);
        Assert.DoesNotContain("<svg class=\"strip\"", page);
        Assert.DoesNotContain("LAN-3", page);
        Assert.DoesNotContain("/briefings/", page);
    }

    // score, could lie, benchmark, n, of, gap, gap band, matched gap: the columns of the CSV in the order of the workbook.
    private static readonly int[] FiguresOfTheTable = [1, 5, 6, 9, 10, 11, 12, 13, 14, 15];

    // A workbook keeps fifteen digits.
    private static string Rounded(string number) => number.Length == 0 ? "unknown" : Math.Round(Number(number), 12).ToString("R", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Gaps(string json)
    {
        using var report = JsonDocument.Parse(json);
        return [.. report.RootElement.GetProperty("areas").EnumerateArray().Append(report.RootElement.GetProperty("total"))
            .Select(row => row.GetProperty("gap")).Select(gap => gap.ValueKind == JsonValueKind.Null ? "" : gap.GetDouble().ToString("R", CultureInfo.InvariantCulture))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex TableRow();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<input type=\"hidden\" name=\"(of|preview|basis|assessor)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("<span class=\"gapval (?:behind|ahead|close)\">([^<]+)<small>")]
    private static partial Regex ChartGap();

    [GeneratedRegex(" (?:x|y|x1|x2|y1|y2|cx|cy|width)=\"([^\"]*)\"")]
    private static partial Regex DrawnNumber();
}
