using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What is typed behind a row and not stored is still there, said to be not stored, and nobody else's.</summary>
public sealed class DraftTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Evidence_TypedAndNotStored_OutlivesAReloadAndAKilledServer_AndIsStoredAsTyped()
    {
        await using var served = await Served.DemonstrateAsync();
        var page = await site.OpenAsync();
        AcceptQuestions(page);
        await page.GotoAsync($"{served.Address}/sign-in");
        await page.ClickAsync("button[value=planner-jpn]");
        await page.GotoAsync($"{served.Address}/scoring/MNE?at=EXE-2");
        await page.ReadyAsync();
        await TypeAsync(page, "EXE-2", "Rapport d’exercice <b>演習</b>");
        await Expect(Told(page)).ToBeHiddenAsync();
        // It lies there locked.
        var kept = await page.EvaluateAsync<string>("JSON.stringify(localStorage)");
        Assert.Contains("drafts/", kept);
        Assert.DoesNotContain("Rapport", kept);

        await page.ReloadAsync();
        await Expect(Told(page)).ToHaveTextAsync("EXE-2: typed, not stored. Show it Discard it");
        await page.ReadyAsync();
        await Told(page).GetByText("Show it").ClickAsync();
        await AssertTypedAsync(page, "Rapport d’exercice <b>演習</b>");
        await page.Locator(".evidence-form input").Nth(1).FillAsync("Liaison officer, once more");

        await served.KillAsync();
        await page.Locator(".evidence-form input").Nth(4).FillAsync("MOD 17/2026");
        await served.StartAgainAsync();
        await page.GotoAsync($"{served.Address}/scoring/MNE?at=LAN-1");
        await page.ReadyAsync();
        await Told(page).GetByText("Show it").ClickAsync();
        await Expect(page.Locator(".evidence-form input").Nth(1)).ToHaveValueAsync("Liaison officer, once more");
        await Expect(page.Locator(".evidence-form input").Nth(4)).ToHaveValueAsync("MOD 17/2026");
        await page.Locator(".evidence-form .primary").ClickAsync();
        await Expect(page.Locator(".is-contradicts .piece-title")).ToHaveTextAsync("Rapport d’exercice <b>演習</b>");
        await Expect(page.Locator(".piece").First).ToContainTextAsync("Liaison officer, once more");
        await Expect(page.Locator(".piece .grade b")).ToHaveTextAsync("B2");
        await Expect(Told(page)).ToBeHiddenAsync();
        Assert.Equal("{}", await page.EvaluateAsync<string>("JSON.stringify(localStorage)"));
    }

    [Fact]
    public async Task Evidence_LeftForAnotherRow_IsTold_AndGoneOnceDiscarded()
    {
        var page = await site.SheetAsync("MNE", "ORG-1");
        await TypeAsync(page, "ORG-1", "Half a thought");
        await page.Row("ORG-2").Locator(".what").ClickAsync();
        await Expect(Told(page)).ToContainTextAsync("ORG-1: typed, not stored.");
        await Told(page).GetByText("Discard it").ClickAsync();
        await Expect(Told(page)).ToBeHiddenAsync();
        await page.OnRowAsync("ORG-1");
        await Expect(page.Locator(".evidence > .button")).ToBeVisibleAsync();
        await Expect(page.Locator(".evidence-form")).ToHaveCountAsync(0);
        Assert.Equal("{}", await page.EvaluateAsync<string>("JSON.stringify(localStorage)"));

        // The form's own way gives it up too, and what is as it was is nothing typed.
        await TypeAsync(page, "ORG-1", "Another half");
        await page.Locator(".evidence-form input").Nth(1).FillAsync("");
        await page.Locator(".evidence-form").GetByText("Cancel", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".evidence-form")).ToHaveCountAsync(0);
        Assert.Equal("{}", await page.EvaluateAsync<string>("JSON.stringify(localStorage)"));
    }

    [Fact]
    public async Task Evidence_TypedInAnotherWindow_IsToldHere_OnceThatIsClosed()
    {
        var page = await site.SheetAsync("MNE", "LAN-2");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/scoring/MNE?at=LAN-2");
        await other.ReadyAsync();
        await TypeAsync(other, "LAN-2", "Typed in the other window");
        await Expect(Told(page)).ToBeHiddenAsync();
        await other.CloseAsync();
        await Expect(Told(page)).ToContainTextAsync("LAN-2: typed, not stored.");
        await Told(page).GetByText("Show it").ClickAsync();
        await Expect(page.Locator(".evidence-form input").First).ToHaveValueAsync("Typed in the other window");
        await Told(page).GetByText("Discard it").ClickAsync();
        await Expect(Told(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Change_OfEvidenceThatAnotherChangedMeanwhile_IsShownBesideTheirs()
    {
        var page = await site.SheetAsync("MNE", "CIP-1");
        AcceptQuestions(page);
        await TypeAsync(page, "CIP-1", "Plan");
        await page.Locator(".evidence-form .primary").ClickAsync();
        await ChangeAsync(page, "Plan", "My plan");

        var other = await site.SheetAsync("MNE", "CIP-1");
        await ChangeAsync(other, "Plan", "Their plan");
        await other.Locator(".evidence-form .primary").ClickAsync();
        await Expect(other.Locator(".piece-title")).ToHaveTextAsync("Their plan");

        await page.ReloadAsync();
        await page.ReadyAsync();
        await Told(page).GetByText("Show it").ClickAsync();
        await Expect(page.Locator(".evidence-form [role=alert]")).ToContainTextAsync("Somebody changed this piece meanwhile");
        await Expect(page.Locator(".evidence-form .theirs .piece-title")).ToHaveTextAsync("Their plan");
        await Expect(page.Locator(".evidence-form input").First).ToHaveValueAsync("My plan");
        await Told(page).GetByText("Discard it").ClickAsync();
        await Expect(page.Locator(".evidence-form")).ToHaveCountAsync(0);
        await Expect(page.Locator(".piece-title")).ToHaveTextAsync("Their plan");
    }

    [Fact]
    public async Task Drafts_AreTheirWritersAlone_AndGoneAfterSigningOut()
    {
        var page = await site.SheetAsync("MNE", "LAN-1");
        AcceptQuestions(page);
        await TypeAsync(page, "LAN-1", "Mine alone");
        // Somebody else signs in on the same browser: neither told of it nor given it.
        await SignInAsync(page, "desk-jpn");
        await Expect(page.Locator("#desk[data-grid=ready]")).ToBeVisibleAsync();
        await Expect(Told(page)).ToBeHiddenAsync();
        await TypeAsync(page, "LAN-1", "Desk’s own");
        await SignInAsync(page, "planner-jpn");
        await Told(page).GetByText("Show it").ClickAsync();
        await Expect(page.Locator(".evidence-form input").First).ToHaveValueAsync("Mine alone");

        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        await Expect(page.Locator("button[value=planner-jpn]")).ToBeVisibleAsync();
        // The other's stay theirs, until they sign out.
        const string accounts = "new Set(Object.keys(localStorage).map(name => name.split('/')[1])).size";
        Assert.Equal(1, await page.EvaluateAsync<int>(accounts));
        await SignInAsync(page, "desk-jpn");
        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        await Expect(page.Locator("button[value=planner-jpn]")).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>(accounts));
    }

    private static ILocator Told(IPage page) => page.Locator("#drafts");

    private static void AcceptQuestions(IPage page) => page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();

    private static async Task SignInAsync(IPage page, string persona)
    {
        await page.GotoAsync("/sign-in");
        await page.ClickAsync($"button[value={persona}]");
        await page.GotoAsync("/scoring/MNE?at=LAN-1");
        await page.ReadyAsync();
    }

    private static async Task TypeAsync(IPage page, string row, string title)
    {
        await page.OnRowAsync(row);
        await page.Keyboard.PressAsync("e");
        await page.Locator(".evidence-form").WaitForAsync();
        await page.FillEvidenceAsync(title, "Liaison officer", "2026-02-01");
        await page.Locator(".evidence-form select").Nth(0).SelectOptionAsync("B");
        await page.Locator(".evidence-form select").Nth(1).SelectOptionAsync("2");
        await page.Locator(".evidence-form select").Nth(2).SelectOptionAsync("Contradicts");
        // Each is kept as it is typed.
        await Expect(page.Locator("#desk[data-grid=ready]")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).filter(name => name.startsWith('drafts/')).length >= 6");
    }

    private static async Task AssertTypedAsync(IPage page, string title)
    {
        var fields = page.Locator(".evidence-form input");
        foreach (var (text, place) in ((string, int)[])[(title, 0), ("Liaison officer", 1), ("2026-02-01", 2), ("", 3), ("", 4)])
            await Expect(fields.Nth(place)).ToHaveValueAsync(text);
        foreach (var (value, place) in ((string, int)[])[("B", 0), ("2", 1), ("Contradicts", 2)])
            await Expect(page.Locator(".evidence-form select").Nth(place)).ToHaveValueAsync(value);
    }

    private static async Task ChangeAsync(IPage page, string title, string to)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Change the evidence “{title}”" }).ClickAsync();
        await page.Locator(".evidence-form input").First.FillAsync(to);
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(name => name.startsWith('drafts/'))");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
