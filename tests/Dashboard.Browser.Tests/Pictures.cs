using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>
/// Writes every page in both sizes, both themes, English, Japanese and French to the folder that PICTURES names (tests/pictures is ignored by
/// git), for a person to look at; PICTURES_OF names those whose names begin so, PICTURES_LIKE what the rest must hold ("wide-en-light").
/// A page that was scrolled to something is shown as it stands on the screen, else from its top to its end.
/// </summary>
public sealed class Pictures(SignOffSite site) : IClassFixture<SignOffSite>
{
    private static readonly (string Name, string? Persona, string Path, Func<IPage, Task>? Act)[] Pages =
    [
        ("sign-in", null, "/sign-in", null),
        ("link-unknown", null, "/invitation?code=wrong", null),
        ("overview", "executive-jpn", "/", null),
        ("overview-country", "executive-jpn", "/overview/JPN?against=NATO", null),
        ("overview-withheld", "executive-che", "/overview/JPN?against=NATO", null),
        ("areas", "executive-jpn", "/areas/JPN/LAN?against=NATO", null),
        ("areas-withheld", "executive-che", "/areas/JPN/LAN?against=NATO", null),
        ("present", "executive-jpn", "/present/JPN?against=NATO", null),
        ("search", "executive-jpn", "/search?q=language", null),
        ("gaps", "executive-jpn", "/gaps/JPN?against=NATO", null),
        ("gaps-ahead", "executive-jpn", "/gaps/EST?against=NATO", null),
        ("gaps-withheld", "executive-che", "/gaps/JPN?against=NATO", null),
        ("gaps-no-peers", "executive-che", "/gaps/CHE?against=AUKUS", null),
        ("trend", "executive-jpn", "/trend/JPN?against=NATO", null),
        ("trend-one", "executive-jpn", "/trend/JPN?against=NATO&cycle=2025", null),
        ("trend-no-peers", "executive-che", "/trend/CHE?against=AUKUS", null),
        ("trend-usa", "executive-jpn", "/trend/JPN?against=USA", null),
        ("gaps-unknown", "executive-jpn", "/gaps/JPN?against=Hansa", null),
        ("compare", "executive-jpn", "/compare/JPN?against=NATO", null),
        ("compare-area", "executive-jpn", "/compare/JPN?against=NATO&area=LAN&sort=-LAN", null),
        ("compare-withheld", "executive-che", "/compare/JPN?against=NATO", null),
        ("position", "executive-jpn", "/position/JPN?against=NATO", null),
        ("position-one", "executive-jpn", "/position/JPN?against=USA", null),
        ("position-unknown", "executive-jpn", "/position/MNE?against=NATO", null),
        ("requirements", "executive-jpn", "/requirements/JPN?against=NATO", null),
        ("requirements-withheld", "executive-che", "/requirements/JPN?against=NATO&profile=COORDINATED-RESPONSE", null),
        ("administrator", "administrator", "/", null),
        ("account-persona", "planner-jpn", "/account", null),
        ("cycles", "administrator", "/cycles", null),
        ("cycles-publish", "administrator", "/cycles?publish=2026", null),
        ("groups", "administrator", "/groups", null),
        ("groups-none", "executive-jpn", "/groups", null),
        ("groups-refused", "administrator", "/groups", Grouping.NameLikeACountryAsync),
        ("groups-one", "administrator", "/groups/NATO", null),
        ("groups-change", "administrator", "/groups/NATO", Grouping.OpenFranceAsync),
        ("groups-overlap", "administrator", "/groups/QUAD", page => page.AddAsync("JPN", "2020-01-01")),
        ("groups-overtaken", "administrator", "/groups/NATO", Grouping.BeOvertakenAsync),
        ("groups-own", "administrator", "/groups", Grouping.AddOwnAsync),
        ("hand-over", "administrator", "/people/hand-over", null),
        ("hand-over-refused", "administrator", "/people/hand-over", Grouping.HandOverInVainAsync),
        ("people", "administrator", "/people", Scoring.ReadyAsync),
        ("people-none", "executive-jpn", "/people", null),
        ("people-chosen", "administrator", "/people", Administering.ChoosePlannerAsync),
        ("people-invite", "administrator", "/people", Administering.FillInvitationAsync),
        ("people-invited", "administrator", "/people", Administering.InviteAsync),
        ("people-overtaken", "administrator", "/people", Administering.BeOvertakenAsync),
        ("people-refused", "administrator", "/people", Administering.BeRefusedAsync),
        ("audit", "auditor", "/audit", Auditing.SomeEntriesAsync),
        ("audit-verified", "auditor", "/audit?verify=true&head=1:00", null),
        ("not-found", "executive-jpn", "/nowhere", null),
        ("method", "executive-jpn", "/method", null),
        ("export", "executive-jpn", "/export", null),
        ("work", "planner-jpn", "/scoring", null),
        ("work-earlier", "planner-jpn", "/scoring?cycle=2025", Scoring.OpenBesideAsync),
        ("work-here", "planner-jpn", "/scoring", Scoring.OpenBesideAsync),
        ("work-desk", "desk-jpn", "/scoring", null),
        ("work-tasks", "planner-jpn", "/scoring/MNE/tasks", null),
        ("work-tasks-change", "planner-jpn", "/scoring/MNE/tasks", page => page.Locator(".board a.button").First.ClickAsync()),
        ("scoring-none", "planner-est", "/scoring/FRA", null),
        ("scoring-approved", "planner-jpn", "/scoring/JPN", null),
        ("scoring", "planner-jpn", "/scoring/MNE?at=LAN", Scoring.ReadyAsync),
        ("scoring-conflict", "planner-jpn", "/scoring/MNE?at=REL", Scoring.MakeConflictAsync),
        ("scoring-without-server", "planner-jpn", "/scoring/MNE?at=REL", Scoring.LoseServerAsync),
        ("scoring-fault", "planner-jpn", "/scoring/MNE?at=REL", Scoring.LoseCircuitAsync),
        ("scoring-typed", "planner-jpn", "/scoring/MNE?at=CIP-3", Scoring.LeaveTypedAsync),
        ("scoring-typed-again", "planner-jpn", "/scoring/MNE?at=CIP-3", Scoring.GoOnTypedAsync),
        ("scoring-reason", "planner-jpn", "/scoring/MNE?at=XDM", Scoring.AskReasonAsync),
        ("scoring-evidence", "planner-jpn", "/scoring/MNE?at=CTR-1", Scoring.ShowEvidenceAsync),
        ("scoring-evidence-form", "planner-jpn", "/scoring/MNE?at=CTR-1", Scoring.BeRefusedEvidenceAsync),
        ("scoring-too-long", "planner-jpn", "/scoring/MNE?at=CTR-2", Scoring.PasteTooLongAsync),
        ("scoring-history", "planner-jpn", "/scoring/MNE?at=CTR-1", Scoring.ShowHistoryAsync),
        ("scoring-checks", "planner-jpn", "/scoring/MNE?at=LAN", Scoring.UnfoldChecksAsync),
        ("scoring-signing", "planner-jpn", "/scoring/MNE?at=LAN", Scoring.UnfoldSigningAsync),
        ("scoring-checks-own", "planner-jpn", "/scoring/ARM?at=LAN", Reviewing.SendAsync),
        ("scoring-checks-review", "reviewer-jpn", "/scoring/ARM?at=LAN", Scoring.ReadyAsync),
        ("scoring-comment", "reviewer-jpn", "/scoring/ARM?at=LAN-1", Reviewing.CommentAsync),
        ("scoring-returning", "reviewer-jpn", "/scoring/ARM?at=LAN-1", Reviewing.BeginReturnAsync),
        ("scoring-returned-by", "reviewer-jpn", "/scoring/ARM?at=LAN-1", Reviewing.ReturnAsync),
        ("scoring-returned", "planner-jpn", "/scoring/ARM?at=LAN-1", Scoring.ReadyAsync),
        ("work-returned", "planner-jpn", "/scoring", null),
        ("releases", "releasing-jpn", "/releases", null),
        ("releases-none", "executive-jpn", "/releases", null),
        ("release", "releasing-jpn", "/releases", Releasing.OpenJapanAsync),
        ("release-waiting", "releasing-jpn", "/releases", Releasing.OpenMoldovaAsync),
        ("release-decision", "releasing-jpn", "/releases", Releasing.LookAsync),
        ("release-mistyped", "releasing-jpn", "/releases", Releasing.MistypeAsync),
        ("gaps-preview", "planner-jpn", "/gaps/MNE?preview=true", null),
    ];

    [Fact]
    public Task Pictures_OfEveryPage() => TakeAsync(Pages.Select(shown => (shown.Name, (Func<Look, Task<IPage>>)(async look =>
    {
        var page = await site.OpenAsync(shown.Persona, look);
        await page.GotoAsync(shown.Path);
        if (shown.Act is { } act)
            await act(page);
        return page;
    }))));

    /// <summary>Takes pictures of pages that are opened for each look.</summary>
    internal static async Task TakeAsync(IEnumerable<(string Name, Func<Look, Task<IPage>> Open)> pages)
    {
        var folder = Environment.GetEnvironmentVariable("PICTURES") ?? "";
        Assert.SkipWhen(folder.Length == 0, "PICTURES names no folder to write to.");
        Directory.CreateDirectory(folder);
        var only = Environment.GetEnvironmentVariable("PICTURES_OF");
        var like = Environment.GetEnvironmentVariable("PICTURES_LIKE") ?? "";
        foreach (var (name, open) in pages.Where(page => only is null || page.Name.StartsWith(only, StringComparison.Ordinal)))
        foreach (var (size, width, height) in ((string, int, int)[])[("wide", 1440, 900), ("narrow", 390, 844)])
        foreach (var language in (string[])["en", "ja", "fr"])
        foreach (var dark in (bool[])[false, true])
        {
            var looks = $"{size}-{language}-{(dark ? "dark" : "light")}";
            if (!looks.Contains(like, StringComparison.Ordinal))
                continue;
            var page = await open(new Look(width, height, dark, language));
            var file = Path.Combine(folder, $"{name}-{looks}.png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = await page.EvaluateAsync<double>("scrollY") == 0 });
            Assert.True(new FileInfo(file).Length > 2000);
            await page.Context.CloseAsync();
        }
    }
}
