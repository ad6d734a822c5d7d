using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

public sealed class EvidenceTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Evidence_ByKeys_IsAddedChangedContradicted_Refused_SeenByAnother_AndInTheHistory()
    {
        var page = await OpenAsync("planner-jpn");
        var asked = 0;
        page.Dialog += (_, _) => asked++;
        var row = page.Row("EXE-2");
        await row.Locator(".line").FocusAsync();
        await page.Keyboard.PressAsync("e");
        await Expect(row.Locator(".evidence-form input").First).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Exercise 3 of 5, <script>alert(1)</script>");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Liaison officer");
        await row.GetByLabel("Date").FillAsync("2999-01-01");
        await page.Keyboard.PressAsync("Enter");
        await Expect(row.Locator(".evidence-form [role=alert]")).ToContainTextAsync("cannot be of 2999-01-01");
        await row.GetByLabel("Date").FillAsync("2026-02-01");
        await row.GetByLabel("Link or registry number").FillAsync("javascript:alert(1)");
        await page.Keyboard.PressAsync("Enter");
        await Expect(row.Locator(".evidence-form [role=alert]")).ToContainTextAsync("does not begin with http");
        await row.GetByLabel("Link or registry number").FillAsync("https://example.org/report");
        await page.Keyboard.PressAsync("Enter");
        await Expect(row.Locator(".is-supports .piece-title")).ToHaveTextAsync("Exercise 3 of 5, <script>alert(1)</script>");
        await Expect(row.Locator(".line")).ToBeFocusedAsync();
        await Expect(row.Locator(".reference a")).ToHaveAttributeAsync("rel", "noopener noreferrer");

        await page.Keyboard.PressAsync("E");
        await row.GetByLabel("Title").FillAsync("Observer’s note");
        await row.GetByLabel("Source", new() { Exact = true }).FillAsync("Another nation");
        await row.GetByLabel("Date").FillAsync("2026-03-01");
        await row.GetByLabel("What it says of the level").SelectOptionAsync("Contradicts");
        await row.GetByText("Save", new() { Exact = true }).ClickAsync();
        await Expect(row.Locator(".is-contradicts .piece-title")).ToHaveTextAsync("Observer’s note");
        var (left, right) = ((await row.Locator(".is-supports").BoundingBoxAsync())!, (await row.Locator(".is-contradicts").BoundingBoxAsync())!);
        Assert.True(right.X > left.X + left.Width - 1 && Math.Abs(left.Y - right.Y) < 2, "they stand side by side");

        // Somebody else sees both, and changes one; on a phone they stand under each other.
        var other = await OpenAsync("planner-jpn", new Look(390, 844));
        await Expect(other.Row("EXE-2").Locator(".piece-title")).ToHaveCountAsync(2);
        (left, right) = ((await other.Row("EXE-2").Locator(".is-supports").BoundingBoxAsync())!, (await other.Row("EXE-2").Locator(".is-contradicts").BoundingBoxAsync())!);
        Assert.True(right.Y > left.Y + left.Height - 1, "they stand under each other");
        Assert.True(await other.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out");
        await other.Row("EXE-2").GetByRole(AriaRole.Button, new() { Name = "Change the evidence “Observer’s note”" }).ClickAsync();
        await other.Row("EXE-2").GetByLabel("Title").FillAsync("Observer’s report");
        await other.Row("EXE-2").GetByText("Save", new() { Exact = true }).ClickAsync();
        await Expect(other.Row("EXE-2").Locator(".is-contradicts .piece-title")).ToHaveTextAsync("Observer’s report");

        // The first is told before they overwrite it, and leaves it.
        await row.GetByRole(AriaRole.Button, new() { Name = "Change the evidence “Observer’s note”" }).ClickAsync();
        await row.GetByLabel("Title").FillAsync("Mine");
        await row.GetByText("Save", new() { Exact = true }).ClickAsync();
        await Expect(row.Locator(".evidence-form [role=alert]")).ToContainTextAsync("Somebody changed this piece meanwhile");
        await row.GetByText("Cancel", new() { Exact = true }).ClickAsync();
        await Expect(row.Locator(".is-contradicts .piece-title")).ToHaveTextAsync("Observer’s report");

        await row.GetByRole(AriaRole.Button, new() { Name = "History of this answer" }).ClickAsync();
        await Expect(row.Locator(".history li")).ToHaveCountAsync(4);
        await Expect(row.Locator(".history li").First).ToContainTextAsync("Evidence changed");
        await Expect(row.Locator(".history li").First.Locator("del")).ToHaveTextAsync("Observer’s note");
        await Expect(row.Locator(".history li").First.Locator("ins")).ToHaveTextAsync("Observer’s report");
        Assert.Equal(0, asked);
    }

    private async Task<IPage> OpenAsync(string persona, Look? look = null)
    {
        var page = await site.OpenAsync(persona, look);
        await page.GotoAsync("/scoring/MNE?at=EXE-2");
        await page.ReadyAsync();
        return page;
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
