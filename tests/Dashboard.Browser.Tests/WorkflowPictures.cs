using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Pictures of an assessment's way through its cycles, one state after the other: see <see cref="Pictures"/>.</summary>
public sealed class WorkflowPictures(SignOffSite site) : IClassFixture<SignOffSite>
{
    private const string Next = "2027";
    private static readonly Viewer Operator = Viewer.Operator("JPN", ClassificationLadder.Default);

    [Fact]
    public Task Pictures_OfTheWayIntoReports() => Pictures.TakeAsync(
    [
        ("way-officer", async look =>
        {
            await ReachOfficerAsync();
            return await site.SheetAsync("ARM", "LAN-1", "releasing-jpn", look);
        }),
        ("way-waits-for-officer", look => site.SheetAsync("ARM", "LAN-1", "planner-jpn", look)),
        ("way-old-revision", async look => await OpenAsync("/scoring/ARM?revision=1", look)),
        ("way-unsent", async look =>
        {
            var page = await site.SheetAsync("MNE", "EXE-1", "planner-jpn", look);
            await page.Context.RouteAsync("**/scoring/*changes", route => route.AbortAsync());
            await page.OnRowAsync("EXE-1");
            await page.Keyboard.PressAsync(await page.Row("EXE-1").Level(5).GetAttributeAsync("aria-pressed") == "true" ? "4" : "5");
            await page.Row("EXE-1").Locator(".is-not-saved").WaitForAsync();
            page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
            await page.GotoAsync("/scoring");
            await page.Locator("#unsent").WaitForAsync();
            return page;
        }),
        ("way-carry", async look =>
        {
            await BeginNextAsync();
            return await OpenAsync($"/scoring/JPN?cycle={Next}", look);
        }),
        ("way-carried", async look =>
        {
            var page = await OpenAsync($"/scoring/JPN?cycle={Next}", look);
            if (await page.Locator(".carry .button.primary").CountAsync() > 0)
                await page.Locator(".carry .button.primary").ClickAsync();
            await page.Locator(".carry a").WaitForAsync();
            await page.Locator(".checks > summary").ClickAsync();
            return page;
        }),
        ("way-published", async look =>
        {
            await PublishAsync();
            return await OpenAsync("/scoring/MNE?cycle=2026&at=LAN-1", look);
        }),
        ("way-published-work", async look =>
        {
            var page = await site.OpenAsync("planner-jpn", look);
            await page.GotoAsync("/scoring?cycle=2026");
            return page;
        }),
    ]);

    private async Task<IPage> OpenAsync(string path, Look look)
    {
        var page = await site.OpenAsync("planner-jpn", look);
        await page.GotoAsync(path);
        await page.ReadyAsync();
        return page;
    }

    // A correction of the estimate of Armenia, signed by everybody but the releasing officer.
    private async Task ReachOfficerAsync()
    {
        if ((await Sheets.OwnAsync(Operator, "ARM", "2026", Basis.Estimated))!.Standing?.Reviewed is not null)
            return;
        var planner = await site.SheetAsync("ARM", "LAN-1");
        await Reviewing.SendAsync(planner);
        var reviewer = await site.SheetAsync("ARM", "LAN-1", "reviewer-jpn");
        await reviewer.AgreeToAllAsync();
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Sign as reviewer", Exact = true }).ClickAsync();
        await reviewer.Locator(".sheet-notice").WaitForAsync();
    }

    private async Task BeginNextAsync()
    {
        if ((await Catalog.CyclesAsync()).Any(c => c.Code == Next))
            return;
        await Catalog.AddCycleAsync(Operator, Next, new DateOnly(2027, 6, 30), null);
        await Sheets.BeginAsync(Operator, "JPN", Next, Basis.SelfAssessed, "restricted");
    }

    private async Task PublishAsync()
    {
        if ((await Catalog.CyclesAsync()).Single(c => c.Code == "2026").Published is null)
            await Catalog.PublishAsync(Operator, "2026");
    }

    private AssessmentStore Sheets => site.Get<AssessmentStore>();

    private CatalogStore Catalog => site.Get<CatalogStore>();
}
