using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Web.Accounts;
using Dashboard.Web.People;
using Dashboard.Web.Tests.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Dashboard.Web.Tests.People;

/// <summary>The page of people in an administrator's hands, over the real stores.</summary>
public sealed class PeopleBoardTests : IAsyncLifetime
{
    private static readonly Viewer Kaja = new("Kaja Tamm", "EST", "unclassified", Roles.Administrator, []);
    private readonly RealServer _server = new();
    private readonly BunitContext _browser = new();

    public async ValueTask InitializeAsync()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        await _server.InitializeAsync();
        await _server.AddAsync(Kaja);
        await _server.AddAsync(RealServer.Hanako);
        foreach (var name in (string[])["Sato", "Mari"])
            await _server.Get<AccountStore>().InviteAsync(RealServer.Operator, new Viewer(name, "CHE", "restricted", Roles.Executive, []));
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddMudServices().AddLogging()
            .AddSingleton(_server.Get<ViewerSource>()).AddSingleton(_server.Get<ClassificationLadder>()).AddSingleton(_server.Get<Settings>()).AddSingleton(_server.Get<AccountOptions>())
            .AddSingleton(_server.Get<AccountStore>()).AddSingleton(_server.Get<Data.Catalog.CatalogStore>()).AddScoped<PeopleDesk>().AddScoped<OwnAddress>();
        _browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task List_IsSorted_AndFilteredByWordsAndRole()
    {
        var page = await OpenAsync();
        Assert.Equal(["Hanako Aoki", "Kaja Tamm", "Mari", "Sato"], Names(page));
        Sort(page, "Nation");
        Assert.Equal(["Kaja Tamm", "Hanako Aoki", "Mari", "Sato"], Names(page));
        Sort(page, "Nation");
        Assert.Equal(["Mari", "Sato", "Hanako Aoki", "Kaja Tamm"], Names(page));
        Assert.Equal("descending", page.FindAll("th[aria-sort]").Single().GetAttribute("aria-sort"));
        Sort(page, "Clearance");
        Assert.Equal(["Kaja Tamm", "Mari", "Sato", "Hanako Aoki"], Names(page));
        page.Find("input[type=search]").Input("switzer MARI");
        Assert.Equal(["Mari"], Names(page));
        page.Find("input[type=search]").Input("");
        page.Find(".people-list select").Change("Planner");
        Assert.Equal(["Hanako Aoki"], Names(page));
        Assert.Contains("1 of 4 shown", page.Find(".people-list [role=status]").TextContent);
        page.Find("input[type=search]").Input("Sato");
        Assert.Contains("Nobody fits", page.Markup);
    }

    [Fact]
    public async Task List_SaysTheState_AndWhoIsLooking()
    {
        var page = await OpenAsync();
        Assert.Contains("2 active, 2 invited", page.Find(".sheet-head").TextContent);
        Assert.Contains("you", Row(page, "Kaja Tamm").TextContent);
        Assert.Contains("invitedlink until 2026-11-30 09:00 UTC", Row(page, "Mari").QuerySelector(".state")!.TextContent.Replace(" link", "link"));
        Assert.Contains("Japan: all areas", Row(page, "Hanako Aoki").TextContent);
    }

    [Fact]
    public async Task Rights_AreChangedInThePanel_AndRefusedInPlace()
    {
        var page = await OpenAsync();
        Row(page, "Kaja Tamm").Click();
        page.FindAll(".rights fieldset input")[4].Change(false);
        page.FindAll(".rights fieldset input")[3].Change(true);
        await page.Find(".person-panel form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Kaja Tamm is the last administrator", page.Find(".person-panel form .alert").TextContent));
        Assert.True(page.FindAll(".rights fieldset input")[3].HasAttribute("checked"));
        Row(page, "Hanako Aoki").Click();
        page.WaitForAssertion(() => Assert.Contains("save or discard", page.Find(".person-panel").TextContent));
        Button(page, "Discard").Click();
        Row(page, "Hanako Aoki").Click();
        Assert.Equal("Hanako Aoki", page.Find("#person-title").TextContent);
        page.Find(".rights select").Change("restricted");
        await page.Find(".person-panel form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Saved", page.Find(".saved").TextContent));
        Assert.Equal("JPN restricted planner,reviewer JPN", (await StoredAsync("Hanako Aoki")).Person.RightsText);
        Assert.Contains("restricted", Row(page, "Hanako Aoki").TextContent);
    }

    [Fact]
    public async Task Account_IsClosedOnlyAfterAQuestion_AndReopened()
    {
        var page = await OpenAsync();
        Row(page, "Hanako Aoki").Click();
        Assert.Contains("End all sessions", page.Find(".person-panel").TextContent);
        Button(page, "Close the account…").Click();
        Assert.Equal(AccountState.Open, (await StoredAsync("Hanako Aoki")).State);
        await Button(page, "Close the account").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Reopen the account", page.Find(".person-panel").TextContent));
        Assert.Equal(AccountState.Closed, (await StoredAsync("Hanako Aoki")).State);
        Assert.DoesNotContain("New link", page.Find(".person-panel").TextContent);
        await Button(page, "Reopen the account").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("New link", page.Find(".person-panel").TextContent));
    }

    [Fact]
    public async Task LostFactors_AreTakenAwayOnlyAfterAQuestion_AndALinkBeginsThemAnew()
    {
        var officer = new Viewer("Officer", "JPN", "secret", Roles.ReleasingOfficer, []);
        await _server.AddAsync(officer);
        var page = await OpenAsync();
        Row(page, "Hanako Aoki").Click();
        Assert.DoesNotContain("are lost", page.Find(".person-panel").TextContent);
        Row(page, "Officer").Click();
        Button(page, "Codes or passkeys are lost…").Click();
        Assert.True((await StoredAsync("Officer")).HasFactor);
        await Button(page, "Take away codes and passkeys").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("/invitation?code=", page.Find(".issued input").GetAttribute("value")));
        Assert.False((await StoredAsync("Officer")).HasFactor);
        Assert.Contains("factors-removed person/Officer", await _server.AuditAsync());
    }

    [Fact]
    public async Task Person_WhomAnIssuerSends_ShowsWhoDecidesOnTheRights_AndNoWayToChangeThem()
    {
        var claims = new IssuerClaims("https://login.example", "42") { Names = ["Rin Endo"], Nations = ["JPN"], Clearances = ["secret"], Roles = ["executive"] };
        Assert.NotNull((await _server.Get<IssuerSignInStore>().SignInAsync(claims, new IssuerTerms(), "")).Session);
        var page = await OpenAsync();
        Row(page, "Rin Endo").Click();
        var panel = page.Find(".person-panel");
        Assert.Contains("https://login.example decides on these rights", panel.TextContent);
        Assert.Contains("Japan · secret · Executive", panel.TextContent);
        Assert.Empty(panel.QuerySelectorAll("form"));
        Assert.DoesNotContain("New link", panel.TextContent);
        Assert.Contains("Close the account…", panel.TextContent);
    }

    [Fact]
    public async Task Page_OfSomebodyWhoIsNoAdministratorAnyMore_SaysSoAtEachStep_AndTheirRightsAreNot()
    {
        var page = await OpenAsync();
        Row(page, "Hanako Aoki").Click();
        await _server.Get<AccountStore>().InviteAsync(RealServer.Operator, Kaja with { Name = "Second" });
        await _server.Get<AccountStore>().ChangeRightsAsync(RealServer.Operator, Kaja with { Roles = Roles.Auditor });
        await Button(page, "New link").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("may not look after accounts", page.Find(".person-panel .alert").TextContent));
        Assert.Empty(page.FindAll(".issued"));
    }

    [Fact]
    public async Task Notice_TellsChangedRightsFromAnEndedSession()
    {
        var user = await UserAsync();
        var notice = _browser.Render<CascadingValue<Task<AuthenticationState>>>(p => p.Add(c => c.Value, user).AddChildContent<SignedOutNotice>());
        Assert.DoesNotContain("alert", notice.Markup);
        var nobody = Task.FromResult(new AuthenticationState(new ClaimsPrincipal()));
        notice.Render(p => p.Add(c => c.Value, nobody).AddChildContent<SignedOutNotice>());
        notice.WaitForAssertion(() => Assert.Contains("Your rights have changed", notice.Find(".alert").TextContent));
        await _server.Get<AccountStore>().EndSessionsAsync(RealServer.Operator, Kaja.Name);
        var another = Task.FromResult(new AuthenticationState(new ClaimsPrincipal()));
        notice.Render(p => p.Add(c => c.Value, another).AddChildContent<SignedOutNotice>());
        notice.WaitForAssertion(() => Assert.Contains("You are signed out", notice.Find(".alert").TextContent));
    }

    private async Task<IRenderedComponent<CascadingValue<Task<AuthenticationState>>>> OpenAsync()
    {
        var user = await UserAsync();
        var page = _browser.Render<CascadingValue<Task<AuthenticationState>>>(p => p.Add(c => c.Value, user).AddChildContent<PeopleBoard>());
        page.WaitForElement(".people-list tbody tr");
        return page;
    }

    // Signed in as the administrator, by a session of their own.
    private async Task<Task<AuthenticationState>> UserAsync()
    {
        var session = await _server.SessionAsync(Kaja);
        return Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionCookie.Session, session.Id.ToString()), new Claim(ClaimTypes.Name, Kaja.Name)], "test"))));
    }

    private async Task<Account> StoredAsync(string name) => (await _server.Get<AccountStore>().ListAsync(RealServer.Operator)).Single(account => account.Person.Name == name);

    private static IEnumerable<string> Names(IRenderedComponent<IComponent> page) => page.FindAll(".people-list tbody .name button").Select(button => button.TextContent);

    private static IElement Row(IRenderedComponent<IComponent> page, string name) => page.FindAll(".people-list tbody tr").Single(row => row.QuerySelector(".name button")!.TextContent == name);

    private static IElement Button(IRenderedComponent<IComponent> page, string text) => page.FindAll(".person-panel button").Single(button => button.TextContent == text);

    private static void Sort(IRenderedComponent<IComponent> page, string title) => page.FindAll("button.sort").Single(button => button.TextContent.StartsWith(title, StringComparison.Ordinal)).Click();
}
