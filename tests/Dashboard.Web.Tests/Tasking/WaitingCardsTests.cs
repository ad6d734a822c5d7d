using System.Net;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Tasking;
using Dashboard.Web.Scoring.Together;
using Dashboard.Web.Tests.Accounts;

namespace Dashboard.Web.Tests.Tasking;

/// <summary>What My work says of others' areas and of drafts that were left.</summary>
public sealed class WaitingCardsTests : IAsyncLifetime
{
    private static readonly Viewer Coordinator = new("Kenta Mori", "JPN", "secret", Roles.Planner, [Scope.Everything]);
    private static readonly Viewer Desk = new("Yui Ito", "JPN", "secret", Roles.Planner, [new Scope("JPN", ["LAN", "INF"])]);
    private readonly RealServer _server = new();
    private Assessment _draft = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        foreach (var person in (Viewer[])[Coordinator, Desk])
            await _server.AddAsync(person);
        await _server.Get<CatalogStore>().AddCycleAsync(RealServer.Operator, "2026", new DateOnly(2026, 6, 30), null);
        _draft = await BeginAsync("JPN", "2026", Basis.SelfAssessed);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("en", "Areas to follow up", "Returned as nil: <b>Not</b> ours.", "Overdue since 30 November 2026")]
    [InlineData("ja", "対応が必要な依頼", "提供事項なしとして返却：<b>Not</b> ours.", "期限超過（2026年11月30日まで）")]
    [InlineData("fr", "Domaines confiés à suivre", "Rendu «\u00a0néant\u00a0»\u00a0: <b>Not</b> ours.", "En retard depuis le 30 novembre 2026")]
    public async Task Coordinator_IsToldWhatCameBack_AndWhoIsLate_AndIsLedToTheTask(string language, string title, string nil, string late)
    {
        var given = await _server.Get<TaskStore>().GiveAsync(Coordinator, _draft.Id, ["LAN", "INF"], Desk.Name, new DateOnly(2026, 11, 30));
        await _server.Get<TaskStore>().AnswerAsync(Desk, given[1].Id, 1, TaskState.Nil, "<b>Not</b> ours.");
        _server.Time.Advance(TimeSpan.FromDays(8));
        var page = await TextAsync(Coordinator, "/scoring", language);
        Assert.Contains(title, page);
        Assert.Contains(nil, page);
        Assert.Contains(late, page);
        foreach (var task in given)
            Assert.Contains($"/scoring/JPN/tasks?cycle=2026&basis=self-assessed&task={task.Id}\"", page);
        Assert.DoesNotContain("class=\"count\"", page);
        Assert.DoesNotContain(title, await TextAsync(Desk, "/scoring", language));
    }

    [Fact]
    public async Task DraftOfAnEarlierCycle_IsNotForgotten_AndNamedOnce()
    {
        await _server.Get<CatalogStore>().AddCycleAsync(RealServer.Operator, "2027", new DateOnly(2027, 6, 30), null);
        _server.Get<Presence>().Put(new object(), new Place(_draft.Id, "Yui Ito", null));
        var page = await TextAsync(Coordinator, "/scoring");
        Assert.Contains("Unfinished assessments", page);
        Assert.Contains("Open now: Yui Ito", page);
        Assert.Equal(1, page.Split("/scoring/JPN?cycle=2026&basis=self-assessed\"").Length - 1);
        // Where it stands below with a card of its own, it is not named above too, and yet something waits.
        page = await TextAsync(Coordinator, "/scoring?cycle=2026");
        Assert.DoesNotContain("Unfinished assessments", page);
        Assert.DoesNotContain("Nothing waits for you now.", page);
        Assert.Contains("Open now: Yui Ito", page);
    }

    [Fact]
    public async Task Estimates_SayWhoIsInThemNow()
    {
        var estimate = await BeginAsync("EST", "2026", Basis.Estimated);
        Assert.DoesNotContain("Open now", await TextAsync(Coordinator, "/scoring"));
        _server.Get<Presence>().Put(new object(), new Place(estimate.Id, "Yui Ito", "LAN-1"));
        var page = await TextAsync(Coordinator, "/scoring");
        Assert.Contains("Open now: Yui Ito", page[page.IndexOf("Estimates of allies", StringComparison.Ordinal)..]);
    }

    private Task<Assessment> BeginAsync(string country, string cycle, Basis basis) =>
        _server.Get<AssessmentStore>().BeginAsync(Coordinator, country, cycle, basis, "unclassified");

    private async Task<string> TextAsync(Viewer viewer, string path, string language = "en")
    {
        using var client = await _server.SignedInAsync(viewer, language);
        return WebUtility.HtmlDecode(await client.GetStringAsync(path));
    }
}
