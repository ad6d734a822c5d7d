using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A text that is too long is said to be, at once and beside its field; nothing of it is cut or lost.</summary>
public sealed class LengthTests(Site site) : IClassFixture<Site>
{
    private static readonly string Far = new('日', 100_000);

    [Fact]
    public async Task Evidence_WaitsUntilTheServerCanHearOfIt_AndIsThenRefusedInWords()
    {
        var page = await site.SheetAsync("MNE", "ORG-3");
        await page.OnRowAsync("ORG-3");
        await page.Keyboard.PressAsync("e");
        await page.Locator(".evidence-form").WaitForAsync();
        await page.FillEvidenceAsync(Far, "Liaison officer", "2026-02-01");
        var (title, note) = (page.Locator(".evidence-form input").First, page.Locator(".evidence-form .too-long"));
        await Expect(note).ToHaveTextAsync("100,000 of 400 characters: shorten it by 99,600.");
        await Expect(title).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(title).ToHaveAccessibleDescriptionAsync("100,000 of 400 characters: shorten it by 99,600.");
        // Its form knows nothing of the text yet: neither sent nor left.
        await page.Locator(".evidence-form .primary").ClickAsync();
        await Expect(title).ToBeFocusedAsync();
        await title.PressAsync("Escape");
        await Expect(title).ToHaveValueAsync(Far);

        await title.FillAsync(new string('x', 410));
        await Expect(note).ToHaveTextAsync("410 of 400 characters: shorten it by 10.");
        await page.Locator(".evidence-form .primary").ClickAsync();
        await Expect(page.Locator(".evidence-form [role=alert]")).ToContainTextAsync("has 410 characters; shorten it to 400");
        await Expect(title).ToHaveValueAsync(new string('x', 410));
        await title.FillAsync("Report");
        await Expect(note).ToHaveCountAsync(0);
        await page.Locator(".evidence-form .primary").ClickAsync();
        await Expect(page.Locator(".piece-title")).ToHaveTextAsync("Report");
    }

    [Fact]
    public async Task Comment_OutlivesAReload_AndLeavingAsks()
    {
        var page = await site.SheetAsync("MNE", "ORG-4");
        var asked = 0;
        page.Dialog += (_, dialog) =>
        {
            asked++;
            _ = dialog.AcceptAsync();
        };
        await page.Locator("#desk[data-grid=ready]").WaitForAsync();
        await page.Locator(".threads .say textarea").FillAsync(Far);
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(name => name.startsWith('drafts/'))");
        await page.ReloadAsync();
        Assert.Equal(1, asked);
        await page.ReadyAsync();
        await Expect(page.Locator(".threads .say textarea")).ToHaveValueAsync(Far);
        await Expect(page.Locator(".threads .too-long")).ToHaveTextAsync("100,000 of 4,000 characters: shorten it by 96,000.");
        await page.Locator(".threads .say textarea").FillAsync("Which exercise?");
        await page.Locator(".threads .say [type=submit]").ClickAsync();
        await Expect(page.Locator(".thread .said-text")).ToHaveTextAsync("Which exercise?");
    }

    [Fact]
    public async Task Rationale_IsMeasuredRowByRow()
    {
        var page = await site.SheetAsync("MNE", "CIP-1");
        await page.OnRowAsync("CIP-1");
        await page.Why().FillAsync(new string('x', 5210));
        await Expect(page.Locator(".detail .too-long")).ToHaveTextAsync("5,210 of 4,000 characters: shorten it by 1,210.");
        await Expect(page.State("CIP-1")).ToContainTextAsync("Not saved");
        await page.OnRowAsync("CIP-2");
        await Expect(page.Locator(".detail .too-long")).ToHaveCountAsync(0);
        await page.OnRowAsync("CIP-1");
        await Expect(page.Locator(".detail .too-long")).ToBeVisibleAsync();
        await page.Why().FillAsync("shorter");
        await Expect(page.State("CIP-1")).ToContainTextAsync("Saved");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PlainForm_IsAnsweredByTheServer_AndKeepsItsText_WithAndWithoutScript(bool script)
    {
        var page = await site.OpenAsync("administrator", new Look(Script: script));
        await page.GotoAsync("/groups");
        var name = page.Locator("[name=english]");
        await page.Locator("[name=code]").FillAsync("NB8");
        await name.FillAsync(new string('x', 100));
        await Expect(page.Locator(".too-long")).ToHaveCountAsync(script ? 1 : 0);
        await page.Locator(".group-form .button").ClickAsync();
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("cannot be the name of a group");
        await Expect(name).ToHaveValueAsync(new string('x', 100));
        if (script)
            await Expect(page.Locator(".too-long")).ToHaveTextAsync("100 of 80 characters: shorten it by 20.");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
