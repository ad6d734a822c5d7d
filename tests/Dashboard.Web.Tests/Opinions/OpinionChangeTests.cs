using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dashboard.Web.Tests.Opinions;

/// <summary>What the script of a second opinion sends, and what it is answered: the reviewer's own, and nothing of the assessment's answers.</summary>
public sealed partial class OpinionChangeTests(Server server) : IClassFixture<Server>
{
    private const string Address = "/scoring/MNE/opinion?cycle=2026&basis=estimated";
    private const string Changes = "/scoring/opinion-changes";

    [Fact]
    public async Task Change_IsSavedForItsReviewerAlone_SentAgainHarmless_AndTellsNothingOfTheAnswers()
    {
        using var client = await server.ClientAsync("reviewer-jpn");
        await Server.SendNamedFormAsync(client, Address, "begin-opinion");
        var facts = await FactsAsync(client);
        var (account, opinion) = (facts.GetProperty("outbox").GetProperty("account").GetString()!, facts.GetProperty("facts").GetProperty("opinion").GetInt32());
        Assert.All(facts.GetProperty("facts").GetProperty("rows").EnumerateArray(), row => Assert.Equal(0, row.GetProperty("stored").GetProperty("version").GetInt32()));

        var change = new Sent(account, opinion, "LAN-1", "scored", 4, "unstated", " Seen at the exercise. ", 0, Guid.CreateVersion7());
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var saved = await SendAsync(client, change);
            Assert.Equal(("saved", 1), (saved.RootElement.GetProperty("outcome").GetString(), saved.RootElement.GetProperty("version").GetInt32()));
            var stored = saved.RootElement.GetProperty("stored");
            Assert.Equal((4, "Seen at the exercise.", "4"), (stored.GetProperty("level").GetInt32(), stored.GetProperty("rationale").GetString(), stored.GetProperty("text").GetString()));
        }

        using var late = await SendAsync(client, change with { Level = 2, Change = Guid.CreateVersion7() });
        Assert.Equal(("conflict", 4), (late.RootElement.GetProperty("outcome").GetString(), late.RootElement.GetProperty("stored").GetProperty("level").GetInt32()));
        using var far = await SendAsync(client, change with { Rationale = new string('x', 100_000), Change = Guid.CreateVersion7(), Base = 1 });
        Assert.Contains("4000", far.RootElement.GetProperty("why").GetString());
        // The scoring page's own way stays closed to them, whatever number they send.
        using var around = await SendAsync(client, change with { Change = Guid.CreateVersion7() }, "/scoring/changes");
        Assert.False(around.RootElement.TryGetProperty("stored", out var told) && told.ValueKind != JsonValueKind.Null);

        // Nobody else's account, and nobody else's opinion.
        using var planner = await server.ClientAsync("planner-jpn");
        Assert.Equal(HttpStatusCode.Conflict, (await planner.PostAsJsonAsync(Changes, change)).StatusCode);
        var own = JsonDocument.Parse(WebUtility.HtmlDecode(Facts().Match(await planner.GetStringAsync("/scoring/MNE")).Groups[1].Value)).RootElement.GetProperty("outbox").GetProperty("account").GetString()!;
        using var theirs = await SendAsync(planner, change with { Account = own, Change = Guid.CreateVersion7() });
        Assert.Equal("refused", theirs.RootElement.GetProperty("outcome").GetString());
        using var stolen = await SendAsync(planner, change with { Account = own });
        Assert.Equal("refused", stolen.RootElement.GetProperty("outcome").GetString());

        // What is handed in by a form that was open before something else ended it is refused in place.
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendNamedFormAsync(client, Address, "end-opinion", ("id", $"{opinion}"), ("deed", "hand-in"))).StatusCode);
        Assert.Contains("role=\"alert\"", await (await Server.SendNamedFormAsync(client, Address, "end-opinion", ("id", $"{opinion}"), ("deed", "withdraw"))).Content.ReadAsStringAsync());
        using var ended = await SendAsync(client, change with { Level = 1, Base = 1, Change = Guid.CreateVersion7() });
        Assert.Equal("refused", ended.RootElement.GetProperty("outcome").GetString());
    }

    private static async Task<JsonElement> FactsAsync(HttpClient client) =>
        JsonDocument.Parse(WebUtility.HtmlDecode(Facts().Match(await client.GetStringAsync(Address)).Groups[1].Value)).RootElement;

    private static async Task<JsonDocument> SendAsync(HttpClient client, Sent change, string address = Changes)
    {
        var answer = await client.PostAsJsonAsync(address, change);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    }

    private sealed record Sent(string Account, int Assessment, string Indicator, string State, int? Level, string Confidence, string Rationale, int Base, Guid Change);

    [GeneratedRegex("data-facts=\"([^\"]*)\"")]
    private static partial Regex Facts();
}
