using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Web.Tests.Briefings;

namespace Dashboard.Web.Tests.Gaps;

public sealed partial class GapsPageTests(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task Page_LoadsNoScriptButThePictures_AndNothingFromElsewhere()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var page = await client.GetStringAsync("/gaps/JPN?against=NATO");
        Assert.Matches("^<script src=\"/chart\\.[a-z0-9]+\\.js\" type=\"module\">$", Assert.Single(Regex.Matches(page, "<script[^>]*>")).Value);
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
        Assert.True(numbers.Count > 200);
        Assert.All(numbers, n => Assert.Matches(@"^-?[0-9]+(\.[0-9]+)?%?$", n));
        var paths = DrawnPath().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.True(paths.Count > 26);
        Assert.All(paths, path => Assert.Matches(@"^(M[0-9]+(\.[0-9]+)? (0|-[0-9]+(\.[0-9]+)?)v(0|1|-[0-9]+(\.[0-9]+)?))*$", path));
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
    [InlineData("/gaps/XXX", "fr", "Pays «\u00a0XXX\u00a0» inconnu\u00a0: ", "alpha-3 tel que JPN")]
    [InlineData("/gaps/XXX.csv", "ja", "国「XXX」は不明です：", "ISO 3166-1 alpha-3コード")]
    [InlineData("/gaps/XXX.csv", "fr", "Pays «\u00a0XXX\u00a0» inconnu\u00a0: ", "alpha-3 tel que JPN")]
    [InlineData("/gaps/ESX", "ja", "国「ESX」は不明です：", "EST (エストニア)")]
    [InlineData("/gaps/ESX.csv", "fr", "Pays «\u00a0ESX\u00a0» inconnu\u00a0: ", "EST (Estonie)")]
    [InlineData("/gaps/JPN?against=Hansa", "ja", "国グループ「Hansa」は不明です：", "AUKUS、CCDCOE、EU、FVEY、JP-US、NATO、QUADから")]
    [InlineData("/gaps/JPN?basis=estimated", "ja", "評価元は評価根拠と評価国の両方で指定します", "「basis」と「assessor」")]
    [InlineData("/gaps/JPN?basis=estimated&assessor=BRA", "fr", "Source «\u00a0estimation (par BRA)\u00a0» inconnue\u00a0: ", "auto-évaluation (par JPN)")]
    [InlineData("/gaps/JPN.csv?statistic=mode", "fr", "Statistique «\u00a0mode\u00a0» inconnue\u00a0: ", "median, mean, upper-quartile, best")]
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

    [Theory]
    [InlineData("en", "executive-jpn", "ALB (Albania), ", "Choose from the lists")]
    [InlineData("ja", "executive-jpn", "ALB (アルバニア)、", "一覧から選ぶ")]
    [InlineData("fr", "executive-che", "CHE (Suisse)", "Choisir dans les listes")]
    public async Task Page_OfACountryThatIsNone_OffersThoseThatTheReaderSees_AndLeadsToTheLists(string language, string persona, string named, string way)
    {
        using var client = await server.ClientAsync(persona, language);
        var page = WebUtility.HtmlDecode(await (await client.GetAsync("/gaps/ZZZ")).Content.ReadAsStringAsync());
        Assert.Contains(named, page);
        var nation = persona[^3..].ToUpperInvariant();
        Assert.Contains($"href=\"/gaps/{nation}?against=NATO&statistic=median\">{way}</a>", page);
        var listed = Drawn.Options(await client.GetStringAsync($"/gaps/{nation}"), "country");
        var offered = Regex.Matches(page, @"\b([A-Z]{3}) \(").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(listed.Order(StringComparer.Ordinal).Take(20), offered);
    }

    [Theory]
    [InlineData("en", "Language</a></strong>: the members’ levels")]
    [InlineData("ja", "言語</a></strong>：加盟国のレベル")]
    [InlineData("fr", "Langues</a></strong>\u00a0: niveaux des membres")]
    public async Task Changes_SayTheirMainCause_AfterTheLanguagesColon(string language, string said)
    {
        using var client = await server.ClientAsync("executive-jpn", language);
        Assert.Contains(said, WebUtility.HtmlDecode(await client.GetStringAsync("/gaps/JPN?against=NATO&cycle=2026")));
    }

    [Theory]
    [InlineData("en", "NATO median")]
    [InlineData("ja", "NATOの中央値")]
    [InlineData("fr", "médiane OTAN")]
    public async Task Benchmark_IsNamedInTheLanguagesOrder_InLegendAndTable(string language, string name)
    {
        using var client = await server.ClientAsync("executive-jpn", language);
        var page = await client.GetStringAsync("/gaps/JPN?against=NATO");
        Assert.Contains(name, Drawn.Section(page, "chart-title").All("ul", "key").Single().Value);
        Assert.Contains(name, Drawn.Section(page, "radar-title").All("ul", "key").Single().Value);
        Assert.Contains(Drawn.Section(page, "table-title").Descendants("thead").Single().Descendants("th"), heading => heading.Value == name);
        using var workbook = new BriefingFile(await client.GetByteArrayAsync("/briefings/JPN.xlsx?against=NATO"));
        Assert.NotEmpty(workbook.Shape(name));
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
        var form = page[page.IndexOf("<form class=\"filter\"", StringComparison.Ordinal)..];
        var kept = HiddenField().Matches(form[..form.IndexOf("</form>", StringComparison.Ordinal)]).Select(m => $"&{m.Groups[1].Value}={m.Groups[2].Value}");
        var response = await client.GetAsync($"/gaps?country={country}&against=EU{string.Concat(kept)}");
        Assert.Equal(leadsTo, response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("MNE", "", "preview=true")]
    [InlineData("MNE", "&preview=true&basis=estimated&assessor=JPN", "")]
    [InlineData("JPN", "&basis=self-assessed&assessor=JPN&revision=1", "basis=self-assessed&assessor=JPN")]
    public async Task WayToTheDraft_AndBack_AndToTheLatestRevision_StaysOnThePage(string country, string source, string kept)
    {
        using var client = await server.ClientAsync("planner-jpn");
        var page = await client.GetStringAsync($"/compare/{country}?against=EU&cycle=2026&area=LAN{source}");
        var way = NoticeWay().Match(page).Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
        Assert.StartsWith($"/compare/{country}?against=EU&cycle=2026&area=LAN", way);
        Assert.Contains(kept, way);
        Assert.DoesNotContain("revision", way);
        Assert.Equal(kept.Contains("preview", StringComparison.Ordinal), way.Contains("preview=true", StringComparison.Ordinal));
        using var answer = await client.GetAsync(way);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("Behind", "en", "Furthest behind the NATO median, and clearly so")]
    [InlineData("Ahead", "fr", "Nettement devant (médiane OTAN)")]
    public async Task ClearAreas_OfTheOverview_AreFilesOfTheirOwn(string finding, string language, string title)
    {
        using var client = await server.ClientAsync("executive-jpn", language);
        var card = Drawn.Section(await client.GetStringAsync("/overview/JPN?against=NATO&cycle=2026"), $"clear-{finding}");
        var shown = card.All("div", "name").Select(name => name.Descendants("a").First().Value).ToList();
        Assert.NotEmpty(shown);
        var ways = card.Descendants("a").Select(a => (string)a.Attribute("href")!).Where(way => way.StartsWith("/gaps/JPN.", StringComparison.Ordinal)).Distinct().ToList();
        var lines = await client.CsvAsync(ways.Single(way => way.StartsWith("/gaps/JPN.csv", StringComparison.Ordinal)));
        Assert.Equal(shown.Count, lines.Count);
        Assert.All(lines, line => Assert.Equal(finding, line["finding"], ignoreCase: true));
        var drawing = Drawn.File(await client.GetStringAsync(ways.Single(way => way.StartsWith("/gaps/JPN.svg", StringComparison.Ordinal))));
        Assert.Equal(title, drawing.All("text", "file-title").Single().Value);
        Assert.Equal(shown, drawing.All("g", "file-row").Select(row => string.Join(' ', row.All("text", "file-name").Select(text => text.Value))));
    }

    [Theory]
    [InlineData("/gaps/JPN.csv?against=NATO&finding=close", "behind, ahead")]
    [InlineData("/gaps/JPN?against=NATO&basis=self-assessed&assessor=JPN&revision=abc", "give a whole number from 1")]
    [InlineData("/gaps/JPN?against=NATO&revision=1", "give basis and assessor with it")]
    public async Task Address_ThatIsWrong_SaysHowToMendIt(string address, string way)
    {
        using var client = await server.ClientAsync("executive-jpn");
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(way, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/gaps/JPN?against=NATO")]
    [InlineData("/overview/JPN?against=NATO")]
    [InlineData("/position/JPN?against=NATO")]
    [InlineData("/trend/JPN?against=NATO")]
    public async Task JapaneseSentences_FollowWithoutASpace(string address)
    {
        using var client = await server.ClientAsync("executive-jpn", "ja");
        var page = await client.GetStringAsync(address);
        Assert.Contains("。", page);
        Assert.DoesNotMatch("。 [^<]", page);
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

    [GeneratedRegex("<input type=\"hidden\" name=\"(of|preview|basis|assessor)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<p class=\"notice[^>]*>[^<]*(?:<span>[^<]*</span>\\s*)?<a href=\"(/(?!scoring)[^\"]*)\"")]
    private static partial Regex NoticeWay();

    [GeneratedRegex("<path class=\"(?:allies|grid stretched)[^\"]*\" d=\"([^\"]*)\"")]
    private static partial Regex DrawnPath();

    [GeneratedRegex(" (?:x|y|x1|x2|y1|y2|cx|cy|width)=\"([^\"]*)\"")]
    private static partial Regex DrawnNumber();
}
