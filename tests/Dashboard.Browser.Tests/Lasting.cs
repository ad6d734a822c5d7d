using Dashboard.Core.Assessments;
using Dashboard.Data.Storage;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What is typed while things go wrong, and what must have become of it.</summary>
internal static class Lasting
{
    public const string Country = "MNE";

    /// <summary>Room for whoever types fast, and opens many pages.</summary>
    public static readonly (string Name, string Value)[] Room = [("Limits__RequestsPerMinute", "100000"), ("Limits__CircuitsPerPerson", "100")];

    public static Task<Stored> StoredAsync(this Served served) => Stored.OfAsync(new ContextFactory(served.Database), Country);

    /// <summary>The sheet as a planner has it open at an address.</summary>
    public static async Task<IPage> OpenOnAsync(this Site site, string address)
    {
        var page = await site.OpenAsync();
        await Acknowledged.ListenAsync(page);
        await page.GotoAsync($"{address}/sign-in");
        await page.ClickAsync("button[value=planner-jpn]");
        await page.GotoAsync($"{address}/scoring/{Country}");
        await page.ReadyAsync();
        return page;
    }

    /// <summary>Another level than the stored one, and why, without waiting for anything.</summary>
    public static async Task<(int Level, string Why)> TypeAsync(this IPage page, string row, Random random, Stored before)
    {
        var level = ((before.Scores.GetValueOrDefault(row)?.Answer.Level ?? 0) + random.Next(1, 6)) % 6;
        var why = $"{row} <{random.Next(1000)}> 演習 «été»";
        await page.OnRowAsync(row);
        await page.Keyboard.PressAsync($"{level}");
        await page.Why().FillAsync(why);
        return (level, why);
    }

    public static async Task AssertAllSavedAsync(this IPage page)
    {
        // Asked again after at most 15 seconds.
        await Assertions.Expect(page.Locator("#unsaved")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator(".is-saving, .is-not-saved, .is-conflict")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
    }

    /// <summary>What the page says to be saved is stored: read beside the server, as a dead one left it.</summary>
    public static async Task AssertSavedIsStoredAsync(this Served served, IPage page, Dictionary<string, (int Level, string Why)> typed)
    {
        var stored = await served.StoredAsync();
        foreach (var told in (await Acknowledged.OfAsync(page)).Where(told => told.Outcome == "saved"))
            Assert.Contains(told.Change, stored.Changes[told.Indicator].Select(change => change.Change));
        var saved = await page.Locator(".answer:has(.is-saved)").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.indicator)");
        foreach (var row in saved)
            Assert.Equal(typed[row], AnswerOf(stored.Scores[row]));
    }

    public static async Task AssertStoredOnceAsync(this Served served, Stored before, Dictionary<string, (int Level, string Why)> typed)
    {
        var stored = await served.StoredAsync();
        foreach (var (row, answer) in typed)
        {
            Assert.Equal(answer, AnswerOf(stored.Scores[row]));
            var changes = stored.Changes[row].Except(before.Changes[row]).ToList();
            Assert.Equal(changes.Count, changes.Select(change => change.Change).Distinct().Count());
            // Each change made one version: none was stored twice.
            Assert.Equal((before.Scores.GetValueOrDefault(row)?.Version ?? 0) + changes.Count, stored.Scores[row].Version);
        }
    }

    private static (int Level, string Why) AnswerOf(Score score) => (score.Answer.Level!.Value, score.Answer.Rationale);
}
