using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Dashboard.Web.Tests.CommandLine;

namespace Dashboard.Web.Tests.Audit;

/// <summary>One walk through all that leaves: each carries the marking of what it holds.</summary>
public sealed partial class MarkingTests(Server server) : IClassFixture<Server>
{
    // What the page says; that it says the right thing is tested in Core.
    private async Task<string> LineAsync(HttpClient client, string address = "/gaps/JPN?against=NATO")
    {
        var line = Banner().Match(WebUtility.HtmlDecode(await client.GetStringAsync(address))).Groups[1].Value;
        Assert.Matches("^(RESTRICTED|CONFIDENTIAL|SECRET) · REL TO .*JPN", line);
        return line;
    }

    private static string ClassificationOf(string line) => line.Split(' ')[0];

    [Theory]
    [InlineData("executive-jpn", "/")]
    [InlineData("executive-jpn", "/gaps/JPN?against=NATO")]
    [InlineData("auditor", "/audit")]
    public async Task Page_CarriesItsMarking_AtItsHead_AndForPaperAtItsFoot(string persona, string address)
    {
        using var client = await server.ClientAsync(persona);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(address));
        var (head, main, foot) = (page.IndexOf("<aside class=\"marking level-", StringComparison.Ordinal), page.IndexOf("<main", StringComparison.Ordinal), page.IndexOf("<aside class=\"marking marking-foot\"", StringComparison.Ordinal));
        Assert.InRange(head, 0, main);
        Assert.InRange(foot, page.IndexOf("</main>", StringComparison.Ordinal), page.Length);
        var line = await LineAsync(client, address);
        Assert.Contains($"<strong>{line}</strong>", page[head..main]);
        Assert.Contains($"<strong>{line}</strong>", page[foot..]);
        if (persona == "executive-jpn")
            Assert.Contains("<span class=\"on-paper\">Japan against NATO median · cycle 2026 · as of 30 June 2026</span>", page[head..main]);
    }

    [Theory]
    [InlineData("/gaps/JPN.csv?against=NATO")]
    [InlineData("/gaps/JPN.json?against=NATO")]
    [InlineData("/briefings/JPN.xlsx?against=NATO")]
    [InlineData("/audit.csv")]
    [InlineData("/audit.json")]
    public async Task File_IsNamedByItsClassification(string address)
    {
        using var client = await server.ClientAsync(address.StartsWith("/audit", StringComparison.Ordinal) ? "auditor" : "executive-jpn");
        var classification = ClassificationOf(await LineAsync(client, address.StartsWith("/audit", StringComparison.Ordinal) ? "/audit" : "/gaps/JPN?against=NATO"));
        var name = (await client.GetAsync(address)).Content.Headers.ContentDisposition!.FileName!;
        Assert.Equal($"{classification}{Path.GetExtension(address.Split('?')[0])}", name.Split('-')[^1]);
    }

    [Theory]
    [InlineData("/gaps/MNE.csv?preview=true", "gaps-MNE-NATO-2026-draft-RESTRICTED.csv")]
    [InlineData("/gaps/MNE.json?preview=true", "gaps-MNE-NATO-2026-draft-RESTRICTED.json")]
    [InlineData("/briefings/MNE.xlsx?preview=true", "briefing-MNE-NATO-2026-draft-RESTRICTED.xlsx")]
    public async Task FileOfADraft_SaysSoInItsName(string address, string name)
    {
        using var client = await server.ClientAsync("planner-jpn");
        Assert.Equal(name, (await client.GetAsync(address)).Content.Headers.ContentDisposition!.FileName);
    }

    [Theory]
    [InlineData("MNE", "draft")]
    [InlineData("JPN", "approved")]
    public async Task Csv_SaysTheStatusOfTheSubjectOnEachLine(string country, string status)
    {
        using var client = await server.ClientAsync("planner-jpn");
        var lines = (await client.GetStringAsync($"/gaps/{country}.csv?preview=true")).TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToList();
        var column = Array.IndexOf(lines[0], "subject_status");
        Assert.All(lines.Skip(1), line => Assert.Equal(status, line[column]));
    }

    [Fact]
    public async Task Csv_CarriesItOnEachLine_AndJsonInAProperty()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var marking = await LineAsync(client);
        var classification = ClassificationOf(marking).ToLowerInvariant();
        var lines = (await client.GetStringAsync("/gaps/JPN.csv?against=NATO")).TrimEnd('\n').Split('\n');
        Assert.EndsWith(",classification,releasable_to", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.EndsWith($",{classification},{marking.Split("REL TO ")[1].Replace(",", "", StringComparison.Ordinal)}", line));
        using var json = JsonDocument.Parse(await client.GetStringAsync("/gaps/JPN.json?against=NATO"));
        Assert.Equal(classification, json.RootElement.GetProperty("marking").GetProperty("classification").GetString());
    }

    [Fact]
    public async Task Workbook_CarriesItOnEachSheet_InHeaderAndFooter_AndInItsProperties()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var content = await client.GetByteArrayAsync("/briefings/JPN.xlsx?against=NATO");
        var line = await LineAsync(client);
        using var book = new XLWorkbook(new MemoryStream(content));
        Assert.Equal((line, line), (book.Properties.Subject, book.Properties.Category));
        Assert.All(book.Worksheets, sheet =>
        {
            Assert.StartsWith(line, sheet.Cell("B1").GetString());
            Assert.Contains(line, sheet.PageSetup.Header.GetText(XLHFOccurrence.OddPages));
            Assert.Contains(line, sheet.PageSetup.Footer.GetText(XLHFOccurrence.OddPages));
        });
        using var zip = new ZipArchive(new MemoryStream(content));
        using var core = new StreamReader(zip.Entries.Single(e => e.FullName.EndsWith("core.xml", StringComparison.Ordinal) || e.FullName.EndsWith(".psmdcp", StringComparison.Ordinal)).Open());
        Assert.Contains(line, await core.ReadToEndAsync());
    }

    [Fact]
    public async Task Commands_SayItFirst_OrBesideAListOfFixedColumns()
    {
        using var client = await server.ClientAsync("executive-jpn");
        Assert.StartsWith(await LineAsync(client), await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--data", server.DataPath));
        Assert.Matches("^(RESTRICTED|CONFIDENTIAL|SECRET) · REL TO JPN", (await Run.OfAsync("scores", "--data", server.DataPath)).Errors);
        Assert.StartsWith("UNCLASSIFIED · REL TO ", (await Run.OfAsync("scores", "--as", "CHE", "--data", server.DataPath)).Errors);
    }

    [GeneratedRegex("<aside class=\"marking level-[0-9]\"[^>]*><p>\\s*<strong>([^<]+)</strong>")]
    private static partial Regex Banner();
}
