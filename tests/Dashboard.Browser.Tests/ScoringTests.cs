using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Marking and the workflow on the scoring page.</summary>
public sealed class ScoringTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Mark_OfOneAnswer_IsStored_AndThePageIsMarkedSo()
    {
        var page = await OpenSheetAsync("MNE", "LAW");
        await Expect(page.Locator(".marking:not(.marking-foot) strong")).ToContainTextAsync("RESTRICTED");
        await page.GetByLabel("Marking of this answer").SelectOptionAsync("secret");
        // The page is loaded anew at the same place, under the higher marking.
        await Expect(page.Locator(".marking:not(.marking-foot) strong")).ToContainTextAsync("SECRET");
        await page.ReadyAsync();
        await Expect(page.GetByLabel("Marking of this answer")).ToHaveValueAsync("secret");
        await page.GetByLabel("Marking of this answer").SelectOptionAsync("");
        await Expect(page.Locator(".marking:not(.marking-foot) strong")).ToContainTextAsync("RESTRICTED");
    }

    [Fact]
    public async Task Mark_OfTheAssessment_IsRefusedInPlace_OrSet()
    {
        var page = await OpenSheetAsync("MNE", "WRK");
        await page.GetByLabel("As a whole").SelectOptionAsync("restricted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set", Exact = true }).ClickAsync();
        await Expect(page.Locator(".alert")).ToContainTextAsync("The compilation cannot be restricted");
        await page.GetByLabel("As a whole").SelectOptionAsync("secret");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set", Exact = true }).ClickAsync();
        await Expect(page.Locator(".marking:not(.marking-foot) strong")).ToContainTextAsync("SECRET");
        await page.ReadyAsync();
        await page.GetByLabel("As a whole").SelectOptionAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set", Exact = true }).ClickAsync();
        await Expect(page.Locator(".marking:not(.marking-foot) strong")).ToContainTextAsync("RESTRICTED");
    }

    [Fact]
    public async Task Review_ShowsWhatToLookAt_LeadsThere_AndIsNotApprovedByWhoAnsweredLast()
    {
        var page = await site.OpenAsync("planner-est");
        // An assessment of its own: no other test moves it.
        await page.GotoAsync("/scoring/EST");
        await page.ReadyAsync();
        await page.AnewAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Begin a revision" }).ClickAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Send for review" }).WaitForAsync();
        await page.Locator(".checks > summary").ClickAsync();
        var shown = page.Locator("[data-kind=NotShown]");
        if (await shown.GetAttributeAsync("open") is null)
            await shown.Locator("summary").ClickAsync();
        var link = shown.Locator("a").Last;
        var indicator = (await link.InnerTextAsync()).Split(' ')[0];
        var address = page.Url;
        await link.ClickAsync();
        await Expect(page.Row(indicator).Locator(".what")).ToBeFocusedAsync();
        await Expect(page.Row(indicator)).ToHaveClassAsync("answer current");
        // The page stayed, with whatever was being typed on it.
        Assert.Equal(address, page.Url);

        // Mended, it leaves the list.
        await page.Row(indicator).Level(3).ClickAsync();
        await Expect(page.Row(indicator).Locator(".row-state")).ToContainTextAsync("Saved");
        await Expect(shown.Locator("a").Filter(new() { HasText = indicator })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send for review" }).ClickAsync();
        await Expect(page.Locator(".sheet-notice")).ToContainTextAsync("another reviewer approves it");
        await Expect(page.Locator(".checks h2")).ToContainTextAsync("To look at before approving");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Return", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reviewer_SeesTheList_AndApprovesWhatSomebodyElseAnswered()
    {
        var planner = await OpenSheetAsync("ALB", "LAN");
        await Reviewing.SendAsync(planner);
        await Expect(planner.Locator(".sheet-notice")).ToContainTextAsync("another reviewer approves it");
        var told = await planner.Locator(".checks li").CountAsync();

        var reviewer = await site.OpenAsync("reviewer-jpn");
        await reviewer.GotoAsync("/scoring/ALB");
        await reviewer.ReadyAsync();
        await Expect(reviewer.Locator(".checks")).ToHaveAttributeAsync("open", "");
        Assert.Equal(told, await reviewer.Locator(".checks li").CountAsync());
        await reviewer.AgreeToAllAsync();
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await Expect(reviewer.Locator(".sheet-notice")).ToContainTextAsync("Approved and in the reports");
        await Expect(reviewer.Locator(".checks")).ToHaveCountAsync(0);
    }

    private Task<IPage> OpenSheetAsync(string country, string at) => site.SheetAsync(country, at);

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
