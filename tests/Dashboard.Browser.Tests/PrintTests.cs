using System.Diagnostics;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

public sealed class PrintTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("executive-jpn", "/gaps/JPN?against=NATO", "en", "As of 30 June 2026")]
    [InlineData("executive-jpn", "/gaps/JPN?against=NATO", "ja", "2026年6月30日現在")]
    [InlineData("auditor", "/audit", "en", "")]
    public async Task EveryPrintedPage_CarriesItsMarkingAtHeadAndFoot(string persona, string path, string language, string asOf)
    {
        var page = await site.OpenAsync(persona, new Look(Dark: true, Language: language));
        await page.GotoAsync(path);
        var marking = await page.InnerTextAsync(".marking strong");
        Assert.Contains(" · REL TO ", marking);
        var sheets = await SheetsOfAsync(await page.PdfAsync(new PagePdfOptions { Format = "A4", Margin = new() { Top = "10mm", Bottom = "10mm", Left = "10mm", Right = "10mm" } }));
        Assert.True(sheets.Count > 1);
        Assert.All(sheets, lines =>
        {
            foreach (var line in (string[])[lines[0], lines[^1]])
            {
                // The distances between Japanese letters come out as spaces.
                Assert.StartsWith(Packed(marking), Packed(line));
                Assert.EndsWith(Packed(asOf), Packed(line));
            }
        });
    }

    private static string Packed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static async Task<List<string[]>> SheetsOfAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return [.. text.Split('\f').Select(sheet => sheet.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(lines => lines.Length > 0)];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
