using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Data.Accounts;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Tests.Accounts;

/// <summary>To a real issuer and back, as a browser without script does it.</summary>
public sealed class IssuerSignInTests : IAsyncLifetime
{
    private readonly IssuerServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.InviteAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task SignIn_LeadsBackToTheWantedPage_WithTheRightsOfTheClaims()
    {
        using var client = await _server.ClientAsync();
        Assert.Contains("href=\"/sign-in/issuer?back=%2Fscoring\">Sign in with National Login</a>", await client.GetStringAsync("/sign-in?back=%2Fscoring"));
        var answer = await IssuerServer.SignInAsync(client, "?back=%2Fscoring");
        Assert.Equal((HttpStatusCode.Redirect, "/scoring"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        var page = await client.GetStringAsync("/scoring");
        Assert.Contains("<span>Kaja Tamm</span>", page);
        Assert.DoesNotContain("You do not fill in assessments", page);
        Assert.Equal(["signed-in person/Kaja Tamm", "issuer-linked person/Kaja Tamm", "person-added person/Kaja Tamm"], (await _server.AuditAsync()).Take(3).Select(e => e.Entry));
    }

    [Fact]
    public async Task Claims_Changed_HoldFromTheNextSignInOn()
    {
        using var client = await _server.ClientAsync();
        await IssuerServer.SignInAsync(client);
        _server.Issuing.Claims["roles"] = "executive";
        Assert.DoesNotContain("You do not fill in assessments", await client.GetStringAsync("/scoring"));
        await IssuerServer.SignInAsync(client);
        Assert.Contains("You do not fill in assessments", await (await client.GetAsync("/scoring")).Content.ReadAsStringAsync());
        Assert.Contains("rights-from-issuer person/Kaja Tamm", (await _server.AuditAsync()).Select(e => e.Entry));
    }

    [Fact]
    public async Task SignIn_EndsTheSessionThatTheBrowserHad_AndSignOutEndsTheNewOne()
    {
        using var client = await _server.ClientAsync();
        await IssuerServer.SignInAsync(client);
        await IssuerServer.SignInAsync(client);
        Assert.Equal(["signed-out", "signed-in", "signed-in"], (await _server.AuditAsync()).Select(e => e.Entry.Split(' ')[0]).Where(a => a.StartsWith("signed", StringComparison.Ordinal)));
        await Server.PostAsync(client, "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/scoring")).StatusCode);
    }

    [Theory]
    [InlineData("nation", "JPX", "nation", "National Login does not state one nation for you that is known here")]
    [InlineData("nation", null, "nation", "National Login does not state one nation for you that is known here")]
    [InlineData("clearance", "cosmic", "clearance", "does not state one clearance for you that is known here")]
    [InlineData("roles", "king", "role", "states no role for you, or one that is not known here")]
    [InlineData("scopes", "JPN:XYZ", "scope", "responsible for a country or an area that is not known here")]
    [InlineData("name", null, "name", "states no name for you")]
    [InlineData("name", "HANAKO AOKI", "name-taken", "somebody else here has the name already")]
    public async Task Claims_ThatCannotBeUsed_AreRefused_AndNothingChanges(string claim, string? value, string reason, string said)
    {
        if (value is null)
            _server.Issuing.Claims.Remove(claim);
        else
            _server.Issuing.Claims[claim] = value;
        using var client = await _server.ClientAsync();
        await IsRefusedAsync(client, await IssuerServer.SignInAsync(client), reason, value ?? "", said);
    }

    [Theory]
    [InlineData(TokenFlaw.Nonce, "nonce")]
    [InlineData(TokenFlaw.Signature, "signature")]
    [InlineData(TokenFlaw.SignedWithTheSecret, "signature")]
    [InlineData(TokenFlaw.SignedWithAKeyOfItsOwn, "signature")]
    [InlineData(TokenFlaw.Unsigned, "signature")]
    [InlineData(TokenFlaw.Expired, "time")]
    [InlineData(TokenFlaw.NotYetValid, "time")]
    [InlineData(TokenFlaw.Audience, "audience")]
    [InlineData(TokenFlaw.Issuer, "issuer")]
    public async Task Token_ThatIsNotGenuine_IsRefused_AndNothingChanges(TokenFlaw flaw, string detail)
    {
        _server.Issuing.Flaw = flaw;
        using var client = await _server.ClientAsync();
        await IsRefusedAsync(client, await IssuerServer.SignInAsync(client), "answer", detail, "the answer from National Login was too old, meant for another browser, or not genuine");
    }

    // What is signed by a secret, or not at all, is refused before any key is looked for.
    [Fact]
    public void Algorithms_AreThoseOfKeyPairs() => Assert.All(
        _server.Get<IOptionsMonitor<OpenIdConnectOptions>>().Get("openid-connect").TokenValidationParameters.ValidAlgorithms, algorithm => Assert.Matches("^(RS|PS|ES)(256|384|512)$", algorithm));

    [Theory]
    [InlineData("state=")]
    [InlineData("code=")]
    public async Task Return_WithAnotherValue_IsRefused(string changed)
    {
        using var client = await _server.ClientAsync();
        var link = await IssuerServer.LeaveAsync(client);
        var at = link.IndexOf(changed, StringComparison.Ordinal) + changed.Length + 10;
        var answer = await client.GetAsync(link[..at] + (link[at] == 'A' ? 'B' : 'A') + link[(at + 1)..]);
        await IsRefusedAsync(client, answer, changed == "state=" ? "answer" : "denied", changed == "state=" ? "state" : "invalid_grant", "You are not signed in");
    }

    // Whoever makes somebody follow their own link would have them work under the wrong name.
    [Fact]
    public async Task Return_InAnotherBrowser_IsRefused()
    {
        using var client = await _server.ClientAsync();
        using var other = await _server.ClientAsync();
        await IsRefusedAsync(other, await other.GetAsync(await IssuerServer.LeaveAsync(client)), "answer", "state", "meant for another browser");
    }

    [Fact]
    public async Task Return_ASecondTime_IsRefused()
    {
        using var client = await _server.ClientAsync();
        var link = await IssuerServer.LeaveAsync(client);
        Assert.Equal("/", (await client.GetAsync(link)).Headers.Location?.OriginalString);
        await Server.PostAsync(client, "/sign-out");
        await IsRefusedAsync(client, await client.GetAsync(link), "answer", "state", "too old");
    }

    [Theory]
    [InlineData("/sign-in/issuer/return")]
    [InlineData("/sign-in/issuer/return?code=abc&state=def")]
    public async Task Return_OfNobodyWhoLeft_IsRefused(string address)
    {
        using var client = await _server.ClientAsync();
        await IsRefusedAsync(client, await client.GetAsync(address), "answer", "state", "not genuine");
    }

    [Fact]
    public async Task Issuer_ThatLetsNobodyIn_IsNamed()
    {
        using var client = await _server.ClientAsync();
        await IsRefusedAsync(client, await client.GetAsync(await IssuerServer.LeaveAsync(client, link: "refuse")), "denied", "access_denied", "National Login did not let you in, or you turned back there");
    }

    [Fact]
    public async Task Issuer_ThatCannotBeReached_IsNamed_AndPasswordsStillWork()
    {
        await _server.Issuing.DisposeAsync();
        using var client = await _server.ClientAsync();
        await IsRefusedAsync(client, await client.GetAsync("/sign-in/issuer"), "unreachable", "IDX20803", "National Login cannot be reached now");
        Assert.Contains("type=\"password\"", await client.GetStringAsync("/sign-in"));
    }

    // Else whoever is asked could speak for any issuer.
    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("/")]
    public async Task Issuer_ThatCallsItselfOtherwise_IsNotAsked(string otherwise)
    {
        _server.Issuing.CallsItself = otherwise == "/" ? _server.Issuing.Address + "/" : otherwise;
        using var client = await _server.ClientAsync();
        await IsRefusedAsync(client, await client.GetAsync("/sign-in/issuer"), "answer", "issuer", "not genuine");
    }

    [Fact]
    public async Task Issuer_ThatSendsElsewhere_IsNotFollowed()
    {
        _server.Issuing.SendsElsewhere = true;
        using var client = await _server.ClientAsync();
        await IsRefusedAsync(client, await client.GetAsync("/sign-in/issuer"), "unreachable", "IDX20803", "National Login cannot be reached now");
        Assert.False(_server.Issuing.WasFollowed);
    }

    [Fact]
    public async Task ClosedAccount_IsRefused()
    {
        using var client = await _server.ClientAsync();
        await IssuerServer.SignInAsync(client);
        await _server.Get<AccountStore>().CloseAsync(IssuerServer.Operator, "Kaja Tamm");
        var answer = await IssuerServer.SignInAsync(client);
        Assert.Equal("/sign-in?refused=closed", answer.Headers.Location?.OriginalString);
        Assert.Equal("sign-in-failed person/Kaja Tamm", (await _server.AuditAsync())[0].Entry);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/scoring")).StatusCode);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task AnotherSite_SendsNobodyToTheIssuer(string site)
    {
        using var client = await _server.ClientAsync();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        Assert.Equal("/sign-in", (await client.GetAsync("/sign-in/issuer")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Return_LeadsToOwnPagesOnly()
    {
        using var client = await _server.ClientAsync();
        Assert.Equal("/", (await IssuerServer.SignInAsync(client, "?back=//elsewhere.example/")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Leaving_KeepsCookiesWithOurSite_AndAsksForACodeOnly()
    {
        using var client = await _server.ClientAsync();
        var leaving = await client.GetAsync("/sign-in/issuer");
        var cookies = leaving.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie => Assert.Contains("samesite=lax; httponly", cookie));
        Assert.Contains("response_type=code", leaving.Headers.Location!.Query);
        Assert.DoesNotContain("form_post", leaving.Headers.Location.Query);
        Assert.DoesNotContain(TestIssuer.ClientSecret, leaving.Headers.Location.Query);
    }

    [Theory]
    [InlineData("ja", "National Loginでサインイン", "現在National Loginに接続できません")]
    [InlineData("fr", "Se connecter avec National Login", "National Login est injoignable")]
    public async Task Page_SpeaksTheReadersLanguage(string language, string button, string refusal)
    {
        using var client = await _server.ClientAsync(language: language);
        var page = WebUtility.HtmlDecode(await (await client.GetAsync("/sign-in?refused=unreachable")).Content.ReadAsStringAsync());
        Assert.Contains(button, page);
        Assert.Contains(refusal, page);
    }

    [Fact]
    public async Task Page_OfAnUnknownReason_IsThePlainOne() =>
        Assert.DoesNotContain("role=\"alert\">", await (await _server.ClientAsync()).GetStringAsync("/sign-in?refused=nonsense"));

    private async Task IsRefusedAsync(HttpClient client, HttpResponseMessage answer, string reason, string given, string said)
    {
        Assert.Equal((HttpStatusCode.Redirect, $"/sign-in?refused={reason}"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        var page = await client.GetAsync(answer.Headers.Location);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains(said, Regex.Match(WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), "role=\"alert\">([^<]+)<").Groups[1].Value);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/scoring")).StatusCode);
        var (entry, content) = (await _server.AuditAsync())[0];
        Assert.Equal("sign-in-failed openid-connect", entry);
        Assert.Contains($"\"means\":\"openid-connect\",\"reason\":\"{reason}\",\"given\":\"{given}", content);
    }
}
