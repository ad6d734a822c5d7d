using System.Net;
using System.Security.Claims;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Tests.Storage;
using Dashboard.Web.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Web.Tests.Accounts;

/// <summary>A session holds from request to request, and what an administrator changes holds at the next one.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly RealServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.AddAsync(RealServer.Hanako);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Cookie_HoldsTheSessionOnly_AndNoScriptReadsIt()
    {
        using var client = await _server.ClientAsync();
        var cookie = (await RealServer.SignInAsync(client)).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.DoesNotContain("expires", cookie);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-3)]
    public async Task Cookie_TamperedWith_IsNobodys(int place)
    {
        using var client = await _server.ClientAsync();
        var cookie = (await RealServer.SignInAsync(client)).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal)).Split(';')[0]["session=".Length..];
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(cookie));
        var at = place < 0 ? cookie.Length + place : place;
        var log = new Warnings();
        _server.Get<ILoggerFactory>().AddProvider(log);
        var changed = cookie[..at] + (cookie[at] == 'A' ? 'B' : 'A') + cookie[(at + 1)..];
        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(changed));
        Assert.Contains(log.Said, line => line.Contains("Refused the session cookie of GET /scoring", StringComparison.Ordinal));
        using var answer = await GetWithAsync("/sign-in", changed);
        Assert.Contains("The session that your browser sent cannot be used", await answer.Content.ReadAsStringAsync());
        // One that is fine, and one that ended, is not told so.
        using var own = await GetWithAsync("/sign-in", cookie);
        Assert.DoesNotContain("cannot be used", await own.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task SignOut_EndsTheSession_AlsoForACopyOfTheCookie()
    {
        using var client = await _server.ClientAsync();
        var cookie = (await RealServer.SignInAsync(client)).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal)).Split(';')[0]["session=".Length..];
        await Server.PostAsync(client, "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/scoring")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(cookie));
        Assert.Equal("signed-out person/Hanako Aoki", (await _server.AuditAsync())[0]);
    }

    [Fact]
    public async Task SignIn_Again_EndsTheSessionThatTheBrowserHad()
    {
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        await RealServer.SignInAsync(client);
        Assert.Equal(1, (await _server.AuditAsync()).Count(e => e == "signed-out person/Hanako Aoki"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/scoring")).StatusCode);
    }

    [Fact]
    public async Task Session_OutlivesARestart()
    {
        using var client = await _server.ClientAsync();
        var cookie = (await RealServer.SignInAsync(client)).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal)).Split(';')[0]["session=".Length..];
        await _server.RestartAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(cookie));
        Assert.False(Directory.Exists(Path.Combine(_server.DataPath, "keys")));
    }

    [Fact]
    public async Task Session_RunsOut_IdleAfterAnHour_AndAlwaysAfterTwelve()
    {
        using var idle = await _server.SignedInAsync(RealServer.Hanako);
        using var busy = await _server.SignedInAsync(RealServer.Hanako);
        for (var minutes = 0; minutes < 12 * 60; minutes += 40)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/scoring")).StatusCode);
            _server.Time.Advance(TimeSpan.FromMinutes(40));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await idle.GetAsync("/scoring")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await busy.GetAsync("/scoring")).StatusCode);
    }

    [Fact]
    public async Task Rights_Changed_HoldAtTheNextRequest()
    {
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/scoring")).StatusCode);
        await _server.Get<AccountStore>().ChangeRightsAsync(RealServer.Operator, RealServer.Hanako with { Roles = Roles.Executive });
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/scoring")).StatusCode);
    }

    [Fact]
    public async Task Account_Closed_IsOutAtTheNextRequest()
    {
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        await _server.Get<AccountStore>().CloseAsync(RealServer.Operator, "Hanako Aoki");
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/scoring")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await RealServer.SignInAsync(client)).StatusCode);
    }

    [Fact]
    public async Task StyleSheet_IsForEverybody_AndNoActivity()
    {
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        var sheet = System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync("/"), "href=\"/(app[^\"]*\\.css)\"").Groups[1].Value;
        _server.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/" + sheet)).StatusCode);
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/scoring")).StatusCode);
        using var stranger = await _server.ClientAsync();
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/" + sheet)).StatusCode);
    }

    // What an interactive page does at each save: outside of a request, nothing that was known is taken for true.
    [Fact]
    public async Task Viewer_OfAnInteractivePage_IsAskedAnewEachTime()
    {
        var session = await _server.SessionAsync(RealServer.Hanako);
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionCookie.Session, session.Id.ToString())], "test"));
        var viewers = _server.Get<ViewerSource>();
        Assert.Equal(RealServer.Hanako.RightsText, (await viewers.ViewerAsync(user))!.RightsText);
        var rights = RealServer.Hanako with { Clearance = "restricted" };
        await _server.Get<AccountStore>().ChangeRightsAsync(RealServer.Operator, rights);
        Assert.Equal(rights.RightsText, (await viewers.ViewerAsync(user))!.RightsText);
        await _server.Get<AccountStore>().CloseAsync(RealServer.Operator, "Hanako Aoki");
        Assert.Null(await viewers.ViewerAsync(user));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task InteractivePage_IsSignedOut_WhenTheSessionEndsOrRightsChange(bool ends)
    {
        var session = await _server.SessionAsync(RealServer.Hanako);
        var who = (await _server.Get<SessionStore>().FindAsync(session.Id))!;
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionCookie.Session, session.Id.ToString()), new Claim(SessionCookie.Rights, who.Viewer.RightsText)], "test"));
        using var page = new SessionRevalidation(NullLoggerFactory.Instance, _server.Get<SessionStore>(), new AccountOptions { Revalidation = TimeSpan.FromMilliseconds(20) });
        ((IHostEnvironmentAuthenticationStateProvider)page).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        var changed = new TaskCompletionSource<AuthenticationState>();
        page.AuthenticationStateChanged += async state => changed.TrySetResult(await state);
        if (ends)
            await _server.Get<SessionStore>().EndAsync(who);
        else
            await _server.Get<AccountStore>().ChangeRightsAsync(RealServer.Operator, RealServer.Hanako with { Scopes = [new Scope("EST", [])] });
        Assert.False((await changed.Task.WaitAsync(TimeSpan.FromSeconds(30))).User.Identity!.IsAuthenticated);
    }

    private async Task<HttpStatusCode> StatusWithAsync(string cookie)
    {
        using var answer = await GetWithAsync("/scoring", cookie);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> GetWithAsync(string address, string cookie)
    {
        using var client = await _server.ClientAsync();
        using var bare = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = client.BaseAddress };
        bare.DefaultRequestHeaders.Add("Cookie", $"session={cookie}");
        return await bare.GetAsync(address);
    }
}
