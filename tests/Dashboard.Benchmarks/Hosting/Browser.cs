using Microsoft.Playwright;

namespace Dashboard.Benchmarks.Hosting;

/// <summary>
/// A real Chromium, as the browser tests use it, but scheduled only when nothing else wants the processor: planners' browsers stand on machines
/// of their own. (A lower priority would not do: Chromium sets its own.)
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private readonly string _program;

    private Browser(IPlaywright playwright, IBrowser browser, string program) => (_playwright, _browser, _program) = (playwright, browser, program);

    public static async Task<Browser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var program = await ProgramAsync();
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                // Many pages of one site need no process each.
                "--disable-sync", "--renderer-process-limit=4",
            ],
        }), program);
    }

    private static async Task<string> ProgramAsync()
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("Pages are measured on Linux: the browser there can be made to wait for the server.");
        var program = Path.GetTempFileName();
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nexec chrt -i 0 '{Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium"}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return program;
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
        File.Delete(_program);
    }
}
