using Microsoft.Playwright;

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
    [InlineData("/overview/JPN?against=NATO")]
    [InlineData("/areas/JPN/REL?against=NATO")]
    [InlineData("/requirements/JPN?against=NATO")]
    public async Task Headline_InJapanese_BreaksNoPhraseThatFitsTheLine(string path)
    {
        var page = await site.OpenAsync("executive-jpn", new Look(390, 844, Language: "ja"));
        await page.GotoAsync(path);
        var phrases = await page.EvaluateAsync<string[]>("[...document.querySelector('h1').textContent.match(/[^、。：；]+[、。：；]/g)]");
        Assert.Contains(phrases, phrase => phrase.Length <= 15);
        var lines = await page.EvaluateAsync<string[]>("""
            () => {
              const h1 = document.querySelector('h1'), letters = [], letter = document.createRange(), walk = document.createTreeWalker(h1, NodeFilter.SHOW_TEXT);
              for (let node; node = walk.nextNode();)
                for (let i = 0; i < node.length; i++) {
                  letter.setStart(node, i);
                  letter.setEnd(node, i + 1);
                  letters.push([node.data[i], Math.round(letter.getBoundingClientRect().top)]);
                }
              return Object.values(Object.groupBy(letters, ([, top]) => top)).map(line => line.map(([text]) => text).join(''));
            }
            """);
        Assert.True(lines.Length > 1);
        // A letter of this heading is 23 pixels wide and a line 358.
        Assert.All(phrases.Where(phrase => phrase.Length <= 15), phrase => Assert.Contains(lines, line => line.Contains(phrase, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task HeatMap_FadesWhereMoreLies_AndNotAtItsEnd(int width)
    {
        var page = await site.OpenAsync("executive-jpn", new Look(width, 844));
        await page.GotoAsync("/compare/JPN?against=NATO");
        var map = page.Locator(".heat-scroll");
        var (box, table) = await MeasureAsync();
        Assert.InRange(table.Y + table.Height, box.Y + box.Height, float.MaxValue);
        var seen = await map.ScreenshotAsync();
        await page.EvaluateAsync("document.styleSheets[0].insertRule('.heat-scroll::before, .heat-scroll::after { background:none !important }')");
        Assert.NotEqual(seen, await map.ScreenshotAsync());
        await map.EvaluateAsync("map => { map.scrollTop = map.scrollHeight; map.scrollLeft = map.scrollWidth }");
        (box, table) = await MeasureAsync();
        // As wide as the fade.
        Assert.Equal(box.Y + box.Height - 26, table.Y + table.Height, 1f);
        Assert.Equal(box.X + box.Width - 26, table.X + table.Width, 1f);

        async Task<(LocatorBoundingBoxResult Map, LocatorBoundingBoxResult Table)> MeasureAsync() =>
            ((await map.BoundingBoxAsync())!, (await map.Locator("table").BoundingBoxAsync())!);
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
            foreach (var width in (int[])[390, 768, 900])
            {
                await page.SetViewportSizeAsync(width, 844);
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{path} at {width}");
            }

            await page.Context.CloseAsync();
        }
    }
}
