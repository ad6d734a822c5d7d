using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Data.Accounts;
using Dashboard.Data.Storage;

namespace Dashboard.Web.Tests.Accounts;

/// <summary>Set-up, invitation and sign-in, as a browser without script does them.</summary>
public sealed class AccountPagesTests : IAsyncLifetime
{
    private const string Secret = RealServer.Secret;
    private readonly RealServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task SetUp_LeadsFromTheLinkToTheSecondProof_AndOn()
    {
        var address = RealServer.Address((await _server.Get<SetUpStore>().OfferAsync())!);
        using var client = await _server.ClientAsync();
        Assert.Matches("<option value=\"JPN\" selected[^>]*>Japan", await client.GetStringAsync(address));
        var answer = await Server.SendFormAsync(client, address, ("nation", "EST"), ("name", "Kaja Tamm"), ("password", Secret), ("again", Secret));
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.PathAndQuery));
        Assert.Equal("/account", (await client.GetAsync("/")).Headers.Location?.ToString());
        Assert.Contains("Your roles need a second proof", await client.GetStringAsync("/account"));
        await MyAccount.CodesPageTests.SetUpAsync(client, _server.Time);
        var start = await client.GetStringAsync("/");
        Assert.Contains("<span>Kaja Tamm</span>", start);
        Assert.Contains("does not read scores", start);
        Assert.Equal("EST", (await _server.Get<InstallationStore>().FindAsync())!.HomeNation);
        await IsGoneAsync(address, "was used already");
    }

    [Fact]
    public async Task SetUp_Refused_KeepsWhatWasEntered_ButNoPassword()
    {
        var address = RealServer.Address((await _server.Get<SetUpStore>().OfferAsync())!);
        using var client = await _server.ClientAsync();
        var page = await (await Server.SendFormAsync(client, address, ("nation", "EST"), ("name", "Kaja Tamm"), ("password", "password1234"), ("again", "password1234"))).Content.ReadAsStringAsync();
        Assert.Contains("easy to guess", page);
        Assert.Contains("value=\"Kaja Tamm\"", page);
        Assert.Matches("<option value=\"EST\" selected", page);
        Assert.DoesNotContain("password1234", page);
        Assert.False(await _server.Get<SetUpStore>().HasPeopleAsync());
    }

    [Fact]
    public async Task SignInPage_BeforeTheSetUp_SaysWhereTheLinkIs()
    {
        using var client = await _server.ClientAsync();
        var page = await client.GetStringAsync("/sign-in");
        Assert.Contains("finds a link on its console", page);
        Assert.DoesNotContain("type=\"password\"", page);
    }

    [Theory]
    [InlineData("/set-up", HttpStatusCode.BadRequest)]
    [InlineData("/set-up?code=wrong", HttpStatusCode.BadRequest)]
    [InlineData("/invitation", HttpStatusCode.BadRequest)]
    [InlineData("/invitation?code=wrong", HttpStatusCode.BadRequest)]
    public async Task Link_ThatNobodyHandedOut_IsRefusedAndRecorded(string address, HttpStatusCode expected)
    {
        using var client = await _server.ClientAsync();
        var answer = await client.GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("This link is not one of ours", await answer.Content.ReadAsStringAsync());
        Assert.Equal("link-refused link", (await _server.AuditAsync())[0]);
    }

    [Fact]
    public async Task Invitation_LeadsToTheWork_AndCannotBeUsedAgain()
    {
        var address = RealServer.Address(await _server.Get<AccountStore>().InviteAsync(RealServer.Operator, RealServer.Hanako));
        using var client = await _server.ClientAsync();
        var page = await client.GetStringAsync(address);
        Assert.Contains("The account of Hanako Aoki, Japan.", page);
        Assert.Contains("differ", await (await Server.SendFormAsync(client, address, ("password", Secret), ("again", "other"))).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendFormAsync(client, address, ("password", Secret), ("again", Secret))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/scoring")).StatusCode);
        await IsGoneAsync(address, "was used already");
    }

    [Fact]
    public async Task Invitation_OpenedByTwo_IsWonByTheFirst_AndTheOtherIsTold()
    {
        var address = RealServer.Address(await _server.Get<AccountStore>().InviteAsync(RealServer.Operator, RealServer.Hanako));
        using var first = await _server.ClientAsync();
        using var second = await _server.ClientAsync();
        var form = await FormAsync(second, address);
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendFormAsync(first, address, ("password", Secret), ("again", Secret))).StatusCode);
        var told = await second.PostAsync(address, form);
        Assert.Equal(HttpStatusCode.Gone, told.StatusCode);
        Assert.Contains("was used already", await told.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Invitation_AfterSevenDays_IsGone()
    {
        var address = RealServer.Address(await _server.Get<AccountStore>().InviteAsync(RealServer.Operator, RealServer.Hanako));
        _server.Time.Advance(TimeSpan.FromDays(7));
        await IsGoneAsync(address, "no longer valid");
        Assert.Equal("link-refused person/Hanako Aoki", (await _server.AuditAsync())[0]);
    }

    [Fact]
    public async Task Invitation_SentAfterItsTime_GivesNoPassword_AndIsRecorded()
    {
        var address = RealServer.Address(await _server.Get<AccountStore>().InviteAsync(RealServer.Operator, RealServer.Hanako));
        using var client = await _server.ClientAsync();
        var form = await FormAsync(client, address);
        _server.Time.Advance(TimeSpan.FromDays(7));
        var told = await client.PostAsync(address, form);
        Assert.Equal(HttpStatusCode.Gone, told.StatusCode);
        Assert.Contains("no longer valid", await told.Content.ReadAsStringAsync());
        Assert.Equal("link-refused person/Hanako Aoki", (await _server.AuditAsync())[0]);
        Assert.Equal(HttpStatusCode.OK, (await RealServer.SignInAsync(client)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task NewPassword_IsChosenOnTheSamePage()
    {
        await _server.AddAsync(RealServer.Hanako);
        var address = RealServer.Address(await _server.Get<AccountStore>().NewLinkAsync(RealServer.Operator, "Hanako Aoki"));
        using var client = await _server.ClientAsync();
        Assert.Contains("Choose a new password", await client.GetStringAsync(address));
        const string other = "quiet lantern harbour 5";
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendFormAsync(client, address, ("password", other), ("again", other))).StatusCode);
        using var another = await _server.ClientAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await RealServer.SignInAsync(another, password: other)).StatusCode);
    }

    [Fact]
    public async Task SignIn_LeadsBackToThePageThatWasWanted()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.ClientAsync();
        var wanted = (await client.GetAsync("/scoring?cycle=2026")).Headers.Location!.PathAndQuery;
        Assert.Equal("/scoring?cycle=2026", (await RealServer.SignInAsync(client, page: wanted)).Headers.Location?.PathAndQuery);
        Assert.Equal("/", (await RealServer.SignInAsync(client, page: "/sign-in?back=//elsewhere.example/")).Headers.Location?.PathAndQuery);
    }

    [Fact]
    public async Task SignIn_Failed_SaysTheSame_WhateverWasWrong()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.ClientAsync();
        var pages = new List<string>();
        foreach (var (name, password) in ((string, string)[])[("Hanako Aoki", "wrong"), ("Sato Aoki 1", "wrong"), ("Sato Aoki 2", Secret)])
        {
            var answer = await RealServer.SignInAsync(client, name, password);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain(Secret, page);
            pages.Add(Regex.Replace(page.Replace(name, "NAME"), "(value=\"CfDJ|data-options=)[^>]+", ""));
        }

        Assert.Contains("after 5 failures an account is locked for 15 minutes", pages[0]);
        Assert.Single(pages.Distinct());
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task SignIn_AfterFiveFailures_TakesTheRightPasswordOnlyAfterFifteenMinutes()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.ClientAsync();
        for (var n = 0; n < 5; n++)
            Assert.Equal(HttpStatusCode.OK, (await RealServer.SignInAsync(client, password: "wrong")).StatusCode);
        Assert.Equal("account-locked person/Hanako Aoki", (await _server.AuditAsync())[0]);
        Assert.Equal(HttpStatusCode.OK, (await RealServer.SignInAsync(client)).StatusCode);
        _server.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Redirect, (await RealServer.SignInAsync(client)).StatusCode);
    }

    [Fact]
    public async Task SignIn_WithoutTheFormsToken_IsRefused()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.ClientAsync();
        var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sign-in", ["name"] = "Hanako Aoki", ["password"] = Secret }));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("ja", "パスワードを忘れた")]
    [InlineData("fr", "Mot de passe oublié")]
    public async Task SignIn_SpeaksTheReadersLanguage(string language, string said)
    {
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.ClientAsync(language: language);
        Assert.Contains(said, WebUtility.HtmlDecode(await client.GetStringAsync("/sign-in")));
    }

    private async Task IsGoneAsync(string address, string said)
    {
        using var client = await _server.ClientAsync();
        var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync());
    }

    // The form as it was opened, to be sent later.
    private static async Task<FormUrlEncodedContent> FormAsync(HttpClient client, string address)
    {
        var hidden = Regex.Matches(await client.GetStringAsync(address), "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"").Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        return new FormUrlEncodedContent([.. hidden.Select(f => KeyValuePair.Create(f.Item1, f.Item2)), new("password", Secret), new("again", Secret)]);
    }
}
