using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dashboard.Web.Accounts;
using Dashboard.Web.Tests.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Web.Tests.MyAccount;

/// <summary>What the server asks of a browser for a passkey, and what it refuses; a real browser's passkeys are in the browser tests.</summary>
public sealed class PasskeyPageTests : IAsyncLifetime
{
    private readonly RealServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.AddAsync(RealServer.Hanako);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task NewPasskey_IsAskedToVerifyItsPerson_AndToBeFoundWithoutAName()
    {
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        var options = Options(await client.GetStringAsync("/account/passkeys"));
        Assert.Equal("required", options.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString());
        Assert.Equal("required", options.GetProperty("authenticatorSelection").GetProperty("residentKey").GetString());
        Assert.Equal("Hanako Aoki", options.GetProperty("user").GetProperty("name").GetString());
    }

    [Fact]
    public async Task SignIn_OffersPasskeys_WithAnotherChallengeEachTime()
    {
        using var client = await _server.ClientAsync();
        var (first, second) = (Options(await client.GetStringAsync("/sign-in")), Options(await client.GetStringAsync("/sign-in")));
        Assert.Equal("required", first.GetProperty("userVerification").GetString());
        Assert.NotEqual(first.GetProperty("challenge").GetString(), second.GetProperty("challenge").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"AQID\",\"rawId\":\"AQID\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"e30\",\"signature\":\"e30\",\"userHandle\":\"e30\"},\"clientExtensionResults\":{}}")]
    public async Task Answer_ThatProvesNothing_IsRefusedAndRecorded(string credential)
    {
        using var client = await _server.ClientAsync();
        var page = await (await Server.SendNamedFormAsync(client, "/sign-in", "passkey", ("credential", credential))).Content.ReadAsStringAsync();
        Assert.Contains("The passkey does not let anybody in here", page);
        Assert.Equal("sign-in-failed passkey", (await _server.AuditAsync())[0]);
        using var signedIn = await _server.SignedInAsync(RealServer.Hanako);
        var made = await (await Server.SendNamedFormAsync(signedIn, "/account/passkeys", "passkey", ("credential", credential), ("name", "Mine"))).Content.ReadAsStringAsync();
        Assert.Contains("The passkey could not be checked", made);
    }

    [Fact]
    public async Task Passkey_WithoutTheFormsToken_IsRefused()
    {
        using var client = await _server.ClientAsync();
        var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "passkey"), new("credential", "{}")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("https://readiness.example", "readiness.example")]
    [InlineData("https://readiness.example:8443/path", "readiness.example")]
    public void Domain_IsThatOfTheConfiguredAddress(string? address, string? domain)
    {
        var options = new IdentityPasskeyOptions();
        PasskeyCeremony.Configure(options, address);
        Assert.Equal(domain, options.ServerDomain);
    }

    private static JsonElement Options(string page) =>
        JsonSerializer.Deserialize<JsonElement>(WebUtility.HtmlDecode(Regex.Match(page, "data-options=\"([^\"]+)\"").Groups[1].Value));
}
