using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Web.Tests.Briefings;
using Dashboard.Web.Tests.CommandLine;
using Microsoft.Data.Sqlite;

namespace Dashboard.Web.Tests.Audit;

/// <summary>Nothing leaves as a file without an entry.</summary>
public sealed class RecordedExportsTests(Server server, DemonstrationFolder demonstration) : IClassFixture<Server>, IClassFixture<DemonstrationFolder>, IAsyncDisposable
{
    private const string Refusing = "CREATE TRIGGER refusing BEFORE INSERT ON AuditEntries BEGIN SELECT RAISE(ABORT, 'no room'); END";
    private const string Forged = "INSERT INTO AuditEntries (Sequence, At, Actor, Nation, Action, Subject, Content, Hash) SELECT Sequence + 1000, At, Actor, Nation, Action, Subject, Content, Hash FROM AuditEntries WHERE Sequence = 5";
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Theory]
    [InlineData("/gaps/JPN.csv?against=NATO", "gaps/JPN/NATO/median/2026", "csv", "gaps-JPN-NATO-2026")]
    [InlineData("/gaps/JPN.json?against=FVEY&statistic=best&cycle=2025", "gaps/JPN/FVEY/best/2025", "json", "gaps-JPN-FVEY-2025")]
    [InlineData("/briefings/groups/NATO.xlsx", "group-briefing/NATO/median/2026", "xlsx", "group-briefing-NATO-2026")]
    [InlineData("/briefings/JPN.xlsx?against=NATO&basis=self-assessed&assessor=JPN", "briefing/JPN/NATO/median/2026/self-assessed-by-JPN", "xlsx", "briefing-JPN-NATO-2026")]
    [InlineData("/scores.csv?cycle=2025", "scores/2025", "csv", "scores-2025")]
    [InlineData("/scores.xlsx", "scores/all", "xlsx", "scores-all")]
    [InlineData("/gaps/MNE.csv?against=NATO&preview=true", "gaps/MNE/NATO/median/2026/draft", "csv", "gaps-MNE-NATO-2026-draft")]
    public async Task Download_IsRecorded_WithWhoWhatAndMarking(string address, string subject, string format, string what)
    {
        using var client = await server.ClientAsync("planner-jpn");
        var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var file = response.Content.Headers.ContentDisposition!.FileName!;
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition.DispositionType);
        var classification = Regex.Match(file, $"^{what}-([A-Z]+).{format}$").Groups[1].Value;
        var last = (await EntriesAsync(server.DataPath))[^1];
        Assert.Equal(("Planner, Japan", "exported", subject), (last.Actor, last.Action, last.Subject));
        Assert.Matches($"\"after\":{{\"format\":\"{format}\",\"marking\":\"{classification} · REL TO [^\"]*JPN[^\"]*\",\"file\":\"{file}\"}}", last.Content);
    }

    [Fact]
    public async Task Workbook_CarriesTheHeadWithItsOwnEntry_AndTheChainIsHeldToIt()
    {
        using var client = await server.ClientAsync("executive-jpn");
        using var briefing = new BriefingFile(await client.GetByteArrayAsync("/briefings/JPN.xlsx?against=NATO"));
        var last = (await EntriesAsync(server.DataPath))[^1];
        Assert.Equal($"{last.Sequence}:{last.Hash}", briefing.NotedHead);
        await client.GetAsync("/gaps/JPN.csv");
        Assert.Contains("chain is whole", await Run.OutputOfAsync("audit", "verify", "--head", briefing.NotedHead, "--data", server.DataPath));
        var wrong = await Run.OfAsync("audit", "verify", "--head", $"{last.Sequence - 1}:{last.Hash}", "--data", server.DataPath);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains($"Entry {last.Sequence - 1} is not the one that was noted outside", wrong.Errors);
        Assert.Contains("is no head of the audit chain", (await Run.OfAsync("audit", "verify", "--head", "123", "--data", server.DataPath)).Errors);
    }

    [Theory]
    [InlineData("/gaps/JPN.csv", Refusing, HttpStatusCode.InternalServerError, "")]
    [InlineData("/gaps/JPN.csv", Forged, HttpStatusCode.ServiceUnavailable, "The export is not given because the audit cannot record it. The audit chain holds entries that its head does not know")]
    [InlineData("/gaps/JPN.json", Forged, HttpStatusCode.ServiceUnavailable, "audit verify")]
    [InlineData("/briefings/JPN.xlsx", Forged, HttpStatusCode.ServiceUnavailable, "audit verify")]
    [InlineData("/scores.json", Forged, HttpStatusCode.ServiceUnavailable, "audit verify")]
    [InlineData("/audit.json", Forged, HttpStatusCode.ServiceUnavailable, "audit verify")]
    public async Task Download_ThatCannotBeRecorded_DoesNotLeave(string address, string damage, HttpStatusCode status, string said)
    {
        await using var full = new Server();
        await full.InitializeAsync();
        using var client = await full.ClientAsync(address.StartsWith("/audit", StringComparison.Ordinal) ? "auditor" : "executive-jpn");
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(full.DataPath, "dashboard.db")}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = damage;
            await command.ExecuteNonQueryAsync();
        }

        var response = await client.GetAsync(address);
        Assert.Equal(status, response.StatusCode);
        Assert.Null(response.Content.Headers.ContentDisposition);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains(said, text);
        Assert.DoesNotContain("LAN", text);
    }

    [Fact]
    public async Task Commands_AreRecorded_AsTheOperators_AlsoWhenTheyReadAsSomebodyElse()
    {
        await Run.OutputOfAsync("briefing", "JPN", "--against", "NATO", "--output", Path.Combine(_folder.Path, "mine.xlsx"), "--data", demonstration.Path);
        var scores = await Run.OfAsync("scores", "--cycle", "2026", "--data", demonstration.Path);
        await Run.OutputOfAsync("scores", "--as", "EST/restricted", "--data", demonstration.Path);
        var entries = (await EntriesAsync(demonstration.Path))[^3..];
        Assert.All(entries, e => Assert.Equal(("operator", "exported"), (e.Actor, e.Action)));
        Assert.Equal(["briefing/JPN/NATO/median/2026", "scores/2026", "scores/all/as-EST-restricted"], entries.Select(e => e.Subject));
        Assert.Contains("\"file\":\"mine.xlsx\"", entries[0].Content);
        Assert.Contains($"\"format\":\"csv\",\"marking\":\"{scores.Errors.Split(" · Illus")[0]}\",\"file\":\"standard output\"", entries[1].Content);
    }

    [Fact]
    public async Task List_SaysWhoDidWhat_AndItsJsonWhatChanged()
    {
        var all = (await Run.OutputOfAsync("audit", "list", "--data", demonstration.Path)).TrimEnd('\n').Split('\n');
        Assert.Equal("UNCLASSIFIED · REL TO JPN", all[0]);
        Assert.Matches(@"^ +1  20[0-9]{2}-[0-9-]{5} [0-9:]{8} UTC  operator \(JPN\)  Installation set up  JPN$", all[1]);
        var since = await Run.OutputOfAsync("audit", "list", "--since", "5", "--format", "json", "--data", demonstration.Path);
        using var json = System.Text.Json.JsonDocument.Parse(since);
        Assert.Equal(6, json.RootElement.GetProperty("entries")[0].GetProperty("sequence").GetInt64());
        Assert.Equal("not-released", json.RootElement.GetProperty("entries").EnumerateArray().First(e => e.GetProperty("subject").GetString()!.StartsWith("EST/2026/EST/", StringComparison.Ordinal)).GetProperty("withheld").GetString());
        Assert.Contains("may not read entries", (await Run.OfAsync("audit", "list", "--as", "EST", "--data", demonstration.Path)).Errors);
    }

    private sealed record Entry(long Sequence, string Actor, string Action, string Subject, string Content, string Hash);

    private static async Task<List<Entry>> EntriesAsync(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "dashboard.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Sequence, Actor, Action, Subject, CAST(Content AS TEXT), lower(hex(Hash)) FROM AuditEntries ORDER BY Sequence";
        await using var reader = await command.ExecuteReaderAsync();
        var entries = new List<Entry>();
        while (await reader.ReadAsync())
            entries.Add(new Entry(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5)));
        return entries;
    }
}
