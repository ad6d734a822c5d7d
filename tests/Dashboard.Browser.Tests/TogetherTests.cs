using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Several people on one assessment.</summary>
public sealed class TogetherTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task TwoPeople_SeeEachOther_AndEachOthersAnswers()
    {
        var first = await site.SheetAsync("MNE", "LAN-1");
        var second = await site.SheetAsync("MNE", "LAN-3", "desk-jpn");
        await Expect(first.Row("LAN-3").Locator(".here")).ToHaveTextAsync("Desk officer, Japan is here");
        await Expect(second.Row("LAN-1").Locator(".here")).ToHaveTextAsync("Planner, Japan is here");
        await second.OnRowAsync("LAN-2");
        await Expect(first.Row("LAN-2").Locator(".here")).ToBeVisibleAsync();
        await Expect(first.Row("LAN-3").Locator(".here")).ToBeHiddenAsync();

        var free = await first.Row("LAN-2").Level(1).GetAttributeAsync("aria-pressed") == "true" ? 3 : 1;
        await second.Keyboard.PressAsync($"{free}");
        await Expect(first.Row("LAN-2").Level(free)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(first.State("LAN-2")).ToContainTextAsync("Desk officer, Japan saved this at");

        await second.CloseAsync();
        await Expect(first.Row("LAN-2").Locator(".here")).ToBeHiddenAsync();

        // My work says so too.
        var work = await site.OpenAsync("desk-jpn");
        await work.GotoAsync("/scoring");
        await Expect(work.GetByText("Open now: Planner, Japan").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task EachPage_KeepsItsOwnLanguage_WhateverOthersDo()
    {
        var english = await site.SheetAsync("MNE", "CIP-1");
        await Expect(english.Locator(".sheet-head h1")).ToContainTextAsync("Montenegro");
        var japanese = await site.SheetAsync("MNE", "CIP-2", "desk-jpn", new Look(Language: "ja"));
        await Expect(english.Row("CIP-2").Locator(".here")).ToBeVisibleAsync();
        await Expect(english.Locator(".sheet-head h1")).ToContainTextAsync("Montenegro");
        await Expect(english.Locator(".checks summary h2")).ToContainTextAsync("To look at before review");
        var free = await english.Row("CIP-3").Level(1).GetAttributeAsync("aria-pressed") == "true" ? 3 : 1;
        await english.Row("CIP-3").Level(free).ClickAsync();
        await Expect(japanese.Row("CIP-3").Level(free)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(japanese.Locator(".sheet-head h1")).ToContainTextAsync("モンテネグロ");
        await Expect(japanese.Locator(".checks summary h2")).ToContainTextAsync("審査");
        var other = await japanese.Row("LAN-1").Level(1).GetAttributeAsync("aria-pressed") == "true" ? 3 : 1;
        await japanese.Row("LAN-1").Level(other).ClickAsync();
        await Expect(english.State("LAN-1")).ToContainTextAsync("saved this at");
        await Expect(english.Locator(".sheet-head h1")).ToContainTextAsync("Montenegro");
        await Expect(english.Locator(".checks summary h2")).ToContainTextAsync("To look at before review");
        await Expect(japanese.Locator(".sheet-head h1")).ToContainTextAsync("モンテネグロ");
        await Expect(japanese.Locator(".checks summary h2")).ToContainTextAsync("審査");
        // Others look at who is here.
        await english.CloseAsync();
        await japanese.CloseAsync();
    }

    [Fact]
    public async Task Conflict_ShowsBothTextsSideBySide_AndTakesTheirs_Mine_OrBoth()
    {
        var first = await site.SheetAsync("MNE", "LAW");
        var second = await site.SheetAsync("MNE", "LAW");
        foreach (var (row, deed, level, why) in ((string, string, int, string)[])
        [
            ("LAW-1", "theirs", 4, "theirs"), ("LAW-2", "mine", 1, "mine"), ("LAW-3", "both", 1, "theirs\n\nmine"),
        ])
        {
            await second.WithoutConnectionAsync(async () =>
            {
                await AnswerAsync(second, row, 1, "mine");
                await Expect(second.State(row)).ToContainTextAsync("Not saved yet");
                await AnswerAsync(first, row, 4, "theirs");
                await Expect(first.State(row)).ToContainTextAsync("✓ Saved");
            });
            var conflict = second.Row(row).Locator(".conflict");
            await Expect(conflict).ToContainTextAsync("Planner, Japan saved another answer at");
            // To those who do not see it, at once and over whatever else is being read to them.
            await Expect(second.GetByRole(AriaRole.Alert).Filter(new() { HasText = $"{row}: " })).ToHaveTextAsync($"{row}: Two answers: choose one");
            await Expect(conflict.Locator("[data-put=theirs]")).ToContainTextAsync("4 (");
            await Expect(conflict.Locator("[data-put=theirs-why]")).ToHaveTextAsync("theirs");
            await Expect(conflict.Locator("[data-put=mine]")).ToContainTextAsync("1 (");
            await Expect(conflict.Locator("[data-put=mine-why]")).ToHaveTextAsync("mine");
            Assert.Equal(4, await second.StoredLevelAsync("MNE", row));
            await conflict.Locator($"[data-do={deed}]").ClickAsync();
            await Expect(conflict).ToHaveCountAsync(0);
            await Expect(second.Row(row).Level(level)).ToHaveAttributeAsync("aria-pressed", "true");
            await Expect(second.Why()).ToHaveValueAsync(why);
            await Expect(second.Locator("#unsaved")).ToBeHiddenAsync();
            await Expect(first.Row(row).Level(level)).ToHaveAttributeAsync("aria-pressed", "true");
            Assert.Equal(level, await second.StoredLevelAsync("MNE", row));
        }
    }

    private static async Task AnswerAsync(IPage page, string row, int level, string why)
    {
        await page.OnRowAsync(row);
        await page.Keyboard.PressAsync($"{level}");
        await page.Why().FillAsync(why);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
