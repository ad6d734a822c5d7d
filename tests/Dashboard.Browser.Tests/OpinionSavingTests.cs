using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What a reviewer chose and typed in a second opinion is stored, or still there and said not to be, and nobody else's.</summary>
public sealed class OpinionSavingTests(Site site) : IClassFixture<Site>
{
    private const string Changes = "**/scoring/opinion-changes";
    private const string Kept = "JSON.stringify(localStorage)";

    [Fact]
    public async Task Unsent_OutlivesTheClosedTab_IsSentThen_AndIsNobodyElses()
    {
        var page = await site.OpenAsync("reviewer-jpn");
        var context = page.Context;
        await page.OpenOpinionAsync();
        await context.RouteAsync(Changes, route => route.AbortAsync());
        await Radio(page, "LAN-1", 4).CheckAsync(new() { Force = true });
        await Note(page, "LAN-1").FillAsync("Seen <b>at</b> the exercise 演習");
        await Expect(page.State("LAN-1")).ToContainTextAsync("Not saved yet: no connection");
        await Expect(page.Locator("#unsaved")).ToContainTextAsync("Not saved: 1");
        // Not overtaken by the end.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Hand in", Exact = true })).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Withdraw", Exact = true })).ToBeDisabledAsync();
        // It lies there locked.
        var kept = await page.EvaluateAsync<string>(Kept);
        Assert.Contains("opinion/", kept);
        Assert.DoesNotContain("Seen", kept);
        Assert.DoesNotContain("LAN-1", kept);
        await CloseAsync(page);

        // Somebody else on this browser: the answers are closed to the reviewer, and the reviewer's to them.
        var next = await context.NewPageAsync();
        await SignInAsync(next, "planner-jpn");
        await next.GotoAsync("/scoring/MNE/opinion");
        await Expect(next.Locator("main")).ToContainTextAsync("has been giving a second opinion since");
        Assert.DoesNotContain("Seen", await next.ContentAsync());
        Assert.Equal(403, await next.EvaluateAsync<int>(
            "async () => (await fetch('/scoring/outbox-key', { method: 'POST', headers: { 'Content-Type': 'application/json' }," +
            " body: JSON.stringify({ seal: JSON.parse(Object.values(localStorage)[0]).seal }) })).status"));

        await SignInAsync(next, "reviewer-jpn");
        await next.OpenOpinionAsync();
        await Expect(Radio(next, "LAN-1", 4)).ToBeCheckedAsync();
        await Expect(Note(next, "LAN-1")).ToHaveValueAsync("Seen <b>at</b> the exercise 演習");
        await Expect(next.State("LAN-1")).ToContainTextAsync("Not saved yet");
        await context.UnrouteAllAsync();
        await next.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(next.State("LAN-1")).ToContainTextAsync("✓ Saved");
        Assert.Equal("{}", await next.EvaluateAsync<string>(Kept));
        await next.ReloadAsync();
        await next.ReadyAsync();
        await Expect(Radio(next, "LAN-1", 4)).ToBeCheckedAsync();
        await Expect(Note(next, "LAN-1")).ToHaveValueAsync("Seen <b>at</b> the exercise 演習");
    }

    [Fact]
    public async Task LostAcknowledgement_IsSentAgain_AndHarmless()
    {
        var page = await site.OpenAsync("reviewer-jpn");
        await page.OpenOpinionAsync();
        var lost = 0;
        await page.RouteAsync(Changes, async route =>
        {
            await route.FetchAsync();
            lost++;
            await route.AbortAsync();
        });
        await Radio(page, "INF-1", 5).CheckAsync(new() { Force = true });
        await Expect(page.State("INF-1")).ToContainTextAsync("Not saved yet");
        await Radio(page, "INF-1", 1).CheckAsync(new() { Force = true });
        await page.UnrouteAllAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(page.State("INF-1")).ToContainTextAsync("✓ Saved");
        Assert.True(lost >= 1);
        await page.ReloadAsync();
        await page.ReadyAsync();
        await Expect(Radio(page, "INF-1", 1)).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Note_TooLong_IsSaid_Refused_AndKept()
    {
        var page = await site.OpenAsync("reviewer-jpn");
        await page.OpenOpinionAsync();
        var far = new string('日', 100_000);
        await Note(page, "INF-2").FillAsync(far);
        await Expect(page.Row("INF-2").Locator(".too-long")).ToHaveTextAsync("100,000 of 4,000 characters: shorten it by 96,000.");
        await Expect(page.State("INF-2")).ToContainTextAsync("Not saved");
        await Expect(page.State("INF-2")).ToContainTextAsync("4000");
        await Expect(Note(page, "INF-2")).ToHaveValueAsync(far);
        // Blanks stay while it is typed.
        await Note(page, "INF-2").FillAsync("shorter ");
        await Expect(page.State("INF-2")).ToContainTextAsync("✓ Saved");
        await Expect(Note(page, "INF-2")).ToHaveValueAsync("shorter ");
    }

    [Fact]
    public async Task SignOut_LeavesNothingInTheBrowser_AndAsksFirst()
    {
        var page = await site.OpenAsync("reviewer-jpn");
        await page.OpenOpinionAsync();
        var asked = 0;
        page.Dialog += (_, dialog) =>
        {
            asked++;
            _ = dialog.AcceptAsync();
        };
        await page.RouteAsync(Changes, route => route.AbortAsync());
        await Radio(page, "LAW-1", 2).CheckAsync(new() { Force = true });
        await Expect(page.State("LAW-1")).ToContainTextAsync("Not saved yet");
        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        await Expect(page.Locator("button[value=planner-jpn]")).ToBeVisibleAsync();
        Assert.Equal(1, asked);
        Assert.Equal("{}", await page.EvaluateAsync<string>(Kept));
    }

    // As somebody closes a tab: it asks, and they insist.
    private static async Task CloseAsync(IPage page)
    {
        var asked = false;
        page.Dialog += (_, dialog) =>
        {
            asked = true;
            _ = dialog.AcceptAsync();
        };
        var closed = new TaskCompletionSource();
        page.Close += (_, _) => closed.TrySetResult();
        await page.CloseAsync(new PageCloseOptions { RunBeforeUnload = true });
        await closed.Task;
        Assert.True(asked);
    }

    private static async Task SignInAsync(IPage page, string persona)
    {
        await page.GotoAsync("/sign-in");
        await page.ClickAsync($"button[value={persona}]");
    }

    private static ILocator Radio(IPage page, string indicator, int level) => page.Row(indicator).Locator($"input[value='{level}']");

    private static ILocator Note(IPage page, string indicator) => page.Row(indicator).GetByLabel("Note");

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
