using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Tests.Accounts;
using Dashboard.Web.Accounts;
using Dashboard.Web.Security;
using Dashboard.Web.Tests.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests;

/// <summary>The real program on Kestrel over a data folder.</summary>
public class Server : IAsyncLifetime
{
    private readonly DataFolder _folder = new();
    private WebApplication _app = null!;

    public string DataPath => _folder.Path;

    protected virtual bool Demo => true;

    /// <summary>Room for all tests of a class: they ask from one address within one minute.</summary>
    protected virtual Limits Limits => new() { SignInsPerMinute = 10_000, ExportsPerMinute = 10_000, RequestsPerMinute = 100_000 };

    /// <summary>The server's time.</summary>
    protected virtual TimeProvider Clock => TimeProvider.System;

    /// <summary>Who signs an assessment: a reviewer alone, unless a test is about more.</summary>
    protected virtual SignOffTerms SignOff => SignOffTerms.ReviewerAlone;

    /// <summary>Who vouches for people; null for nobody.</summary>
    protected virtual IssuerOptions? Issuer => null;

    /// <summary>A service of the server's.</summary>
    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public virtual async ValueTask InitializeAsync()
    {
        await _folder.FillAsync($"server, demonstration {Demo}", Clock, async () => await (await BuildAsync()).DisposeAsync());
        await StartAsync();
    }

    /// <summary>Ends the server and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await _app.DisposeAsync();
        await StartAsync();
    }

    private async Task StartAsync()
    {
        _app = await BuildAsync();
        _app.Services.HashQuickly();
        await _app.StartAsync();
    }

    private Task<WebApplication> BuildAsync() =>
        DashboardApp.BuildAsync(new Settings(_folder.Options, ClassificationLadder.Default, "JPN", Demo) { Limits = Limits, OpenIdConnect = Issuer, SignOff = SignOff }, "http://127.0.0.1:0", Clock);

    public virtual async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _folder.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser without script that does not follow redirects; signed in as a persona unless it is null.</summary>
    public async Task<HttpClient> ClientAsync(string? persona = null, string language = "en")
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(_app.Urls.Single()) };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        if (persona is not null)
            Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(client, "/sign-in/persona", ("persona", persona))).StatusCode);
        return client;
    }

    /// <summary>Opens a page and sends its form, with what the page hides in it.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        var page = await (await client.GetAsync(address)).Content.ReadAsStringAsync();
        var form = Regex.Match(page, "<main.*?(<form.*?</form>)", RegexOptions.Singleline).Groups[1].Value;
        var hidden = Regex.Matches(form, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"").Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        return await client.PostAsync(address, new FormUrlEncodedContent(hidden.Concat(fields).ToDictionary(f => f.Item1, f => f.Item2)));
    }

    /// <summary>Opens a page and sends the form of this name on it, with what the page hides in it.</summary>
    public static async Task<HttpResponseMessage> SendNamedFormAsync(HttpClient client, string address, string name, params (string Name, string Value)[] fields)
    {
        var page = await (await client.GetAsync(address)).Content.ReadAsStringAsync();
        var form = Regex.Matches(page, "<form.*?</form>", RegexOptions.Singleline).FirstOrDefault(f => f.Value.Contains($"name=\"_handler\" value=\"{name}\"", StringComparison.Ordinal))?.Value ?? "";
        var hidden = Regex.Matches(form, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"").Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        return await client.PostAsync(address, new FormUrlEncodedContent(hidden.Where(h => fields.All(f => f.Name != h.Item1)).Concat(fields).ToDictionary(f => f.Item1, f => f.Item2)));
    }

    /// <summary>Sends a form as the sign-in page would.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync("/sign-in");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        return await client.PostAsync(address, new FormUrlEncodedContent(
            fields.Append((Name: "__RequestVerificationToken", Value: token)).ToDictionary(f => f.Name, f => f.Value)));
    }
}

/// <summary>The same without demonstration data.</summary>
public sealed class ServerWithoutDemonstration : Server
{
    protected override bool Demo => false;
}
