using ClosedXML.Excel;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The product's main job: score, see the gap, take the workbook along.</summary>
public sealed class MainJobTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task PlannersChange_ReachesTheExecutiveAndTheWorkbook_AndOutlivesARestart()
    {
        var executive = await site.OpenAsync("executive-jpn");
        var before = await LanguageAsync(executive);
        Assert.Equal(("1.8", "LAN-3 at 1"), (before.Score, before.Weakest));

        var planner = await site.OpenAsync("planner-jpn");
        await planner.GotoAsync("/scoring");
        await planner.Locator(".own-sheet a.primary").ClickAsync();
        await planner.ReadyAsync();
        await planner.AnewAsync(() => planner.GetByRole(AriaRole.Button, new() { Name = "Begin a revision", Exact = true }).ClickAsync());
        await planner.Row("LAN-1").Level(4).ClickAsync();
        await Assertions.Expect(planner.Row("LAN-1").Locator(".row-state")).ToContainTextAsync("Saved");
        await Assertions.Expect(planner.Locator("[data-figures=LAN] .big").First).ToHaveTextAsync("2.2");
        // A draft is the planner's own until it is approved.
        Assert.Equal(before, await LanguageAsync(executive));
        await planner.GetByRole(AriaRole.Button, new() { Name = "Send for review" }).ClickAsync();
        // Somebody else approves what the planner changed last.
        var reviewer = await site.OpenAsync("reviewer-jpn");
        await reviewer.GotoAsync("/scoring/JPN");
        await reviewer.ReadyAsync();
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await Assertions.Expect(reviewer.Locator(".sheet-notice")).ToContainTextAsync("Approved and in the reports");

        var after = await LanguageAsync(executive);
        Assert.Equal(("2.2", "LAN-3 at 1"), (after.Score, after.Weakest));
        Assert.Equal(2.2, await ScoreInWorkbookAsync(executive), 9);
        Assert.NotEqual(before.Gap, after.Gap);
        await site.RestartAsync();
        Assert.Equal(after, await LanguageAsync(executive));
        Assert.Equal(2.2, await ScoreInWorkbookAsync(executive), 9);
    }

    // The workbook as the executive gets it: by the button on the page.
    private static async Task<double> ScoreInWorkbookAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href^='/briefings/']").ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename);
        using var file = new MemoryStream(await File.ReadAllBytesAsync(await download.PathAsync()));
        using var workbook = new XLWorkbook(file);
        var name = workbook.Worksheet(2).CellsUsed(cell => cell.GetString().StartsWith("Language", StringComparison.Ordinal)).First();
        return name.WorksheetRow().CellsUsed(cell => cell.DataType == XLDataType.Number).First().GetDouble();
    }

    private static async Task<(string Score, string Gap, string Weakest)> LanguageAsync(IPage page)
    {
        await page.GotoAsync("/gaps/JPN?against=NATO");
        var cells = page.Locator(".figures tbody tr", new() { HasText = "Language" }).Locator("td");
        return (await cells.Nth(0).InnerTextAsync(), await cells.Nth(1).InnerTextAsync(), await cells.Last.InnerTextAsync());
    }
}
