using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Web.Tests.Accounts;

namespace Dashboard.Web.Tests.MyAccount;

public sealed class AccountPageTests : IAsyncLifetime
{
    private const string Other = "quiet lantern harbour 5";
    private readonly RealServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.AddAsync(RealServer.Hanako);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Account_IsBehindTheNameInTheBar_AndShowsWhereOneIsSignedIn()
    {
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        Assert.Matches("<a href=\"/account\"[^>]*><span>Hanako Aoki</span></a>", await client.GetStringAsync("/"));
        using var other = await _server.ClientAsync();
        other.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await RealServer.SignInAsync(other);
        var page = await other.GetStringAsync("/account");
        Assert.Contains("Hanako Aoki, Japan, cleared for secret.", page);
        // The one that the account was made in, the first, and this one.
        Assert.Equal(3, Regex.Count(page, "<small>since 23 November 2026 09:00"));
        Assert.Matches("Firefox · Windows</strong>\\s*<em>this one</em>", WebUtility.HtmlDecode(page));
        Assert.Single(Regex.Matches(page, "this one"));
    }

    [Fact]
    public async Task Session_IsEndedOnceItIsConfirmedWhoAsks()
    {
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        // Seen last, and so the first of the list.
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        using var other = await _server.SignedInAsync(RealServer.Hanako);
        Assert.DoesNotContain("/account/sessions/end", await client.GetStringAsync("/account"));
        Assert.Equal("/account/confirm?back=%2Faccount", (await Server.PostAsync(client, "/account/sessions/end", ("session", "others"))).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/scoring")).StatusCode);

        await Server.SendNamedFormAsync(client, "/account/confirm", "confirm", ("password", RealServer.Secret));
        var ids = Regex.Matches(await client.GetStringAsync("/account"), "name=\"session\" value=\"([0-9a-f-]{36})\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(2, ids.Count);
        await Server.PostAsync(client, "/account/sessions/end", ("session", ids[0]));
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/scoring")).StatusCode);
        await Server.PostAsync(client, "/account/sessions/end", ("session", "others"));
        Assert.Contains("You are signed in nowhere else", await client.GetStringAsync("/account"));
        Assert.Equal(2, (await _server.AuditAsync()).Count(e => e == "session-ended person/Hanako Aoki"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task Session_ThatIsNone_EndsNothing(string session)
    {
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        using var other = await _server.SignedInAsync(RealServer.Hanako);
        await Server.SendNamedFormAsync(client, "/account/confirm", "confirm", ("password", RealServer.Secret));
        await Server.PostAsync(client, "/account/sessions/end", ("session", session));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/scoring")).StatusCode);
    }

    [Fact]
    public async Task Session_WithoutTheFormsToken_IsNotEnded()
    {
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        using var other = await _server.SignedInAsync(RealServer.Hanako);
        await Server.SendNamedFormAsync(client, "/account/confirm", "confirm", ("password", RealServer.Secret));
        var answer = await client.PostAsync("/account/sessions/end", new FormUrlEncodedContent([new("session", "others")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/scoring")).StatusCode);
    }

    [Fact]
    public async Task Password_IsChanged_AndTheOthersAreOut()
    {
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        using var other = await _server.SignedInAsync(RealServer.Hanako);
        foreach (var (old, chosen, again, said) in ((string, string, string, string)[])[("wrong", Other, Other, "The old password is not right"), (RealServer.Secret, Other, "another", "differ"), (RealServer.Secret, "short", "short", "at least 12")])
        {
            var page = await (await Server.SendNamedFormAsync(client, "/account/password", "password", ("old", old), ("password", chosen), ("again", again))).Content.ReadAsStringAsync();
            Assert.Contains(said, page);
            Assert.DoesNotContain(Other, page);
        }

        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/scoring")).StatusCode);
        var done = await (await Server.SendNamedFormAsync(client, "/account/password", "password", ("old", RealServer.Secret), ("password", Other), ("again", Other))).Content.ReadAsStringAsync();
        Assert.Contains("The password is changed", done);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/scoring")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/scoring")).StatusCode);
        using var third = await _server.ClientAsync();
        Assert.Equal(HttpStatusCode.OK, (await RealServer.SignInAsync(third)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await RealServer.SignInAsync(third, password: Other)).StatusCode);
    }

    [Fact]
    public async Task Persona_HasNothingToChange_ButSessions()
    {
        var demonstration = new Server();
        await demonstration.InitializeAsync();
        await using var _ = demonstration;
        using var client = await demonstration.ClientAsync("administrator");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        var page = await client.GetStringAsync("/account");
        Assert.Contains("You have no password here", page);
        foreach (var address in (string[])["/account/codes", "/account/passkeys", "/account/password", "/account/confirm"])
            Assert.Equal("/account", (await client.GetAsync(address)).Headers.Location?.AbsolutePath);
        // A password that nobody has cannot be wrong so often that the persona is locked.
        for (var n = 0; n < 5; n++)
        foreach (var form in (string[])["confirm", "password"])
            await Server.PostAsync(client, $"/account/{form}", ("_handler", form), ("old", "guessed"), ("password", "guessed"));
        using var other = await demonstration.ClientAsync("administrator");
        await Server.PostAsync(client, "/account/sessions/end", ("session", "others"));
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.Auditor | Roles.Executive)]
    [InlineData(Roles.ReleasingOfficer)]
    public async Task SecondProof_ThatIsNeeded_ComesBeforeEverythingElse(Roles roles)
    {
        var person = RealServer.Hanako with { Name = "Sato Ichiro", Roles = roles, Scopes = [] };
        var issued = await _server.Get<AccountStore>().InviteAsync(RealServer.Operator, person);
        Assert.NotNull((await _server.Get<LinkStore>().UseAsync(issued.Code, RealServer.Secret, RealServer.Secret, "")).Session);
        using var client = await _server.ClientAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await RealServer.SignInAsync(client, "Sato Ichiro")).StatusCode);
        foreach (var address in (string[])["/", "/audit", "/audit.csv", "/releases", "/scoring", "/scoring/JPN", "/gaps/JPN", "/gaps/JPN.json", "/briefings/JPN.xlsx", "/method", "/nowhere"])
            Assert.Equal("/account", (await client.GetAsync(address)).Headers.Location?.ToString());
        foreach (var address in (string[])["/account", "/account/codes", "/account/passkeys", "/account/password"])
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
        await CodesPageTests.SetUpAsync(client, _server.Time);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.DoesNotContain("Your roles need", await client.GetStringAsync("/account"));
    }

    [Fact]
    public async Task SecondProof_IsNeeded_FromTheRequestAfterTheRoleIsGiven()
    {
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/scoring")).StatusCode);
        await _server.Get<AccountStore>().ChangeRightsAsync(RealServer.Operator, RealServer.Hanako with { Roles = Roles.Planner | Roles.Auditor });
        Assert.Equal("/account", (await client.GetAsync("/scoring")).Headers.Location?.ToString());
    }
}
