using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A file that takes long shows how far it is and can be given up; and whoever waits gets it whole.</summary>
public sealed class DownloadTests(Site site) : IClassFixture<Site>
{
    // What comes from the server waits behind a gate until the test opens it.
    private const string Gate =
        """
        const real = window.fetch;
        window.fetch = async (...asked) => {
          const answer = await real(...asked), gate = new Promise(open => window.openGate = open);
          let isFirst = true;
          return new Response(answer.body.pipeThrough(new TransformStream({ async transform(chunk, on) {
            if (!isFirst) await gate;
            isFirst = false;
            on.enqueue(chunk.slice(0, chunk.length / 2));
            await gate;
            on.enqueue(chunk.slice(chunk.length / 2));
          } })), { headers: answer.headers });
        };
        """;

    [Fact]
    public async Task Download_ThatTakesLong_ShowsHowFarItIs_CanBeGivenUp_AndComesWhole()
    {
        var page = await site.OpenAsync("executive-jpn");
        await page.GotoAsync("/export");
        await page.EvaluateAsync(Gate);
        var (way, panel) = (page.Locator("a[href='/scores.csv?cycle=2026']"), page.Locator("#download"));
        var saved = 0;
        page.Download += (_, _) => saved++;

        await way.ClickAsync();
        await Assertions.Expect(panel.Locator(".so-far")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^[\d,]+ of 2,596 lines · \d\.\d MB$"));
        Assert.InRange(await panel.Locator("progress").EvaluateAsync<double>("bar => bar.value / bar.max"), 0.001, 0.999);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Status)).ToHaveTextAsync("Cancelled. Nothing was saved.");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(panel).ToBeHiddenAsync();
        Assert.Equal(0, saved);

        var download = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await way.ClickAsync();
            await Assertions.Expect(panel.Locator(".so-far")).ToBeVisibleAsync();
            await page.EvaluateAsync("openGate()");
        });
        Assert.StartsWith("scores-2026-", download.SuggestedFilename);
        Assert.Equal(2_596 + 1, (await File.ReadAllLinesAsync(await download.PathAsync())).Length);
        await Assertions.Expect(panel.GetByRole(AriaRole.Status)).ToHaveTextAsync("The file is complete.");
    }
}
