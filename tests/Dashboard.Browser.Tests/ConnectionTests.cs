using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A server that ends under a planner's hands.</summary>
public sealed class ConnectionTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("en", "It could not be restored", "Load the page anew")]
    [InlineData("ja", "再接続できませんでした", "ページを読み込み直す")]
    [InlineData("fr", "Elle n’a pas pu être rétablie", "Recharger la page")]
    public async Task RestartedServer_IsToldInTheReadersLanguage_AndLeadsBackToThePage(string language, string told, string way)
    {
        var page = await site.OpenAsync("planner-jpn", new Look(Language: language));
        await page.GotoAsync("/scoring/MNE?at=LAN");
        await page.ReadyAsync();
        await Assertions.Expect(page.Locator(".reconnect")).ToBeHiddenAsync();
        await site.RestartAsync();
        await Assertions.Expect(page.Locator(".when-given-up").First).ToContainTextAsync(told, new() { Timeout = 60_000 });
        await page.Locator(".reconnect").GetByText(way, new() { Exact = true }).ClickAsync();
        await page.ReadyAsync();
        await Assertions.Expect(page.Locator(".reconnect")).ToBeHiddenAsync();
    }
}
