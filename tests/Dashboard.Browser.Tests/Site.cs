using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Dashboard.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The real program on a real port with demonstration data, and a real browser that looks at it.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-browser-").FullName;
    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public string Address => _app.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        _app = await DashboardApp.BuildAsync(new Settings(new DatabaseOptions { Folder = _folder }, ClassificationLadder.Default, "JPN", Demo: true), "http://127.0.0.1:0");
        await _app.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public Task<IPage> OpenAsync() => _browser.NewPageAsync(new BrowserNewPageOptions { BaseURL = Address });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
