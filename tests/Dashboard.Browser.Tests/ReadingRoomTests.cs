using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Every page that tells a report, as anybody may look at it: in each language, theme and size, with script and without.</summary>
public sealed class ReadingRoomTests(Site site) : IClassFixture<Site>
{
    /// <summary>The reading pages, and those of them that have nothing to tell.</summary>
    private static readonly string[] Pages =
    [
        "/overview/JPN?against=NATO", "/gaps/JPN?against=NATO", "/areas/JPN/EXE?against=NATO", "/compare/JPN?against=NATO", "/compare/JPN?against=NATO&area=LAN",
        "/trend/JPN?against=NATO", "/present/JPN?against=NATO", "/search?q=language", "/overview/JPN?against=USA", "/gaps/MNE?against=NATO",
        "/position/JPN?against=NATO", "/position/JPN?against=USA", "/requirements/JPN?against=NATO",
    ];

    /// <summary>
    /// The themes and sizes of a look; each page is loaded once and looked at in several. A theme exchanges the values of the colours' names and a
    /// language the words: after one language in all of them, the two that have both themes and both sizes tell what another changes.
    /// </summary>
    private static readonly (bool Dark, int Width, int Height)[] Looks = [(false, 1440, 900), (true, 390, 844), (false, 390, 844), (true, 1440, 900)];

    [Theory]
    [InlineData("en", 2)]
    [InlineData("ja", 4)]
    [InlineData("fr", 2)]
    public async Task EveryPage_IsReadableByAnybody_WithAndWithoutScript(string language, int looks)
    {
        List<string> found = [];
        var with = await site.OpenAsync("executive-jpn", new Look(Language: language));
        var without = await site.OpenAsync("executive-jpn", new Look(Language: language, Script: false));
        foreach (var path in Pages)
        {
            List<string> told = [];
            foreach (var page in (IPage[])[with, without])
            {
                await page.GotoAsync(path);
                foreach (var (dark, width, height) in Looks.Take(looks))
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
                    await page.SetViewportSizeAsync(width, height);
                    // Slides are made fit for each size.
                    if (page == with)
                        await Assertions.Expect(page.Locator(".shown > :not([style*=zoom])")).ToHaveCountAsync(0);
                    // Axe is a script itself; without script the same words stand in the same document.
                    if (page == with)
                        found.AddRange((await page.ViolationsAsync(inOtherColours: dark)).Select(violation => $"{path} at {width}{(dark ? ", dark" : "")}: {violation}"));
                    if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        found.Add($"{path} at {width}{(dark ? ", dark" : "")} is wider than the screen");
                }

                // What script adds is the way to a picture and to the whole screen, and the size of what a slide shows; and nothing else.
                told.Add(await page.EvaluateAsync<string>("() => { for (const way of document.querySelectorAll('[data-png], [data-full-screen]')) way.remove(); for (const body of document.querySelectorAll('.shown > *')) { body.setAttribute('style', ''); body.removeAttribute('style'); } return document.querySelector('main').outerHTML }"));
            }

            Assert.Equal(told[0], told[1]);
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task EveryPage_OpensNoCircuit_AndAsksNobodyElse()
    {
        var page = await site.OpenAsync("executive-jpn");
        List<string> requests = [], sockets = [], errors = [];
        page.Request += (_, request) => requests.Add(request.Url);
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        page.Console += (_, said) => errors.AddRange(said.Type == "error" ? [said.Text] : []);
        foreach (var path in Pages)
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(sockets);
        Assert.Empty(errors);
        Assert.All(requests, url => Assert.StartsWith(site.Address, url));
        Assert.All(requests.Where(url => url.Contains(".js", StringComparison.Ordinal)), url => Assert.Matches("/(chart|slides)\\.", url));
    }

    [Fact]
    public async Task Chart_LeavesAsAPicture_NamedAndMarkedAsItsDrawing()
    {
        var page = await site.OpenAsync("executive-jpn");
        await page.GotoAsync("/gaps/JPN?against=NATO");
        var picture = await page.RunAndWaitForDownloadAsync(() => page.Locator(".chart [data-png]").ClickAsync());
        Assert.Equal("gaps-JPN-NATO-2026-CONFIDENTIAL.png", picture.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync(await picture.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], bytes[..4]);
        // Twice the drawing's width, by the picture's own head.
        Assert.Equal(1920, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
    }
}
