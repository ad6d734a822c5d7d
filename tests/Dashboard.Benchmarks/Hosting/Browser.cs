using Microsoft.Playwright;

namespace Dashboard.Benchmarks.Hosting;

/// <summary>A real Chromium, as the browser tests use it.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                // Many pages of one site need no process each.
                "--disable-sync", "--renderer-process-limit=4",
            ],
        }));
    }

    /// <summary>A browser with an empty cache, signed in as a persona unless it is null.</summary>
    public async Task<IBrowserContext> PersonAsync(string address, string? persona)
    {
        var options = new BrowserNewContextOptions { BaseURL = address, Locale = "en" };
        if (persona is null)
            return await _browser.NewContextAsync(options);
        await using var signingIn = await _browser.NewContextAsync(options);
        var page = await signingIn.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.ClickAsync($"button[value={persona}]");
        options.StorageState = await signingIn.StorageStateAsync();
        return await _browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
