using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Work goes on, and nothing of it is lost, while the server is killed, the tab closed and the network cut.</summary>
public sealed class DurabilityTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task ServerKilledInTheMiddleOfEdits_ThreeTimes_LosesNothingThatSaidSaved_AndStoresTheRestOnceAsTyped()
    {
        var random = new Random(20261129);
        await using var served = await Served.DemonstrateAsync(Lasting.Room);
        var before = await served.StoredAsync();
        var page = await site.OpenOnAsync(served.Address);
        var rows = (await page.Locator("[data-indicator]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.indicator)")).Take(24).ToArray();
        var typed = new Dictionary<string, (int Level, string Why)>();
        for (var round = 0; round < 3; round++)
        {
            Task? killed = null;
            var last = random.Next(2, 5);
            for (var edit = 0; edit < 8; edit++)
            {
                var row = rows[(8 * round) + edit];
                typed[row] = await page.TypeAsync(row, random, before);
                // Not waited for: the server dies while it stores, while it answers, or just before it is asked.
                if (edit == last)
                    killed = served.KillAsync();
            }

            await killed!;
            await served.AssertSavedIsStoredAsync(page, typed);
            // What it does not say to be stored it says to be not saved, and the planner works on.
            await Expect(page.State(rows[(8 * round) + 7])).ToContainTextAsync("Not saved yet");
            await Expect(page.Locator("#unsaved")).ToContainTextAsync("Not saved:");
            await page.Row(rows[(8 * round) + 7]).Locator("[data-confidence=high]").ClickAsync();
            await served.StartAgainAsync();
            await page.AssertAllSavedAsync();
        }

        await served.AssertStoredOnceAsync(before, typed);
        Assert.Contains("is whole", await served.CommandAsync("audit", "verify"));
    }

    [Fact]
    public async Task TabClosedWhileTheServerIsDead_AndOpenedAgain_SendsWhatItHeld()
    {
        var random = new Random(11);
        await using var served = await Served.DemonstrateAsync(Lasting.Room);
        var before = await served.StoredAsync();
        var page = await site.OpenOnAsync(served.Address);
        await served.KillAsync();
        var typed = new Dictionary<string, (int Level, string Why)>();
        foreach (var row in (string[])["LAN-1", "NET-2", "ORG-3"])
            typed[row] = await page.TypeAsync(row, random, before);
        // Answered twice: the later one counts.
        typed["NET-2"] = await page.TypeAsync("NET-2", random, before);
        await Expect(page.Locator("#unsaved")).ToContainTextAsync("Not saved: 3");
        await page.CloseAsync();

        await served.StartAgainAsync();
        var again = await page.Context.NewPageAsync();
        await again.GotoAsync($"{served.Address}/scoring/{Lasting.Country}");
        await again.ReadyAsync();
        foreach (var (row, answer) in typed)
            await Expect(again.Row(row).Level(answer.Level)).ToHaveAttributeAsync("aria-pressed", "true");
        await again.AssertAllSavedAsync();
        await served.AssertStoredOnceAsync(before, typed);
    }

    [Fact]
    public async Task NetworkCutAndBack_SendsByItself_AndShowsWhatOthersDidMeanwhile()
    {
        var random = new Random(12);
        await using var served = await Served.DemonstrateAsync(Lasting.Room);
        var before = await served.StoredAsync();
        var (page, other) = (await site.OpenOnAsync(served.Address), await site.OpenOnAsync(served.Address));
        await page.Context.SetOfflineAsync(true);
        var typed = new Dictionary<string, (int Level, string Why)>();
        foreach (var row in (string[])["LAN-1", "LAN-2", "INF-1"])
            typed[row] = await page.TypeAsync(row, random, before);
        await Expect(page.State("LAN-1")).ToContainTextAsync("Not saved yet: no connection");
        var theirs = await other.TypeAsync("INF-2", random, before);
        await other.AssertAllSavedAsync();
        foreach (var row in typed.Keys)
            Assert.Equal(before.Scores.GetValueOrDefault(row), (await served.StoredAsync()).Scores.GetValueOrDefault(row));

        await page.Context.SetOfflineAsync(false);
        await page.AssertAllSavedAsync();
        await Expect(page.Row("INF-2").Level(theirs.Level)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator(".reconnect")).ToBeHiddenAsync();
        await served.AssertStoredOnceAsync(before, typed);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
