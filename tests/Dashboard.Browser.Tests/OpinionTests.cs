using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A second opinion, from its beginning to both sides.</summary>
public sealed class OpinionTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Reviewer_ScoresBlind_HandsIn_AndSeesTheDifferences()
    {
        var planner = await site.OpenAsync("planner-jpn");
        await planner.GotoAsync("/scoring");
        var stored = await planner.StoredLevelsAsync("MNE");
        var other = stored["LAN-1"] >= 3 ? 0 : 5;
        await planner.GotoAsync("/scoring/MNE");
        await planner.ReadyAsync();

        var page = await site.OpenAsync("reviewer-jpn");
        await page.GotoAsync("/scoring/MNE/opinion");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin a second opinion", Exact = true }).ClickAsync();
        await page.ReadyAsync();
        // A sheet that is open hears of it.
        await Expect(planner.Locator(".notice").Filter(new() { HasText = "has been giving a second opinion" })).ToBeVisibleAsync();
        // Blind: the sheet is closed, and leads back here.
        await page.GotoAsync("/scoring/MNE");
        await Expect(page.Locator("main")).ToContainTextAsync("You are giving a second opinion on this assessment");
        Assert.All((await page.StoredLevelsAsync("MNE")).Values, level => Assert.Null(level));
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue the second opinion" }).ClickAsync();
        await page.ReadyAsync();

        // By the keyboard: a digit chooses, arrows move on.
        await page.Row("LAN-1").Locator("input").First.FocusAsync();
        await page.Keyboard.PressAsync(other.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Expect(page.State("LAN-1")).ToContainTextAsync("✓ Saved");
        await Expect(page.Row("LAN-1").GetByRole(AriaRole.Radio, new() { Checked = true })).ToHaveValueAsync($"{other}");
        await page.Row("LAN-1").GetByLabel("Note").FillAsync("Seen at the exercise.");
        await page.Row("LAN-1").GetByLabel("Note").BlurAsync();
        await page.WaitForSelectorAsync(".opinion[data-unsaved=false]");
        await page.SayAsync("LAN-2", stored["LAN-2"]!.Value);
        // As in the scoring grid: down goes on and changes nothing, and right goes from the level that was typed.
        await page.Row("LAN-3").Locator("input").First.FocusAsync();
        foreach (var key in (string[])["4", "ArrowDown", "3", "ArrowRight", "ArrowUp", "ArrowUp"])
            await page.Keyboard.PressAsync(key);
        await Expect(page.Row("LAN-2").GetByRole(AriaRole.Radio, new() { Checked = true })).ToBeFocusedAsync();
        foreach (var (row, level) in ((string, int)[])[("LAN-3", 4), ("LAN-4", 4)])
        {
            await Expect(page.State(row)).ToContainTextAsync("✓ Saved");
            await Expect(page.Row(row).GetByRole(AriaRole.Radio, new() { Checked = true })).ToHaveValueAsync($"{level}");
        }

        await Expect(page.Locator(".opinion-bar .figure")).ToContainTextAsync("4");
        // What said "saved" is there after the page was loaded anew.
        await page.ReloadAsync();
        await page.ReadyAsync();
        await Expect(page.Row("LAN-1").GetByLabel("Note")).ToHaveValueAsync("Seen at the exercise.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in now", Exact = true }).ClickAsync();
        await Expect(page.Locator(".compared h3")).ToHaveTextAsync("1 difference of 2 levels or more");
        await Expect(page.Locator(".apart li")).ToContainTextAsync("Seen at the exercise.");
        await Expect(planner.Locator(".notice").Filter(new() { HasText = "1 difference of 2 levels or more" })).ToBeVisibleAsync();
        await page.Locator(".apart a").ClickAsync();
        await page.ReadyAsync();
        await Expect(page.Locator(".notice").Filter(new() { HasText = "Second opinion of Reviewer, Japan" })).ToContainTextAsync("1 difference");

        await planner.GotoAsync("/scoring/MNE/opinion");
        await Expect(planner.Locator(".apart li")).ToHaveCountAsync(1);
    }

    // With a comment typed and not sent: what is typed is kept, and must not keep open what is to be hidden.
    [Fact]
    public async Task OpenSheet_OfWhoBeginsToScoreBlind_Closes_AlsoWhileSomethingIsTyped()
    {
        var operators = Viewer.Operator("JPN", ClassificationLadder.Default);
        var approved = (await site.Get<AssessmentStore>().OwnAsync(operators, "AUT", "2026", Basis.Estimated))!.Assessment;
        await site.Get<AssessmentStore>().ReviseAsync(operators, approved.Id);
        var page = await site.SheetAsync("AUT", "LAN-1");
        var comment = page.Locator("#detail").GetByLabel("Comment on LAN-1");
        await comment.FillAsync("Not sent.");
        var window = await page.Context.NewPageAsync();
        await window.GotoAsync("/scoring/AUT/opinion");
        await window.GetByRole(AriaRole.Button, new() { Name = "Begin a second opinion", Exact = true }).ClickAsync();
        await window.ReadyAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("You are giving a second opinion on this assessment");
        Assert.Equal(0, await page.Locator(".answer").CountAsync());

        await window.GetByRole(AriaRole.Button, new() { Name = "Withdraw", Exact = true }).ClickAsync();
        await window.Locator("form:visible [value=withdraw]").ClickAsync();
        await Expect(window.Locator("[data-unsaved]")).ToHaveCountAsync(0);
        await page.GotoAsync("/scoring/AUT?at=LAN-1");
        await page.ReadyAsync();
        await Expect(comment).ToHaveValueAsync("Not sent.");
    }

    [Fact]
    public async Task TwoWindows_OfOneReviewer_AreToldOfEachOther()
    {
        var first = await site.OpenAsync("reviewer-jpn");
        await first.GotoAsync("/scoring/ARM/opinion");
        if (await first.GetByRole(AriaRole.Button, new() { Name = "Begin a second opinion" }).CountAsync() == 0)
        {
            var planner = await site.OpenAsync("planner-jpn");
            await planner.GotoAsync("/scoring/ARM");
            await planner.ReadyAsync();
            await planner.GetByRole(AriaRole.Button, new() { Name = "Begin a revision", Exact = true }).ClickAsync();
            await planner.GetByRole(AriaRole.Button, new() { Name = "Send for review" }).WaitForAsync();
            await first.ReloadAsync();
        }

        await first.GetByRole(AriaRole.Button, new() { Name = "Begin a second opinion", Exact = true }).ClickAsync();
        await first.ReadyAsync();
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(first.Url);
        await second.ReadyAsync();
        await first.SayAsync("LAN-3", 2);
        await second.Row("LAN-3").Locator("input[value='4']").CheckAsync(new LocatorCheckOptions { Force = true });
        await Expect(second.Row("LAN-3").Locator(".conflict")).ToContainTextAsync("another window: 2");
        await second.Row("LAN-3").GetByRole(AriaRole.Button, new() { Name = "Save mine instead" }).ClickAsync();
        await Expect(second.State("LAN-3")).ToContainTextAsync("✓ Saved");
        await first.ReloadAsync();
        await first.ReadyAsync();
        await Expect(first.Row("LAN-3").GetByRole(AriaRole.Radio, new() { Checked = true })).ToHaveValueAsync("4");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
