using System.Net;
using Dashboard.Data.Accounts;
using Dashboard.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Routing;

namespace Dashboard.Web.Tests.Accounts;

/// <summary>Where the issuer is and where it is not: unset, in a demonstration, before the first account, and how often.</summary>
public sealed class IssuerPlaceTests(ServerWithoutDemonstration without, DemonstrationWithIssuer demonstration) : IClassFixture<ServerWithoutDemonstration>, IClassFixture<DemonstrationWithIssuer>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WithoutAnIssuer_NothingOfItIsThere(bool demo)
    {
        Server server = demo ? demonstration : without;
        using var client = await server.ClientAsync();
        var page = await client.GetAsync("/sign-in?refused=closed");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("issuer", await page.Content.ReadAsStringAsync());
        foreach (var address in (string[])["/sign-in/issuer", "/sign-in/issuer/return?code=a&state=b"])
            Assert.Equal((await client.GetAsync("/nowhere")).StatusCode, (await client.GetAsync(address)).StatusCode);
        Assert.DoesNotContain(server.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(), e => e.RoutePattern.RawText!.Contains("issuer", StringComparison.OrdinalIgnoreCase));
        Assert.Null(await server.Get<IAuthenticationSchemeProvider>().GetSchemeAsync("openid-connect"));
    }

    [Fact]
    public async Task FirstAdministrator_ComesByTheSetUpLinkAlone_UnlessConfigured()
    {
        await using var server = await StartedAsync(new IssuerServer());
        server.Issuing.Claims["roles"] = "administrator";
        using var client = await server.ClientAsync();
        Assert.DoesNotContain("Sign in with National Login", await client.GetStringAsync("/sign-in"));
        Assert.Equal("/sign-in?refused=not-set-up", (await IssuerServer.SignInAsync(client)).Headers.Location?.OriginalString);
        Assert.False(await server.Get<SetUpStore>().HasPeopleAsync());
    }

    [Fact]
    public async Task FirstAdministrator_WhereConfigured_IsOneWhomTheIssuerCallsSo()
    {
        await using var server = await StartedAsync(new IssuerServer { FirstAdministrator = true });
        using var client = await server.ClientAsync();
        Assert.Contains("Sign in with National Login", await client.GetStringAsync("/sign-in"));
        var refused = await IssuerServer.SignInAsync(client);
        Assert.Contains("the first must be an administrator’s", WebUtility.HtmlDecode(await (await client.GetAsync(refused.Headers.Location)).Content.ReadAsStringAsync()));
        server.Issuing.Claims["roles"] = "administrator";
        Assert.Equal("/", (await IssuerServer.SignInAsync(client)).Headers.Location?.OriginalString);
        Assert.Contains("<span>Kaja Tamm</span>", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task Returns_AreLimited_BeforeTheyReachTheAudit()
    {
        await using var server = await StartedAsync(new IssuerServer { SignInsPerMinute = 2 });
        await server.InviteAsync();
        using var client = await server.ClientAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await IssuerServer.SignInAsync(client)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/sign-in/issuer/return?code=a&state=b")).StatusCode);
        var before = await server.AuditAsync();
        using var refused = await client.GetAsync("/sign-in/issuer/return?code=a&state=b");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("Too many requests", await refused.Content.ReadAsStringAsync());
        Assert.Equal(before.Count, (await server.AuditAsync()).Count);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/scoring")).StatusCode);
    }

    [Fact]
    public async Task Page_SendsItsFormsToUsOnly_AsWithoutAnIssuer()
    {
        await using var server = await StartedAsync(new IssuerServer { FirstAdministrator = true });
        using var client = await server.ClientAsync();
        using var page = await client.GetAsync("/sign-in");
        Assert.Contains("form-action 'self';", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain(server.Issuing.Address, string.Concat(page.Headers.GetValues("Content-Security-Policy")));
    }

    private static async Task<IssuerServer> StartedAsync(IssuerServer server)
    {
        await server.InitializeAsync();
        return server;
    }
}

/// <summary>Demonstration data, though an issuer is configured.</summary>
public sealed class DemonstrationWithIssuer : Server
{
    protected override IssuerOptions? Issuer => new() { Authority = "https://login.example", ClientId = "dashboard", ClientSecret = "a secret" };
}
