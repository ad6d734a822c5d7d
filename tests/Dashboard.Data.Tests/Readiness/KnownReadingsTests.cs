using Dashboard.Core.Assessments;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Opinions;
using Dashboard.Data.Readiness;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Readiness;

/// <summary>What was read is known to all who may read the same, until something is changed that it depends on; not a moment longer.</summary>
public abstract class KnownReadingsTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Estonian = Viewer.Reader("EST", "secret");
    private static readonly ReportRequest Question = new("JPN", "NATO");

    [Fact]
    public async Task Read_Again_IsKnown_ToWhoeverMayReadTheSame_WhileOthersAnswer()
    {
        await ApprovedAsync("JPN", 3);
        var read = await AskAsync(Viewer.Reader("JPN", "secret"));
        var draft = await BeginAsync("MNE", Basis.Estimated);
        var known = await AskAsync(Viewer.Reader("JPN", "secret"));
        await SaveAsync(draft.Id, 4, 0);
        Assert.Same(await AskAsync(Viewer.Reader("JPN", "secret")), await AskAsync(Viewer.Reader("JPN", "secret") with { Name = "Aoki" }));
        Assert.Same(known, await AskAsync(Viewer.Reader("JPN", "secret")));
        Assert.NotSame(known, await AskAsync(Viewer.Reader("JPN", "restricted")));
        Assert.NotSame(read, known);
    }

    [Fact]
    public async Task Read_AfterAReleaseIsTakenBack_IsWithheldAtOnce_AlsoByAnotherProcess()
    {
        var id = await ApprovedAsync("JPN", 3);
        var releases = Another<ReleaseStore>();
        await releases.ReleaseAsync(Operator, id, "EST", "");
        Assert.Equal(3, (await AskAsync(Estonian)).Indicators[0].Cell.Level);
        await releases.ReleaseAsync(Operator, id, "", "EST");
        Assert.Equal(Unknown.Withheld, (await AskAsync(Estonian)).Total.ScoreUnknown);
    }

    [Fact]
    public async Task AtOnce_IsAsOfTheLookUp_AndNeverFromBeforeIt()
    {
        var id = await ApprovedAsync("JPN", 3);
        await Get<ReleaseStore>().ReleaseAsync(Operator, id, "EST", "");
        var before = await Get<ReportReader>().AtOnceAsync(await HeadAsync());
        var told = await before.ReadAsync(Estonian, Question);
        await Another<ReleaseStore>().ReleaseAsync(Operator, id, "", "EST");
        Assert.Equal(Unknown.Withheld, (await (await Get<ReportReader>().AtOnceAsync(await HeadAsync())).ReadAsync(Estonian, Question)).Total.ScoreUnknown);
        // A page that has begun is told to its end as it began.
        Assert.Same(told, await before.ReadAsync(Estonian, Question));
    }

    [Fact]
    public async Task Read_AfterAnApproval_HoldsIt()
    {
        await ApprovedAsync("JPN", 3);
        Assert.Equal(0, (await AskAsync(Operator)).Areas[0].N);
        await ApprovedAsync("EST", 4, Basis.Estimated);
        Assert.Equal(1, (await AskAsync(Operator)).Areas.Single(row => row.Code == "INF").N);
    }

    [Fact]
    public async Task Read_ByWhoScoresBlind_IsNotWhatTheirColleaguesKnow()
    {
        var (mori, sato) = (new Viewer("Mori", "JPN", "secret", Roles.Reviewer, []), new Viewer("Sato", "JPN", "secret", Roles.Reviewer, []));
        var id = await ApprovedAsync("JPN", 3);
        var revision = await Get<AssessmentStore>().ReviseAsync(Operator, id);
        Assert.NotEqual(Unknown.Withheld, (await AskAsync(mori)).Total.ScoreUnknown);
        await Get<OpinionStore>().BeginAsync(mori, revision.Id);
        Assert.NotEqual(Unknown.Withheld, (await AskAsync(sato)).Total.ScoreUnknown);
        Assert.Equal(Unknown.Withheld, (await AskAsync(mori)).Total.ScoreUnknown);
    }

    [Fact]
    public async Task Read_OnTheNextDay_IsReadAnew()
    {
        await ApprovedAsync("JPN", 3);
        var today = await AskAsync(Operator);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotSame(today, await AskAsync(Operator));
    }

    [Fact]
    public async Task Read_OfAPreview_IsNeverKnown()
    {
        var draft = await BeginAsync();
        await SaveAsync(draft.Id, 3, 0);
        Assert.Equal(3, await LevelAsync());
        await SaveAsync(draft.Id, 4, 1);
        Assert.Equal(4, await LevelAsync());

        async Task<int> LevelAsync() => (await Get<ReportReader>().ReadAsync(Operator, Question with { Preview = true })).Indicators.Single(i => i.Code == "INF-1").Cell.Level;
    }

    [Fact]
    public async Task History_HasEveryCycle_AndWhatTheAnswersOfAnAreaRestOn()
    {
        await Get<CatalogStore>().AddCycleAsync(Operator, "2025", new DateOnly(2025, 6, 30), null);
        var id = (await BeginAsync()).Id;
        await SaveAsync(id, 3, 0);
        await Get<EvidenceStore>().SaveAsync(Operator, new Evidence { AssessmentId = id, Indicator = "INF-1", Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 1, 31), Marking = Marking.OfPart("secret") });
        await ApproveAsync(id);
        var history = await Get<ReportReader>().ReadHistoryAsync(Operator, Question, "INF");
        Assert.Equal(["2025", "2026"], history.Reports.Select(r => r.Cycle.Code));
        Assert.Equal("Report", Assert.Single(history.Grounds!.Evidence).Title);
        Assert.Equal(("secret", "secret", "unclassified"), (history.Marking.Classification, history.Report.Marking.Classification, history.Reports[^1].Marking.Classification));
        Assert.Equal("unclassified", (await Get<ReportReader>().ReadHistoryAsync(Operator, Question)).Marking.Classification);
        Assert.Equal("unclassified", (await Get<ReportReader>().ReadHistoryAsync(Viewer.Reader("JPN", "restricted"), Question, "INF")).Marking.Classification);
        Assert.Contains("LAN", (await Assert.ThrowsAsync<Core.InputException>(() => Get<ReportReader>().ReadHistoryAsync(Operator, Question, "XX"))).Message);
        // A briefing holds what all areas rest on, and is marked so; who may not see a piece reads it without.
        var briefing = await Get<ReportReader>().ReadBriefingAsync(Operator, Question);
        Assert.Equal(("Report", "secret", 2), (Assert.Single(briefing.Grounds!.Evidence).Title, briefing.Marking.Classification, briefing.Reports.Length));
        var lower = await Get<ReportReader>().ReadBriefingAsync(Viewer.Reader("JPN", "restricted"), Question);
        Assert.Equal((0, "INF-1", "unclassified"), (lower.Grounds!.Evidence.Length, Assert.Single(lower.Grounds.WithheldEvidence), lower.Marking.Classification));
    }

    private async Task<long> HeadAsync()
    {
        await using var context = await Get<IDbContextFactory<DashboardContext>>().CreateDbContextAsync();
        return await context.AuditHeads.Select(head => head.Sequence).SingleAsync();
    }

    private Task<GapReport> AskAsync(Viewer viewer) => Get<ReportReader>().ReadAsync(viewer, Question);

    private async Task<int> ApprovedAsync(string country, int level, Basis basis = Basis.SelfAssessed)
    {
        var id = (await BeginAsync(country, basis)).Id;
        foreach (var indicator in (string[])["INF-1", "INF-2", "INF-3"])
            await SaveAsync(id, level, 0, indicator);
        await SaveAsync(id, level, 0, "LAN-1");
        await ApproveAsync(id);
        return id;
    }

    private async Task ApproveAsync(int id)
    {
        await Get<AssessmentStore>().MoveAsync(Operator, id, AssessmentStatus.InReview);
        await Get<AssessmentStore>().MoveAsync(Operator, id, AssessmentStatus.Approved);
    }

    private async Task SaveAsync(int id, int level, int version, string indicator = "INF-1") => Assert.IsType<SaveOutcome.Saved>(
        await Get<ScoreStore>().SaveAsync(Operator, new CellKey(id, indicator), Answer.Of(level, Confidence.High), version, Guid.CreateVersion7(Clock.GetUtcNow())));
}

public sealed class KnownReadingsOnSqlite : KnownReadingsTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class KnownReadingsOnSqlServer : KnownReadingsTests<SqlServerHost>;
