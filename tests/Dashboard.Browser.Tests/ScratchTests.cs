namespace Dashboard.Browser.Tests;
public sealed class ScratchTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Look()
    {
        var page = await site.OpenAsync("planner-jpn");
        var said = new List<string>();
        page.Console += (_, m) => said.Add(m.Text);
        page.PageError += (_, m) => said.Add(m);
        page.RequestFailed += (_, m) => said.Add("failed " + m.Url);
        page.Response += (_, m) => said.Add(m.Status + " " + m.Url);
        await page.GotoAsync("/scoring/MNE?at=LAN-2");
        await page.WaitForTimeoutAsync(4000);
        await page.ScreenshotAsync(new() { Path = "/tmp/scratch.png" });
        await File.WriteAllTextAsync("/tmp/scratch.txt", string.Join("\n", said) + "\n" + await page.ContentAsync());
    }
}
