using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What others do so that an auditor has something to read.</summary>
internal static class Auditing
{
    /// <summary>A planner answers and takes a list, somebody of another nation takes one too; then the page is loaded anew.</summary>
    public static async Task SomeEntriesAsync(IPage page)
    {
        var address = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        var planner = await SignedInAsync(page, address, "planner-jpn");
        await planner.GotoAsync("/scoring/MNE?at=LAN");
        await planner.ReadyAsync();
        var levels = planner.Row("LAN-2").Locator(".level");
        await levels.Nth(await levels.Nth(1).GetAttributeAsync("aria-pressed") == "true" ? 3 : 1).ClickAsync();
        await planner.Row("LAN-2").Locator(".is-saved").WaitForAsync();
        await planner.Context.APIRequest.GetAsync("/gaps/JPN.csv?against=NATO");
        await planner.Context.CloseAsync();
        var swiss = await SignedInAsync(page, address, "executive-che");
        await swiss.Context.APIRequest.GetAsync("/briefings/CHE.xlsx?against=NATO");
        await swiss.Context.CloseAsync();
        await page.ReloadAsync();
    }

    private static async Task<IPage> SignedInAsync(IPage page, string address, string persona)
    {
        var context = await page.Context.Browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = address });
        var other = await context.NewPageAsync();
        await other.GotoAsync("/sign-in");
        await other.ClickAsync($"button[value={persona}]");
        return other;
    }
}
