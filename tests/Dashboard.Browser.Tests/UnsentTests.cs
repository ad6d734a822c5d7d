using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What a browser keeps and the server has not acknowledged is told in My work, with the way to the page that sends it.</summary>
public sealed class UnsentTests(Site site) : IClassFixture<Site>
{
    private const string Changes = "**/scoring/*changes";

    [Fact]
    public async Task Change_IsToldInMyWork_LedToItsSheet_SentThere_AndToldNoMore()
    {
        var page = await LeftAsync("EXE-1");
        await Expect(Told(page)).ToBeVisibleAsync();
        await Expect(Told(page).Locator("h2")).ToHaveTextAsync("Changes that are kept in this browser and not sent yet: 1");
        // Somebody else on this browser is told nothing of it.
        await SignInAsync(page, "desk-jpn");
        await Expect(page.Locator("h1")).ToHaveTextAsync("My work");
        await Expect(Told(page)).ToBeHiddenAsync();
        await SignInAsync(page, "planner-jpn");
        await Expect(Told(page).GetByRole(AriaRole.Link)).ToHaveTextAsync("Montenegro · 2026");

        await page.Context.UnrouteAllAsync();
        await Told(page).GetByRole(AriaRole.Link).ClickAsync();
        await page.ReadyAsync();
        Assert.Contains("/scoring/MNE?", page.Url);
        await Expect(page.State("EXE-1")).ToContainTextAsync("✓ Saved");
        await page.GotoAsync("/scoring");
        await Expect(page.Locator("h1")).ToHaveTextAsync("My work");
        await Expect(Told(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Change_OfARevisionThatWasCorrectedMeanwhile_IsLedTo_SaidNotToBeSaved_AndGivenUp()
    {
        var page = await LeftAsync("EXE-2");
        await page.Context.UnrouteAllAsync();
        var (store, by) = (site.Get<AssessmentStore>(), Viewer.Operator("JPN", ClassificationLadder.Default));
        var sheet = (await store.OwnAsync(by, "MNE", "2026", Basis.Estimated))!.Assessment;
        await store.MoveAsync(by, sheet.Id, AssessmentStatus.InReview);
        await store.MoveAsync(by, sheet.Id, AssessmentStatus.Approved);
        await store.ReviseAsync(by, sheet.Id);

        await page.ReloadAsync();
        await Expect(Told(page).GetByRole(AriaRole.Link)).ToHaveTextAsync($"Assessment no. {sheet.Id}");
        await Told(page).GetByRole(AriaRole.Link).ClickAsync();
        await page.ReadyAsync();
        Assert.Contains("&revision=1", page.Url);
        await Expect(page.State("EXE-2")).ToContainTextAsync("Not saved:");
        await page.OnRowAsync("EXE-2");
        await Expect(page.Why()).ToHaveValueAsync("Seen at the exercise");
        await page.State("EXE-2").GetByText("Give up mine").ClickAsync();
        await page.GotoAsync("/scoring");
        await Expect(page.Locator("h1")).ToHaveTextAsync("My work");
        await Expect(Told(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task ChangeOfAnotherWindow_IsSentFromHere_OnceThatIsClosed()
    {
        var page = await site.SheetAsync("MNE", "EXE-3");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/scoring/MNE?at=EXE-3");
        await other.ReadyAsync();
        await page.Context.RouteAsync(Changes, route => route.AbortAsync());
        await other.OnRowAsync("EXE-3");
        await other.Why().FillAsync("Seen in the other window");
        await Expect(other.State("EXE-3")).ToContainTextAsync("Not saved yet: no connection");
        await other.CloseAsync();
        await Expect(page.State("EXE-3")).ToContainTextAsync("Not saved yet");
        await page.Context.UnrouteAllAsync();
        await Expect(page.State("EXE-3")).ToContainTextAsync("✓ Saved");
        await Expect(page.Why()).ToHaveValueAsync("Seen in the other window");
    }

    [Fact]
    public async Task SecondOpinion_IsLedTo_AndSentThere()
    {
        var page = await site.OpenAsync("reviewer-jpn");
        await page.OpenOpinionAsync();
        await page.Context.RouteAsync(Changes, route => route.AbortAsync());
        await page.Row("LAN-1").Locator("input[value='4']").CheckAsync(new() { Force = true });
        await Expect(page.State("LAN-1")).ToContainTextAsync("Not saved yet");
        await LeaveAsync(page);
        await Expect(Told(page).GetByRole(AriaRole.Link)).ToContainTextAsync("Second opinion: ");
        await page.Context.UnrouteAllAsync();
        await Told(page).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.State("LAN-1")).ToContainTextAsync("✓ Saved");
        Assert.Contains("/opinion?", page.Url);
    }

    // A change of a sheet with the server gone, which is left for My work.
    private async Task<IPage> LeftAsync(string row)
    {
        var page = await site.SheetAsync("MNE", row);
        await page.Context.RouteAsync(Changes, route => route.AbortAsync());
        await page.OnRowAsync(row);
        await page.Why().FillAsync("Seen at the exercise");
        await Expect(page.State(row)).ToContainTextAsync("Not saved yet: no connection");
        await LeaveAsync(page);
        return page;
    }

    private static async Task LeaveAsync(IPage page)
    {
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GotoAsync("/scoring");
    }

    private static async Task SignInAsync(IPage page, string persona)
    {
        await page.GotoAsync("/sign-in");
        await page.ClickAsync($"button[value={persona}]");
        await page.GotoAsync("/scoring");
    }

    private static ILocator Told(IPage page) => page.Locator("#unsent");

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
