using Dashboard.Web.Security;

namespace Dashboard.Browser.Tests;

/// <summary>The same site for people who may have two working pages open.</summary>
public sealed class NarrowSite(Chromium chromium) : Site(chromium)
{
    protected override Limits Limits => new() { CircuitsPerPerson = 2 };
}

public sealed class CircuitLimitTests(NarrowSite site) : IClassFixture<NarrowSite>
{
    [Fact]
    public async Task MorePagesThanAllowed_AreExplained_AndClosingOneMakesRoom()
    {
        var first = await site.OpenAsync("planner-jpn");
        var second = await first.Context.NewPageAsync();
        var third = await first.Context.NewPageAsync();
        foreach (var page in (Microsoft.Playwright.IPage[])[first, second])
        {
            await page.GotoAsync("/scoring/MNE");
            await page.ReadyAsync();
        }

        await third.GotoAsync("/scoring/MNE");
        Assert.Contains("Too many pages are open", await third.InnerTextAsync("main"));
        // Another person is not held up.
        var other = await site.OpenAsync("planner-est");
        await other.GotoAsync("/scoring/EST");
        await other.ReadyAsync();

        // A page that is left tells the server so; how soon, is the browser's matter.
        await second.GotoAsync("/scoring");
        for (var tries = 0; tries < 50 && third.Url.Contains("too-many-pages", StringComparison.Ordinal); tries++)
            await third.GotoAsync("/scoring/MNE");
        await third.ReadyAsync();
    }
}
