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

    /// <summary>The row of an indicator.</summary>
    public static ILocator Row(this IPage page, string indicator) => page.Locator($"[data-indicator={indicator}]");

    /// <summary>The key of a level.</summary>
    public static ILocator Level(this ILocator row, int level) => row.Locator(".level").Nth(level);

    /// <summary>Lets the same person answer REL-2 in two windows, so that this one is told of a conflict.</summary>
    public static async Task MakeConflictAsync(IPage page)
    {
        await page.ReadyAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await other.ReadyAsync();
        var levels = other.Row("REL-2").Locator(".level");
        var free = await levels.Nth(1).GetAttributeAsync("aria-pressed") == "true" ? 3 : 1;
        await levels.Nth(free).ClickAsync();
        await other.Row("REL-2").Locator(".is-saved").WaitForAsync();
        await page.Row("REL-2").Level(2).ClickAsync();
        await page.Row("REL-2").Locator(".conflict").WaitForAsync();
        await other.CloseAsync();
    }

    /// <summary>Opens the question why XDM-3 does not apply.</summary>
    public static async Task AskReasonAsync(IPage page)
    {
        await page.ReadyAsync();
        await page.Row("XDM-2").Level(2).ClickAsync();
        await page.Row("XDM-3").Locator(".other button").Nth(1).ClickAsync();
        await page.Row("XDM-3").Locator(".reason").WaitForAsync();
    }

    /// <summary>Unfolds what to look at before the review.</summary>
    public static async Task UnfoldChecksAsync(IPage page)
    {
        await page.ReadyAsync();
        await page.Locator(".checks > summary").ClickAsync();
    }

    /// <summary>Brings a revision that this planner answered to review, unless it is there already; in English the first time.</summary>
    public static async Task SendAsync(IPage page)
    {
        await page.ReadyAsync();
        if (await page.Locator(".checks[open]").CountAsync() > 0)
            return;
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin a revision" }).ClickAsync();
        var send = page.GetByRole(AriaRole.Button, new() { Name = "Send for review" });
        await send.WaitForAsync();
        await page.ReadyAsync();
        await page.Row("LAN-1").Level(1).ClickAsync();
        await page.Row("LAN-1").Locator(".is-saved").WaitForAsync();
        await send.ClickAsync();
        await page.Locator(".checks[open]").WaitForAsync();
        await page.ReadyAsync();
    }
}
