using System.Net;
using System.Text.RegularExpressions;

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
    public async Task Theme_ThatIsChosen_IsKept_AndTheOtherOneOffered()
    {
        using var client = await server.ClientAsync();
        Assert.Equal(("", "light dark"), await ThemesAsync(client));
        await client.GetAsync("/preferences/theme?to=dark&back=/sign-in");
        Assert.Equal(("dark", "light"), await ThemesAsync(client));
        await client.GetAsync("/preferences/theme?to=light&back=/sign-in");
        Assert.Equal(("light", "dark"), await ThemesAsync(client));
    }

    [Theory]
    [InlineData("/preferences/theme?to=pink&back=/sign-in")]
    [InlineData("/preferences/theme?back=/sign-in")]
    public async Task Theme_ThatIsNone_ChangesNothing(string address)
    {
        using var client = await server.ClientAsync();
        await client.GetAsync("/preferences/theme?to=dark&back=/sign-in");
        Assert.Equal("/sign-in", (await client.GetAsync(address)).Headers.Location!.ToString());
        Assert.Equal(("dark", "light"), await ThemesAsync(client));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Back_LeadsNowhereElse(string back)
    {
        using var client = await server.ClientAsync();
        var response = await client.GetAsync($"/preferences/theme?to=dark&back={Uri.EscapeDataString(back)}");
        Assert.Equal("/", response.Headers.Location!.ToString());
    }

    private static async Task<(string Chosen, string Offered)> ThemesAsync(HttpClient client)
    {
        var page = await client.GetStringAsync("/sign-in");
        return (Regex.Match(page, "data-theme=\"([^\"]*)\"").Groups[1].Value, string.Join(' ', Regex.Matches(page, "class=\"to-([^\"]+)\"").Select(m => m.Groups[1].Value)));
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
