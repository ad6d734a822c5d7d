using System.Globalization;
using System.Text.Json;
using Dashboard.Core.Readiness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>"Where are we furthest behind the United States, since when, and how sure are we?", from the page of the sign-in in three clicks: who one is, the list in which the country is typed, Show.</summary>
public sealed class ThreeClicksTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task FurthestBehindTheUnitedStates_SinceWhen_AndHowSure()
    {
        var page = await site.OpenAsync();
        var clicks = 0;
        await page.ExposeFunctionAsync("clicked", () => { clicks++; });
        await page.AddInitScriptAsync("addEventListener('click', click => { if (click.isTrusted && click.detail > 0) clicked() }, true)");
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Executive, Japan" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Against" }).ClickAsync();
        await page.Keyboard.TypeAsync("United States");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.WaitForURLAsync("**against=USA**", new() { WaitUntil = WaitUntilState.Commit });
        Assert.Equal(3, clicks);

        var widest = page.GetByRole(AriaRole.Region, new() { Name = "Furthest behind the United States, and clearly so" }).Locator(".row:not(.axis)").First;
        var told = await widest.InnerTextAsync();
        var reports = await Task.WhenAll(new[] { "2024", "2025", "2026" }.Select(cycle => ReportAsync(page, cycle)));
        var now = reports[^1].OrderBy(area => Gap(area)).First();
        Assert.Equal("LAN", now.GetProperty("code").GetString());

        // Where.
        Assert.Contains("Language & operational communication", told, StringComparison.Ordinal);
        Assert.Contains(Shown.Gap(Gap(now), CultureInfo.InvariantCulture), told, StringComparison.Ordinal);
        // Since when: clearly behind in every cycle that there is.
        Assert.All(reports, report => Assert.Equal("behind", report.Single(area => area.GetProperty("code").GetString() == "LAN").GetProperty("finding").GetString()));
        Assert.Contains("Clearly behind in every cycle that is seen, since 2024.", told, StringComparison.Ordinal);
        // How sure: between what bounds, on how many answers, of what confidence, on whose word.
        var band = now.GetProperty("gapBand").EnumerateArray().Select(end => Shown.GapEnd(end.GetDouble(), CultureInfo.InvariantCulture)).ToList();
        Assert.Contains($"The gap could lie between {band[0]} and {band[1]}.", told, StringComparison.Ordinal);
        var sure = await page.GetByRole(AriaRole.Region, new() { Name = "How complete and how sure" }).InnerTextAsync();
        Assert.Contains("41 of 44 indicators assessed", sure, StringComparison.Ordinal);
        Assert.Contains("Stated confidence: 16 high, 22 moderate, 2 low, 1 unstated.", sure, StringComparison.Ordinal);
        Assert.Contains("United States: self-assessed, by United States.", sure, StringComparison.Ordinal);
    }

    private static double Gap(JsonElement area) => area.TryGetProperty("gap", out var gap) && gap.ValueKind == JsonValueKind.Number ? gap.GetDouble() : double.MaxValue;

    private static async Task<List<JsonElement>> ReportAsync(IPage page, string cycle)
    {
        var answer = await page.APIRequest.GetAsync($"/gaps/JPN.json?against=USA&cycle={cycle}");
        return [.. (await answer.JsonAsync())!.Value.GetProperty("areas").EnumerateArray()];
    }
}
