namespace Dashboard.Browser.Tests;

public sealed class ReadingPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task ScoringPage_OpensOneCircuitAndAsksNobodyElse()
    {
        var page = await site.OpenAsync("planner-jpn");
        List<string> requests = [], sockets = [], errors = [];
        page.Request += (_, request) => requests.Add(request.Url);
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        page.PageError += (_, error) => errors.Add(error);
        // What the content security policy stops is told on the console.
        page.Console += (_, said) => errors.AddRange(said.Type == "error" ? [said.Text] : []);
        await page.GotoAsync("/scoring/MNE");
        await page.ReadyAsync();
        await page.Row("LAN-1").Locator("[data-state=not-applicable]").ClickAsync();
        await page.Row("LAN-1").Locator(".reason textarea").First.FillAsync("no such posts");
        Assert.Single(sockets);
        Assert.All(requests, url => Assert.StartsWith(site.Address, url));
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ThemeLink_LeadsToTheOtherThemeThanIsSeen_AtEachClick(bool dark)
    {
        var page = await site.OpenAsync("executive-jpn", new Look(Dark: dark));
        await page.GotoAsync("/");
        var seen = await GroundAsync();
        foreach (var name in dark ? new[] { "Light colours", "Dark colours", "Light colours" } : ["Dark colours", "Light colours", "Dark colours"])
        {
            await page.Locator(".themes a:visible").ClickAsync();
            Assert.NotEqual(seen, seen = await GroundAsync());
            Assert.NotEqual(name, await page.Locator(".themes a:visible").GetAttributeAsync("title"));
        }

        Task<string> GroundAsync() => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public async Task GapTable_OnANarrowScreen_ShowsTheGap_AndKeepsTheAreaInSight(string language)
    {
        var page = await site.OpenAsync("executive-jpn", new Look(390, 844, Language: language));
        await page.GotoAsync("/gaps/JPN?against=NATO");
        var table = page.Locator(".scroll:has(.figures)");
        var window = (await table.BoundingBoxAsync())!;
        var row = table.Locator("tbody tr").First;
        var gap = (await row.Locator("td").Nth(1).BoundingBoxAsync())!;
        Assert.InRange(gap.X + gap.Width, window.X, window.X + window.Width);
        await table.EvaluateAsync("e => e.scrollLeft = e.scrollWidth");
        Assert.InRange((await row.Locator("td").Nth(1).BoundingBoxAsync())!.X, float.MinValue, window.X);
        Assert.Equal(window.X, (await row.Locator("th").BoundingBoxAsync())!.X, 1f);
        Assert.Equal(window.X, (await table.Locator("thead th").First.BoundingBoxAsync())!.X, 1f);
    }

    [Theory]
    [InlineData("en", false)]
    [InlineData("ja", true)]
    [InlineData("fr", false)]
    public async Task EveryPage_OnANarrowScreen_FitsItsWidth(string language, bool dark)
    {
        foreach (var (persona, path) in ((string, string)[])[("executive-jpn", "/"), ("executive-jpn", "/gaps/JPN?against=NATO"), ("executive-jpn", "/method"), ("auditor", "/audit?verify=true"), ("planner-jpn", "/scoring"), ("planner-jpn", "/scoring/JPN"), ("releasing-jpn", "/releases")])
        {
            var page = await site.OpenAsync(persona, new Look(390, 844, dark, language));
            await page.GotoAsync(path);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path);
            await page.Context.CloseAsync();
        }
    }
}
