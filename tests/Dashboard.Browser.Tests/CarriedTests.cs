using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Answers that are carried over from the cycle before.</summary>
public sealed class CarriedTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("en", "; carried over, to be confirmed")]
    [InlineData("ja", "、引き継ぎ（未確認）")]
    [InlineData("fr", " ; repris, à confirmer")]
    public async Task Carried_IsSaidInTheNameOfItsButton_UntilConfirmed(string language, string said)
    {
        var country = await CarryAsync();
        var page = await site.SheetAsync(country, "LAN", look: new Look(Language: language));
        // Whatever kind of space French writes before its signs.
        var mark = Regex.Escape(said).Replace("\\ ", "\\s", StringComparison.Ordinal);
        var carried = page.GetByRole(AriaRole.Button, new() { NameRegex = new(mark + "$") });
        var row = page.Locator("[data-indicator]").Filter(new() { Has = carried }).First;
        var button = row.GetByRole(AriaRole.Button, new() { NameRegex = new(mark + "$") });
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(button).ToHaveAccessibleNameAsync(new Regex(@"^.+ [0-5]\s?: ?.+"));
        var code = await row.GetAttributeAsync("data-indicator");
        var named = page.Row(code!).Level(int.Parse((await button.GetAttributeAsync("data-level"))!, CultureInfo.InvariantCulture));
        await named.ClickAsync();
        await Expect(named).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(named).Not.ToHaveAccessibleNameAsync(new Regex(mark));
        // Nothing makes it carried over again.
        await Expect(page.Row(code!).Locator(".row-state.is-saved")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Expect(named).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator(".row-state.is-not-saved")).ToHaveCountAsync(0);
    }

    // An assessment of which some levels are carried over from the cycle before.
    private async Task<string> CarryAsync()
    {
        var by = Viewer.Operator("JPN", ClassificationLadder.Default);
        var store = site.Get<AssessmentStore>();
        var before = (await store.OwnAsync(by, "2025")).First(s => s.Assessment is { Status: AssessmentStatus.Approved, Basis: Basis.Estimated, Marking.Compilation: null }).Assessment;
        var sheet = await store.OwnAsync(by, before.Country, "2026", before.Basis);
        var draft = sheet?.Assessment ?? await store.BeginAsync(by, before.Country, "2026", before.Basis, before.Marking.Classification);
        if (draft.Status == AssessmentStatus.Approved)
            draft = await store.ReviseAsync(by, draft.Id);
        foreach (var score in (sheet?.Scores ?? []).Where(s => s.Answer.State == ScoreState.Scored).Take(6))
            await site.Get<ScoreStore>().SaveAsync(by, new CellKey(draft.Id, score.Indicator), Answer.NotAssessed, score.Version, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        await site.Get<CarryStore>().CarryAsync(by, draft.Id);
        return before.Country;
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
