using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A report as slides: each fits the screen and carries its marking, the keyboard turns them, and each is a sheet on paper.</summary>
public sealed class PresentationTests(Site site) : IClassFixture<Site>
{
    private const string Path = "/present/JPN?against=NATO";

    [Theory]
    [InlineData("ja", 1440, 900)]
    [InlineData("fr", 1920, 1080)]
    [InlineData("en", 1280, 720)]
    public async Task EverySlide_FillsTheScreen_AndNoMore(string language, int width, int height)
    {
        var page = await site.OpenAsync("executive-jpn", new Look(width, height, Language: language));
        await page.GotoAsync(Path);
        // Those that are not seen are made fit when nothing else is to be done.
        await Assertions.Expect(page.Locator(".shown > :not([style*=zoom])")).ToHaveCountAsync(0);
        var slides = await page.EvaluateAsync<double[][]>("[...document.querySelectorAll('.slide')].map(s => [s.offsetHeight, Math.max(...[s.querySelector('.shown'), s.querySelector('.shown > *')].map(part => part.scrollWidth - part.clientWidth))])");
        Assert.True(slides.Length >= 8);
        Assert.All(slides, slide => Assert.InRange(slide[0], height, height + 1));
        Assert.All(slides, slide => Assert.InRange(slide[1], 0, 1));
    }

    [Theory]
    [InlineData("en", 1280, 720, 14, Path)]
    [InlineData("ja", 1280, 720, 14, Path)]
    [InlineData("fr", 1280, 720, 14, Path)]
    [InlineData("fr", 1440, 900, 16, Path)]
    // The most that is clear, the most answers that changed.
    [InlineData("fr", 1280, 720, 13.5, "/present/JPN?against=CCDCOE")]
    [InlineData("fr", 1280, 720, 13.5, "/present/EST?against=FVEY")]
    public async Task EveryLetter_IsReadFromTheLastRow(string language, int width, int height, double least, string path)
    {
        var page = await site.OpenAsync("executive-jpn", new Look(width, height, Language: language));
        await page.GotoAsync(path);
        await Assertions.Expect(page.Locator(".shown > :not([style*=zoom])")).ToHaveCountAsync(0);
        var letters = await page.EvaluateAsync<Dictionary<string, double>>("""
            () => Object.fromEntries([...document.querySelectorAll('.slide')].flatMap(slide => [...slide.querySelectorAll('.title *, .shown *, footer > *')]
              .filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 2 && [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
              .map(e => [`${slide.id} ${e.textContent.trim()}`, parseFloat(getComputedStyle(e).fontSize) * e.currentCSSZoom])))
            """);
        Assert.True(letters.Count > 300);
        Assert.DoesNotContain(letters, letter => letter.Value < least);
    }

    /// <summary>On a squarer screen letters must not grow at the cost of what they stand beside.</summary>
    [Theory]
    [InlineData("en", 1024, 768, Path)]
    [InlineData("ja", 1280, 1024, Path)]
    [InlineData("fr", 1280, 1024, "/present/JPN?against=CCDCOE")]
    public async Task EveryPlot_IsWideEnough_AndHoldsItsMarks(string language, int width, int height, string path)
    {
        var page = await site.OpenAsync("executive-jpn", new Look(width, height, Language: language));
        await page.GotoAsync(path);
        await Assertions.Expect(page.Locator(".shown > :not([style*=zoom])")).ToHaveCountAsync(0);
        var plots = await page.EvaluateAsync<double[][]>("""
            () => [...document.querySelectorAll('.slide .row:not(.axis) > .strip')].map(strip => [strip, ...strip.querySelectorAll('.allies, .bench, .band, .subject')].map(mark => mark.getBoundingClientRect()))
              .map(([strip, ...marks]) => [strip.width, ...marks.map(mark => Math.min(mark.top - strip.top, strip.bottom - mark.bottom))])
            """);
        Assert.True(plots.Length > 20);
        Assert.All(plots, plot => Assert.InRange(plot[0], 260, width));
        Assert.All(plots, plot => Assert.All(plot.Skip(1), room => Assert.InRange(room, 0, height)));
    }

    [Fact]
    public async Task EveryCountry_IsOnOneSlide_WhichSaysBesideTheFindingWhichItShows()
    {
        var page = await site.OpenAsync("executive-jpn");
        await page.GotoAsync("/compare/JPN?against=NATO");
        var finding = await page.InnerTextAsync("h1");
        var countries = await page.Locator(".heat tbody tr:nth-child(n+3) th a").AllInnerTextsAsync();
        await page.GotoAsync(Path);
        var slides = await page.Locator(".slide:has(.heat)").AllAsync();
        List<string> shown = [];
        foreach (var slide in slides)
        {
            var names = await slide.Locator(".heat tbody tr:nth-child(n+3) th a").AllInnerTextsAsync();
            Assert.Equal(finding, await slide.Locator("h2").First.InnerTextAsync());
            Assert.Equal($"{names[0]} – {names[^1]}", await slide.Locator(".title p").InnerTextAsync());
            shown.AddRange(names);
        }

        Assert.Equal(countries, shown);
    }

    [Fact]
    public async Task WithoutScript_TheMarkingStaysInSight_OnASlideHigherThanTheWindow()
    {
        var page = await site.OpenAsync("executive-jpn", new Look(1280, 500, Script: false));
        await page.GotoAsync(Path);
        foreach (var down in (int[])[0, 60])
        {
            await page.EvaluateAsync($"scrollTo(0, document.getElementById('slide-2').offsetTop + {down})");
            var lines = await page.EvaluateAsync<double[][]>("[...document.querySelectorAll('#slide-2 > .marking')].map(m => m.getBoundingClientRect()).map(b => [b.top, b.bottom])");
            Assert.Equal([0, 500], [Math.Round(lines[0][0]), Math.Round(lines[1][1])]);
        }
    }

    [Fact]
    public async Task Keys_TurnTheSlides_AndTheAddressKeepsThePlace()
    {
        var page = await site.OpenAsync("executive-jpn");
        await page.GotoAsync(Path);
        var last = await page.Locator(".slide").CountAsync();
        foreach (var (key, expected) in ((string, int)[])[("ArrowRight", 2), ("PageDown", 3), ("ArrowDown", 4), (" ", 5), ("Shift+Space", 4), ("ArrowRight", 5), ("ArrowLeft", 4), ("PageUp", 3), ("ArrowUp", 2), ("End", last), ("ArrowRight", last), ("Home", 1), ("ArrowLeft", 1)])
        {
            await page.Keyboard.PressAsync(key);
            Assert.EndsWith($"#slide-{expected}", page.Url);
            Assert.Equal($"slide-{expected}", await page.EvaluateAsync<string>("document.activeElement.id"));
            Assert.Equal(0, await page.EvaluateAsync<double>($"Math.round(document.getElementById('slide-{expected}').getBoundingClientRect().top)"));
        }
    }

    [Fact]
    public async Task F_FillsTheWholeScreen()
    {
        var page = await site.OpenAsync("executive-jpn");
        await page.GotoAsync(Path);
        await Assertions.Expect(page.Locator("[data-full-screen]").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("f");
        await page.WaitForFunctionAsync("document.fullscreenElement === document.documentElement");
    }

    [Fact]
    public async Task EverySlide_CarriesTheMarkingOfThemAll_AtHeadAndFoot()
    {
        var page = await site.OpenAsync("executive-jpn");
        await page.GotoAsync("/trend/JPN?against=NATO");
        var marking = await page.InnerTextAsync(".marking strong");
        await page.GotoAsync(Path);
        var slides = await page.Locator(".slide").AllAsync();
        foreach (var slide in slides)
            Assert.Equal([marking, marking], await slide.Locator(".marking strong").AllInnerTextsAsync());
    }

    [Theory]
    [InlineData("A4", "en", Path)]
    [InlineData("A4", "ja", Path)]
    [InlineData("A4", "fr", Path)]
    [InlineData("Letter", "en", Path)]
    [InlineData("Letter", "ja", Path)]
    [InlineData("Letter", "fr", Path)]
    // The most that is clear, the most answers that changed, the longest places.
    [InlineData("A4", "en", "/present/JPN?against=CCDCOE")]
    [InlineData("A4", "fr", "/present/EST?against=FVEY")]
    [InlineData("A4", "fr", "/present/DEU?against=JPN")]
    public async Task OnPaper_EverySlideIsOneSheet(string format, string language, string path)
    {
        var page = await site.OpenAsync("executive-jpn", new Look(Dark: true, Language: language));
        await page.GotoAsync(path);
        var marking = (await page.Locator(".slide .marking strong").First.InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var slides = await page.Locator(".slide").CountAsync();
        var sheets = await Paper.SheetsOfAsync(await page.PdfAsync(new PagePdfOptions { Format = format }));
        Assert.Equal(slides, sheets.Count);
        Assert.All(sheets, lines => Assert.All((string[])[lines[0], lines[^1]], line => Assert.StartsWith(marking, line.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)));
        Assert.All(sheets, (lines, at) => Assert.Contains(lines, line => line.Replace(" ", "", StringComparison.Ordinal).EndsWith($"{at + 1}/{slides}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task OnPaper_WhatASlideShows_FillsTheSheet()
    {
        // A sheet of A4 on its side within its margins.
        var page = await site.OpenAsync("executive-jpn", new Look(1062, 733));
        await page.GotoAsync(Path);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var filled = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('.slide :is(.rows:not(.clear *), .multiples, .heat)')].map(shown => (shown.getBoundingClientRect().bottom - shown.closest('.slide').getBoundingClientRect().top) / innerHeight)");
        Assert.Equal(7, filled.Length);
        Assert.All(filled, part => Assert.InRange(part, .85, .97));
    }
}
