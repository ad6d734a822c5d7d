using Dashboard.Data.Accounts;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What an administrator does in the browser, outside of demonstration mode: a real program over an empty folder.</summary>
public sealed class AdministratorTests(Site site) : IClassFixture<Site>
{
    private const string Secret = "river stone window 88";
    private static readonly (string, string) Revalidation = ("Accounts__Revalidation", "00:00:05");

    [Fact]
    public async Task EmptyFolder_LeadsToTheFirstPlannersScore_WithoutTheCommandLine()
    {
        await using var served = await Served.StartAsync(Revalidation);
        var administrator = await SetUpAsync(served);
        await Expect(administrator.Locator("main")).ToContainTextAsync("Add the first cycle");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "To cycles" }).ClickAsync();
        await administrator.GetByLabel("Name").FillAsync("2026");
        await administrator.GetByLabel("As of").FillAsync("2026-06-30");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Add the cycle" }).ClickAsync();
        await Expect(administrator.Locator("table.cycles")).ToContainTextAsync("30 June 2026");

        await administrator.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        await Expect(administrator.Locator("main")).Not.ToContainTextAsync("Add the first cycle");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "To people" }).First.ClickAsync();
        await administrator.ReadyAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Invite somebody" }).ClickAsync();
        await Expect(administrator.Locator("#invite-title")).ToBeFocusedAsync();
        await administrator.GetByLabel("Name", new() { Exact = true }).FillAsync("Hanako Aoki");
        await ChooseNationAsync(administrator.GetByLabel("Nation", new() { Exact = true }), "jap");
        await administrator.Locator(".person-panel select").SelectOptionAsync("secret");
        await administrator.GetByLabel("Planner fills in").CheckAsync();
        await Expect(administrator.GetByLabel("Country", new() { Exact = true })).ToHaveValueAsync("Japan");
        await administrator.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"], new() { Origin = served.Address });
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Make the invitation" }).ClickAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(administrator.Locator(".issued [role=status]")).ToHaveTextAsync("Copied");
        var link = await administrator.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.StartsWith($"{served.Address}/invitation?code=", link);
        await Expect(administrator.Person("Hanako Aoki").Locator(".state")).ToContainTextAsync("invited");

        var planner = await JoinAsync(link);
        await planner.GotoAsync($"{served.Address}/scoring");
        await planner.GetByLabel("Country").SelectOptionAsync("JPN");
        await planner.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await planner.ReadyAsync();
        await planner.Row("LAN-1").Level(3).ClickAsync();
        await Expect(planner.Row("LAN-1").Locator(".row-state")).ToContainTextAsync("Saved");
        // Who has come is no longer waited for, and the link is not shown a second time.
        await administrator.ReloadAsync();
        await Expect(administrator.Person("Hanako Aoki").Locator(".state")).ToHaveTextAsync("active");
        await Expect(administrator.Locator(".issued")).ToHaveCountAsync(0);
        Assert.Contains("is whole", await served.CommandAsync("audit", "verify"));
    }

    [Fact]
    public async Task PlannerRole_TakenAway_IsRefusedAtTheNextSave_ThenTold_AndTheTextStays()
    {
        await using var served = await Served.StartAsync(Revalidation);
        var administrator = await SetUpAsync(served);
        await served.CommandAsync("cycle", "add", "2026", "--as-of", "2026-06-30");
        var planner = await JoinAsync(await served.CommandAsync("account", "invite", "Hanako Aoki", "--nation", "JPN", "--clearance", "secret", "--roles", "planner,reviewer", "--address", served.Address));
        await served.CommandAsync("assessment", "begin", "JPN");
        await planner.GotoAsync($"{served.Address}/scoring/JPN?at=LAN");
        await planner.ReadyAsync();
        await planner.Row("LAN-1").Level(2).ClickAsync();
        await Expect(planner.Row("LAN-1").Locator(".row-state")).ToContainTextAsync("Saved");

        // On its way while the role is taken away.
        var taken = new TaskCompletionSource();
        await planner.RouteAsync("**/scoring/changes", async route =>
        {
            await taken.Task;
            await route.ContinueAsync();
        });
        var rationale = planner.Why();
        await rationale.FillAsync("Seen at the exercise.");
        await administrator.GotoAsync($"{served.Address}/people");
        await administrator.ChooseAsync("Hanako Aoki");
        await administrator.GetByLabel("Planner fills in").UncheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Save rights" }).ClickAsync();
        await Expect(administrator.Locator(".saved")).ToContainTextAsync("Saved");
        taken.SetResult();
        await Expect(planner.Row("LAN-1").Locator(".row-state")).ToContainTextAsync("may not score");
        await Expect(rationale).ToHaveValueAsync("Seen at the exercise.");
        await Expect(planner.Locator(".desk .signed-out")).ToContainTextAsync("Your rights have changed", new() { Timeout = 30_000 });
        await Expect(rationale).ToHaveValueAsync("Seen at the exercise.");

        await administrator.GetByLabel("Reviewer approves").UncheckAsync();
        await administrator.GetByLabel("Executive reads").CheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Save rights" }).ClickAsync();
        await Expect(administrator.Locator(".saved")).ToContainTextAsync("Saved");
        var another = await planner.Context.NewPageAsync();
        await another.GotoAsync($"{served.Address}/scoring");
        await Expect(another.Locator("main")).ToContainTextAsync("You do not fill in assessments");
        Assert.DoesNotContain("Seen at", await served.CommandAsync("audit", "list"));
    }

    [Fact]
    public async Task Administrator_WhoIsNoneAnyMore_ChangesNothingInAnOpenPage()
    {
        await using var served = await Served.StartAsync(Revalidation);
        var first = await SetUpAsync(served);
        var second = await JoinAsync(await served.CommandAsync("account", "invite", "Sato", "--nation", "JPN", "--clearance", "secret", "--roles", "administrator", "--address", served.Address));
        await SetUpCodesAsync(second);
        foreach (var page in (IPage[])[first, second])
            await page.GotoAsync($"{served.Address}/people");
        await second.ChooseAsync("Kaja Tamm");
        await second.GetByLabel("Auditor reads").CheckAsync();
        await first.ChooseAsync("Sato");
        await first.GetByLabel("Administrator looks").UncheckAsync();
        await first.GetByLabel("Executive reads").CheckAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Save rights" }).ClickAsync();
        await Expect(first.Locator(".saved")).ToContainTextAsync("Saved");

        var before = await served.CommandAsync("account", "list");
        await second.GetByRole(AriaRole.Button, new() { Name = "Save rights" }).ClickAsync();
        await Expect(second.Locator(".person-panel form .alert")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("may not look after accounts|no longer signed in"));
        await second.GetByRole(AriaRole.Button, new() { Name = "End all sessions" }).ClickAsync();
        await Expect(second.Locator(".person-panel > .alert")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("may not look after accounts|no longer signed in"));
        await Expect(second.Locator(".desk .signed-out")).ToContainTextAsync("Your rights have changed", new() { Timeout = 30_000 });
        await Expect(second.GetByLabel("Auditor reads")).ToBeCheckedAsync();
        Assert.Equal(before, await served.CommandAsync("account", "list"));
        second.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await second.ReloadAsync();
        await Expect(second.Locator("main")).ToContainTextAsync("You do not look after people");
    }

    [Fact]
    public async Task List_IsWorkedWithTheKeyboardAlone()
    {
        var page = await site.OpenAsync("administrator");
        await page.GotoAsync("/people");
        await page.ReadyAsync();
        await page.GetByLabel("Find").FillAsync("estonia");
        await Expect(page.Locator(".people-list tbody tr")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Delete");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nation" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("th.nation")).ToHaveAttributeAsync("aria-sort", "ascending");
        await page.Person("Planner, Estonia").GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#person-title")).ToBeFocusedAsync();
        await ChooseNationAsync(page.GetByLabel("Nation", new() { Exact = true }), "latv");
        await Expect(page.GetByLabel("Nation", new() { Exact = true })).ToHaveValueAsync("Latvia");
        await page.Person("Auditor, Japan").GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".person-panel .alert")).ToContainTextAsync("save or discard this first");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(page.GetByLabel("Nation", new() { Exact = true })).ToHaveValueAsync("Estonia");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).PressAsync("Enter");
        await Expect(page.Locator(".person-panel")).ToHaveCountAsync(0);
    }

    // The first administrator, by the link that the program prints.
    private async Task<IPage> SetUpAsync(Served served)
    {
        var page = await site.OpenAsync();
        await page.GotoAsync(served.SetUpLink);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Kaja Tamm");
        await ChoosePasswordAsync(page);
        await SetUpCodesAsync(page);
        return page;
    }

    private async Task<IPage> JoinAsync(string link)
    {
        var page = await site.OpenAsync();
        await page.GotoAsync(link);
        await ChoosePasswordAsync(page);
        return page;
    }

    // Who gives rights proves twice who they are, and is led to it.
    private static async Task SetUpCodesAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("one-time codes or a passkey");
        await page.GetByRole(AriaRole.Link, new() { Name = "Set up one-time codes" }).ClickAsync();
        var key = (await page.InnerTextAsync(".key-text")).Replace(" ", "", StringComparison.Ordinal);
        await page.Locator("input[name=code]").FillAsync(OneTimeCode.Of(key, OneTimeCode.StepAt(TimeProvider.System.GetUtcNow())));
        await page.Locator("main form:has(input[name=code]) button").ClickAsync();
        await page.Locator(".recovery a.primary").ClickAsync();
    }

    private static async Task ChoosePasswordAsync(IPage page)
    {
        await page.GetByLabel("New password").FillAsync(Secret);
        await page.GetByLabel("The same once more").FillAsync(Secret);
        await page.Locator("main button").ClickAsync();
        // By its address alone: what is waited for besides may have happened before it is waited for.
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("^[^?]+$"));
    }

    // By the keyboard: types a part of the name, and takes the first that is offered.
    private static async Task ChooseNationAsync(ILocator field, string typed)
    {
        await field.FillAsync(typed);
        await field.Page.Locator(".mud-popover-open .mud-list-item").First.WaitForAsync();
        await field.PressAsync("Enter");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
