using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What a reviewer does on the page of second opinions, as the browser tests do it.</summary>
internal static class Opinions
{
    /// <summary>Begins a second opinion, unless it is begun already, and scores two indicators; in any language.</summary>
    public static async Task BeginAsync(IPage page)
    {
        if (await page.Locator("main form .button.primary:visible").CountAsync() > 0)
            await page.Locator("main form .button.primary:visible").ClickAsync();
        await page.ReadyAsync();
        await page.SayAsync("LAN-1", 3);
        await page.SayAsync("LAN-2", 1);
    }

    /// <summary>Opens a second opinion on MNE, and begins it if it is not begun.</summary>
    public static async Task OpenOpinionAsync(this IPage page)
    {
        await page.GotoAsync("/scoring/MNE/opinion");
        if (await page.Locator("main form .button.primary:visible").CountAsync() > 0)
            await page.Locator("main form .button.primary:visible").ClickAsync();
        await page.ReadyAsync();
    }

    /// <summary>Asks to hand it in, and does not.</summary>
    public static async Task AskAsync(IPage page)
    {
        await BeginAsync(page);
        await page.Locator(".opinion-bar .button.primary").First.ClickAsync();
        await page.Locator(".opinion-ask").WaitForAsync();
    }

    /// <summary>Chooses a level and waits until it is saved.</summary>
    public static async Task SayAsync(this IPage page, string indicator, int level)
    {
        await page.Row(indicator).Locator($"input[value='{level}']").CheckAsync(new LocatorCheckOptions { Force = true });
        await page.Row(indicator).Locator(".is-saved").WaitForAsync();
        await page.WaitForSelectorAsync(".opinion[data-unsaved=false]");
    }
}
