using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>
/// All pages by Axe, in two of the four looks: a theme exchanges the values of the colours' names and nothing else, a width what stands where
/// under the same names. Of the pages that tell a report only those that leave something out: ReadingRoomTests has all in all looks.
/// </summary>
public abstract class AccessibilityTests(SignOffSite site, bool dark, int width)
{
    private static readonly (string Persona, string Path, Func<IPage, Task> Act)[] Pages =
    [
        ("executive-che", "/gaps/JPN?against=NATO", _ => Task.CompletedTask),
        ("executive-jpn", "/gaps/JPN?against=Hansa", _ => Task.CompletedTask),
        ("executive-che", "/compare/JPN?against=NATO&area=LAN", _ => Task.CompletedTask),
        ("executive-jpn", "/method", _ => Task.CompletedTask),
        ("executive-jpn", "/export", _ => Task.CompletedTask),
        ("auditor", "/audit", Auditing.SomeEntriesAsync),
        ("auditor", "/audit?verify=true", _ => Task.CompletedTask),
        ("auditor", "/audit?action=nonsense", _ => Task.CompletedTask),
        ("administrator", "/audit", _ => Task.CompletedTask),
        ("planner-jpn", "/account", _ => Task.CompletedTask),
        ("administrator", "/", _ => Task.CompletedTask),
        ("administrator", "/cycles", _ => Task.CompletedTask),
        ("administrator", "/cycles?publish=2026", _ => Task.CompletedTask),
        ("administrator", "/groups", _ => Task.CompletedTask),
        ("administrator", "/groups", Grouping.NameLikeACountryAsync),
        ("administrator", "/groups/NATO", Grouping.OpenFranceAsync),
        ("administrator", "/groups/NATO", Grouping.OverlapAsync),
        ("administrator", "/groups/NATO", Grouping.BeOvertakenAsync),
        ("administrator", "/groups", Grouping.AddOwnAsync),
        ("administrator", "/people/hand-over", Grouping.HandOverInVainAsync),
        ("administrator", "/people", Scoring.ReadyAsync),
        ("administrator", "/people", Administering.InviteAsync),
        ("administrator", "/people", Administering.BeOvertakenAsync),
        ("administrator", "/people", Administering.BeRefusedAsync),
        ("executive-jpn", "/people", _ => Task.CompletedTask),
        ("planner-jpn", "/scoring", _ => Task.CompletedTask),
        ("planner-jpn", "/scoring/MNE?at=LAN", Scoring.ReadyAsync),
        ("planner-jpn", "/scoring/JPN", Scoring.ReadyAsync),
        ("planner-jpn", "/scoring/JPN", Scoring.BeforeScriptAsync),
        ("planner-jpn", "/scoring/MNE?at=REL", Scoring.MakeConflictAsync),
        ("planner-jpn", "/scoring/MNE?at=CIP-3", Scoring.GoOnTypedAsync),
        ("planner-jpn", "/scoring/MNE?at=LAN", Scoring.UnfoldChecksAsync),
        ("planner-jpn", "/scoring/ARM?at=LAN", Reviewing.SendAsync),
        ("reviewer-jpn", "/scoring/ARM?at=LAN", Scoring.ReadyAsync),
        ("reviewer-jpn", "/scoring/ARM?at=LAN-1", Reviewing.BeginReturnAsync),
        ("planner-jpn", "/scoring/JPN/opinion", _ => Task.CompletedTask),
        ("reviewer-jpn", "/scoring/MNE/opinion", Opinions.BeginAsync),
        ("reviewer-jpn", "/scoring/MNE/opinion", Opinions.AskAsync),
        ("reviewer-jpn", "/scoring/MNE", _ => Task.CompletedTask),
        ("releasing-jpn", "/releases", _ => Task.CompletedTask),
        ("releasing-jpn", "/releases", Releasing.LookAsync),
        ("releasing-jpn", "/releases", Releasing.MistypeAsync),
        ("planner-jpn", "/scoring/MNE?at=XDM", Scoring.AskReasonAsync),
        // The last of this planner: nothing of theirs is sent any more.
        ("planner-jpn", "/scoring/MNE?at=REL", Scoring.LoseServerAsync),
    ];

    // Axe looks at texts and not at what stands in a field.
    private const string Unreadable =
        "() => [...document.querySelectorAll('textarea:enabled, select:enabled, input:enabled:not([type=hidden], [type=checkbox], [type=radio])')]" +
        ".filter(field => getComputedStyle(field).color !== getComputedStyle(document.body).color).map(field => field.outerHTML.slice(0, 200))";

    // The sheets of all countries are one page.
    private static string KindOf(string path) => Regex.Replace(path.Split('?')[0], "^/scoring/[A-Z]{3}", "/scoring/*");

    [Fact]
    public async Task EveryPage_HasNoViolation()
    {
        List<string> found = [];
        HashSet<string> known = [];
        foreach (var person in Pages.GroupBy(p => p.Persona))
        {
            var page = await site.OpenAsync(person.Key, new Look(width, 900, dark));
            foreach (var (_, path, act) in person)
            {
                await page.GotoAsync(path);
                await act(page);
                found.AddRange((await page.ViolationsAsync(!known.Add(KindOf(path)))).Select(violation => $"{path}: {violation}"));
                found.AddRange((await page.EvaluateAsync<string[]>(Unreadable)).Select(field => $"{path}: what is typed is not in the page's ink: {field}"));
            }

            await page.Context.CloseAsync();
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}

public sealed class LightWideAccessibilityTests(SignOffSite site) : AccessibilityTests(site, dark: false, 1440), IClassFixture<SignOffSite>;

public sealed class DarkNarrowAccessibilityTests(SignOffSite site) : AccessibilityTests(site, dark: true, 390), IClassFixture<SignOffSite>;
