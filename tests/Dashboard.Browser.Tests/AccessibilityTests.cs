using Deque.AxeCore.Playwright;

namespace Dashboard.Browser.Tests;

public sealed class AccessibilityTests(Site site) : IClassFixture<Site>
{
    private static readonly (string Persona, string Path)[] Pages =
    [
        ("executive-jpn", "/"),
        ("executive-jpn", "/gaps/JPN?against=NATO"),
        ("executive-che", "/gaps/JPN?against=NATO"),
        ("executive-jpn", "/gaps/JPN?against=Hansa"),
        ("executive-jpn", "/method"),
        ("planner-jpn", "/scoring"),
        ("planner-jpn", "/scoring/MNE?at=LAN"),
        ("planner-jpn", "/scoring/JPN"),
    ];

    [Theory]
    [InlineData(false, 1440)]
    [InlineData(true, 1440)]
    [InlineData(false, 390)]
    [InlineData(true, 390)]
    public async Task EveryPage_HasNoViolation(bool dark, int width)
    {
        List<string> found = [];
        foreach (var (persona, path) in Pages)
        {
            var page = await site.OpenAsync(persona, new Look(width, 900, dark));
            await page.GotoAsync(path);
            if (path.StartsWith("/scoring/", StringComparison.Ordinal))
                await page.ReadyAsync();
            found.AddRange(from violation in (await page.RunAxe()).Violations from node in violation.Nodes select $"{path}: {violation.Id} {node.Html}");
            await page.Context.CloseAsync();
        }

        await CheckStatesAsync(dark, width, found);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private async Task CheckStatesAsync(bool dark, int width, List<string> found)
    {
        foreach (var (path, act) in ((string, Func<Microsoft.Playwright.IPage, Task>)[])[("/scoring/MNE?at=REL", Scoring.MakeConflictAsync), ("/scoring/MNE?at=XDM", Scoring.AskReasonAsync)])
        {
            var page = await site.OpenAsync("planner-jpn", new Look(width, 900, dark));
            await page.GotoAsync(path);
            await act(page);
            found.AddRange(from violation in (await page.RunAxe()).Violations from node in violation.Nodes select $"{path}: {violation.Id} {node.Html}");
            await page.Context.CloseAsync();
        }
    }
}
