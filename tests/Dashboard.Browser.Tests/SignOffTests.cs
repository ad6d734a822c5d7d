using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>From a changed answer through comments, a return and three signatures into the reports.</summary>
public sealed class SignOffTests(SignOffSite site) : IClassFixture<SignOffSite>
{
    [Fact]
    public async Task ThreePeople_SignReturnAndApprove_WithACommentAtTheAnswer()
    {
        var planner = await site.SheetAsync("ARM", "LAN-1");
        await planner.AnewAsync(() => Button(planner, "Begin a revision").ClickAsync());
        await Expect(planner.Locator(".signing summary")).ToContainTextAsync("Areas signed: 0 of 12");
        await planner.Row("LAN-1").Level(1).ClickAsync();
        await planner.Row("LAN-1").Locator(".is-saved").WaitForAsync();
        await planner.Row("LAN-2").Locator(".what").ClickAsync();
        await planner.Row("LAN-2").Locator("[data-state=not-applicable]").ClickAsync();
        await planner.Row("LAN-2").Locator(".reason textarea").FillAsync("No such language is spoken.");
        await planner.Row("LAN-2").Locator(".reason [data-do=save]").ClickAsync();
        await planner.Row("LAN-2").Locator(".is-saved").WaitForAsync();
        await Expect(Send(planner)).ToBeDisabledAsync();
        await Reviewing.SignAllAsync(planner);
        await Expect(planner.Locator(".signing summary")).ToContainTextAsync("Areas signed: 12 of 12");
        await planner.AnewAsync(() => Send(planner).ClickAsync());

        var reviewer = await site.SheetAsync("ARM", "LAN-1", "reviewer-jpn");
        await Expect(Button(reviewer, "Sign as reviewer")).ToBeDisabledAsync();
        await reviewer.Locator("#detail").GetByLabel("Comment on LAN-1").FillAsync("Which exercise shows it?\nAnd when?");
        await Button(reviewer, "Add comment").ClickAsync();
        await Expect(reviewer.Locator(".thread .said-text")).ToHaveTextAsync("Which exercise shows it?\nAnd when?");
        await Expect(reviewer.Row("LAN-1").Locator(".talk-text")).ToHaveTextAsync("1 open comment");
        await Button(reviewer, "Return").ClickAsync();
        await reviewer.GetByLabel("Why is it returned?").FillAsync("One question.");
        // What is typed outlives the page.
        await reviewer.ReloadAsync();
        await reviewer.ReadyAsync();
        await Button(reviewer, "Return").ClickAsync();
        await Expect(reviewer.GetByLabel("Why is it returned?")).ToHaveValueAsync("One question.");
        // The planner, whose page stays open, is told and is led to the answer.
        await planner.AnewAsync(() => reviewer.AnewAsync(() => Button(reviewer, "Return it").ClickAsync()));
        await Expect(Button(reviewer, "Return")).ToHaveCountAsync(0);
        await Expect(planner.Locator(".returned")).ToContainTextAsync("One question.");
        await planner.Row("LAW-1").Locator(".what").ClickAsync();
        await planner.Locator(".returned .open-threads a").ClickAsync();
        await Expect(planner.Row("LAN-1").Locator(".what")).ToBeFocusedAsync();
        await Button(planner, "Reply").ClickAsync();
        await planner.Locator(".thread textarea").FillAsync("Cyber Coalition 2025.");
        await Button(planner, "Send reply").ClickAsync();
        await Expect(planner.Locator(".said")).ToHaveCountAsync(2);
        await Button(planner, "Settle").ClickAsync();
        await Expect(planner.Row("LAN-1").Locator(".talk-text")).ToHaveTextAsync("");
        await Expect(planner.Locator(".returned .open-threads")).ToHaveCountAsync(0);
        await reviewer.AnewAsync(() => Send(planner).ClickAsync());

        await reviewer.Locator(".agree button").First.WaitForAsync();
        await reviewer.AgreeToAllAsync();
        await Button(reviewer, "Return").ClickAsync();
        await Expect(reviewer.GetByLabel("Why is it returned?")).ToHaveValueAsync("");
        await Button(reviewer, "Cancel").ClickAsync();
        await Button(reviewer, "Sign as reviewer").ClickAsync();
        await Expect(reviewer.Locator(".sheet-notice")).ToContainTextAsync("a releasing officer has the last word");
        var officer = await site.OpenAsync("releasing-jpn");
        await officer.GotoAsync("/scoring");
        await Expect(officer.Locator(".waiting li").First).ToContainTextAsync("your signature as releasing officer approves it");
        await officer.Locator(".waiting a").First.ClickAsync();
        await officer.ReadyAsync();
        await Expect(officer.Row("LAN-1").Level(1)).ToHaveAttributeAsync("aria-pressed", "true");
        // The reviewer's page, which stays open, is told, and loaded anew by itself.
        await reviewer.AnewAsync(() => Button(officer, "Sign and approve").ClickAsync());
        await Expect(officer.Locator(".sheet-notice")).ToContainTextAsync("Approved and in the reports");
        Assert.Equal(1, await planner.StoredLevelAsync("ARM", "LAN-1"));

        await reviewer.GotoAsync("/scoring/ARM?at=LAN-1");
        await reviewer.ReadyAsync();
        await reviewer.Locator(".history .link").ClickAsync();
        await Expect(reviewer.Locator(".history li strong").First).ToHaveTextAsync("Assessment approved");
        var told = await reviewer.Locator(".history li strong").AllInnerTextsAsync();
        foreach (var step in (string[])["Signed by the reviewer", "Sent to review", "Assessment returned", "Comment settled", "Comment added", "Area signed", "Answer saved"])
            Assert.Contains(step, told);
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Send(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Send for review" });

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
