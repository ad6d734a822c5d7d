using System.Text.Json;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

public sealed class ScoringTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task TwoBrowsers_OnOneIndicator_TheSecondIsToldAndDecides()
    {
        var first = await OpenSheetAsync("MNE", "NET");
        var second = await OpenSheetAsync("MNE", "NET");
        await first.Row("NET-2").Level(3).ClickAsync();
        await first.Row("NET-2").Locator(".confidence").GetByText("low").ClickAsync();
        await Expect(first.Row("NET-2").Locator(".confidence [aria-pressed=true]")).ToHaveTextAsync("low");
        await first.Row("NET-2").Level(4).ClickAsync();
        await Expect(first.Row("NET-2").Locator(".row-state")).ToContainTextAsync("Saved");

        await second.Row("NET-2").Level(1).ClickAsync();
        var conflict = second.Row("NET-2").Locator(".conflict");
        await Expect(conflict).ToContainTextAsync("Planner, Japan saved another answer");
        await Expect(conflict.Locator("dd").Nth(0)).ToContainTextAsync("4 (confidence low)");
        await Expect(conflict.Locator("dd").Nth(1)).ToContainTextAsync("1 (");
        Assert.Equal(4, await StoredLevelAsync(second, "MNE", "NET-2"));

        await conflict.GetByText("Save mine instead").ClickAsync();
        await Expect(second.Row("NET-2").Locator(".row-state")).ToContainTextAsync("Saved");
        Assert.Equal(1, await StoredLevelAsync(second, "MNE", "NET-2"));

        // The first browser still shows 4; it is told in its turn, and gives way.
        await first.Row("NET-2").Level(5).ClickAsync();
        await first.Row("NET-2").GetByText("Keep the saved one").ClickAsync();
        await Expect(first.Row("NET-2").Level(1)).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal(1, await StoredLevelAsync(first, "MNE", "NET-2"));
    }

    [Fact]
    public async Task Answer_EveryKindOf_IsSavedAtOnceAndMovesTheArea()
    {
        var page = await OpenSheetAsync("MNE", "INF");
        var figures = page.Locator("[data-area=INF]");
        foreach (var (indicator, level) in ((string, int)[])[("INF-1", 2), ("INF-2", 3), ("INF-3", 2), ("INF-4", 1)])
        {
            await page.Row(indicator).Level(level).ClickAsync();
            await Expect(page.Row(indicator).Locator(".row-state")).ToContainTextAsync("Saved");
        }

        await Expect(figures.Locator(".big").First).ToHaveTextAsync("2.0");
        await page.Row("INF-4").Locator(".other").GetByText("not assessed").ClickAsync();
        await Expect(figures).ToContainTextAsync("could be, with 1 open");
        await page.Row("INF-4").Locator(".other").GetByText("not applicable").ClickAsync();
        await page.Row("INF-4").GetByLabel("Why does INF-4 not apply?").PressSequentiallyAsync("None of 3 networks: no cable, 0 links");
        await page.Row("INF-4").GetByText("Save as not applicable").ClickAsync();
        await Expect(figures).Not.ToContainTextAsync("could be");
        await Expect(figures.Locator(".big").First).ToHaveTextAsync("2.3");

        await page.Row("INF-1").Locator(".confidence").GetByText("high").ClickAsync();
        await Expect(page.Row("INF-1").Locator(".confidence [aria-pressed=true]")).ToHaveTextAsync("high");
        await page.Row("INF-1").GetByLabel("Why this level").FillAsync("Seen at the exercise.");
        await page.Row("INF-2").Locator(".what").ClickAsync();
        await Expect(page.Row("INF-1").Locator(".row-state")).ToContainTextAsync("Saved");
        await page.ReloadAsync();
        await page.ReadyAsync();
        await page.Row("INF-1").Locator(".what").ClickAsync();
        await Expect(page.Row("INF-1").GetByLabel("Why this level")).ToHaveValueAsync("Seen at the exercise.");
        await Expect(page.Row("INF-4").Locator(".other [aria-pressed=true]")).ToHaveTextAsync("not applicable");
    }

    [Fact]
    public async Task Keys_MoveAndAnswer()
    {
        var page = await OpenSheetAsync("MNE", "ORG");
        await page.Row("ORG-1").Locator(".line").FocusAsync();
        await page.Keyboard.PressAsync("3");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Row("ORG-2")).ToHaveClassAsync("answer current");
        await Expect(page.Row("ORG-2").Locator(".line")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("c");
        await Expect(page.Row("ORG-2").Locator(".confidence [aria-pressed=true]")).ToHaveTextAsync("high");
        Assert.Equal(3, await StoredLevelAsync(page, "MNE", "ORG-1"));
        Assert.Equal(2, await StoredLevelAsync(page, "MNE", "ORG-2"));
    }

    [Fact]
    public async Task Keys_TypedWithoutAPause_AnswerTheRowsTheyAreTypedOn()
    {
        var page = await OpenSheetAsync("MNE", "LAW");
        await page.Row("LAW-1").Locator(".line").FocusAsync();
        foreach (var key in (string[])["3", "ArrowDown", "2", "ArrowDown", "4", "ArrowDown", "1"])
            await page.Keyboard.PressAsync(key);
        foreach (var (row, level) in ((string, int)[])[("LAW-1", 3), ("LAW-2", 2), ("LAW-3", 4), ("LAW-4", 1)])
        {
            await Expect(page.Row(row).Level(level)).ToHaveAttributeAsync("aria-pressed", "true");
            await Expect(page.Row(row).Locator(".row-state")).ToContainTextAsync("Saved");
            Assert.Equal(level, await StoredLevelAsync(page, "MNE", row));
        }
    }

    [Fact]
    public async Task Keys_ForNoLevel_AskWhyAndComeBackToTheRow()
    {
        var page = await OpenSheetAsync("MNE", "WRK");
        var (row, reason) = (page.Row("WRK-1"), page.Row("WRK-1").GetByLabel("Why does WRK-1 not apply?"));
        await row.Locator(".line").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(reason).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(row.Locator(".line")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("x");
        await reason.PressSequentiallyAsync("No cyber branch, 3 posts");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(row.Locator(".other [aria-pressed=true]")).ToHaveTextAsync("not applicable");
        await Expect(row.Locator(".line")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(row.Locator(".other [aria-pressed=true]")).ToHaveTextAsync("not assessed");
        await Expect(row.Locator(".row-state")).ToContainTextAsync("Saved");
    }

    [Fact]
    public async Task Reason_BeingTyped_IsNeitherAnAnswerNorLost()
    {
        var page = await OpenSheetAsync("MNE", "DEC");
        var (row, reason) = (page.Row("DEC-2"), page.Row("DEC-2").GetByLabel("Why does DEC-2 not apply?"));
        var stored = await StoredLevelAsync(page, "MNE", "DEC-2");
        await row.Locator(".line").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(reason).ToBeFocusedAsync();
        // What is typed on the row while its reason is asked for, as by somebody faster than the field.
        await row.Locator(".line").PressAsync("5");
        await row.Locator(".line").PressAsync("n");
        await row.Locator(".line").PressAsync("Escape");
        await Expect(reason).ToHaveCountAsync(0);
        await Expect(row.Locator(".row-state")).Not.ToContainTextAsync("Saved");
        Assert.Equal(stored, await StoredLevelAsync(page, "MNE", "DEC-2"));

        await page.Keyboard.PressAsync("x");
        await reason.FillAsync("No authority to decide on");
        await page.Locator(".areas button").First.ClickAsync();
        await Expect(page.Row("LAN-1")).ToBeVisibleAsync();
        await AsksBeforeLeavingAsync(page);
        await page.Locator(".areas button").Nth(4).ClickAsync();
        await Expect(reason).ToHaveValueAsync("No authority to decide on");
        await AsksBeforeLeavingAsync(page);
        await row.GetByText("Cancel").ClickAsync();
        await Expect(page.Locator("[data-unsaved=true]")).ToHaveCountAsync(0);
    }

    private static async Task AsksBeforeLeavingAsync(IPage page)
    {
        var asked = new TaskCompletionSource<string>();
        void Keep(object? sender, IDialog dialog)
        {
            asked.TrySetResult(dialog.Type);
            _ = dialog.DismissAsync();
        }

        page.Dialog += Keep;
        await page.CloseAsync(new PageCloseOptions { RunBeforeUnload = true });
        Assert.Equal(DialogType.BeforeUnload, await asked.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        page.Dialog -= Keep;
    }

    [Fact]
    public async Task Rationale_IsSavedWhenTypingPauses_AndAskedForBefore()
    {
        var page = await OpenSheetAsync("MNE", "CIP");
        var asked = 0;
        page.Dialog += (_, dialog) =>
        {
            asked += dialog.Type == DialogType.BeforeUnload ? 1 : 0;
            _ = dialog.DismissAsync();
        };
        var rationale = page.Row("CIP-1").GetByLabel("Why this level");
        await rationale.PressSequentiallyAsync("Seen in the register");
        await page.CloseAsync(new PageCloseOptions { RunBeforeUnload = true });
        await Expect(page.Row("CIP-1").Locator(".row-state")).ToContainTextAsync("Saved");
        Assert.Equal(1, asked);
        await page.ReloadAsync();
        await page.ReadyAsync();
        await Expect(page.Row("CIP-1").GetByLabel("Why this level")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Seen in the register"));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Median_OfTheAllies_AppearsOnlyAfterTheOwnLevel()
    {
        var page = await OpenSheetAsync("MNE", "CTR");
        var row = page.Row("CTR-4");
        await row.Locator(".other").GetByText("not assessed").ClickAsync();
        await Expect(row.Locator(".median-text")).ToHaveCountAsync(0);
        await row.Level(2).ClickAsync();
        await Expect(row.Locator(".median-text")).ToContainTextAsync("NATO median");
    }

    [Fact]
    public async Task Mark_OfOneAnswer_IsStored_AndThePageIsMarkedSo()
    {
        var page = await OpenSheetAsync("MNE", "LAW");
        await Expect(page.Locator(".marking:not(.marking-foot) strong")).ToContainTextAsync("RESTRICTED");
        await page.Row("LAW-1").GetByLabel("Marking of this answer").SelectOptionAsync("secret");
        // The page is loaded anew at the same place, under the higher marking.
        await Expect(page.Locator(".marking:not(.marking-foot) strong")).ToContainTextAsync("SECRET");
        await page.ReadyAsync();
        await Expect(page.Row("LAW-1").GetByLabel("Marking of this answer")).ToHaveValueAsync("secret");
        await page.Row("LAW-1").GetByLabel("Marking of this answer").SelectOptionAsync("");
        await Expect(page.Locator(".marking:not(.marking-foot) strong")).ToContainTextAsync("RESTRICTED");
    }

    [Fact]
    public async Task Mark_OfTheAssessment_IsRefusedInPlace_OrSet()
    {
        var page = await OpenSheetAsync("MNE", "WRK");
        await page.GetByLabel("As a whole").SelectOptionAsync("restricted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set" }).ClickAsync();
        await Expect(page.Locator(".alert")).ToContainTextAsync("The compilation cannot be restricted");
        await page.GetByLabel("As a whole").SelectOptionAsync("secret");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set" }).ClickAsync();
        await Expect(page.Locator(".marking:not(.marking-foot) strong")).ToContainTextAsync("SECRET");
        await page.ReadyAsync();
        await page.GetByLabel("As a whole").SelectOptionAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set" }).ClickAsync();
        await Expect(page.Locator(".marking:not(.marking-foot) strong")).ToContainTextAsync("RESTRICTED");
    }

    [Fact]
    public async Task Review_ShowsWhatToLookAt_LeadsThere_AndIsNotApprovedByWhoAnsweredLast()
    {
        var page = await site.OpenAsync("planner-est");
        // An assessment of its own: no other test moves it.
        await page.GotoAsync("/scoring/EST");
        await page.ReadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin a revision" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send for review" }).WaitForAsync();
        await page.ReadyAsync();
        await page.Locator(".checks > summary").ClickAsync();
        var shown = page.Locator("[data-kind=NotShown]");
        if (await shown.GetAttributeAsync("open") is null)
            await shown.Locator("summary").ClickAsync();
        var link = shown.Locator("a").Last;
        var indicator = (await link.InnerTextAsync()).Split(' ')[0];
        var address = page.Url;
        await link.ClickAsync();
        await Expect(page.Row(indicator).Locator(".line")).ToBeFocusedAsync();
        await Expect(page.Row(indicator)).ToHaveClassAsync("answer current");
        // The page stayed, with whatever was being typed on it.
        Assert.Equal(address, page.Url);

        // Mended, it leaves the list.
        await page.Row(indicator).Level(3).ClickAsync();
        await Expect(page.Row(indicator).Locator(".row-state")).ToContainTextAsync("Saved");
        await Expect(shown.Locator("a").Filter(new() { HasText = indicator })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send for review" }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("another reviewer approves it");
        await Expect(page.Locator(".checks h2")).ToContainTextAsync("To look at before approving");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Return" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reviewer_SeesTheList_AndApprovesWhatSomebodyElseAnswered()
    {
        var planner = await OpenSheetAsync("ALB", "LAN");
        await Scoring.SendAsync(planner);
        await Expect(planner.Locator(".notice")).ToContainTextAsync("another reviewer approves it");
        var told = await planner.Locator(".checks li").CountAsync();

        var reviewer = await site.OpenAsync("reviewer-jpn");
        await reviewer.GotoAsync("/scoring/ALB");
        await reviewer.ReadyAsync();
        await Expect(reviewer.Locator(".checks")).ToHaveAttributeAsync("open", "");
        Assert.Equal(told, await reviewer.Locator(".checks li").CountAsync());
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(reviewer.Locator(".notice")).ToContainTextAsync("Approved and in the reports");
        await Expect(reviewer.Locator(".checks")).ToHaveCountAsync(0);
    }

    private async Task<IPage> OpenSheetAsync(string country, string at)
    {
        var page = await site.OpenAsync("planner-jpn");
        await page.GotoAsync($"/scoring/{country}?at={at}");
        await page.ReadyAsync();
        return page;
    }

    private static async Task<int?> StoredLevelAsync(IPage page, string country, string indicator)
    {
        var answer = await page.APIRequest.GetAsync($"/gaps/{country}.json?preview=true");
        using var report = JsonDocument.Parse(await answer.TextAsync());
        var row = report.RootElement.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("code").GetString() == indicator);
        return row.TryGetProperty("level", out var level) ? level.GetInt32() : null;
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
