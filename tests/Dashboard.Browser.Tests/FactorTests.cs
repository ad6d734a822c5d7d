using Dashboard.Core.Release;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>One-time codes, passkeys and sessions, as people use them.</summary>
public sealed class FactorTests(RealSite site) : IClassFixture<RealSite>
{
    private const string Other = "quiet lantern harbour 5";

    [Fact]
    public async Task Codes_AreSetUp_AndAskedFor_AndEachRecoveryCodeHelpsOnce()
    {
        await site.AddAsync("Hanako Aoki");
        var page = await site.SignInAsync("Hanako Aoki", new Look(390, 844));
        await page.GetByRole(AriaRole.Link, new() { Name = "Hanako Aoki" }).ClickAsync();
        await HasNoViolationAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Set up one-time codes" }).ClickAsync();
        await HasNoViolationAsync(page);
        var (key, recovery) = await page.SetUpCodesAsync(site);
        Assert.Equal(10, recovery.Length);
        await HasNoViolationAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await page.SignInAsync("Hanako Aoki");
        await HasNoViolationAsync(page);
        await Expect(page.Locator(".me")).Not.ToContainTextAsync("Hanako Aoki");
        var code = site.NextCode(key);
        await GiveAsync(page, code);
        await Expect(page.Locator(".me")).ToContainTextAsync("Hanako Aoki");

        var second = await site.SignInAsync("Hanako Aoki");
        await GiveAsync(second, code);
        await Expect(second.GetByRole(AriaRole.Alert).First).ToContainTextAsync("used already");
        await GiveAsync(second, recovery[4]);
        await Expect(second.Locator(".me")).ToContainTextAsync("Hanako Aoki");
        var third = await site.SignInAsync("Hanako Aoki");
        await GiveAsync(third, recovery[4]);
        await Expect(third.GetByRole(AriaRole.Alert).First).ToContainTextAsync("used already");
        await page.GotoAsync("/account");
        await Expect(page.Locator("main")).ToContainTextAsync("On; 9 recovery codes left");
    }

    [Fact]
    public async Task WrongCodes_LockTheAccount()
    {
        await site.AddAsync("Sato Ichiro");
        var page = await site.SignInAsync("Sato Ichiro");
        var (key, _) = await page.SetUpCodesAsync(site);
        var guesser = await site.SignInAsync("Sato Ichiro");
        for (var n = 0; n < 5; n++)
        {
            await GiveAsync(guesser, "000000");
            await Expect(guesser.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        }

        await GiveAsync(guesser, site.NextCode(key));
        await Expect(guesser.GetByRole(AriaRole.Alert).First).ToContainTextAsync("locked for 15 minutes");
        var again = await site.SignInAsync("Sato Ichiro");
        await Expect(again.GetByRole(AriaRole.Alert).First).ToContainTextAsync("locked for 15 minutes");
        site.Time.Advance(TimeSpan.FromMinutes(15));
        await again.SignInAsync("Sato Ichiro");
        await GiveAsync(again, site.NextCode(key));
        await Expect(again.Locator(".me")).ToContainTextAsync("Sato Ichiro");
    }

    [Fact]
    public async Task Passkey_IsMade_SignsInWithoutAName_Confirms_AndIsRemoved()
    {
        await site.AddAsync("Kaja Tamm", Roles.Administrator);
        var page = await site.SignInAsync("Kaja Tamm");
        await page.PlugInAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Your roles need a second proof");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a passkey" }).ClickAsync();
        await HasNoViolationAsync(page);
        await page.Locator("[data-passkey] input[name=name]").FillAsync("Work laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The passkey is added");
        await Expect(page.Locator(".rename input[name=name]")).ToHaveValueAsync("Work laptop");
        await HasNoViolationAsync(page);
        await page.GotoAsync("/");
        await Expect(page.Locator("main")).ToContainTextAsync("What needs doing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        // Both factors at once, and nothing is typed.
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.Locator(".me")).ToContainTextAsync("Kaja Tamm");

        // Beside the password it is the second step.
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await page.SignInAsync("Kaja Tamm");
        await Expect(page.Locator("h1")).ToHaveTextAsync("One more proof");
        await Expect(page.Locator("input[name=code]")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Expect(page.Locator(".me")).ToContainTextAsync("Kaja Tamm");

        site.Time.Advance(TimeSpan.FromSeconds(1));
        await page.GotoAsync("/account/passkeys");
        await HasNoViolationAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.Locator(".rename input[name=name]").FillAsync("Old laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Expect(page.Locator(".rename input[name=name]")).ToHaveValueAsync("Old laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey Old laptop" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("None yet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("does not let anybody in here");
    }

    [Fact]
    public async Task Passkey_ThatDoesNotVerifyItsPerson_IsNotMade()
    {
        await site.AddAsync("Mari Kask");
        var page = await site.SignInAsync("Mari Kask");
        await page.PlugInAsync(verifies: false);
        await page.GotoAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No passkey was made");
        await page.ReloadAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("None yet");
    }

    // What the browser answered once is sent a second time, as somebody would who listened.
    [Fact]
    public async Task Passkey_AnswerSentAgain_LetsNobodyIn()
    {
        await site.AddAsync("Jaan Saar");
        var page = await site.SignInAsync("Jaan Saar");
        await page.PlugInAsync();
        await page.GotoAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        var sent = await page.RunAndWaitForRequestAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync(), request => request.Method == "POST");
        var answer = System.Web.HttpUtility.ParseQueryString(sent.PostData!);
        await Expect(page.Locator(".me")).ToContainTextAsync("Jaan Saar");

        var other = await site.OpenAsync();
        await other.GotoAsync("/sign-in");
        await other.EvaluateAsync("answer => { const form = document.querySelector('[data-passkey]'); form.elements.state.value = answer[0]; form.elements.credential.value = answer[1]; form.submit(); }", (string[])[answer["state"]!, answer["credential"]!]);
        await Expect(other.GetByRole(AriaRole.Alert).First).ToContainTextAsync("does not let anybody in here");
        await Expect(other.Locator(".me")).Not.ToContainTextAsync("Jaan Saar");
    }

    [Fact]
    public async Task Session_EndedFromAnotherBrowser_HoldsOnAnOpenPageToo()
    {
        await site.AddAsync("Aiko Mori");
        var working = await site.SignInAsync("Aiko Mori");
        await working.GotoAsync("/scoring/JPN?at=LAN");
        await working.ReadyAsync();
        await working.Row("LAN-1").Level(3).ClickAsync();
        await Expect(working.Row("LAN-1").Locator(".row-state")).ToContainTextAsync("Saved");

        var other = await site.SignInAsync("Aiko Mori");
        await other.GotoAsync("/account");
        await other.GetByRole(AriaRole.Link, new() { Name = "Confirm that it is you, to end others" }).ClickAsync();
        await HasNoViolationAsync(other);
        await other.GetByLabel("Password").FillAsync(RealSite.Secret);
        await other.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "End all others" }).ClickAsync();
        await Expect(other.Locator("main")).ToContainTextAsync("You are signed in nowhere else");

        // Refused at once, before the page itself learns of it.
        await working.Row("LAN-2").Level(4).ClickAsync();
        await Expect(working.Row("LAN-2").Locator(".row-state")).ToContainTextAsync("you are signed out");
        await Expect(working.Locator(".desk .signed-out")).ToContainTextAsync("You are signed out", new() { Timeout = 30_000 });
        await working.GotoAsync("/scoring");
        await Expect(working.Locator("#sign-in-title")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherBrowsers()
    {
        await site.AddAsync("Ren Ito");
        var page = await site.SignInAsync("Ren Ito");
        var other = await site.SignInAsync("Ren Ito");
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change the password" }).ClickAsync();
        await HasNoViolationAsync(page);
        await page.GetByLabel("Password until now").FillAsync(RealSite.Secret);
        await page.GetByLabel("New password").FillAsync(Other);
        await page.GetByLabel("The same once more").FillAsync(Other);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The password is changed");
        await other.GotoAsync("/scoring");
        await Expect(other.Locator("#sign-in-title")).ToBeVisibleAsync();
        await other.SignInAsync("Ren Ito");
        await Expect(other.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await other.SignInAsync("Ren Ito", Other);
        await Expect(other.Locator(".me")).ToContainTextAsync("Ren Ito");
        await page.GotoAsync("/scoring");
        await Expect(page.Locator(".me")).ToContainTextAsync("Ren Ito");
    }

    private static async Task GiveAsync(IPage page, string code)
    {
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private static async Task HasNoViolationAsync(IPage page)
    {
        foreach (var colours in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours });
            Assert.Empty((await page.ViolationsAsync()).Select(violation => $"{page.Url} {colours}: {violation}"));
        }
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
