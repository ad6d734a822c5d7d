using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A site with real accounts, at a time that the test decides, and an assessment to work on. Browsers make passkeys for localhost only.</summary>
public sealed class RealSite(Chromium chromium) : Site(chromium)
{
    public const string Secret = "river stone window 88";

    private static readonly Viewer Operator = Viewer.Operator("JPN", ClassificationLadder.Default);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    protected override bool Demo => false;

    protected override TimeProvider Clock => Time;

    // As seldom as a reader would not notice, as often as a test can wait.
    protected override AccountOptions Accounts => new() { Revalidation = TimeSpan.FromSeconds(4) };

    public override string Address => base.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Get<CatalogStore>().AddCycleAsync(Operator, "2026", new DateOnly(2026, 6, 30), null);
        await Get<AssessmentStore>().BeginAsync(Operator, "JPN", "2026", Basis.SelfAssessed, "unclassified");
    }

    /// <summary>Somebody with an account.</summary>
    public async Task AddAsync(string name, Roles roles = Roles.Planner | Roles.Reviewer)
    {
        var issued = await Get<AccountStore>().InviteAsync(Operator, new Viewer(name, "JPN", "secret", roles, roles.HasFlag(Roles.Planner) ? [Scope.Everything] : []));
        await Get<LinkStore>().UseAsync(issued.Code, Secret, Secret, "Where the invitation was opened");
    }

    /// <summary>What an app shows now for a key; a code is taken once, so that time moves on before.</summary>
    public string NextCode(string key)
    {
        Time.Advance(TimeSpan.FromSeconds(30));
        return OneTimeCode.Of(key.Replace(" ", ""), OneTimeCode.StepAt(Time.GetUtcNow()));
    }

    /// <summary>A page of a browser of its own on which somebody gave their name and password.</summary>
    public async Task<IPage> SignInAsync(string name, Look? look = null, string password = Secret)
    {
        var page = await OpenAsync(null, look);
        await page.SignInAsync(name, password);
        return page;
    }

    /// <summary>The account page of somebody who has just confirmed who they are.</summary>
    public static async Task ConfirmAsync(IPage page, string back = "/account")
    {
        await page.GotoAsync($"/account/confirm?back={Uri.EscapeDataString(back)}");
        await page.Locator("input[name=password]").FillAsync(Secret);
        await page.Locator("main button.primary").ClickAsync();
        await page.WaitForURLAsync($"**{back}", new() { WaitUntil = WaitUntilState.Commit });
    }
}

/// <summary>What people do with what they prove themselves by, as the browser tests do it.</summary>
internal static class Factoring
{
    public static async Task SignInAsync(this IPage page, string name, string password = RealSite.Secret)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("input[name=name]").FillAsync(name);
        await page.Locator("input[name=password]").FillAsync(password);
        await page.Locator("main button.primary").ClickAsync();
    }

    /// <summary>Gives the page a security key that verifies its person, as Chromium's tools simulate one.</summary>
    public static async Task PlugInAsync(this IPage page, bool verifies = true)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = verifies,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>Sets one-time codes up on the page for them.</summary>
    /// <returns>The key, and the recovery codes that were shown.</returns>
    public static async Task<(string Key, string[] Recovery)> SetUpCodesAsync(this IPage page, RealSite site)
    {
        await page.GotoAsync("/account/codes");
        var key = await page.InnerTextAsync(".key-text");
        await page.Locator("input[name=code]").FillAsync(site.NextCode(key));
        await page.Locator("main form:has(input[name=code]) button").ClickAsync();
        return (key, (await page.InnerTextAsync(".recovery-codes")).Split('\n'));
    }
}
