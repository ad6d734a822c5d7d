using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Dashboard.Web.Tests.Audit;

public sealed partial class AuditPageTests(Server server) : IClassFixture<Server>
{
    private static async Task<string> ReadAsync(HttpClient client, string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var response = await client.GetAsync(address);
        Assert.Equal(expected, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    private static List<long> Numbers(string page) => [.. Number().Matches(page).Select(m => long.Parse(m.Groups[1].Value, null))];

    [Fact]
    public async Task Page_ShowsTheNewestFirst_WithTheHead_AndLeadsToTheOlder()
    {
        using var client = await server.ClientAsync("auditor");
        var page = await ReadAsync(client, "/audit");
        var numbers = Numbers(page);
        Assert.Equal(50, numbers.Count);
        Assert.Equal(numbers.OrderDescending(), numbers);
        Assert.Contains($"Entry {numbers[0]} <code class=\"hash\">", page);
        Assert.Matches("<strong>(RESTRICTED|CONFIDENTIAL|SECRET) · REL TO JPN</strong>", page);
        Assert.Contains("Illustrative demonstration data", page);
        Assert.Contains("Times are UTC", page);
        // How far a download is: the only thing that a script does here.
        Assert.Equal("/download.", Assert.Single(Regex.Matches(page, "<script src=\"(/[a-z]+\\.)")).Groups[1].Value);
        var older = Regex.Match(page, "href=\"(/audit\\?before=[0-9]+)\"").Groups[1].Value;
        Assert.Equal(numbers[^1] - 1, Numbers(await ReadAsync(client, older))[0]);
    }

    [Fact]
    public async Task Entry_OfWhatIsNotReleasedToTheAuditor_SaysSo_AndShowsNothing()
    {
        using var client = await server.ClientAsync("auditor");
        var own = await ReadAsync(client, "/audit?action=assessment-added&subject=JPN/2026/JPN/self-assessed");
        Assert.Contains("state scored, level ", own);
        Assert.Contains("Holds ", own);
        var others = await ReadAsync(client, "/audit?action=assessment-added&subject=EST/2026/EST/self-assessed");
        Assert.Contains("What it holds is withheld: not released to your nation.", others);
        Assert.DoesNotContain("state scored", others);
        Assert.Contains("UNCLASSIFIED · REL TO JPN", others);
    }

    [Theory]
    [InlineData("en", "Cycle added", "as of", "No entry matches")]
    [InlineData("ja", "サイクルを追加", "基準日", "一致する項目がありません")]
    [InlineData("fr", "Cycle ajouté", "référentiel", "Aucune entrée ne correspond")]
    public async Task Page_SpeaksTheReadersLanguage(string language, string action, string field, string none)
    {
        using var client = await server.ClientAsync("auditor", language);
        using var operating = await server.ClientAsync();
        await CommandLine.Run.OutputOfAsync("cycle", "add", $"C-{language}", "--as-of", "2020-01-01", "--data", server.DataPath);
        var page = await ReadAsync(client, $"/audit?action=cycle-added&subject=C-{language}");
        Assert.Contains($"<strong>{action}</strong>", page);
        Assert.Contains($">{field}</th>", page);
        Assert.Contains(none, await ReadAsync(client, "/audit?actor=nobody-of-this-name"));
    }

    [Theory]
    [InlineData("action=satellite-launched", "Unknown action 'satellite-launched': choose one of")]
    [InlineData("nation=ATL", "Unknown country 'ATL'")]
    [InlineData("from=yesterday", "'yesterday' is no day: write it as yyyy-MM-dd")]
    [InlineData("from=2026-06-30&to=2026-06-29", "The last day 2026-06-29 is before the first day 2026-06-30")]
    [InlineData("before=x", "'x' is no number of an entry")]
    [InlineData("verify=true&head=123", "'123' is no head of the audit chain")]
    public async Task Page_AskedForWhatIsUnknown_SaysSo_AndKeepsTheForm(string query, string said)
    {
        using var client = await server.ClientAsync("auditor");
        var page = await ReadAsync(client, $"/audit?{query}", HttpStatusCode.BadRequest);
        Assert.Contains(said, page);
        Assert.Contains("name=\"actor\"", page);
        if (query.StartsWith("action", StringComparison.Ordinal))
            Assert.Contains(said, await ReadAsync(client, $"/audit.csv?{query}", HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Check_OfTheWholeChain_SaysWhatItFound_AlsoAgainstANotedHead()
    {
        using var client = await server.ClientAsync("auditor");
        var page = await ReadAsync(client, "/audit?verify=true");
        Assert.Contains("The chain is whole: ", page);
        var head = Regex.Match(page, "Entry ([0-9]+) <code class=\"hash\">([0-9a-f]{64})");
        var (number, hash) = (head.Groups[1].Value, head.Groups[2].Value);
        Assert.Contains("is whole and holds the noted head", await ReadAsync(client, $"/audit?verify=true&head={number}:{hash}"));
        var wrong = new string('0', 64);
        var broken = await ReadAsync(client, $"/audit?verify=true&head={number}:{wrong}");
        Assert.Contains("The chain is broken", broken);
        Assert.Contains($"Entry {number} is not the one that was noted outside", broken);
        using var japanese = await server.ClientAsync("auditor", "ja");
        Assert.Contains("外部に控えられた項目ではありません", await ReadAsync(japanese, $"/audit?verify=true&head={number}:{wrong}"));
    }

    [Fact]
    public async Task Administrator_HasItChecked_AndReadsNoEntry()
    {
        using var client = await server.ClientAsync("administrator");
        var page = await ReadAsync(client, "/audit?verify=true");
        Assert.Contains("The chain is whole", page);
        Assert.Empty(Numbers(page));
        Assert.DoesNotContain("name=\"actor\"", page);
        Assert.DoesNotContain("href=\"/audit\"", page);
        Assert.Contains("may not read entries", await ReadAsync(client, "/audit.csv", HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task Others_AreRefused_AndOnlyAuditorsAreLedThere()
    {
        using var executive = await server.ClientAsync("executive-jpn");
        Assert.Contains("may not check the audit", await ReadAsync(executive, "/audit", HttpStatusCode.Forbidden));
        Assert.DoesNotContain("href=\"/audit\"", await ReadAsync(executive, "/"));
        using var auditor = await server.ClientAsync("auditor");
        Assert.Contains("class=\"button primary\" href=\"/audit\"", await ReadAsync(auditor, "/"));
        using var nobody = await server.ClientAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync("/audit.json")).StatusCode);
    }

    [Fact]
    public async Task Export_HoldsWhatTheFilterChooses_IsMarked_AndIsItselfRecorded()
    {
        using var client = await server.ClientAsync("auditor");
        var response = await client.GetAsync("/audit.json?action=assessment-added&subject=/2026/JPN/");
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var entries = json.RootElement.GetProperty("entries").EnumerateArray().ToList();
        Assert.True(entries.Count > 10);
        Assert.All(entries, e => Assert.Contains("/2026/JPN/", e.GetProperty("subject").GetString()));
        var classification = json.RootElement.GetProperty("marking").GetProperty("classification").GetString()!;
        Assert.Contains(entries, e => e.GetProperty("classification").GetString() == classification);
        Assert.Contains(entries, e => e.GetProperty("after").GetProperty("LAN-1").GetProperty("state").GetString() == "scored");
        var csv = await client.GetAsync("/audit.csv?action=assessment-added&subject=/2026/JPN/");
        var lines = (await csv.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');
        Assert.Equal(entries.Count + 1, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.EndsWith($",{classification},JPN", line));

        var name = csv.Content.Headers.ContentDisposition!.FileName!;
        Assert.Matches($"^audit-JPN-[0-9]+-{classification.ToUpperInvariant()}.csv$", name);
        var page = await ReadAsync(client, "/audit?action=exported&actor=auditor");
        Assert.Contains(name, page);
        Assert.Contains("action assessment-added, subject /2026/JPN/", page);
    }

    [Fact]
    public async Task Export_OfAChangedEntry_SaysSo_AndTheCheckNamesIt()
    {
        await using var other = new Server();
        await other.InitializeAsync();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(other.DataPath, "dashboard.db")}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE AuditEntries SET Actor = '=cmd,\"x\"' WHERE Sequence = 5";
            await command.ExecuteNonQueryAsync();
        }

        using var client = await other.ClientAsync("auditor");
        Assert.Contains("This entry no longer says what was sealed", await ReadAsync(client, "/audit?before=6"));
        Assert.Contains("Entry 5 (assessment-added,", await ReadAsync(client, "/audit?verify=true"));
        var line = (await client.GetStringAsync("/audit.csv?actor=cmd")).Split('\n')[1];
        Assert.Contains(",\"'=cmd,\"\"x\"\"\",", line);
        Assert.Contains(",broken,", line);
    }

    [GeneratedRegex("<li class=\"act\" value=\"([0-9]+)\"")]
    private static partial Regex Number();
}
