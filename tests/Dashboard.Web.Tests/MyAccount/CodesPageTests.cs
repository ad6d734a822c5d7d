using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Data.Accounts;
using Dashboard.Web.Tests.Accounts;

namespace Dashboard.Web.Tests.MyAccount;

/// <summary>One-time codes, as a browser without script sets them up and uses them.</summary>
public sealed partial class CodesPageTests : IAsyncLifetime
{
    private const string Codes = "/account/codes";
    private readonly RealServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Sets codes up on the page; time moves on, so that the code is not used any more.</summary>
    public static async Task<(string Key, List<string> Recovery)> SetUpAsync(HttpClient client, Microsoft.Extensions.Time.Testing.FakeTimeProvider time)
    {
        var key = KeyOn(await client.GetStringAsync(Codes));
        var sent = await Server.SendNamedFormAsync(client, Codes, "set-up", ("code", "000000"));
        // Another key each time that the page is opened: what is sent has its own.
        key = KeyOn(await sent.Content.ReadAsStringAsync());
        var page = await (await ResendAsync(client, sent, ("code", OneTimeCode.Of(key, OneTimeCode.StepAt(time.GetUtcNow()))))).Content.ReadAsStringAsync();
        time.Advance(TimeSpan.FromSeconds(30));
        return (key, [.. RecoveryCode().Matches(page).Select(m => m.Value)]);
    }

    [Fact]
    public async Task Codes_AreSetUpWithThePictureOrTheText_AndShowTheRecoveryCodesOnce()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        var page = await client.GetStringAsync(Codes);
        Assert.Contains("<svg class=\"qr\"", page);
        Assert.DoesNotContain("style=\"", page);
        var (key, recovery) = await SetUpAsync(client, _server.Time);
        Assert.Equal(10, recovery.Distinct().Count());
        Assert.Contains("On; 10 recovery codes left", await client.GetStringAsync("/account"));
        await Server.SendNamedFormAsync(client, "/account/confirm", "confirm", ("password", RealServer.Secret));
        var again = await client.GetStringAsync(Codes);
        Assert.DoesNotMatch(RecoveryCode(), again);
        Assert.DoesNotContain(key, again.Replace(" ", ""));
        Assert.Equal("codes-set-up person/Hanako Aoki", (await _server.AuditAsync()).First(e => e.StartsWith("codes", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Code_ThatIsWrong_KeepsTheKeyThatTheAppHas_AndSwitchesNothingOn()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        var first = await Server.SendNamedFormAsync(client, Codes, "set-up", ("code", "000000"));
        var key = KeyOn(await first.Content.ReadAsStringAsync());
        var second = await ResendAsync(client, first, ("code", "111111"));
        var page = await second.Content.ReadAsStringAsync();
        Assert.Contains("not right for this key", page);
        Assert.Equal(key, KeyOn(page));
        Assert.Contains("<dd>Off</dd>", await client.GetStringAsync("/account"));
    }

    [Fact]
    public async Task Key_SealedForAnother_IsNotTaken()
    {
        await _server.AddAsync(RealServer.Hanako);
        await _server.AddAsync(RealServer.Hanako with { Name = "Sato Ichiro" });
        using var sato = await _server.SignedInAsync(RealServer.Hanako with { Name = "Sato Ichiro" });
        var page = await sato.GetStringAsync(Codes);
        var seal = Regex.Match(page, "name=\"key\" value=\"([^\"]+)\"").Groups[1].Value;
        using var hanako = await _server.SignedInAsync(RealServer.Hanako);
        await Server.SendNamedFormAsync(hanako, Codes, "set-up", ("key", seal), ("code", OneTimeCode.Of(KeyOn(page), OneTimeCode.StepAt(_server.Time.GetUtcNow()))));
        Assert.Contains("<dd>Off</dd>", await hanako.GetStringAsync("/account"));
    }

    [Fact]
    public async Task SignIn_AsksForTheCode_AndLeadsToThePageThatWasWanted()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var first = await _server.SignedInAsync(RealServer.Hanako);
        var (key, recovery) = await SetUpAsync(first, _server.Time);
        using var client = await _server.ClientAsync();
        var step = (await RealServer.SignInAsync(client, page: "/sign-in?back=%2Fscoring%3Fcycle%3D2026")).Headers.Location!.PathAndQuery;
        Assert.Equal("/sign-in/code?back=%2Fscoring%3Fcycle%3D2026", step);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/scoring")).StatusCode);
        var failed = await (await Server.SendNamedFormAsync(client, step, "code", ("code", "000000"))).Content.ReadAsStringAsync();
        Assert.Contains("the code is wrong or was used already", failed);
        Assert.Equal("sign-in-failed person/Hanako Aoki", (await _server.AuditAsync())[0]);
        var done = await Server.SendNamedFormAsync(client, step, "code", ("code", CodeOf(key)));
        Assert.Equal("/scoring?cycle=2026", done.Headers.Location?.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/scoring")).StatusCode);
        // The way is used up: it leads no second time to the same page.
        Assert.Equal("/sign-in", (await client.GetAsync("/sign-in/code")).Headers.Location?.AbsolutePath);
        using var other = await _server.ClientAsync();
        var way = (await RealServer.SignInAsync(other)).Headers.Location!.PathAndQuery;
        Assert.Equal(HttpStatusCode.OK, (await Server.SendNamedFormAsync(other, way, "code", ("code", CodeOf(key)))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendNamedFormAsync(other, way, "code", ("code", recovery[0]))).StatusCode);
    }

    [Fact]
    public async Task SecondStep_WithoutTheFirst_OrTooLate_LeadsBackToIt()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var first = await _server.SignedInAsync(RealServer.Hanako);
        var (key, _) = await SetUpAsync(first, _server.Time);
        using var client = await _server.ClientAsync();
        Assert.Equal("/sign-in", (await client.GetAsync("/sign-in/code")).Headers.Location?.AbsolutePath);
        await RealServer.SignInAsync(client);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sign-in/code")).StatusCode);
        _server.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("/sign-in", (await client.GetAsync("/sign-in/code")).Headers.Location?.AbsolutePath);
        await Server.PostAsync(client, "/sign-in/code", ("_handler", "code"), ("code", CodeOf(key)));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/scoring")).StatusCode);
    }

    [Fact]
    public async Task WrongCodes_Lock_AndTheRightOneIsTakenAfterFifteenMinutes()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var first = await _server.SignedInAsync(RealServer.Hanako);
        var (key, _) = await SetUpAsync(first, _server.Time);
        using var client = await _server.ClientAsync();
        await RealServer.SignInAsync(client);
        for (var n = 0; n < 5; n++)
            await Server.SendNamedFormAsync(client, "/sign-in/code", "code", ("code", "000000"));
        Assert.Equal("account-locked person/Hanako Aoki", (await _server.AuditAsync())[0]);
        Assert.Equal(HttpStatusCode.OK, (await Server.SendNamedFormAsync(client, "/sign-in/code", "code", ("code", CodeOf(key)))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await RealServer.SignInAsync(client)).StatusCode);
        _server.Time.Advance(TimeSpan.FromMinutes(15));
        await RealServer.SignInAsync(client);
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendNamedFormAsync(client, "/sign-in/code", "code", ("code", CodeOf(key)))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/scoring")).StatusCode);
    }

    [Fact]
    public async Task SwitchingOff_AsksAgainWhoItIs_AndIsNotDoneWithout()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        await SetUpAsync(client, _server.Time);
        Assert.Equal("/account/confirm?back=%2Faccount%2Fcodes", (await client.GetAsync(Codes)).Headers.Location?.PathAndQuery);
        foreach (var form in (string[])["remove", "renew"])
            await Server.PostAsync(client, Codes, ("_handler", form));
        Assert.Contains("On; 10 recovery codes left", await client.GetStringAsync("/account"));
        Assert.DoesNotContain("recovery-codes-renewed person/Hanako Aoki", await _server.AuditAsync());

        var wrong = await Server.SendNamedFormAsync(client, "/account/confirm?back=%2Faccount%2Fcodes", "confirm", ("password", "wrong"));
        Assert.Contains("The password is not right", await wrong.Content.ReadAsStringAsync());
        Assert.Equal(Codes, (await Server.SendNamedFormAsync(client, "/account/confirm?back=%2Faccount%2Fcodes", "confirm", ("password", RealServer.Secret))).Headers.Location?.PathAndQuery);
        Assert.Equal(10, RecoveryCode().Count(await (await Server.SendNamedFormAsync(client, Codes, "renew")).Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, (await Server.SendNamedFormAsync(client, Codes, "remove")).StatusCode);
        Assert.Contains("<dd>Off</dd>", await client.GetStringAsync("/account"));
        Assert.Equal("codes-removed person/Hanako Aoki", (await _server.AuditAsync())[0]);
    }

    [Fact]
    public async Task Confirmation_HoldsTenMinutes_InItsOwnSessionOnly()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        await _server.SetUpCodesAsync(RealServer.Hanako, await _server.SessionAsync(RealServer.Hanako));
        var given = await Server.SendNamedFormAsync(client, "/account/confirm", "confirm", ("password", RealServer.Secret));
        var cookie = given.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("confirmed=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Codes)).StatusCode);
        using var other = await _server.SignedInAsync(RealServer.Hanako);
        other.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(Codes)).StatusCode);
        _server.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(Codes)).StatusCode);
    }

    // Somebody signed in a while ago: who finds the browser must not give it an app of their own.
    [Fact]
    public async Task FirstFactor_IsSetUpWithoutAskingAgain_OnlyJustAfterTheSignIn()
    {
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Codes)).StatusCode);
        _server.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(Codes)).StatusCode);
    }

    [Theory]
    [InlineData("ja", "ワンタイムコード", "もう一つの確認")]
    [InlineData("fr", "Codes à usage unique", "Encore une preuve")]
    public async Task Pages_SpeakTheReadersLanguage(string language, string codes, string step)
    {
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.ClientAsync(language: language);
        await RealServer.SignInAsync(client);
        Assert.Contains(codes, WebUtility.HtmlDecode(await client.GetStringAsync(Codes)));
        await SetUpAsync(client, _server.Time);
        using var other = await _server.ClientAsync(language: language);
        await RealServer.SignInAsync(other);
        Assert.Contains(step, WebUtility.HtmlDecode(await other.GetStringAsync("/sign-in/code")));
    }

    private string CodeOf(string key) => OneTimeCode.Of(key, OneTimeCode.StepAt(_server.Time.GetUtcNow()));

    private static string KeyOn(string page) => Regex.Match(page, "<code class=\"key-text\">([A-Z2-7 ]+)</code>").Groups[1].Value.Replace(" ", "");

    // Fills in the form of the page that came back, and sends it.
    private static async Task<HttpResponseMessage> ResendAsync(HttpClient client, HttpResponseMessage answer, params (string Name, string Value)[] fields)
    {
        var form = Regex.Matches(await answer.Content.ReadAsStringAsync(), "<form.*?</form>", RegexOptions.Singleline).Single(f => f.Value.Contains("name=\"key\"", StringComparison.Ordinal)).Value;
        var hidden = Regex.Matches(form, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"").Select(m => (Name: m.Groups[1].Value, Value: WebUtility.HtmlDecode(m.Groups[2].Value)));
        return await client.PostAsync(Codes, new FormUrlEncodedContent(hidden.Concat(fields).ToDictionary(f => f.Name, f => f.Value)));
    }

    [GeneratedRegex("([A-Z2-7]{4}-){5}[A-Z2-7]{4}")]
    private static partial Regex RecoveryCode();
}
