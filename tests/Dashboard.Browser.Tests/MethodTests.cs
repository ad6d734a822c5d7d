using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

public sealed class MethodTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public async Task Contents_LeadToTheirParts_AndNothingSticksOut_AtTheNarrowestWidth(string language)
    {
        foreach (var width in (int[])[320, 1440])
        {
            var page = await site.OpenAsync("executive-jpn", new Look(width, 800, Language: language, Script: false));
            await page.GotoAsync("/method");
            await page.Locator(".method nav a").Nth(7).ClickAsync();
            await page.WaitForURLAsync("**/method#how-sure", new() { WaitUntil = WaitUntilState.Commit });
            await Assertions.Expect(page.Locator("#how-sure")).ToBeInViewportAsync();
            await page.Context.CloseAsync();

            page = await site.OpenAsync("executive-jpn", new Look(width, 800, Language: language));
            await page.GotoAsync("/method");
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            await page.Context.CloseAsync();
        }
    }
}
