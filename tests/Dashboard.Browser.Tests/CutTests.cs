using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The network is cut for longer than anything waits: a save 10 seconds, a circuit 30.</summary>
public sealed class CutTests(Site site) : IClassFixture<Site>
{
    private static readonly LocatorAssertionsToBeVisibleOptions Long = new() { Timeout = 60_000 };

    [Fact]
    public async Task NetworkCutForAMinute_LosesNothing_SendsAllWithoutAReload_AndShowsWhatOthersDidMeanwhile()
    {
        var random = new Random(13);
        await using var served = await Served.DemonstrateAsync(Lasting.Room);
        await using var cable = new Cable(served.Address);
        var before = await served.StoredAsync();
        var (page, other) = (await site.OpenOnAsync(cable.Address), await site.OpenOnAsync(served.Address));
        var faults = new List<string>();
        page.PageError += (_, fault) => faults.Add(fault);
        var typed = new Dictionary<string, (int Level, string Why)> { ["LAN-4"] = await page.TypeAsync("LAN-4", random, before) };
        await Expect(page.State("LAN-4")).ToContainTextAsync("✓ Saved");
        await page.OnRowAsync("LAN-4");
        await page.Keyboard.PressAsync("e");
        await page.Locator(".evidence-form").WaitForAsync();

        cable.Cut();
        await page.EvaluateAsync("window.cutAt = performance.now()");
        // Nobody has noticed: what is typed behind the row goes into the void, and so does a change that is on its way.
        await page.FillEvidenceAsync("Rapport 演習 <b>", "Liaison officer", "2026-02-01");
        await page.Locator(".against select").SelectOptionAsync("EU");
        await page.Locator(".history .link").ClickAsync();
        foreach (var row in (string[])["LAN-1", "LAN-2", "INF-1"])
            typed[row] = await page.TypeAsync(row, random, before);
        foreach (var row in (string[])["LAN-1", "LAN-2", "INF-1"])
            await Expect(page.State(row)).ToContainTextAsync("Not saved yet: no connection");

        // Now everybody has.
        await Expect(page.Locator(".reconnect")).ToBeVisibleAsync(Long);
        await Expect(page.Locator(".evidence-form")).ToBeHiddenAsync();
        await page.OnRowAsync("LAN-4");
        await page.Locator(".evidence-form input").Nth(4).FillAsync("MOD 17/2026");
        await page.Locator(".evidence-form select").Nth(0).SelectOptionAsync("B");
        await page.Locator(".threads .say textarea").FillAsync("Which exercise\nshows it?");
        await page.Locator(".evidence-form .primary").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).GetByText("Not done: there is no connection")).ToBeAttachedAsync();
        foreach (var row in (string[])["INF-3", "LAN-2"])
            typed[row] = await page.TypeAsync(row, random, before);
        var theirs = await other.TypeAsync("INF-2", random, before);
        await other.AssertAllSavedAsync();
        await page.WaitForFunctionAsync("() => performance.now() - window.cutAt > 61000");
        await Expect(page.Locator("#unsaved")).ToContainTextAsync("Not saved: 4");
        foreach (var row in (string[])["LAN-1", "LAN-2", "INF-1", "INF-3"])
            await Expect(page.State(row)).ToContainTextAsync("Not saved yet: no connection");
        await served.AssertSavedIsStoredAsync(page, typed);

        // On the row behind which was typed: its form stands as it was, and the circuit has heard nothing of it.
        await page.OnRowAsync("LAN-4");
        cable.Mend();
        await page.AssertAllSavedAsync();
        await Expect(page.Locator(".reconnect")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(page.Row("INF-2").Level(theirs.Level)).ToHaveAttributeAsync("aria-pressed", "true");
        await served.AssertStoredOnceAsync(before, typed);
        // What was chosen meanwhile holds, and what was pressed is to be looked at.
        await Expect(page.Locator(".steps a.button").First).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("against=EU"));
        await Expect(page.GetByRole(AriaRole.Alert).GetByText("look whether it was done")).ToBeAttachedAsync();

        // As it was typed, before and after somebody noticed, it is stored by whoever goes on.
        await page.Locator(".evidence-form .primary").ClickAsync();
        await page.Locator(".threads .say [type=submit]").ClickAsync();
        await AssertBehindAsync(page);
        Assert.Equal("{}", await page.EvaluateAsync<string>("JSON.stringify(localStorage)"));
        Assert.True(await page.EvaluateAsync<bool>("window.cutAt > 0"), "the page was loaded anew");
        Assert.Empty(faults);
        await page.GotoAsync($"{served.Address}/scoring/{Lasting.Country}?at=LAN-4");
        await AssertBehindAsync(page);
    }

    [Fact]
    public async Task CircuitThatWaitedTooLong_IsMadeAnew_AndGoesOnWithWhatWasTyped()
    {
        // Three minutes otherwise.
        site.Get<IOptions<CircuitOptions>>().Value.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(1);
        await using var cable = new Cable(site.Address);
        var page = await site.OpenOnAsync(cable.Address);
        var faults = new List<string>();
        page.PageError += (_, fault) => faults.Add(fault);
        await page.OnRowAsync("NET-2");
        await page.Keyboard.PressAsync("e");
        await page.Locator(".evidence-form").WaitForAsync();
        await page.FillEvidenceAsync("Rapport 演習 <b>", "Liaison officer", "2026-02-01");

        cable.Cut(isTold: true);
        await Expect(page.Locator(".reconnect")).ToBeVisibleAsync(Long);
        await page.EvaluateAsync("() => { delete document.getElementById('desk').dataset.interactive; window.cutAt = performance.now(); }");
        await page.Locator(".evidence-form input").Nth(4).FillAsync("MOD 17/2026");
        await page.Row("NET-1").Level(await page.Row("NET-1").Level(1).GetAttributeAsync("aria-pressed") == "true" ? 3 : 1).ClickAsync();
        await Expect(page.State("NET-1")).ToContainTextAsync("Not saved yet");
        await page.WaitForFunctionAsync("() => performance.now() - window.cutAt > 4000");

        cable.Mend();
        // By the new circuit: one that was only found again does not say it once more.
        await page.ReadyAsync();
        await page.AssertAllSavedAsync();
        await page.Locator("#drafts").GetByText("Show it").ClickAsync();
        await Expect(page.Locator(".evidence-form input").Nth(4)).ToHaveValueAsync("MOD 17/2026");
        await page.Locator(".evidence-form .primary").ClickAsync();
        await Expect(page.Locator(".piece")).ToContainTextAsync("MOD 17/2026");
        await Expect(page.Locator(".piece-title")).ToHaveTextAsync("Rapport 演習 <b>");
        Assert.True(await page.EvaluateAsync<bool>("window.cutAt > 0"), "the page was loaded anew");
        Assert.Empty(faults);
    }

    private static async Task AssertBehindAsync(IPage page)
    {
        var piece = page.Locator(".piece");
        await Expect(piece.Locator(".piece-title")).ToHaveTextAsync("Rapport 演習 <b>");
        await Expect(piece).ToContainTextAsync("Liaison officer");
        await Expect(piece).ToContainTextAsync("MOD 17/2026");
        await Expect(piece.Locator(".grade b")).ToContainTextAsync("B");
        await Expect(page.Locator(".thread .said-text")).ToHaveTextAsync("Which exercise\nshows it?");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
