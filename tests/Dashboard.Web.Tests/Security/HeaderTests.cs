using System.Net;

namespace Dashboard.Web.Tests.Security;

public sealed class HeaderTests(Server server) : IClassFixture<Server>
{
    private const string Common = "default-src 'none'; script-src 'self'; img-src 'self'; form-action 'self'; object-src 'none'; frame-ancestors 'none'; style-src 'self'";
    private const string Own = Common + "; base-uri 'none'; connect-src 'self'";

    [Theory]
    [InlineData("executive-jpn", "/")]
    [InlineData("executive-jpn", "/gaps/JPN?against=NATO")]
    [InlineData("executive-jpn", "/gaps/JPN?against=Hansa")]
    [InlineData("executive-jpn", "/gaps/JPN.csv?against=NATO")]
    [InlineData("executive-jpn", "/briefings/JPN.xlsx?against=NATO")]
    [InlineData("executive-jpn", "/export")]
    [InlineData("executive-jpn", "/scores.csv")]
    [InlineData("executive-jpn", "/nowhere")]
    [InlineData("planner-jpn", "/scoring")]
    [InlineData("planner-jpn", "/account")]
    [InlineData(null, "/sign-in")]
    [InlineData(null, "/method")]
    [InlineData(null, "/")]
    public async Task ReadingPages_AllowOnlyOurOwn_AndAreNotKept(string? persona, string address)
    {
        using var client = await server.ClientAsync(persona);
        using var answer = await client.GetAsync(address);
        Assert.Equal([Own], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        AssertCommon(answer);
        Assert.DoesNotContain("style=\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task WorkingPages_AllowInlineStyleToo_AndNoInlineScript()
    {
        using var client = await server.ClientAsync("planner-jpn");
        using var answer = await client.GetAsync("/scoring/JPN");
        var policies = answer.Headers.GetValues("Content-Security-Policy").ToList();
        Assert.Contains(Common + " 'unsafe-inline'; base-uri 'self'; connect-src 'self'", policies);
        Assert.All(policies, policy => Assert.DoesNotContain("frame-ancestors 'self'", policy));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        AssertCommon(answer);
    }

    [Fact]
    public async Task StyleSheet_HoldsNothingPersonal_AndMayBeKept()
    {
        using var client = await server.ClientAsync();
        using var answer = await client.GetAsync("/app.css");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual("no-store", answer.Headers.CacheControl!.ToString());
        AssertCommon(answer);
    }

    private static void AssertCommon(HttpResponseMessage answer)
    {
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["DENY"], answer.Headers.GetValues("X-Frame-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Opener-Policy"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=(), ", answer.Headers.GetValues("Permissions-Policy").Single());
        // Passkeys are asked for by our own pages.
        Assert.Contains("publickey-credentials-get=self, ", answer.Headers.GetValues("Permissions-Policy").Single());
        Assert.Empty(answer.Headers.Server);
    }
}
