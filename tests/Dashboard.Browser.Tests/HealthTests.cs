namespace Dashboard.Browser.Tests;

public sealed class HealthTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Ready_InARealBrowser_SaysHealthy()
    {
        var page = await site.OpenAsync();
        var response = await page.GotoAsync("/health/ready");
        Assert.Equal(200, response!.Status);
        Assert.Equal("Healthy", await page.InnerTextAsync("body"));
    }
}
