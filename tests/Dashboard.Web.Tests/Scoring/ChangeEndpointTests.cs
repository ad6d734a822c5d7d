using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dashboard.Web.Tests.Scoring;

/// <summary>What the scoring page's script sends, and what it is answered.</summary>
public sealed partial class ChangeEndpointTests(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task Change_IsSaved_SentAgain_Harmless_AndOverAnOldVersion_AConflict()
    {
        using var client = await server.ClientAsync("planner-jpn");
        var page = await PageAsync(client);
        var (first, second) = (page.Change("REL-1", 2), page.Change("REL-1", 4));
        using var saved = await SendAsync(client, first);
        var version = saved.RootElement.GetProperty("version").GetInt32();
        Assert.Equal(("saved", page.Version("REL-1") + 1, 2), (Outcome(saved), version, Stored(saved, "level")));

        // Somebody who saw it goes on from it; the first is sent once more, as after a lost acknowledgement.
        using var next = await SendAsync(client, second with { Base = version });
        Assert.Equal(("saved", version + 1), (Outcome(next), next.RootElement.GetProperty("version").GetInt32()));
        using var again = await SendAsync(client, first);
        // Told which version it made, not the one that stands now: what follows it has not seen that.
        Assert.Equal(("saved", version, version + 1, 4), (Outcome(again), again.RootElement.GetProperty("version").GetInt32(), Stored(again, "version"), Stored(again, "level")));

        using var late = await SendAsync(client, page.Change("REL-1", 5) with { Base = version });
        Assert.Equal(("conflict", version + 1, 4), (Outcome(late), Stored(late, "version"), Stored(late, "level")));
        using var reused = await SendAsync(client, first with { Level = 0 });
        Assert.Equal("refused", Outcome(reused));
    }

    [Fact]
    public async Task Refusals_AreWords_AndChangeNothing()
    {
        using var client = await server.ClientAsync("planner-jpn");
        var page = await PageAsync(client);
        foreach (var (change, why) in ((Sent, string)[])
        [
            (page.Change("LAW-1", 9), "LAW-1"), (page.Change("LAW-1", 2) with { State = "guessed" }, "guessed"), (page.Change("LAW-1", 2) with { Indicator = "LAW-9" }, "LAW-9"),
            (page.Change("LAW-1", 2) with { Rationale = new string('x', 100_000) }, "4000"), (page.Change("LAW-1", 2) with { State = "not-applicable", Level = null }, "reason"),
            (page.Change("LAW-1", 2) with { Assessment = 4711 }, "4711"),
        ])
        {
            using var answer = await SendAsync(client, change);
            Assert.Equal("refused", Outcome(answer));
            Assert.Contains(why, answer.RootElement.GetProperty("why").GetString());
        }

        Assert.Equal(page.Version("LAW-1"), (await PageAsync(client)).Version("LAW-1"));
    }

    [Fact]
    public async Task Change_OfAnotherAccount_OrNobodys_IsNotCarriedOut()
    {
        using var client = await server.ClientAsync("planner-jpn");
        var page = await PageAsync(client);
        using var other = await server.ClientAsync("planner-est");
        Assert.Equal(HttpStatusCode.Conflict, (await other.PostAsJsonAsync("/scoring/changes", page.Change("LAW-2", 2))).StatusCode);
        using var nobody = await server.ClientAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostAsJsonAsync("/scoring/changes", page.Change("LAW-2", 2))).StatusCode);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/scoring/changes") { Content = JsonContent.Create(page.Change("LAW-2", 2)) };
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(foreign)).StatusCode);
        using var form = new FormUrlEncodedContent([new("account", page.Account)]);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/scoring/changes", form)).StatusCode);
        // What names nothing is refused in words, too.
        foreach (var empty in (Sent[])[page.Change("LAW-2", 2) with { Indicator = null! }, page.Change("LAW-2", 2) with { State = null! }])
            Assert.Equal("refused", (await SendAsync(client, empty)).RootElement.GetProperty("outcome").GetString());
        Assert.Equal(page.Version("LAW-2"), (await PageAsync(client)).Version("LAW-2"));
    }

    [Fact]
    public async Task Outbox_IsOpenedForItsOwnAccountAlone()
    {
        using var client = await server.ClientAsync("planner-jpn");
        var (page, next) = (await PageAsync(client), await PageAsync(client));
        Assert.NotEqual(page.Key, next.Key);
        Assert.Equal(page.Account, next.Account);
        var opened = await client.PostAsJsonAsync("/scoring/outbox-key", new { page.Seal });
        Assert.Equal(page.Key, (await opened.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString());
        using var other = await server.ClientAsync("planner-est");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsJsonAsync("/scoring/outbox-key", new { page.Seal })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync("/scoring/outbox-key", new { Seal = "guessed" })).StatusCode);
        Assert.DoesNotContain(page.Key, page.Seal);
    }

    private static async Task<Page> PageAsync(HttpClient client)
    {
        var html = await client.GetStringAsync("/scoring/MNE");
        return new Page(JsonDocument.Parse(WebUtility.HtmlDecode(Facts().Match(html).Groups[1].Value)).RootElement);
    }

    private static async Task<JsonDocument> SendAsync(HttpClient client, Sent change)
    {
        var answer = await client.PostAsJsonAsync("/scoring/changes", change);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static string? Outcome(JsonDocument answer) => answer.RootElement.GetProperty("outcome").GetString();

    private static int Stored(JsonDocument answer, string part) => answer.RootElement.GetProperty("stored").GetProperty(part).GetInt32();

    private sealed record Sent(string Account, int Assessment, string Indicator, string State, int? Level, string Confidence, string Rationale, int Base, Guid Change);

    // What the document tells its script.
    private sealed class Page(JsonElement told)
    {
        public string Account { get; } = told.GetProperty("outbox").GetProperty("account").GetString()!;

        public string Key { get; } = told.GetProperty("outbox").GetProperty("key").GetString()!;

        public string Seal { get; } = told.GetProperty("outbox").GetProperty("seal").GetString()!;

        public int Version(string indicator) => told.GetProperty("facts").GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("code").GetString() == indicator)
            .GetProperty("stored").GetProperty("version").GetInt32();

        public Sent Change(string indicator, int level) =>
            new(Account, told.GetProperty("facts").GetProperty("assessment").GetInt32(), indicator, "scored", level, "", "", Version(indicator), Guid.CreateVersion7());
    }

    [GeneratedRegex("data-facts=\"([^\"]*)\"")]
    private static partial Regex Facts();
}
