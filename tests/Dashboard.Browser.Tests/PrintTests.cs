using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

public sealed class PrintTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("executive-jpn", "/overview/JPN?against=NATO", "en", "Japan against NATO median · cycle 2026 · as of 30 June 2026", "A4")]
    [InlineData("executive-jpn", "/gaps/JPN?against=NATO", "en", "Japan against NATO median · cycle 2026 · as of 30 June 2026", "Letter")]
    [InlineData("executive-jpn", "/gaps/JPN?against=NATO", "ja", "日本（NATOの中央値との比較）・サイクル2026・2026年6月30日現在", "A4")]
    [InlineData("executive-jpn", "/areas/JPN/LAN?against=NATO", "en", "Japan against NATO median · cycle 2026 · as of 30 June 2026", "Letter")]
    [InlineData("executive-jpn", "/compare/JPN?against=NATO", "fr", "Japon · référence : médiane OTAN · cycle 2026 · au 30 juin 2026", "A4")]
    [InlineData("executive-jpn", "/trend/JPN?against=NATO", "en", "Japan against NATO median · cycle 2026 · as of 30 June 2026", "Letter")]
    [InlineData("auditor", "/audit", "en", "", "A4")]
    public async Task EveryPrintedPage_CarriesItsMarkingAtHeadAndFoot_AndItsNumber(string persona, string path, string language, string question, string format)
    {
        var page = await site.OpenAsync(persona, new Look(Dark: true, Language: language));
        await page.GotoAsync(path);
        var marking = await page.InnerTextAsync(".marking strong");
        Assert.Contains(" · REL TO ", marking);
        var sheets = await Paper.SheetsOfAsync(await page.PdfAsync(new PagePdfOptions { Format = format, Margin = new() { Top = "10mm", Bottom = "10mm", Left = "10mm", Right = "10mm" } }));
        Assert.True(sheets.Count > 1);
        Assert.All(sheets, (lines, at) =>
        {
            Assert.Equal($"{at + 1}/{sheets.Count}", Packed(lines[^1]));
            foreach (var line in (string[])[lines[0], lines[^2]])
                Assert.StartsWith(Packed(marking), Packed(line));
            if (question.Length > 0)
                Assert.Equal(Packed(question), Packed(lines[1]));
        });
    }

    [Theory]
    [InlineData("en", "A4")]
    [InlineData("ja", "Letter")]
    public async Task Gaps_TakeThreeSheets_TheChartTheFirst(string language, string format)
    {
        var sheets = await PrintAsync(language, new() { Format = format });
        Assert.InRange(sheets.Count, 2, 3);
        // The total is the chart's last row.
        Assert.Single(sheets[0], line => line.StartsWith(language == "ja" ? "総合" : "Total", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chart_ThatGoesOnOverSheets_HasItsAxisOnEach()
    {
        var sheets = await PrintAsync("en", new() { Width = "210mm", Height = "150mm" });
        var drawn = sheets.TakeWhile(lines => !lines.Any(line => line.StartsWith("The shape", StringComparison.Ordinal))).ToList();
        Assert.True(drawn.Count > 1);
        Assert.All(drawn, lines => Assert.Contains(lines, line => Packed(line) == "012345scoregap"));
    }

    private async Task<List<string[]>> PrintAsync(string language, PagePdfOptions paper)
    {
        var page = await site.OpenAsync("executive-jpn", new Look(Language: language));
        await page.GotoAsync("/gaps/JPN?against=NATO");
        return await Paper.SheetsOfAsync(await page.PdfAsync(paper));
    }

    // The distances between Japanese letters come out as spaces.
    private static string Packed(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
}
