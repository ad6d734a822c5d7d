using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Several people in browsers of their own, at once on the same rows: no update is lost, and every conflict is put before its writer.</summary>
public sealed class CrowdTests(CrowdSite site) : IClassFixture<CrowdSite>
{
    [Theory]
    [InlineData(2, 100, "JPN", new[] { "LAN-1", "LAN-2", "INF-1" })]
    [InlineData(5, 40, "EST", new[] { "LAN-1", "LAN-2", "LAN-3", "INF-1", "INF-2" })]
    public async Task Edits_OfTheSameRowsAtOnce_LoseNoUpdate_AndOfferEachConflict(int people, int edits, string country, string[] rows)
    {
        var pages = await Task.WhenAll(CrowdSite.People.Take(people).Select(name => site.SheetOfAsync(name, country)));
        await Task.WhenAll(pages.Select((page, person) => EditAsync(page, new Random(person), edits, rows)));
        await Task.WhenAll(pages.Select(page => SettleAsync(page, rows)));

        var stored = await Stored.OfAsync(site.Get<IDbContextFactory<DashboardContext>>(), country);
        var told = new List<(string By, Acknowledged Word)>();
        foreach (var (page, name) in pages.Zip(CrowdSite.People))
        {
            var words = await Acknowledged.OfAsync(page);
            told.AddRange(words.Select(word => (name, word)));
            Assert.Equal(
                words.Where(word => word is { Outcome: "conflict", IsAsStored: false }).Select(word => word.Indicator).Order(),
                (await Acknowledged.OfferedAsync(page)).Order());
        }

        Assert.DoesNotContain(told, t => t.Word.Outcome == "refused");
        var saved = told.Where(t => t.Word.Outcome == "saved").DistinctBy(t => t.Word.Change).ToList();
        foreach (var row in rows)
        {
            var versions = saved.Where(t => t.Word.Indicator == row).OrderBy(t => t.Word.Version).ToList();
            // Each version was made by one change, whose writer had seen the one before.
            Assert.Equal(Enumerable.Range(1, stored.Scores[row].Version), versions.Select(t => t.Word.Version));
            Assert.Equal(versions.Select(t => t.Word.Version - 1), versions.Select(t => t.Word.Base));
            Assert.Equal(versions.Select(t => (t.Word.Change, t.By)), stored.Changes[row]);
            Assert.Equal((versions[^1].Word.Level, versions[^1].Word.Rationale, versions[^1].By), (stored.Scores[row].Answer.Level, stored.Scores[row].Answer.Rationale, stored.Scores[row].ChangedBy));
            // Everybody sees it.
            foreach (var page in pages)
                await Expect(page.Row(row).Level(stored.Scores[row].Answer.Level!.Value)).ToHaveAttributeAsync("aria-pressed", "true");
        }

        var conflicts = told.Count(t => t.Word.Outcome == "conflict");
        TestContext.Current.SendDiagnosticMessage("{0} people: {1} saved, {2} conflicts.", people, saved.Count, conflicts);
        Assert.True(saved.Count + conflicts >= people * edits / 2 && conflicts >= people, $"{saved.Count} saved, {conflicts} conflicts: too few have met");
        await Task.WhenAll(pages.Select(page => page.Context.CloseAsync()));
    }

    private static async Task EditAsync(IPage page, Random random, int edits, string[] rows)
    {
        for (var edit = 0; edit < edits; edit++)
        {
            var row = rows[random.Next(rows.Length)];
            if (await page.Row(row).Locator(".conflict").IsVisibleAsync())
                await DecideAsync(page, row, random.Next(3));
            await page.OnRowAsync(row);
            await page.Keyboard.PressAsync($"{random.Next(6)}");
            if (random.Next(4) == 0)
                await page.Why().FillAsync($"{random.Next(1_000_000)}");
        }
    }

    // theirs, mine or both; what is not offered any more was decided by what came meanwhile.
    private static Task DecideAsync(IPage page, string row, int which) => page.EvaluateAsync(
        "([row, which]) => { const all = [...document.querySelectorAll(`[data-indicator=${row}] .conflict [data-do]:not([hidden])`)]; all[which % all.length]?.click(); }", new object[] { row, which });

    private static async Task SettleAsync(IPage page, string[] rows)
    {
        var open = page.Locator(".is-saving, .is-not-saved, .is-conflict");
        for (var round = 0; await open.CountAsync() > 0; round++)
        {
            Assert.True(round < 50, "it does not come to an end");
            foreach (var row in rows)
                if (await page.Row(row).Locator(".conflict").IsVisibleAsync())
                    await DecideAsync(page, row, round);
            await Expect(page.Locator(".is-saving")).ToHaveCountAsync(0);
        }
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}

/// <summary>A site with five planners who have accounts of their own, and two assessments without an answer.</summary>
public sealed class CrowdSite(Chromium chromium) : Site(chromium)
{
    private static readonly Viewer Operator = Viewer.Operator("JPN", ClassificationLadder.Default);

    public static IReadOnlyList<string> People { get; } = ["Hanako Aoki", "Jun Baba", "Mei Chiba", "Ren Doi", "Yui Endo"];

    protected override bool Demo => false;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Get<CatalogStore>().AddCycleAsync(Operator, "2026", new DateOnly(2026, 6, 30), null);
        foreach (var country in (string[])["JPN", "EST"])
            await Get<AssessmentStore>().BeginAsync(Operator, country, "2026", country == "JPN" ? Basis.SelfAssessed : Basis.Estimated, "unclassified");
        foreach (var name in People)
        {
            var issued = await Get<AccountStore>().InviteAsync(Operator, new Viewer(name, "JPN", "secret", Roles.Planner, [Scope.Everything]));
            await Get<LinkStore>().UseAsync(issued.Code, RealSite.Secret, RealSite.Secret, "Where the invitation was opened");
        }
    }

    /// <summary>An assessment as one of them has it open.</summary>
    public async Task<IPage> SheetOfAsync(string name, string country)
    {
        var page = await OpenAsync();
        await Acknowledged.ListenAsync(page);
        await page.SignInAsync(name);
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await page.GotoAsync($"/scoring/{country}");
        await page.ReadyAsync();
        return page;
    }
}
