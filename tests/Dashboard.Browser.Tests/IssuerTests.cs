using Dashboard.Web.Tests.Accounts;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>By one click to a token issuer and back: what it states is what somebody may do here, and may change.</summary>
public sealed class IssuerTests(Site site) : IClassFixture<Site>
{
    private static Dictionary<string, object> Kaja => new()
    {
        ["sub"] = "4711", ["preferred_username"] = "Kaja Tamm", ["country"] = "EST", ["clearance"] = "salajane", ["groups"] = new[] { "cyber-plans", "everybody" },
    };

    [Fact]
    public async Task Button_LeadsToTheWorkThatTheClaimsAllow_AndOnlyToThat()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var served = await ServeAsync(issuer);
        var page = await site.OpenAsync();
        var faults = new List<string>();
        page.Console += (_, message) => faults.AddRange(message.Text.Contains("Security Policy", StringComparison.Ordinal) ? [message.Text] : []);

        // A planner, led back to the page that was wanted.
        await page.GotoAsync($"{served.Address}/scoring");
        await HasNoViolationAsync(page);
        await GoAsync(page);
        await page.WaitForURLAsync("**/scoring", new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator(".me")).ToContainTextAsync("Kaja Tamm");
        await page.GetByLabel("Country").SelectOptionAsync("EST");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await page.ReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        // An executive from the next sign-in on.
        issuer.Claims["groups"] = "heads";
        await GoAsync(page);
        await page.WaitForURLAsync($"{served.Address}/", new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator(".bar nav")).ToContainTextAsync("Readiness");
        await Expect(page.Locator(".bar nav")).Not.ToContainTextAsync("Scoring");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        // Of a nation that nobody knows: nobody.
        issuer.Claims["country"] = "XYZ";
        await GoAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("National Login does not state one nation for you that is known here");
        await HasNoViolationAsync(page);
        await page.GotoAsync($"{served.Address}/scoring");
        await Expect(page.Locator("#sign-in-title")).ToBeVisibleAsync();

        Assert.Equal([], faults);
        var accounts = await served.CommandAsync("account", "list");
        Assert.Matches($"Kaja Tamm +EST +secret +executive +open, through {issuer.Address}", accounts);
        Assert.Contains("rights-from-issuer", await served.CommandAsync("audit", "list", "--format", "json"));
        Assert.Contains("is whole", await served.CommandAsync("audit", "verify"));
    }

    [Fact]
    public async Task LinkOfSomebodyElse_SignsNobodyIn()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var served = await ServeAsync(issuer);
        var sender = await site.OpenAsync();
        await sender.GotoAsync($"{served.Address}/sign-in");
        await ButtonOf(sender).ClickAsync();
        var link = await sender.Locator("#continue").GetAttributeAsync("href");

        var victim = await site.OpenAsync();
        await victim.GotoAsync(link!);
        await Expect(victim.GetByRole(AriaRole.Alert)).ToContainTextAsync("meant for another browser");
        await Expect(victim.Locator("#sign-in-title")).ToBeVisibleAsync();
        Assert.DoesNotContain("Kaja Tamm", await served.CommandAsync("account", "list"));
    }

    [Fact]
    public async Task AnotherSitesLink_LeadsToOurOwnPageFirst()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var served = await ServeAsync(issuer);
        var page = await site.OpenAsync();
        await page.RouteAsync("http://elsewhere.example/", route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<a href=\"{served.Address}/sign-in/issuer\">Go</a>" }));
        await page.GotoAsync("http://elsewhere.example/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go" }).ClickAsync();
        await page.WaitForURLAsync($"{served.Address}/sign-in", new() { WaitUntil = WaitUntilState.Commit });
        await Expect(ButtonOf(page)).ToBeVisibleAsync();
    }

    // With claims under names of the issuer's own, and an installation in which somebody has an account already.
    private static async Task<Served> ServeAsync(TestIssuer issuer)
    {
        issuer.Claims = Kaja;
        var served = await Served.StartAsync(
            ("OpenIdConnect__Authority", issuer.Address), ("OpenIdConnect__ClientId", TestIssuer.ClientId), ("OpenIdConnect__ClientSecret", TestIssuer.ClientSecret),
            ("OpenIdConnect__Name", "National Login"), ("OpenIdConnect__NationClaim", "country"), ("OpenIdConnect__RolesClaim", "groups"),
            ("OpenIdConnect__RoleMap__cyber-plans", "planner,reviewer"), ("OpenIdConnect__RoleMap__heads", "executive"), ("OpenIdConnect__RoleMap__everybody", ""),
            ("OpenIdConnect__ClearanceMap__salajane", "secret"));
        await served.CommandAsync("cycle", "add", "2026", "--as-of", "2026-06-30");
        await served.CommandAsync("account", "invite", "Admin", "--nation", "JPN", "--clearance", "secret", "--roles", "administrator");
        return served;
    }

    private static async Task GoAsync(IPage page)
    {
        await ButtonOf(page).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Test issuer");
        await page.Locator("#continue").ClickAsync();
    }

    private static ILocator ButtonOf(IPage page) => page.GetByRole(AriaRole.Link, new() { Name = "Sign in with National Login" });

    private static async Task HasNoViolationAsync(IPage page) => Assert.Empty((await page.ViolationsAsync()).Select(violation => $"{page.Url}: {violation}"));

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
