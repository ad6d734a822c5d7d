using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What a releasing officer does, as the browser tests do it.</summary>
internal static class Releasing
{
    /// <summary>From the list to the page on which the release of Japan's own assessment is decided.</summary>
    public static Task OpenJapanAsync(IPage page) => OpenAsync(page, 1);

    /// <summary>The same for the estimate of Moldova, whose correction waits.</summary>
    public static Task OpenMoldovaAsync(IPage page) => OpenAsync(page, 0);

    /// <summary>Looks at what releasing Japan's to NATO and Switzerland, and no longer to Australia, would change.</summary>
    public static async Task LookAsync(IPage page)
    {
        await OpenJapanAsync(page);
        await page.Locator("input[value=NATO]").CheckAsync();
        await page.Locator("input[name=nations]").FillAsync("CHE, GBR, USA");
        await page.Locator(".audience button").ClickAsync();
        await page.Locator(".decision").WaitForAsync();
    }

    /// <summary>Names a nation that does not exist.</summary>
    public static async Task MistypeAsync(IPage page)
    {
        await OpenJapanAsync(page);
        await page.Locator("input[name=nations]").FillAsync("CHE, Hansa");
        await page.Locator(".audience button").ClickAsync();
        await page.Locator(".alert").WaitForAsync();
    }

    // By their places: names of countries are in the reader's language.
    private static async Task OpenAsync(IPage page, int table)
    {
        await page.Locator("table.releases").Nth(table).Locator("tbody a").First.ClickAsync();
        await page.Locator(".audience").WaitForAsync();
    }
}
