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
    [InlineData("executive-jpn", "/position/JPN?against=NATO", "en", "Japan against NATO median · cycle 2026 · as of 30 June 2026", "Letter")]
    [InlineData("executive-jpn", "/requirements/JPN?against=NATO", "fr", "Japon · référence : médiane OTAN · cycle 2026 · au 30 juin 2026", "A4")]
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

    [Theory]
    [InlineData("overview", "en", "A4")]
    [InlineData("overview", "ja", "A4")]
    [InlineData("overview", "fr", "Letter")]
    [InlineData("gaps", "fr", "A4")]
    [InlineData("gaps", "fr", "Letter")]
    [InlineData("gaps", "ja", "Letter")]
    [InlineData("trend", "ja", "A4")]
    [InlineData("trend", "fr", "A4")]
    [InlineData("position", "fr", "A4")]
    [InlineData("position", "en", "Letter")]
    public async Task NoSheet_HoldsAFewLinesAlone(string place, string language, string format)
    {
        var sheets = await PrintAsync(language, new() { Format = format }, place);
        // The marking and the question, the marking and the number, and a card of some lines.
        Assert.All(sheets, lines => Assert.InRange(lines.Length, 11, 200));
    }

    [Theory]
    [InlineData("/gaps/JPN?against=NATO")]
    [InlineData("/overview/JPN?against=CCDCOE")]
    [InlineData("/trend/JPN?against=NATO")]
    [InlineData("/position/JPN?against=NATO")]
    [InlineData("/areas/JPN/LAN?against=NATO")]
    public async Task Feet_OfCharts_KeepNoDotOfAWayThatPaperLacks(string path)
    {
        var page = await site.OpenAsync("executive-jpn");
        await page.GotoAsync(path);
        var feet = page.Locator(".chart .foot:visible, .card:has(.histograms) .foot:visible");
        Assert.Contains(await feet.AllInnerTextsAsync(), foot => foot.Contains("CSV", StringComparison.Ordinal));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.All(await feet.AllInnerTextsAsync(), foot => Assert.DoesNotMatch("^·|·$|CSV|JSON|this is calculated|How sure|Country by country", foot.Trim()));
    }

    [Theory]
    [InlineData("gaps", "en")]
    [InlineData("gaps", "fr")]
    [InlineData("trend", "ja")]
    public async Task Figures_AndWhoseWordItIs_StandOnOneSheet(string place, string language)
    {
        var page = await site.OpenAsync("executive-jpn", new Look(Language: language));
        await page.GotoAsync($"/{place}/JPN?against=NATO");
        // Each card is told apart by a line that only its end has.
        await page.EvaluateAsync("document.querySelectorAll('.card:has(.figures), .card:has(> .sources)').forEach((card, i) => { card.querySelector('h2').textContent += ` head${i}`; card.insertAdjacentText('beforeend', `end${i}`) })");
        var sheets = await Paper.SheetsOfAsync(await page.PdfAsync(new() { Format = "A4" }));
        foreach (var card in (int[])[0, 1])
            Assert.Equal(sheets.FindIndex(lines => Holds(lines, $"head{card}")), sheets.FindIndex(lines => Holds(lines, $"end{card}")));

        static bool Holds(string[] lines, string text) => lines.Any(line => line.Contains(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gaps", 740)]
    [InlineData("trend", 718)]
    public async Task NamesOfAreas_InJapanese_BreakOnlyAfterADot(string place, int width)
    {
        var page = await site.OpenAsync("executive-jpn", new Look(Language: "ja"));
        await page.GotoAsync($"/{place}/JPN?against=NATO");
        await page.SetViewportSizeAsync(width, 1000);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var ends = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.figures tbody th, .multiples figcaption')].flatMap(name => {
              const ends = [], letter = document.createRange(), walk = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
              for (let node; node = walk.nextNode();)
                for (let i = 1; i < node.length; i++) {
                  letter.setStart(node, i);
                  letter.setEnd(node, i + 1);
                  const { top, width } = letter.getBoundingClientRect();
                  letter.setStart(node, i - 1);
                  letter.setEnd(node, i);
                  const before = letter.getBoundingClientRect();
                  if (width && before.width && top > before.top + 5)
                    ends.push(node.data.slice(i - 1, i + 1));
                }
              return ends;
            })
            """);
        Assert.NotEmpty(ends);
        // A bracket may begin a line.
        Assert.All(ends, end => Assert.Matches("^[・ ]|（$", end));
    }

    private async Task<List<string[]>> PrintAsync(string language, PagePdfOptions paper, string place = "gaps")
    {
        var page = await site.OpenAsync("executive-jpn", new Look(Language: language));
        await page.GotoAsync($"/{place}/JPN?against=NATO");
        return await Paper.SheetsOfAsync(await page.PdfAsync(paper));
    }

    // The distances between Japanese letters come out as spaces.
    private static string Packed(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
}
