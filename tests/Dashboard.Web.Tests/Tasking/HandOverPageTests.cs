using System.Net;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Tasking;
using Dashboard.Web.Tests.Accounts;

namespace Dashboard.Web.Tests.Tasking;

public sealed class HandOverPageTests : IAsyncLifetime
{
    private static readonly Viewer Kaja = new("Kaja Tamm", "JPN", "unclassified", Roles.Administrator, []);
    private static readonly Viewer Coordinator = new("Kenta Mori", "JPN", "secret", Roles.Planner, [Scope.Everything]);
    private static readonly Viewer Desk = new("Yui Ito", "JPN", "secret", Roles.Planner, [new Scope("JPN", ["LAN"])]);
    private readonly RealServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        foreach (var person in (Viewer[])[Kaja, Coordinator, Desk, RealServer.Hanako])
            await _server.AddAsync(person);
        await _server.AddAsync(new Viewer("Mart Saar", "EST", "secret", Roles.Planner, [Scope.Everything]));
        await _server.Get<CatalogStore>().AddCycleAsync(RealServer.Operator, "2026", new DateOnly(2026, 6, 30), null);
        var begun = await _server.Get<AssessmentStore>().BeginAsync(Coordinator, "JPN", "2026", Basis.SelfAssessed, "secret");
        await _server.Get<TaskStore>().GiveAsync(Coordinator, begun.Id, ["LAN", "INF"], Coordinator.Name, new DateOnly(2026, 12, 1));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Tasks_OfWhoLeft_GoToASuccessor_AllAtOnce()
    {
        await _server.Get<AccountStore>().CloseAsync(RealServer.Operator, Coordinator.Name);
        using var client = await _server.SignedInAsync(Kaja);
        var page = await TextAsync(client, "/people/hand-over?from=Kenta%20Mori");
        Assert.Matches("(?s)Kenta Mori.*account closed.*<td class=\"n\">2</td>", page);
        Assert.Contains("<option value=\"Kenta Mori\" selected>", page);
        Assert.DoesNotContain("<option value=\"Mart Saar\"", page);
        Assert.DoesNotContain("<script", page);
        Assert.Equal("/people/hand-over", (await SendAsync(client, Coordinator.Name, RealServer.Hanako.Name)).Headers.Location!.PathAndQuery);
        Assert.Matches("(?s)Hanako Aoki.*<td class=\"n\">2</td>", await TextAsync(client, "/people/hand-over"));
        Assert.Equal(["task-handed-over JPN/2026/JPN/self-assessed/1/INF", "task-handed-over JPN/2026/JPN/self-assessed/1/LAN"], (await _server.AuditAsync()).Where(e => e.StartsWith("task-h", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Successor_WhoMayNotHaveOneOfThem_IsRefused_ByTheArea_AndNothingMoves()
    {
        using var client = await _server.SignedInAsync(Kaja);
        var page = WebUtility.HtmlDecode(await (await SendAsync(client, Coordinator.Name, Desk.Name)).Content.ReadAsStringAsync());
        Assert.Contains("Yui Ito is not responsible for INF of JPN", page);
        Assert.Contains("<option value=\"Yui Ito\" selected>", page);
        Assert.Equal([new HeldTasks(Coordinator.Name, false, 2)], await _server.Get<TaskReader>().HeldAsync(Kaja));
    }

    [Theory]
    [InlineData("Mart Saar")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("")]
    public async Task Tasks_OfAnotherNationsPersonOrOfNobody_AreNotThere(string from)
    {
        using var client = await _server.SignedInAsync(Kaja);
        var page = await (await SendAsync(client, from, Desk.Name)).Content.ReadAsStringAsync();
        Assert.Contains($"There are no tasks of {from} that Kaja Tamm may hand over", WebUtility.HtmlDecode(page));
        Assert.DoesNotContain("<script>alert", page);
    }

    [Fact]
    public async Task Page_IsForAdministratorsAlone_AndSoIsItsForm()
    {
        using var client = await _server.SignedInAsync(Coordinator);
        using var answer = await client.GetAsync("/people/hand-over");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("<form class=\"filter", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("ja", "依頼の引継ぎ")]
    [InlineData("fr", "Transmettre les demandes")]
    public async Task Page_SpeaksTheReadersLanguage(string language, string title)
    {
        using var client = await _server.SignedInAsync(Kaja, language);
        Assert.Contains(title, await TextAsync(client, "/people/hand-over"));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string from, string heir) =>
        Server.SendNamedFormAsync(client, "/people/hand-over", "hand-over-all", ("from", from), ("heir", heir));

    private static async Task<string> TextAsync(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(address));
}
