using Dashboard.Core.Release;
using Dashboard.Data;
using Dashboard.Data.Accounts;
using Dashboard.Web.People;
using Dashboard.Web.Tests.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.People;

/// <summary>What becomes of what administrators enter, over the real stores.</summary>
public sealed class PeopleWorkTests : IAsyncLifetime
{
    private static readonly Viewer Operator = Viewer.Operator("JPN", ClassificationLadder.Default);
    private static readonly Viewer Hanako = new("Hanako Aoki", "JPN", "secret", Roles.Planner | Roles.Reviewer, [new Scope("JPN", [])]);
    private readonly DataFolder _folder = new();
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection()
            .AddDashboardData(_folder.Options, ClassificationLadder.Default)
            .AddLogging()
            .AddSingleton<PeopleDesk>()
            .BuildServiceProvider();
        await _folder.FillAsync(_services, demonstration: false);
        foreach (var person in (Viewer[])[Administrator("Kaja Tamm"), Administrator("Sato"), Hanako])
            await Store.InviteAsync(Operator, person);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _folder.DisposeAsync();
    }

    [Theory]
    [InlineData(Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer | Roles.Executive | Roles.Auditor)]
    [InlineData(Roles.None)]
    public async Task Open_ByWhoeverIsNoAdministrator_GivesNothing(Roles roles) =>
        Assert.Null(await Desk.OpenAsync(() => Task.FromResult<Viewer?>(Hanako with { Roles = roles })));

    [Fact]
    public async Task Save_StoresTheRights_AndThePanelGoesOnFromThem()
    {
        var work = await OpenAsync("Kaja Tamm");
        work.Choose("Hanako Aoki");
        Assert.False(work.IsUnsaved);
        work.Draft!.Clearance = "restricted";
        work.Draft.Scopes[0].Set("INF", true);
        work.Draft.Scopes[0].Set("LAN", true);
        Assert.True(work.IsUnsaved);
        await work.SaveAsync();
        Assert.Equal((null, true, false), (work.Refused, work.IsSaved, work.IsUnsaved));
        Assert.Equal("JPN restricted planner,reviewer JPN:INF,LAN", (await StoredAsync("Hanako Aoki")).Person.RightsText);
    }

    [Fact]
    public async Task Save_WhileSomethingElseIsDone_IsRefused_AndWhatWasEnteredStays()
    {
        var gate = new TaskCompletionSource();
        var isHeld = false;
        var administrator = (await Store.ListAsync(Operator)).Single(a => a.Person.Name == "Kaja Tamm").Person;
        var work = (await Desk.OpenAsync(async () =>
        {
            if (isHeld)
                await gate.Task;
            return administrator;
        }))!;
        work.Choose("Hanako Aoki");
        isHeld = true;
        var link = work.MakeLinkAsync();
        work.Draft!.Clearance = "restricted";
        await work.SaveAsync();
        Assert.Equal((false, true), (work.IsSaved, work.IsUnsaved));
        Assert.Contains("still being done", work.Refused);
        gate.SetResult();
        await link;
        Assert.Equal("restricted", work.Draft!.Clearance);
        Assert.Equal("secret", (await StoredAsync("Hanako Aoki")).Person.Clearance);
        await work.SaveAsync();
        Assert.Equal("restricted", (await StoredAsync("Hanako Aoki")).Person.Clearance);
    }

    [Fact]
    public async Task Save_OverWhatAnotherAdministratorChanged_ChangesNothing_UntilItIsDecided()
    {
        var (first, second) = (await OpenAsync("Kaja Tamm"), await OpenAsync("Sato"));
        foreach (var work in (PeopleWork[])[first, second])
            work.Choose("Hanako Aoki");
        first.Draft!.Clearance = "restricted";
        await first.SaveAsync();

        second.Draft!.Set(Roles.Reviewer, false);
        await second.SaveAsync();
        Assert.Contains("changed the account of Hanako Aoki meanwhile", second.Refused);
        Assert.Equal((true, true, false), (second.IsOvertaken, second.IsUnsaved, second.IsSaved));
        Assert.Equal("JPN restricted planner,reviewer JPN", (await StoredAsync("Hanako Aoki")).Person.RightsText);
        Assert.Equal("restricted", second.Chosen!.Person.Clearance);

        await second.SaveMineAsync();
        Assert.Equal((null, false, false), (second.Refused, second.IsOvertaken, second.IsUnsaved));
        Assert.Equal("JPN secret planner JPN", (await StoredAsync("Hanako Aoki")).Person.RightsText);

        // The first is told in turn, and gives way.
        first.Draft!.Nation = "EST";
        await first.SaveAsync();
        Assert.True(first.IsOvertaken);
        first.Discard();
        Assert.Equal((false, null, "JPN secret planner JPN"), (first.IsUnsaved, first.Refused, first.Draft!.ToViewer("").RightsText));
    }

    [Fact]
    public async Task Step_WhileRightsAreEntered_LeavesThem()
    {
        var work = await OpenAsync("Kaja Tamm");
        work.Choose("Hanako Aoki");
        work.Draft!.Clearance = "restricted";
        await work.MakeLinkAsync();
        Assert.Equal((LinkPurpose.Invitation, true, false), (work.Issued!.Purpose, work.IsUnsaved, work.IsOvertaken));
        await work.CloseAccountAsync();
        Assert.Equal((null, AccountState.Closed, false), (work.StepRefused, work.Chosen!.State, work.IsOvertaken));
        Assert.Null(work.Issued);
        await work.SaveAsync();
        Assert.Equal("restricted", (await StoredAsync("Hanako Aoki")).Person.Clearance);
    }

    [Fact]
    public async Task Step_ThatIsRefused_SaysWhy_AndShowsHowItStands()
    {
        var (first, second) = (await OpenAsync("Kaja Tamm"), await OpenAsync("Sato"));
        second.Choose("Hanako Aoki");
        first.Choose("Hanako Aoki");
        await first.CloseAccountAsync();
        await second.MakeLinkAsync();
        Assert.Contains("is closed", second.StepRefused);
        Assert.Equal((AccountState.Closed, null), (second.Chosen!.State, second.Issued));
        await second.UnlockAsync();
        Assert.Contains("not locked", second.StepRefused);
        await second.EndSessionsAsync();
        Assert.Contains("not signed in anywhere", second.StepRefused);
        await second.ReopenAsync();
        Assert.Equal((null, AccountState.Invited), (second.StepRefused, second.Chosen!.State));
    }

    [Fact]
    public async Task WhatIsNotStored_IsNotLeft_UntilItIsGivenUp()
    {
        var work = await OpenAsync("Kaja Tamm");
        work.Choose("Hanako Aoki");
        work.Draft!.Clearance = "restricted";
        foreach (var leave in (Action[])[() => work.Choose("Sato"), work.Invite, work.Close])
        {
            work.Touch();
            leave();
            Assert.Equal((true, "Hanako Aoki", "restricted"), (work.IsHeld, work.Chosen?.Person.Name, work.Draft.Clearance));
        }

        work.Discard();
        work.Choose("Sato");
        Assert.Equal((false, "Sato"), (work.IsHeld, work.Chosen?.Person.Name));
        work.Invite();
        work.Name = "M";
        work.Close();
        Assert.Equal((true, true), (work.IsHeld, work.IsInviting));
        work.Discard();
        Assert.Null(work.Draft);
    }

    [Fact]
    public async Task Invite_Refused_KeepsWhatWasEntered_ThenShowsThePersonWithTheLink()
    {
        var work = await OpenAsync("Kaja Tamm");
        work.Invite();
        (work.Name, work.Draft!.Nation) = ("hanako aoki", "EST");
        await work.InviteAsync();
        Assert.Contains("at least one role", work.Refused);
        work.Draft.Set(Roles.Planner, true);
        await work.InviteAsync();
        Assert.Contains("There is an account named 'Hanako Aoki' already", work.Refused);
        Assert.Equal((true, "hanako aoki", "EST", null), (work.IsInviting, work.Name, work.Draft.Nation, work.Issued));
        work.Name = " Mari   Tamm ";
        await work.InviteAsync();
        Assert.Equal((null, "Mari Tamm", false), (work.Refused, work.Chosen?.Person.Name, work.IsUnsaved));
        Assert.Equal(LinkState.Open, (await _services.GetRequiredService<LinkStore>().LookAsync(work.Issued!.Code, isSetUp: false)).State);
        Assert.Equal("EST unclassified planner EST", (await StoredAsync("Mari Tamm")).Person.RightsText);
        // Whoever is looked at next does not inherit the link.
        work.Choose("Sato");
        Assert.Null(work.Issued);
    }

    [Fact]
    public async Task Administrator_WhoIsNoneAnyMore_ChangesNothing_AndIsToldWhy()
    {
        var work = await OpenAsync("Kaja Tamm");
        work.Choose("Hanako Aoki");
        work.Draft!.Clearance = "restricted";
        await Store.ChangeRightsAsync(Operator, Administrator("Kaja Tamm") with { Roles = Roles.Auditor });
        var before = await StoredAsync("Hanako Aoki");
        await work.SaveAsync();
        Assert.Contains("may not look after accounts", work.Refused);
        Assert.Equal("restricted", work.Draft.Clearance);
        foreach (var step in (Func<Task>[])[work.MakeLinkAsync, work.UnlockAsync, work.EndSessionsAsync, work.CloseAccountAsync, work.ReopenAsync])
        {
            await step();
            Assert.Contains("may not look after accounts", work.StepRefused);
        }

        work.Discard();
        work.Invite();
        work.Name = "Mari Tamm";
        work.Draft!.Set(Roles.Administrator, true);
        await work.InviteAsync();
        Assert.Contains("may not look after accounts", work.Refused);
        Assert.Equal(before with { Person = before.Person with { Scopes = [] } }, await StoredAsync("Hanako Aoki") with { Person = before.Person with { Scopes = [] } });
        Assert.Equal(3, (await Store.ListAsync(Operator)).Length);
    }

    [Fact]
    public async Task SignedOut_OrAFaultOfTheServer_LosesNothing()
    {
        Viewer? now = Administrator("Kaja Tamm");
        var fails = false;
        var work = (await Desk.OpenAsync(() => fails ? throw new InvalidOperationException("down") : Task.FromResult<Viewer?>(now)))!;
        work.Choose("Hanako Aoki");
        work.Draft!.Clearance = "restricted";
        now = null;
        await work.SaveAsync();
        Assert.Contains("no longer signed in", work.Refused);
        fails = true;
        await work.SaveAsync();
        Assert.Contains("The server had a fault", work.Refused);
        Assert.Equal(("restricted", 3), (work.Draft.Clearance, work.Accounts.Length));
        Assert.Equal("secret", (await StoredAsync("Hanako Aoki")).Person.Clearance);
    }

    private AccountStore Store => _services.GetRequiredService<AccountStore>();

    private PeopleDesk Desk => _services.GetRequiredService<PeopleDesk>();

    private static Viewer Administrator(string name) => new(name, "JPN", "unclassified", Roles.Administrator, []);

    // As a circuit does: whoever acts is looked up each time.
    private async Task<PeopleWork> OpenAsync(string name) => (await Desk.OpenAsync(async Task<Viewer?> () => (await StoredAsync(name)).Person))!;

    private async Task<Account> StoredAsync(string name) => (await Store.ListAsync(Operator)).Single(account => account.Person.Name == name);
}
