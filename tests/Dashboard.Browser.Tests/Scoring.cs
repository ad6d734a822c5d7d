using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What a planner does on the scoring page, as the browser tests do it.</summary>
internal static class Scoring
{
    /// <summary>Waits until the page answers to clicks.</summary>
    public static Task ReadyAsync(this IPage page) => page.WaitForSelectorAsync("[data-interactive=true]");

    /// <summary>The row of an indicator.</summary>
    public static ILocator Row(this IPage page, string indicator) => page.Locator($"[data-indicator={indicator}]");

    /// <summary>The key of a level.</summary>
    public static ILocator Level(this ILocator row, int level) => row.Locator(".level").Nth(level);
}
