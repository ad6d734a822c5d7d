using System.Net;

namespace Dashboard.Web.Tests.Shell;

public sealed class PreferencesTests(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task Language_IsKept()
    {
        using var client = await server.ClientAsync();
        Assert.Equal("/sign-in", (await client.GetAsync("/preferences/language?code=ja&back=/sign-in")).Headers.Location!.ToString());
        Assert.Contains("役割を選んで見る", WebUtility.HtmlDecode(await client.GetStringAsync("/sign-in")));
    }

    [Fact]
    public async Task Theme_Changes()
    {
        using var client = await server.ClientAsync();
        await client.GetAsync("/preferences/theme?back=/sign-in");
        Assert.Contains("data-theme=\"dark\"", await client.GetStringAsync("/sign-in"));
        await client.GetAsync("/preferences/theme?back=/sign-in");
        Assert.Contains("data-theme=\"light\"", await client.GetStringAsync("/sign-in"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Back_LeadsNowhereElse(string back)
    {
        using var client = await server.ClientAsync();
        var response = await client.GetAsync($"/preferences/theme?back={Uri.EscapeDataString(back)}");
        Assert.Equal("/", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Method_IsTheDocument()
    {
        using var client = await server.ClientAsync("administrator");
        var page = await client.GetStringAsync("/method");
        Assert.Contains("<h1>How readiness is scored</h1>", page);
        Assert.Contains("<table>", page);
    }

    [Fact]
    public async Task NotFound_LeadsOn()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var response = await client.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no such page", await response.Content.ReadAsStringAsync());
    }
}
