using System.Net;

namespace Dashboard.Web.Tests.Accounts;

public sealed class SignInTests(Server server, ServerWithoutDemonstration real) : IClassFixture<Server>, IClassFixture<ServerWithoutDemonstration>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/gaps/JPN")]
    [InlineData("/method")]
    [InlineData("/scoring")]
    [InlineData("/nowhere")]
    public async Task Page_WithoutSignIn_LeadsToIt(string address)
    {
        using var client = await server.ClientAsync();
        var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/sign-in", response.Headers.Location!.IsAbsoluteUri ? response.Headers.Location.AbsolutePath : response.Headers.Location.ToString().Split('?')[0]);
    }

    [Theory]
    [InlineData("/gaps/JPN.json")]
    [InlineData("/gaps/JPN.csv")]
    public async Task Figures_WithoutSignIn_AreNotGiven(string address)
    {
        using var client = await server.ClientAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Personas_OutsideDemonstrationMode_AreNeitherOfferedNorTaken()
    {
        using var client = await real.ClientAsync();
        var page = await client.GetStringAsync("/sign-in");
        Assert.Contains("This installation is not set up yet", page);
        Assert.DoesNotContain("persona", page);
        using var other = await server.ClientAsync();
        var token = await Server.PostAsync(other, "/sign-in/persona", ("persona", "executive-jpn"));
        Assert.Equal(HttpStatusCode.Redirect, token.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await Server.PostAsync(client, "/sign-in/persona", ("persona", "executive-jpn"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/gaps/JPN")).StatusCode);
    }

    [Fact]
    public async Task SignIn_WithoutTheFormsToken_IsRefused()
    {
        using var client = await server.ClientAsync();
        var response = await client.PostAsync("/sign-in/persona", new FormUrlEncodedContent(new Dictionary<string, string> { ["persona"] = "executive-jpn" }));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/gaps/JPN")).StatusCode);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using var client = await server.ClientAsync("executive-jpn");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/gaps/JPN")).StatusCode);
        await Server.PostAsync(client, "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/gaps/JPN")).StatusCode);
    }

    [Fact]
    public async Task Administrator_SeesNoScores()
    {
        using var client = await server.ClientAsync("administrator");
        Assert.Contains("does not read scores", await client.GetStringAsync("/"));
        foreach (var address in (string[])["/gaps/JPN", "/gaps/JPN.json", "/gaps/JPN.csv", "/briefings/JPN.xlsx"])
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(address)).StatusCode);
    }
}
