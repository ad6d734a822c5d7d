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

public sealed class MyWorkTests : IAsyncLifetime
{
    private static readonly Viewer Coordinator = new("Kenta Mori", "JPN", "secret", Roles.Planner, [Scope.Everything]);
    private static readonly Viewer Desk = new("Yui Ito", "JPN", "secret", Roles.Planner, [new Scope("JPN", ["LAN", "INF"])]);
    private static readonly Viewer Reviewer = new("Sora Abe", "JPN", "secret", Roles.Reviewer, []);
    private readonly RealServer _server = new();
    private Assessment _assessment = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        foreach (var person in (Viewer[])[Coordinator, Desk, Reviewer])
            await _server.AddAsync(person);
        await _server.Get<CatalogStore>().AddCycleAsync(RealServer.Operator, "2026", new DateOnly(2026, 6, 30), null);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task EmptyStart_IsOneCardThatBegins()
    {
        using var client = await _server.SignedInAsync(Coordinator);
        var page = await TextAsync(client);
        Assert.Contains("Begin an assessment", page);
        // Another is there and hidden: what this browser keeps is the browser's to know.
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(page, "class=\"card(?![^>]* hidden)"));
        Assert.DoesNotContain("class=\"count\"", page);
        Assert.DoesNotContain("blazor", page);
    }

    [Fact]
    public async Task Areas_AreGivenOnThePage_AndWaitForTheirPerson()
    {
        await BeginAsync();
        using var coordinator = await _server.SignedInAsync(Coordinator);
        var given = await SendAreasAsync(coordinator, ("areas", "LAN"), ("areas", "INF"), ("taker", Desk.Name), ("due", "2026-11-30"));
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        using var desk = await _server.SignedInAsync(Desk);
        var page = await TextAsync(desk);
        Assert.Contains("2 areas wait for you", page);
        Assert.Contains("Due 30 November 2026", page);
        Assert.Contains("0 of 5 answered", page);
        Assert.Contains("Given by Kenta Mori", page);
        _server.Time.Advance(TimeSpan.FromDays(8));
        using var later = await _server.SignedInAsync(Desk);
        page = await TextAsync(later);
        Assert.Contains("Overdue since 30 November 2026", page);
        Assert.Contains("2 areas wait for you, 2 of them overdue", page);
    }

    [Fact]
    public async Task Person_Accepts_AndReturnsNil_AndARefusedReasonStays()
    {
        var task = await GiveAsync();
        using var desk = await _server.SignedInAsync(Desk);
        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(desk, task, "accepted")).StatusCode);
        task = task with { Version = 2 };
        var refused = WebUtility.HtmlDecode(await (await AnswerAsync(desk, task, "nil", " ")).Content.ReadAsStringAsync());
        Assert.Contains("LAN: say in a sentence why", refused);
        refused = WebUtility.HtmlDecode(await (await AnswerAsync(desk, task, "nil", new string('x', 401))).Content.ReadAsStringAsync());
        Assert.Contains("401 characters", refused);
        Assert.Contains(new string('x', 401) + "</textarea>", refused);
        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(desk, task, "nil", "<b>Not</b> our office.")).StatusCode);
        using var coordinator = await _server.SignedInAsync(Coordinator);
        Assert.Contains("&lt;b&gt;Not&lt;/b&gt; our office.", await coordinator.GetStringAsync("/scoring/JPN/tasks?cycle=2026"));
    }

    [Fact]
    public async Task Answer_ToATaskThatIsGone_IsRefusedInPlace()
    {
        var task = await GiveAsync();
        using var desk = await _server.SignedInAsync(Desk);
        await _server.Get<TaskStore>().WithdrawAsync(Coordinator, task.Id, 1);
        var answer = await AnswerAsync(desk, task, "accepted");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("it is now withdrawn", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("due", "day", "2026-12-24", TaskState.Given, "2026-12-24")]
    [InlineData("pass-on", "successor", "Kenta Mori", TaskState.Given, "2026-11-30")]
    [InlineData("withdraw", "day", "2026-11-30", TaskState.Withdrawn, "2026-11-30")]
    public async Task Coordinator_ChangesATask(string deed, string field, string value, TaskState state, string due)
    {
        var task = await GiveAsync();
        using var client = await _server.SignedInAsync(Coordinator);
        var address = $"/scoring/JPN/tasks?cycle=2026&basis=self-assessed&task={task.Id}";
        (string, string)[] fields = field == "day" ? [("deed", deed), (field, value)] : [("deed", deed), (field, value), ("day", due)];
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendNamedFormAsync(client, address, "change", fields)).StatusCode);
        var changed = (await _server.Get<TaskReader>().OfAsync(Coordinator, _assessment.Id)).Single();
        Assert.Equal((state, due, deed == "pass-on" ? Coordinator.Name : Desk.Name), (changed.Task.State, $"{changed.Task.Due:yyyy-MM-dd}", changed.Person));
    }

    [Fact]
    public async Task Coordinator_HandsOver_AndABadDayIsSaid()
    {
        await GiveAsync();
        using var client = await _server.SignedInAsync(Coordinator);
        Assert.Contains("'soon' is no day", WebUtility.HtmlDecode(await (await SendAreasAsync(client, ("areas", "INF"), ("taker", Desk.Name), ("due", "soon"))).Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendNamedFormAsync(client, "/scoring/JPN/tasks?cycle=2026", "hand-over", ("from", Desk.Name), ("heir", Coordinator.Name))).StatusCode);
        Assert.Equal(Coordinator.Name, (await _server.Get<TaskReader>().OfAsync(Coordinator, _assessment.Id)).Single().Person);
    }

    [Fact]
    public async Task Page_ForWhoDoesNotCoordinate_ShowsTheAreas_AndNoForm()
    {
        await GiveAsync();
        using var client = await _server.SignedInAsync(Desk);
        var page = await client.GetStringAsync("/scoring/JPN/tasks?cycle=2026&task=1");
        Assert.Contains("Yui Ito", page);
        Assert.DoesNotContain("name=\"taker\"", page);
        Assert.DoesNotContain("name=\"deed\"", page);
    }

    [Fact]
    public async Task Returned_SaysByWhomAndWhen_AndToReviewWaitsForReviewers()
    {
        var assessment = await BeginAsync();
        await _server.Get<ScoreStore>().SaveAsync(Coordinator, new CellKey(assessment.Id, "LAN-1"), Answer.Of(3), 0, Guid.CreateVersion7(_server.Time.GetUtcNow()));
        await _server.Get<AssessmentStore>().MoveAsync(Coordinator, assessment.Id, AssessmentStatus.InReview);
        _server.Get<Presence>().Put(new object(), new Place(assessment.Id, "Yui Ito", null));
        using var reviewer = await _server.SignedInAsync(Reviewer);
        var waits = await TextAsync(reviewer);
        Assert.Contains("Open now: Yui Ito", waits);
        Assert.Contains("Sent to review: look at it and sign it, or return it.", waits);
        Assert.DoesNotContain("somebody else signs it", waits);
        await _server.Get<AssessmentStore>().MoveAsync(Reviewer, assessment.Id, AssessmentStatus.Returned, "Look again.");
        using var coordinator = await _server.SignedInAsync(Coordinator);
        var returned = await TextAsync(coordinator);
        Assert.Contains("Returned by Sora Abe on 23 November 2026.", returned);
        Assert.Contains("Open now: Yui Ito", returned[returned.IndexOf("Returned to be changed", StringComparison.Ordinal)..returned.IndexOf("Assessments by", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task Evidence_ThatExpires_LeadsToItsIndicator_AndOneMarkedOnItsOwnIsNotNamed()
    {
        var assessment = await BeginAsync();
        var piece = new Evidence { AssessmentId = assessment.Id, Indicator = "LAN-2", Title = "Language tests", Source = "School", Date = new DateOnly(2026, 1, 1), Expiry = new DateOnly(2026, 12, 1) };
        await _server.Get<EvidenceStore>().SaveAsync(Coordinator, piece);
        await _server.Get<EvidenceStore>().SaveAsync(Coordinator, piece with { Title = "Closed report", Expiry = new DateOnly(2026, 11, 1), Marking = Marking.OfPart("secret") });
        using var client = await _server.SignedInAsync(Coordinator);
        var page = await TextAsync(client);
        Assert.Contains("at=LAN-2", page);
        Assert.Contains("holds until 30 November 2026", page);
        Assert.Contains("expired 1 November 2026", page);
        Assert.DoesNotContain("Closed report", page);
    }

    [Theory]
    [InlineData("ja", "あなたに依頼された分野")]
    [InlineData("fr", "Domaines qui vous sont confiés")]
    public async Task Page_SpeaksTheReadersLanguage(string language, string title)
    {
        await GiveAsync();
        using var client = await _server.SignedInAsync(Desk, language);
        Assert.Contains(title, await TextAsync(client));
    }

    private async Task<Assessment> BeginAsync() =>
        _assessment = await _server.Get<AssessmentStore>().BeginAsync(Coordinator, "JPN", "2026", Basis.SelfAssessed, "unclassified");

    private async Task<AreaTask> GiveAsync() => (await _server.Get<TaskStore>().GiveAsync(Coordinator, (await BeginAsync()).Id, ["LAN"], Desk.Name, new DateOnly(2026, 11, 30)))[0];

    private static Task<HttpResponseMessage> AnswerAsync(HttpClient client, AreaTask task, string to, string reason = "") => Server.SendNamedFormAsync(
        client, "/scoring", "my-task", ("id", $"{task.Id}"), ("version", $"{task.Version}"), ("to", to), ("reason", reason));

    // Several fields of one name.
    private static async Task<HttpResponseMessage> SendAreasAsync(HttpClient client, params (string Name, string Value)[] fields)
    {
        const string address = "/scoring/JPN/tasks?cycle=2026";
        var page = await client.GetStringAsync(address);
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        var all = fields.Append(("_handler", "give")).Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var form = new FormUrlEncodedContent(all);
        return await client.PostAsync(address, form);
    }

    private static async Task<string> TextAsync(HttpClient client) => WebUtility.HtmlDecode(await client.GetStringAsync("/scoring"));
}
