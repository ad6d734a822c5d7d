using System.Text.Json;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What a planner does on the scoring page, as the browser tests do it.</summary>
internal static class Scoring
{
    /// <summary>Waits until the page answers to clicks.</summary>
    public static Task ReadyAsync(this IPage page) => page.WaitForSelectorAsync("[data-interactive=true]");

    /// <summary>The page as it is before its script runs: as the server sent it.</summary>
    public static async Task BeforeScriptAsync(IPage page)
    {
        await page.RouteAsync("**/blazor.web*.js", route => route.AbortAsync());
        await page.ReloadAsync();
        await page.UnrouteAllAsync();
    }

    /// <summary>A sheet as its planner sees it.</summary>
    public static async Task<IPage> SheetAsync(this Site site, string country, string at, string persona = "planner-jpn", Look? look = null)
    {
        var page = await site.OpenAsync(persona, look);
        await page.GotoAsync($"/scoring/{country}?at={at}");
        await page.ReadyAsync();
        return page;
    }

    /// <summary>My work while somebody has an estimate open.</summary>
    public static async Task OpenBesideAsync(IPage page)
    {
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/scoring/MNE?at=LAN");
        await other.ReadyAsync();
        await page.ReloadAsync();
    }

    /// <summary>The level that is stored; null if there is none.</summary>
    public static async Task<int?> StoredLevelAsync(this IPage page, string country, string indicator) =>
        (await page.StoredLevelsAsync(country)).GetValueOrDefault(indicator);

    /// <summary>The levels that are stored, by indicator.</summary>
    public static async Task<Dictionary<string, int?>> StoredLevelsAsync(this IPage page, string country)
    {
        var answer = await page.APIRequest.GetAsync($"/gaps/{country}.json?preview=true");
        using var report = JsonDocument.Parse(await answer.TextAsync());
        return report.RootElement.GetProperty("indicators").EnumerateArray().ToDictionary(
            i => i.GetProperty("code").GetString()!, i => i.TryGetProperty("level", out var level) ? level.GetInt32() : (int?)null);
    }

    /// <summary>The row of an indicator.</summary>
    public static ILocator Row(this IPage page, string indicator) => page.Locator($"[data-indicator={indicator}]");

    /// <summary>The key of a level.</summary>
    public static ILocator Level(this ILocator row, int level) => row.Locator(".level").Nth(level);

    /// <summary>Puts the keys on a row.</summary>
    public static Task OnRowAsync(this IPage page, string indicator) => page.Row(indicator).Locator(".what").FocusAsync();

    /// <summary>What became of the last change of a row.</summary>
    public static ILocator State(this IPage page, string indicator) => page.Row(indicator).Locator(".row-state");

    /// <summary>Why the level of the row that the planner is on was chosen.</summary>
    public static ILocator Why(this IPage page) => page.GetByLabel("Why this level");

    /// <summary>Lets the same person answer REL-2 in two windows while one of them has no connection, so that this one is told of a conflict.</summary>
    public static async Task MakeConflictAsync(IPage page)
    {
        await page.ReadyAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await other.ReadyAsync();
        await page.WithoutConnectionAsync(async () =>
        {
            await page.Row("REL-2").Level(2).ClickAsync();
            await page.Row("REL-2").Locator(".is-not-saved").WaitForAsync();
            var free = await other.Row("REL-2").Level(1).GetAttributeAsync("aria-pressed") == "true" ? 3 : 1;
            await other.Row("REL-2").Level(free).ClickAsync();
            await other.Row("REL-2").Locator(".is-saved").WaitForAsync();
        });
        await page.Row("REL-2").Locator(".conflict").WaitForAsync();
        await other.CloseAsync();
    }

    /// <summary>Does something while what this page sends is lost.</summary>
    public static async Task WithoutConnectionAsync(this IPage page, Func<Task> work)
    {
        await page.RouteAsync("**/scoring/changes", route => route.AbortAsync());
        await work();
        await page.UnrouteAllAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
    }

    /// <summary>Opens the question why XDM-3 does not apply.</summary>
    public static async Task AskReasonAsync(IPage page)
    {
        await page.ReadyAsync();
        await page.Row("XDM-2").Level(2).ClickAsync();
        await page.Row("XDM-3").Locator(".what").ClickAsync();
        await page.Row("XDM-3").Locator("[data-state=not-applicable]").ClickAsync();
        await page.Row("XDM-3").Locator(".reason").WaitForAsync();
    }

    /// <summary>Fills in the form of evidence that is open, in its order: title, source, date, expiry, reference.</summary>
    public static async Task FillEvidenceAsync(this IPage page, string title, string source, string date, string expiry = "", string reference = "")
    {
        var fields = page.Locator(".evidence-form input");
        foreach (var (text, place) in ((string, int)[])[(title, 0), (source, 1), (date, 2), (expiry, 3), (reference, 4)])
            await fields.Nth(place).FillAsync(text);
    }

    /// <summary>Evidence that is typed and not stored, after the page was loaded anew.</summary>
    public static async Task LeaveTypedAsync(IPage page)
    {
        await page.ReadyAsync();
        await page.Locator("#desk[data-grid=ready]").WaitForAsync();
        if (await page.Locator("#drafts").IsVisibleAsync())
            return;
        await page.Locator(".evidence > .button").ClickAsync();
        await page.FillEvidenceAsync("Report on the exercise", "Ministry of Defence", "2026-05-16");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).filter(name => name.startsWith('drafts/')).length >= 3");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.ReloadAsync();
        await page.Locator("#drafts").WaitForAsync();
        await page.ReadyAsync();
    }

    /// <summary>The same, and shown.</summary>
    public static async Task GoOnTypedAsync(IPage page)
    {
        await LeaveTypedAsync(page);
        await page.Locator("#drafts button").First.ClickAsync();
        await page.Locator(".evidence-form").WaitForAsync();
    }

    /// <summary>The page while it has lost its server: an answer waits, and the foot says so.</summary>
    public static async Task LoseServerAsync(IPage page)
    {
        await page.ReadyAsync();
        await page.RouteAsync("**/scoring/changes", route => route.AbortAsync());
        await page.Row("REL-3").Level(await page.Row("REL-3").Level(2).GetAttributeAsync("aria-pressed") == "true" ? 3 : 2).ClickAsync();
        await page.Row("REL-3").Locator(".is-not-saved").WaitForAsync();
        await page.EvaluateAsync("document.getElementById('components-reconnect-modal').classList.add('components-reconnect-show')");
    }

    /// <summary>The page once a fault of the server has ended its circuit.</summary>
    public static async Task LoseCircuitAsync(IPage page)
    {
        await page.ReadyAsync();
        await page.EvaluateAsync("document.getElementById('blazor-error-ui').style.display = 'block'");
    }

    /// <summary>Evidence for and against the level of CTR-1, one piece about to expire and one expired; once.</summary>
    public static async Task ShowEvidenceAsync(IPage page)
    {
        await page.ReadyAsync();
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var (title, expiry, against) in ((string, DateOnly, bool)[])
        [
            ("Law on active cyber defence", day.AddDays(400), false), ("Report on the exercise", day.AddDays(30), false), ("Review by the ally’s auditor", day, true),
        ])
        {
            if (await page.Locator(".piece-title").GetByText(title).CountAsync() > 0)
                continue;
            await page.Locator(".evidence > .button").ClickAsync();
            await page.FillEvidenceAsync(title, "Ministry of Defence", "2025-05-16", expiry.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), against ? "MOD 17/2025" : "https://example.org/reports/17");
            await page.Locator(".evidence-form select").Nth(0).SelectOptionAsync("B");
            await page.Locator(".evidence-form select").Nth(1).SelectOptionAsync("2");
            await page.Locator(".evidence-form select").Nth(2).SelectOptionAsync(against ? "Contradicts" : "Supports");
            await page.Locator(".evidence-form .primary").ClickAsync();
            await page.Locator(".piece-title").GetByText(title).WaitForAsync();
        }

        await page.Locator(".evidence").ScrollIntoViewIfNeededAsync();
    }

    /// <summary>A piece of evidence that is refused, in its form.</summary>
    public static async Task BeRefusedEvidenceAsync(IPage page)
    {
        await ShowEvidenceAsync(page);
        await page.Locator(".evidence > .button").ClickAsync();
        await page.FillEvidenceAsync("Minutes", "Embassy", "2999-01-01", reference: "javascript:alert(1)");
        await page.Locator(".evidence-form .primary").ClickAsync();
        await page.Locator(".evidence-form .alert").WaitForAsync();
        await page.Locator(".evidence-form .choices").ScrollIntoViewIfNeededAsync();
    }

    /// <summary>A title that is too long, in the form of evidence.</summary>
    public static async Task PasteTooLongAsync(IPage page)
    {
        await page.ReadyAsync();
        await page.Locator(".evidence > .button").ClickAsync();
        await page.FillEvidenceAsync(string.Concat(Enumerable.Repeat("Report on the exercise ", 230)), "Ministry of Defence", "2026-05-16");
        await page.Locator(".evidence-form .too-long").WaitForAsync();
        await page.Locator(".evidence-form h4").ScrollIntoViewIfNeededAsync();
    }

    /// <summary>The history of CTR-1.</summary>
    public static async Task ShowHistoryAsync(IPage page)
    {
        await ShowEvidenceAsync(page);
        await page.Locator(".history .link").ClickAsync();
        await page.Locator(".history li").First.WaitForAsync();
        await page.Locator(".history li").Last.ScrollIntoViewIfNeededAsync();
    }

    /// <summary>Unfolds what to look at before the review.</summary>
    public static async Task UnfoldChecksAsync(IPage page)
    {
        await page.ReadyAsync();
        await page.Locator(".checks > summary").ClickAsync();
    }
    /// <summary>Unfolds who signed which area, and asks to sign them all.</summary>
    public static async Task UnfoldSigningAsync(IPage page)
    {
        await page.ReadyAsync();
        await page.Locator(".signing > summary").ClickAsync();
        await page.Locator(".signing > .button").ClickAsync();
    }
}
