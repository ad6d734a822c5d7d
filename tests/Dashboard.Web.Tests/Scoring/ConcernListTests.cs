using Bunit;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Dashboard.Web.Accounts;
using Dashboard.Web.Scoring;
using Dashboard.Web.Scoring.Review;
using Dashboard.Web.Tests.CommandLine;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Dashboard.Web.Tests.Scoring;

/// <summary>What a planner sees before an assessment goes to review, and a reviewer before it is approved.</summary>
public sealed class ConcernListTests : IAsyncLifetime
{
    private static readonly Viewer Aoki = new("Aoki", "JPN", "secret", Roles.Planner | Roles.Reviewer, [Scope.Everything]);
    private static readonly Viewer Rin = new("Rin", "JPN", "secret", Roles.Reviewer, []);
    private readonly DataFolder _folder = new();
    private readonly BunitContext _browser = new();
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        _services = new ServiceCollection()
            .AddDashboardData(_folder.Options, ClassificationLadder.Default, signOff: SignOffTerms.ReviewerAlone)
            .AddLogging()
            .AddSingleton(new Settings(new DatabaseOptions(), ClassificationLadder.Default, "JPN", Demo: true)).AddSingleton<DemonstrationMode>()
            .AddSingleton<ScoringDesk>()
            .AddSingleton<ReviewDesk>()
            .BuildServiceProvider();
        await _folder.FillAsync(_services, demonstration: true);
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddMudServices().AddLogging().AddSingleton(ClassificationLadder.Default).AddSingleton(_services.GetRequiredService<ReviewDesk>())
            .AddSingleton(_services.GetRequiredService<DemonstrationMode>());
        _browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _services.DisposeAsync();
        await _folder.DisposeAsync();
    }

    [Fact]
    public async Task List_NamesEachConcern_ByKind_AndLeadsToItsIndicator()
    {
        var sheet = await OpenAsync(Aoki, "MNE");
        var jumps = new List<string>();
        var list = _browser.Render<ConcernList>(p => p.Add(c => c.Sheet, sheet).Add(c => c.OnJump, (string at) => jumps.Add(at)));
        Assert.Equal($"To look at before review: {sheet.Concerns.Length}", list.Find("summary h2").TextContent);
        Assert.Equal(sheet.Concerns.GroupBy(c => c.Kind).Select(kind => (kind.Key.ToString(), kind.Count())),
            list.FindAll("[data-kind]").Select(kind => (kind.GetAttribute("data-kind")!, kind.QuerySelectorAll("li").Length)));
        var places = sheet.Concerns.Where(c => c.At is not null).Select(c => c.At!).ToList();
        var links = list.FindAll("li a");
        Assert.Equal(places, links.Select(link => link.GetAttribute("href")!.Split("at=")[1]));
        for (var i = 0; i < places.Count; i++)
            list.FindAll("li a")[i].Click();
        Assert.Equal(places, jumps);
        Assert.False(list.Find(".checks").HasAttribute("open"), "a planner unfolds it");
    }

    [Fact]
    public async Task List_FollowsWhatIsSaved()
    {
        var sheet = await OpenAsync(Aoki, "MNE");
        var open = sheet.Concerns.First(c => c.Kind == ConcernKind.NotAnswered).At!;
        await sheet.AnswerAsync(_services, sheet.Rows.Single(r => r.Indicator.Code == open), Answer.NotApplicable("no such network"));
        Assert.DoesNotContain(new Concern(ConcernKind.NotAnswered, open), sheet.Concerns);
        Assert.Contains(new Concern(ConcernKind.NotApplicable, open), sheet.Concerns);
    }

    [Fact]
    public async Task Empty_CannotBeSent_AndSaysSo()
    {
        await _services.GetRequiredService<AssessmentStore>().BeginAsync(Aoki, "BRA", "2026", Basis.Estimated, "unclassified");
        var sheet = await OpenAsync(Aoki, "BRA");
        Assert.False(sheet.May(SheetStep.Submit));
        var list = _browser.Render<ConcernList>(p => p.Add(c => c.Sheet, sheet));
        Assert.Contains("cannot be sent to review yet", list.Find("summary .missed").TextContent);
        Assert.Equal("The assessment", list.Find("li strong").TextContent);
        Assert.Equal("nothing is answered yet; answer at least one indicator before it goes to review.", list.Find("li span").TextContent);
        Assert.True(Button(sheet, "Send for review").HasAttribute("disabled"));
        Assert.Equal("The assessment of BRA in 2026 has no answer yet: answer at least one indicator before sending it to review.", Button(sheet, "Send for review").GetAttribute("title"));
        await sheet.AnswerAsync(_services, sheet.Rows[0], Answer.Of(2));
        Assert.True(sheet.May(SheetStep.Submit));
        Assert.False(Button(sheet, "Send for review · 43 open").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Reviewer_SeesTheSameList_AndApproves_WhoeverAnsweredLastDoesNot()
    {
        var sheet = await OpenAsync(Aoki, "MNE");
        await sheet.AnswerAsync(_services, sheet.Rows[0], Answer.Of(2));
        await sheet.MoveAsync(AssessmentStatus.InReview);
        Assert.Equal((false, true), (sheet.May(SheetStep.Approve), sheet.May(SheetStep.Return)));
        Assert.Contains("you saved its last change, so another reviewer approves it", Head(sheet));
        Assert.DoesNotContain("Approve<", Head(sheet).Replace("\n", "").Replace(" ", ""));

        var reviewed = await OpenAsync(Rin, "MNE");
        Assert.Equal(sheet.Concerns.AsEnumerable(), reviewed.Concerns.AsEnumerable());
        var list = _browser.Render<ConcernList>(p => p.Add(c => c.Sheet, reviewed));
        Assert.StartsWith("To look at before approving", list.Find("summary h2").TextContent);
        Assert.True(list.Find(".checks").HasAttribute("open"));
        foreach (var agree in reviewed.Concerns.Where(c => c.Kind == ConcernKind.NotApplicable).ToList())
        {
            Assert.True(Button(reviewed, "Approve").HasAttribute("disabled"));
            Assert.Contains("cannot be approved yet", list.Find(".missed").TextContent);
            await list.Find($"button[aria-label='Agree that {agree.At} does not apply']").ClickAsync(new());
            list.Render(p => p.Add(c => c.Sheet, reviewed));
        }

        Assert.Empty(list.FindAll(".missed"));
        Assert.False(Button(reviewed, "Approve").HasAttribute("disabled"));
        await reviewed.MoveAsync(AssessmentStatus.Approved);
        Assert.Equal("", _browser.Render<ConcernList>(p => p.Add(c => c.Sheet, reviewed)).Markup.Trim());
    }

    private AngleSharp.Dom.IElement Button(WorkingSheet sheet, string text) =>
        _browser.Render<SheetHead>(p => p.Add(h => h.Sheet, sheet).Add(h => h.Groups, [])).FindAll("button").Single(b => b.TextContent.Trim() == text || b.TextContent.Trim().StartsWith(text + " ·", StringComparison.Ordinal));

    private string Head(WorkingSheet sheet) => _browser.Render<SheetHead>(p => p.Add(h => h.Sheet, sheet).Add(h => h.Groups, [])).Markup;

    private async Task<WorkingSheet> OpenAsync(Viewer viewer, string country) =>
        (await _services.GetRequiredService<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(viewer), new SheetKey(country, "2026", Basis.Estimated, "NATO")))!;
}
