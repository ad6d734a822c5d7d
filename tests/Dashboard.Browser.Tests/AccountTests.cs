using Dashboard.Data.Accounts;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>How a real installation begins: from an empty folder to a planner at work, and out again.</summary>
public sealed class AccountTests(Site site) : IClassFixture<Site>
{
    private const string Secret = "river stone window 88";

    [Fact]
    public async Task EmptyFolder_LeadsToAPlannerAtWork_UntilTheAccountIsClosed()
    {
        await using var served = await Served.StartAsync(("Accounts__Revalidation", "00:00:08"));
        var administrator = await site.OpenAsync();
        await administrator.GotoAsync(served.Address);
        await Expect(administrator.Locator("main")).ToContainTextAsync("finds a link on its console");
        await administrator.GotoAsync(served.SetUpLink);
        await HasNoViolationAsync(administrator);
        await administrator.GetByLabel("Name", new() { Exact = true }).FillAsync("Kaja Tamm");
        await ChooseAsync(administrator);
        await Expect(administrator.Locator(".me")).ToContainTextAsync("Kaja Tamm");
        await Expect(administrator.Locator("main")).ToContainTextAsync("Your roles need a second proof");
        await administrator.GotoAsync($"{served.Address}/account/codes");
        var key = (await administrator.InnerTextAsync(".key-text")).Replace(" ", "");
        await administrator.Locator("input[name=code]").FillAsync(OneTimeCode.Of(key, OneTimeCode.StepAt(TimeProvider.System.GetUtcNow())));
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Switch on" }).ClickAsync();
        await administrator.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Expect(administrator.Locator("main")).ToContainTextAsync("does not read scores");

        await served.CommandAsync("cycle", "add", "2026", "--as-of", "2026-06-30");
        var link = await served.CommandAsync("account", "invite", "Hanako Aoki", "--nation", "JPN", "--clearance", "secret", "--roles", "planner,reviewer", "--address", served.Address);
        var planner = await site.OpenAsync();
        await planner.GotoAsync(link);
        await HasNoViolationAsync(planner);
        await ChooseAsync(planner);
        await planner.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await planner.GotoAsync($"{served.Address}/scoring");
        await HasNoViolationAsync(planner);
        await planner.GetByLabel("Name").FillAsync("hanako aoki");
        await planner.GetByLabel("Password").FillAsync(Secret);
        await planner.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await planner.GetByLabel("Country").SelectOptionAsync("JPN");
        await planner.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await planner.ReadyAsync();
        await planner.Row("LAN-1").Level(3).ClickAsync();
        await Expect(planner.Row("LAN-1").Locator(".row-state")).ToContainTextAsync("Saved");

        await served.CommandAsync("account", "close", "Hanako Aoki");
        // Refused at once, before the page itself learns that it is signed out.
        await planner.Row("LAN-2").Level(4).ClickAsync();
        await Expect(planner.Row("LAN-2").Locator(".row-state")).ToContainTextAsync("you are signed out");
        await Expect(planner.Locator(".desk .signed-out")).ToContainTextAsync("You are signed out", new() { Timeout = 30_000 });
        await Expect(planner.Row("LAN-2").Level(4)).ToHaveAttributeAsync("aria-pressed", "true");
        await planner.ReloadAsync();
        await Expect(planner.Locator("#sign-in-title")).ToBeVisibleAsync();
        Assert.Contains(",LAN-1,scored,3,", await ApprovedScoresAsync(served));
        Assert.Contains("is whole", await served.CommandAsync("audit", "verify"));
    }

    // What the closed account saved is there, and nothing else.
    private static async Task<string> ApprovedScoresAsync(Served served)
    {
        await served.CommandAsync("assessment", "submit", "JPN");
        await served.CommandAsync("assessment", "approve", "JPN");
        var scores = await served.CommandAsync("scores");
        Assert.DoesNotContain("LAN-2,scored", scores);
        return scores;
    }

    private static async Task ChooseAsync(IPage page)
    {
        await page.GetByLabel("New password").FillAsync(Secret);
        await page.GetByLabel("The same once more").FillAsync(Secret);
        await page.Locator("main button").ClickAsync();
        await Expect(page.Locator(".me form")).ToBeVisibleAsync();
    }

    private static async Task HasNoViolationAsync(IPage page) => Assert.Empty((await page.ViolationsAsync()).Select(violation => $"{page.Url}: {violation}"));

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
