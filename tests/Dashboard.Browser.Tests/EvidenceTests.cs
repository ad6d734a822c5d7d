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
        await row.Locator(".what").FocusAsync();
        await page.Keyboard.PressAsync("e");
        await Expect(page.Locator(".evidence-form input").First).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Exercise 3 of 5, <script>alert(1)</script>");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Liaison officer");
        await page.Locator("#detail").GetByLabel("Date").FillAsync("2999-01-01");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".evidence-form [role=alert]")).ToContainTextAsync("cannot be of 2999-01-01");
        await page.Locator("#detail").GetByLabel("Date").FillAsync("2026-02-01");
        await page.Locator("#detail").GetByLabel("Link or registry number").FillAsync("javascript:alert(1)");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".evidence-form [role=alert]")).ToContainTextAsync("does not begin with http");
        await page.Locator("#detail").GetByLabel("Link or registry number").FillAsync("https://example.org/report");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".is-supports .piece-title")).ToHaveTextAsync("Exercise 3 of 5, <script>alert(1)</script>");
        await Expect(row.Locator(".what")).ToBeFocusedAsync();
        await Expect(page.Locator(".reference a")).ToHaveAttributeAsync("rel", "noopener noreferrer");

        await page.Keyboard.PressAsync("E");
        await page.Locator("#detail").GetByLabel("Title").FillAsync("Observer’s note");
        await page.Locator("#detail").GetByLabel("Source", new() { Exact = true }).FillAsync("Another nation");
        await page.Locator("#detail").GetByLabel("Date").FillAsync("2026-03-01");
        await page.Locator("#detail").GetByLabel("What it says of the level").SelectOptionAsync("Contradicts");
        await page.Locator("#detail").GetByText("Save", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".is-contradicts .piece-title")).ToHaveTextAsync("Observer’s note");
        var (left, right) = ((await page.Locator(".is-supports").BoundingBoxAsync())!, (await page.Locator(".is-contradicts").BoundingBoxAsync())!);
        Assert.True(right.X > left.X + left.Width - 1 && Math.Abs(left.Y - right.Y) < 2, "they stand side by side");

        // Somebody else sees both, and changes one; on a phone they stand under each other.
        var other = await OpenAsync("planner-jpn", new Look(390, 844));
        await Expect(other.Locator(".piece-title")).ToHaveCountAsync(2);
        (left, right) = ((await other.Locator(".is-supports").BoundingBoxAsync())!, (await other.Locator(".is-contradicts").BoundingBoxAsync())!);
        Assert.True(right.Y > left.Y + left.Height - 1, "they stand under each other");
        Assert.True(await other.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out");
        // The first is changing one of them meanwhile.
        await page.Locator("#detail").GetByRole(AriaRole.Button, new() { Name = "Change the evidence “Observer’s note”" }).ClickAsync();
        await other.Locator("#detail").GetByRole(AriaRole.Button, new() { Name = "Change the evidence “Observer’s note”" }).ClickAsync();
        await other.Locator("#detail").GetByLabel("Title").FillAsync("Observer’s report");
        await other.Locator("#detail").GetByText("Save", new() { Exact = true }).ClickAsync();
        await Expect(other.Locator(".is-contradicts .piece-title")).ToHaveTextAsync("Observer’s report");

        // The first is told before they overwrite it, and leaves it.
        await page.Locator("#detail").GetByLabel("Title").FillAsync("Mine");
        await page.Locator("#detail").GetByText("Save", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".evidence-form [role=alert]")).ToContainTextAsync("Somebody changed this piece meanwhile");
        await page.Locator("#detail").GetByText("Cancel", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".is-contradicts .piece-title")).ToHaveTextAsync("Observer’s report");

        await page.Locator("#detail").GetByRole(AriaRole.Button, new() { Name = "History of this answer" }).ClickAsync();
        await Expect(page.Locator(".history li")).ToHaveCountAsync(4);
        await Expect(page.Locator(".history li").First).ToContainTextAsync("Evidence changed");
        await Expect(page.Locator(".history li").First.Locator("del")).ToHaveTextAsync("Observer’s note");
        await Expect(page.Locator(".history li").First.Locator("ins")).ToHaveTextAsync("Observer’s report");
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
