using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Storage;
using Dashboard.Data.Tests.Accounts;
using Dashboard.Data.Tests.Storage;
using Dashboard.Web.Security;
using Dashboard.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The real program on a real port with demonstration data, and a real browser that looks at it.</summary>
public class Site(Chromium chromium) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-browser-").FullName;
    private const string AnyPort = "http://127.0.0.1:0";

    private WebApplication _app = null!;
    private readonly ConcurrentBag<IBrowserContext> _opened = [];

    /// <summary>Room for all tests of a class: they ask from one address, and several as the same planner.</summary>
    protected virtual Limits Limits => new() { SignInsPerMinute = 10_000, ExportsPerMinute = 10_000, RequestsPerMinute = 100_000, CircuitsPerPerson = 1_000 };

    private Settings Settings => new(new DatabaseOptions { Folder = _folder }, ClassificationLadder.Default, "JPN", Demo) { Limits = Limits, Accounts = Accounts, SignOff = SignOff };

    protected virtual bool Demo => true;

    /// <summary>The server's time.</summary>
    protected virtual TimeProvider Clock => TimeProvider.System;

    protected virtual AccountOptions Accounts => new();

    /// <summary>Who signs an assessment: a reviewer alone, unless a test is about more.</summary>
    protected virtual SignOffTerms SignOff => SignOffTerms.ReviewerAlone;

    public virtual string Address => _app.Urls.Single();

    /// <summary>A service of the server's.</summary>
    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public virtual async ValueTask InitializeAsync()
    {
        await SetUpAsync(Settings, Clock);
        await StartAsync(AnyPort);
    }

    /// <summary>Ends the server and starts it again at the same address on the same data.</summary>
    public async Task RestartAsync()
    {
        var address = _app.Urls.Single();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await StartAsync(address);
    }

    private async Task StartAsync(string address)
    {
        _app = await DashboardApp.BuildAsync(Settings, address, Clock);
        _app.Services.HashQuickly();
        await _app.StartAsync();
    }

    /// <summary>Lets the program set an empty folder up, or takes a copy of one that it set up the same way.</summary>
    internal static Task SetUpAsync(Settings settings, TimeProvider clock) => KeptDatabase.FillAsync(
        $"demonstration {settings.Demo}" + (clock == TimeProvider.System ? "" : $" at {clock.GetUtcNow():O}"),
        settings.Database,
        async () => await (await DashboardApp.BuildAsync(settings, AnyPort, clock)).DisposeAsync());

    /// <summary>A page of a browser of its own, signed in as a persona unless it is null.</summary>
    public async Task<IPage> OpenAsync(string? persona = null, Look? look = null)
    {
        look ??= new Look();
        var context = await chromium.OpenAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = look.Script,
            Locale = look.Language,
        });
        _opened.Add(context);
        context.SetDefaultTimeout(90_000);
        if (persona is not null)
            await SignInAsync(context.APIRequest, persona);
        return await context.NewPageAsync();
    }

    // By the requests that the sign-in page makes; what it leads to is not looked at every time.
    private static async Task SignInAsync(IAPIRequestContext browser, string persona)
    {
        var page = await (await browser.GetAsync("/sign-in")).TextAsync();
        var form = browser.CreateFormData();
        form.Set("persona", persona).Set("__RequestVerificationToken", Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value);
        var answer = await browser.PostAsync("/sign-in/persona", new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(302, answer.Status);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _opened)
            await context.CloseAsync();
        await _app.DisposeAsync();
        await KeptDatabase.RemoveAsync(Settings.Database, _folder);
        GC.SuppressFinalize(this);
    }
}

/// <summary>How a page is looked at.</summary>
public sealed record Look(int Width = 1440, int Height = 900, bool Dark = false, string Language = "en", bool Script = true);
