using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What people do on an assessment's way into reports, as the browser tests do it.</summary>
internal static class Reviewing
{
    /// <summary>Signs all areas that are this planner's, where they are to be signed.</summary>
    public static async Task SignAllAsync(IPage page)
    {
        if (await page.Locator(".signing").CountAsync() == 0)
            return;
        if (await page.Locator(".signing[open]").CountAsync() == 0)
            await page.Locator(".signing > summary").ClickAsync();
        await page.Locator(".signing > .button").ClickAsync();
        await page.Locator(".signing .choices .button.primary").ClickAsync();
        await page.Locator(".signing .signed").Nth(11).WaitForAsync();
    }

    /// <summary>Agrees to each answer that is said not to apply.</summary>
    public static async Task AgreeToAllAsync(this IPage page)
    {
        var agree = page.Locator(".agree button");
        while (await agree.CountAsync() is > 0 and var left)
        {
            await agree.First.ClickAsync();
            await Assertions.Expect(agree).ToHaveCountAsync(left - 1);
        }
    }

    /// <summary>Does something after which the page is loaded anew by itself, and waits for the new one.</summary>
    public static async Task AnewAsync(this IPage page, Func<Task> work)
    {
        await page.EvaluateAsync("window.isOld = true");
        await work();
        await page.WaitForFunctionAsync("() => !window.isOld && document.querySelector('[data-interactive=true]')");
    }

    /// <summary>Says something of the answer that the page is on, once.</summary>
    public static async Task CommentAsync(IPage page)
    {
        await page.ReadyAsync();
        if (await page.Locator(".thread").CountAsync() == 0)
        {
            await page.Locator(".threads .say textarea").Last.FillAsync("Which exercise shows level 1?\nThe report of 2025 says otherwise.");
            await page.Locator(".threads .say [type=submit]").Last.ClickAsync();
            await page.Locator(".thread").WaitForAsync();
        }

        await page.Locator(".threads").ScrollIntoViewIfNeededAsync();
    }

    /// <summary>Unfolds the return of what is in review.</summary>
    public static async Task BeginReturnAsync(IPage page)
    {
        await CommentAsync(page);
        await page.Locator(".steps button[aria-expanded]").ClickAsync();
        await page.Locator(".return-form textarea").FillAsync("Two answers do not fit what the exercise report says.");
    }

    /// <summary>Sends what is in review back, once.</summary>
    public static async Task ReturnAsync(IPage page)
    {
        await page.ReadyAsync();
        if (await page.Locator(".steps button[aria-expanded]").CountAsync() == 0)
            return;
        await BeginReturnAsync(page);
        await page.Locator(".return-form [type=submit]").ClickAsync();
        await page.Locator(".return-form").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Brings a revision that this planner answered to review, unless it is there already; in English the first time.</summary>
    public static async Task SendAsync(IPage page)
    {
        await page.ReadyAsync();
        if (await page.Locator(".checks[open]").CountAsync() > 0)
            return;
        await page.AnewAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Begin a revision", Exact = true }).ClickAsync());
        var send = page.GetByRole(AriaRole.Button, new() { Name = "Send for review" });
        await send.WaitForAsync();
        await page.Row("LAN-1").Level(1).ClickAsync();
        await page.Row("LAN-1").Locator(".is-saved").WaitForAsync();
        await SignAllAsync(page);
        await page.AnewAsync(() => send.ClickAsync());
        await page.Locator(".checks[open]").WaitForAsync();
    }
}
