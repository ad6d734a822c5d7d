using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The scoring page by keys.</summary>
public sealed class GridTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task EmptyAssessment_IsAnsweredByKeysAlone_TwoForEachIndicator()
    {
        var page = await site.OpenAsync("planner-jpn");
        await page.GotoAsync("/scoring");
        await page.Locator("select[name=country]").SelectOptionAsync("BRA");
        await page.Locator(".begin button").ClickAsync();
        await page.ReadyAsync();
        var codes = await CodesAsync(page);
        Assert.Equal(44, codes.Count);
        await page.OnRowAsync(codes[0]);
        var presses = 0;
        for (var i = 0; i < codes.Count; i++)
            foreach (var key in (string[])[$"{i * 7 % 6}", "ArrowDown"])
            {
                await page.Keyboard.PressAsync(key);
                presses++;
            }

        Assert.Equal(88, presses);
        await Expect(page.Locator("#progress")).ToHaveTextAsync("44 of 44 indicators assessed");
        var stored = await page.StoredLevelsAsync("BRA");
        for (var i = 0; i < codes.Count; i++)
            Assert.Equal((codes[i], i * 7 % 6), (codes[i], stored[codes[i]]));
        await AssertReadAsync(page, codes);
    }

    [Fact]
    public async Task WhatCannotBeAnswered_SaysSo_ByKeyAndByClick_AndOffersNothingToTakeBack()
    {
        var page = await site.OpenAsync("planner-jpn");
        await page.GotoAsync("/scoring/JPN?at=LAN-2");
        await page.ReadyAsync();
        var before = await page.Row("LAN-2").Locator("[data-level][aria-pressed=true]").TextContentAsync();
        await page.OnRowAsync("LAN-2");
        await page.Keyboard.PressAsync("5");
        await Expect(page.Locator("#told-urgently")).ToHaveTextAsync(new Regex("^LAN-2 cannot be answered here: "));
        // A pointer reaches it all the same.
        await page.Row("LAN-3").Level(5).ClickAsync(new() { Force = true });
        await Expect(page.Locator("#told-urgently")).ToHaveTextAsync(new Regex("^LAN-3 cannot be answered here: "));
        await Expect(page.Row("LAN-2").Locator("[data-level][aria-pressed=true]")).ToHaveTextAsync(before!);
        await Expect(page.Locator("[data-undo], [data-redo]")).ToHaveCountAsync(0);
    }

    // The same by a screen reader's tree: each indicator a row under its name, with six levels in words of which one is pressed.
    private static async Task AssertReadAsync(IPage page, List<string> codes)
    {
        await Expect(page.Locator(":focus")).ToHaveRoleAsync(AriaRole.Rowheader);
        var grid = page.GetByRole(AriaRole.Grid, new() { Name = "Answers" });
        for (var i = 0; i < codes.Count; i++)
        {
            var row = grid.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { NameRegex = new($"^{codes[i]} .+") }) });
            // Levels and what became of them in each row; how else to answer where the keys are.
            await Expect(row.GetByRole(AriaRole.Gridcell)).ToHaveCountAsync(i == codes.Count - 1 ? 13 : 7);
            await Expect(row.GetByRole(AriaRole.Gridcell).Last).ToContainTextAsync("Saved");
            await Expect(row.GetByRole(AriaRole.Gridcell).Last).ToHaveAttributeAsync("aria-colindex", "14");
            // What it says is heard by its name, wherever in the row somebody is.
            await Expect(row.GetByRole(AriaRole.Rowheader)).ToHaveAccessibleNameAsync(new Regex($" {i * 7 % 6} \\(.+\\)"));
            await Expect(row.GetByRole(AriaRole.Button, new() { NameRegex = new("^Level [0-5]: .+") })).ToHaveCountAsync(6);
            await Expect(row.GetByRole(AriaRole.Button, new() { NameRegex = new("^Level "), Pressed = true })).ToHaveAccessibleNameAsync(new Regex($"^Level {i * 7 % 6}: .+"));
        }

        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = $"{codes[^1]}: {(codes.Count - 1) * 7 % 6}" })).ToContainTextAsync("Saved");
    }

    [Fact]
    public async Task Keys_NotAssessed_Confidence_Reason_AndBack()
    {
        var page = await site.SheetAsync("MNE", "WRK");
        var row = page.Row("WRK-1");
        await page.OnRowAsync("WRK-1");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("c");
        await Expect(page.Locator("#told-urgently")).ToHaveTextAsync("WRK-1: give a level first, then how sure you are of it.");
        await page.Keyboard.PressAsync("3");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("c");
        await Expect(row.Locator("[data-confidence][aria-pressed=true]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("x");
        var reason = page.GetByLabel("Why does WRK-1 not apply?");
        await Expect(reason).ToBeFocusedAsync();
        var why = await page.Why().InputValueAsync();
        await reason.FillAsync("5 thoughts, n");
        await page.Keyboard.PressAsync("Escape");
        await Expect(row.Locator(".what")).ToBeFocusedAsync();
        await Expect(row.Level(3)).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("x");
        await Expect(reason).ToHaveValueAsync(why);
        await reason.FillAsync("No cyber branch, 3 posts");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(row.Locator("[data-state=not-applicable]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Why()).ToHaveValueAsync("No cyber branch, 3 posts");
        await Expect(row.GetByRole(AriaRole.Rowheader)).ToHaveAccessibleNameAsync(new Regex(" not applicable"));
        await page.Keyboard.PressAsync("n");
        await Expect(page.State("WRK-1")).ToContainTextAsync("Saved");
        Assert.Null(await page.StoredLevelAsync("MNE", "WRK-1"));
        await Expect(page.Locator("#told")).ToContainTextAsync("WRK-1: not assessed. ✓ Saved");
    }

    [Fact]
    public async Task Arrows_MoveThroughTheCells_AsAGridDoes()
    {
        var page = await site.SheetAsync("MNE", "LAN");
        await page.OnRowAsync("LAN-1");
        Assert.Equal(1, await page.Locator("#grid [tabindex='0']").CountAsync());
        foreach (var (key, row, focused) in ((string, string, string)[])
        [
            ("ArrowRight", "LAN-1", "[data-level='0']"), ("ArrowRight", "LAN-1", "[data-level='1']"), ("ArrowDown", "LAN-2", "[data-level='1']"),
            ("End", "LAN-2", ".told"), ("ArrowLeft", "LAN-2", "[data-evidence]"), ("ArrowUp", "LAN-1", "[data-evidence]"), ("Home", "LAN-1", ".what"),
            ("PageDown", "INF-1", ".what"), ("Control+End", "CIP-3", ".what"), ("PageUp", "XDM-1", ".what"), ("Control+Home", "LAN-1", ".what"), ("ArrowUp", "LAN-1", ".what"),
        ])
        {
            await page.Keyboard.PressAsync(key);
            await Expect(page.Row(row).Locator(focused)).ToBeFocusedAsync();
            await Expect(page.Locator(".answer.current")).ToHaveAttributeAsync("data-indicator", row);
            Assert.Equal(1, await page.Locator("#grid [tabindex='0']").CountAsync());
        }
    }

    [Fact]
    public async Task WhatMovesUnderThePointer_StillIsWhereThePlannerPressed()
    {
        var page = await site.SheetAsync("MNE", "XDM-2", look: new(390, 900));
        var what = page.Row("XDM-3").Locator(".what");
        await what.ScrollIntoViewIfNeededAsync();
        var place = await what.BoundingBoxAsync();
        await page.Mouse.MoveAsync(place!.X + 20, place.Y + 10);
        await page.Mouse.DownAsync();
        await page.EvaluateAsync("document.querySelector('[data-indicator=XDM-3]').style.marginTop = '400px'");
        await page.Mouse.UpAsync();
        await Expect(page.Row("XDM-3")).ToHaveClassAsync(new Regex(@"\bcurrent\b"));
        await Expect(page.Row("XDM-3").Locator("[data-state=not-applicable]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Moving_AndTheDescriptors_AskTheServerForNothing()
    {
        var page = await site.SheetAsync("MNE", "LAN");
        // As if the server were gone: neither requests nor the circuit.
        await page.Context.SetOfflineAsync(true);
        await page.OnRowAsync("LAN-1");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".guide:not([hidden]) .detail-title")).ToContainTextAsync("LAN-2");
        await Expect(page.Locator(".guide:not([hidden]) .descriptors li")).ToHaveCountAsync(6);
        await page.Context.SetOfflineAsync(false);
    }

    [Fact]
    public async Task Undo_TakesBack_Redo_BringsBack_NeitherOverwritesSomebodyElse()
    {
        var page = await site.SheetAsync("MNE", "DEC");
        var (one, two) = (page.Row("DEC-1"), page.Row("DEC-2"));
        await one.Level(1).ClickAsync();
        await one.Level(4).ClickAsync();
        await two.Level(2).ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(one.Level(1)).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("Control+y");
        await Expect(one.Level(4)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.State("DEC-1")).ToContainTextAsync("Saved");
        Assert.Equal(4, await page.StoredLevelAsync("MNE", "DEC-1"));

        var other = await site.SheetAsync("MNE", "DEC");
        await other.Row("DEC-1").Level(5).ClickAsync();
        await Expect(one.Level(5)).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator("#told-urgently")).ToHaveTextAsync("DEC-1 was changed since: nothing was taken back.");
        Assert.Equal(5, await page.StoredLevelAsync("MNE", "DEC-1"));
    }

    [Fact]
    public async Task Slash_Finds_QuestionMark_ShowsTheKeys()
    {
        var page = await site.SheetAsync("MNE", "LAN");
        await page.OnRowAsync("LAN-1");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("law-3");
        await Expect(page.Row("LAW-3")).ToHaveClassAsync("answer current");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Row("LAW-3").Locator(".what")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("no such thing");
        await Expect(page.Locator("#find")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Median_OfTheAllies_AppearsOnlyAfterTheOwnLevel()
    {
        var page = await site.SheetAsync("MNE", "CTR");
        await page.OnRowAsync("CTR-4");
        await page.Keyboard.PressAsync("n");
        await Expect(page.Row("CTR-4").Locator(".median-text")).ToHaveTextAsync("");
        await page.Keyboard.PressAsync("2");
        await Expect(page.Row("CTR-4").Locator(".median-text")).ToContainTextAsync("NATO median");
    }

    [Fact]
    public async Task Figures_FollowWhatIsSaved()
    {
        var page = await site.SheetAsync("MNE", "INF");
        var figures = page.Locator("[data-figures=INF]");
        foreach (var (indicator, level) in ((string, int)[])[("INF-1", 2), ("INF-2", 3), ("INF-3", 2), ("INF-4", 1)])
            await page.Row(indicator).Level(level).ClickAsync();
        await Expect(figures.Locator(".big").First).ToHaveTextAsync("2.0");
        await page.OnRowAsync("INF-4");
        await page.Keyboard.PressAsync("n");
        await Expect(figures).ToContainTextAsync("could be, with 1 open");
    }

    [Fact]
    public async Task ScreenReader_FindsAGrid_WithNamedCells_AndIsToldWhatWasSaved()
    {
        var page = await site.SheetAsync("MNE", "REL");
        var grid = page.GetByRole(AriaRole.Grid, new() { Name = "Answers" });
        // The heads of the columns, twelve areas, forty-four indicators.
        await Expect(grid.GetByRole(AriaRole.Row)).ToHaveCountAsync(1 + 12 + 44);
        await Expect(grid.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(14);
        await page.OnRowAsync("REL-3");
        var row = grid.GetByRole(AriaRole.Row).Filter(new() { Has = page.Locator(".what", new() { HasText = "REL-3" }) });
        await Expect(row.GetByRole(AriaRole.Rowheader)).ToContainTextAsync("REL-3");
        await Expect(row.GetByRole(AriaRole.Gridcell)).ToHaveCountAsync(13);
        await Expect(row.GetByRole(AriaRole.Button, new() { NameRegex = new("^Level 4: .{10,}") })).ToHaveAttributeAsync("aria-pressed", new Regex("true|false"));
        await page.Keyboard.PressAsync("4");
        await Expect(row.GetByRole(AriaRole.Button, new() { NameRegex = new("^Level 4: "), Pressed = true })).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "REL-3: 4" })).ToContainTextAsync("Saved");
    }

    private static async Task<List<string>> CodesAsync(IPage page) =>
        [.. (await page.Locator("#grid [data-indicator]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.indicator)"))];

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
