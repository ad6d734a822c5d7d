using Dashboard.Core.Assessments;
using Dashboard.Data.Storage;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Work goes on, and nothing of it is lost, while the server is killed, the tab closed and the network cut.</summary>
public sealed class DurabilityTests(Site site) : IClassFixture<Site>
{
    private const string Country = "MNE";
    private static readonly (string Name, string Value)[] Room = [("Limits__RequestsPerMinute", "100000"), ("Limits__CircuitsPerPerson", "100")];

    [Fact]
    public async Task ServerKilledInTheMiddleOfEdits_ThreeTimes_LosesNothingThatSaidSaved_AndStoresTheRestOnceAsTyped()
    {
        var random = new Random(20261129);
        await using var served = await Served.DemonstrateAsync(Room);
        var before = await StoredAsync(served);
        var page = await OpenAsync(served);
        var rows = (await page.Locator("[data-indicator]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.indicator)")).Take(24).ToArray();
        var typed = new Dictionary<string, (int Level, string Why)>();
        for (var round = 0; round < 3; round++)
        {
            Task? killed = null;
            var last = random.Next(2, 5);
            for (var edit = 0; edit < 8; edit++)
            {
                var row = rows[(8 * round) + edit];
                typed[row] = await TypeAsync(page, row, random, before);
                // Not waited for: the server dies while it stores, while it answers, or just before it is asked.
                if (edit == last)
                    killed = served.KillAsync();
            }

            await killed!;
            await AssertSavedIsStoredAsync(served, page, typed);
            // What it does not say to be stored it says to be not saved, and the planner works on.
            await Expect(page.State(rows[(8 * round) + 7])).ToContainTextAsync("Not saved yet");
            await Expect(page.Locator("#unsaved")).ToContainTextAsync("Not saved:");
            await page.Row(rows[(8 * round) + 7]).Locator("[data-confidence=high]").ClickAsync();
            await served.StartAgainAsync();
            await AssertAllSavedAsync(page);
        }

        await AssertStoredOnceAsync(served, before, typed);
        Assert.Contains("is whole", await served.CommandAsync("audit", "verify"));
    }

    [Fact]
    public async Task TabClosedWhileTheServerIsDead_AndOpenedAgain_SendsWhatItHeld()
    {
        var random = new Random(11);
        await using var served = await Served.DemonstrateAsync(Room);
        var before = await StoredAsync(served);
        var page = await OpenAsync(served);
        await served.KillAsync();
        var typed = new Dictionary<string, (int Level, string Why)>();
        foreach (var row in (string[])["LAN-1", "NET-2", "ORG-3"])
            typed[row] = await TypeAsync(page, row, random, before);
        // Answered twice: the later one counts.
        typed["NET-2"] = await TypeAsync(page, "NET-2", random, before);
        await Expect(page.Locator("#unsaved")).ToContainTextAsync("Not saved: 3");
        await page.CloseAsync();

        await served.StartAgainAsync();
        var again = await page.Context.NewPageAsync();
        await again.GotoAsync($"{served.Address}/scoring/{Country}");
        await again.ReadyAsync();
        foreach (var (row, answer) in typed)
            await Expect(again.Row(row).Level(answer.Level)).ToHaveAttributeAsync("aria-pressed", "true");
        await AssertAllSavedAsync(again);
        await AssertStoredOnceAsync(served, before, typed);
    }

    [Fact]
    public async Task NetworkCutAndBack_SendsByItself_AndShowsWhatOthersDidMeanwhile()
    {
        var random = new Random(12);
        await using var served = await Served.DemonstrateAsync(Room);
        var before = await StoredAsync(served);
        var (page, other) = (await OpenAsync(served), await OpenAsync(served));
        await page.Context.SetOfflineAsync(true);
        var typed = new Dictionary<string, (int Level, string Why)>();
        foreach (var row in (string[])["LAN-1", "LAN-2", "INF-1"])
            typed[row] = await TypeAsync(page, row, random, before);
        await Expect(page.State("LAN-1")).ToContainTextAsync("Not saved yet: no connection");
        var theirs = await TypeAsync(other, "INF-2", random, before);
        await AssertAllSavedAsync(other);
        foreach (var row in typed.Keys)
            Assert.Equal(before.Scores.GetValueOrDefault(row), (await StoredAsync(served)).Scores.GetValueOrDefault(row));

        await page.Context.SetOfflineAsync(false);
        await AssertAllSavedAsync(page);
        await Expect(page.Row("INF-2").Level(theirs.Level)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator(".reconnect")).ToBeHiddenAsync();
        await AssertStoredOnceAsync(served, before, typed);
    }

    private static Task<Stored> StoredAsync(Served served) => Stored.OfAsync(new ContextFactory(served.Database), Country);

    private async Task<IPage> OpenAsync(Served served)
    {
        var page = await site.OpenAsync();
        await Acknowledged.ListenAsync(page);
        await page.GotoAsync($"{served.Address}/sign-in");
        await page.ClickAsync("button[value=planner-jpn]");
        await page.GotoAsync($"{served.Address}/scoring/{Country}");
        await page.ReadyAsync();
        return page;
    }

    /// <summary>Another level than the stored one, and why, without waiting for anything.</summary>
    private static async Task<(int Level, string Why)> TypeAsync(IPage page, string row, Random random, Stored before)
    {
        var level = ((before.Scores.GetValueOrDefault(row)?.Answer.Level ?? 0) + random.Next(1, 6)) % 6;
        var why = $"{row} <{random.Next(1000)}> 演習 «été»";
        await page.OnRowAsync(row);
        await page.Keyboard.PressAsync($"{level}");
        await page.Why().FillAsync(why);
        return (level, why);
    }

    private static async Task AssertAllSavedAsync(IPage page)
    {
        // Asked again after at most 15 seconds.
        await Expect(page.Locator("#unsaved")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await Expect(page.Locator(".is-saving, .is-not-saved, .is-conflict")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
    }

    // The server is dead, so that this is what it left.
    private static async Task AssertSavedIsStoredAsync(Served served, IPage page, Dictionary<string, (int Level, string Why)> typed)
    {
        var stored = await StoredAsync(served);
        foreach (var told in (await Acknowledged.OfAsync(page)).Where(told => told.Outcome == "saved"))
            Assert.Contains(told.Change, stored.Changes[told.Indicator].Select(change => change.Change));
        var saved = await page.Locator(".answer:has(.is-saved)").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.indicator)");
        foreach (var row in saved)
            Assert.Equal(typed[row], AnswerOf(stored.Scores[row]));
    }

    private static (int Level, string Why) AnswerOf(Score score) => (score.Answer.Level!.Value, score.Answer.Rationale);

    private static async Task AssertStoredOnceAsync(Served served, Stored before, Dictionary<string, (int Level, string Why)> typed)
    {
        var stored = await StoredAsync(served);
        foreach (var (row, answer) in typed)
        {
            Assert.Equal(answer, AnswerOf(stored.Scores[row]));
            var changes = stored.Changes[row].Except(before.Changes[row]).ToList();
            Assert.Equal(changes.Count, changes.Select(change => change.Change).Distinct().Count());
            // Each change made one version: none was stored twice.
            Assert.Equal((before.Scores.GetValueOrDefault(row)?.Version ?? 0) + changes.Count, stored.Scores[row].Version);
        }
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
