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

    /// <summary>What is chosen while the server is gone, with a note that is too long.</summary>
    public static async Task LoseServerAsync(IPage page)
    {
        await BeginAsync(page);
        await page.RouteAsync("**/scoring/opinion-changes", route => route.AbortAsync());
        await page.Row("LAN-2").Locator("textarea").FillAsync(new string('x', 4321));
        await page.Row("LAN-2").Locator(".is-not-saved").WaitForAsync();
    }

    /// <summary>Asks to hand it in, and does not.</summary>
    public static async Task AskAsync(IPage page)
    {
        await BeginAsync(page);
        await page.Locator(".opinion-bar .button.primary").First.ClickAsync();
        await page.Locator(".opinion-ask:visible").WaitForAsync();
    }

    /// <summary>Chooses a level and waits until it is saved, unless it is chosen already.</summary>
    public static async Task SayAsync(this IPage page, string indicator, int level)
    {
        var choice = page.Row(indicator).Locator($"input[value='{level}']");
        if (await choice.IsCheckedAsync())
            return;
        await choice.CheckAsync(new LocatorCheckOptions { Force = true });
        await page.Row(indicator).Locator(".is-saved").WaitForAsync();
        await page.WaitForSelectorAsync(".opinion[data-unsaved=false]");
    }
}
