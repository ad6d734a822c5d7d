using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Release;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Audit;

public abstract class HistoryReaderTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Aoki = Planner("Aoki");
    private static int _changes;

    [Fact]
    public async Task History_SaysWhoWhenFromWhatToWhatAndWhy_NewestFirst()
    {
        var cell = await AnsweredAsync();
        Clock.Advance(TimeSpan.FromHours(1));
        await ScoreAsync(Planner("Baba"), cell, Answer.Of(4, Confidence.High, "seen at the exercise"), 1);
        var piece = await AddAsync(cell);
        await Get<EvidenceStore>().SaveAsync(Aoki, piece with { Title = "Report 2" });
        await Get<EvidenceStore>().RemoveAsync(Aoki, piece with { Version = 2 });
        // Of another answer, and of the assessment: none of this history's.
        await ScoreAsync(Aoki, cell with { Indicator = "LAN-2" }, Answer.Of(1), 0);

        var history = await OfAsync(Aoki, cell);
        Assert.Equal(["evidence-removed", "evidence-changed", "evidence-added", "score-saved", "score-saved"], history.Select(entry => entry.Action));
        var (changed, second) = (history[1], history[3]);
        Assert.Equal([("title", "Report", "Report 2")], changed.Changes.Select(c => (c.Field, c.Before, c.After)));
        Assert.Equal(("Baba", "JPN", Clock.GetUtcNow().UtcDateTime), (second.Actor, second.Nation, second.At));
        Assert.Equal(
            [("level", "3", "4"), ("confidence", "low", "high"), ("rationale", "roster kept", "seen at the exercise")],
            second.Changes.Select(c => (c.Field, c.Before, c.After)));
        Assert.Equal([("state", null, "scored"), ("level", null, "3"), ("confidence", null, "low"), ("rationale", null, "roster kept")], history[4].Changes.Select(c => (c.Field, c.Before, c.After)));
    }

    [Fact]
    public async Task History_OfARevision_HoldsWhatWasBefore()
    {
        var cell = await AnsweredAsync();
        await Get<AssessmentStore>().MoveAsync(Operator, cell.AssessmentId, AssessmentStatus.InReview);
        await Get<AssessmentStore>().MoveAsync(Operator, cell.AssessmentId, AssessmentStatus.Approved);
        var revised = cell with { AssessmentId = (await Get<AssessmentStore>().ReviseAsync(Operator, cell.AssessmentId)).Id };
        await ScoreAsync(Aoki, revised, Answer.Of(5), 1);
        Assert.Equal(
            [(2, "score-saved"), (1, "assessment-approved"), (1, "assessment-in-review"), (1, "score-saved")],
            (await OfAsync(Aoki, revised)).Select(entry => (entry.Revision, entry.Action)));
        Assert.Equal([1, 1, 1], (await OfAsync(Aoki, cell)).Select(entry => entry.Revision));
    }

    [Fact]
    public async Task History_IsForThoseWhoOpenTheAssessment()
    {
        var cell = await AnsweredAsync();
        foreach (var who in (Viewer[])[Viewer.Reader("JPN", "secret"), Planner("Tamm", "EST"), new("Auditor", "JPN", "secret", Roles.Auditor, []), new("Admin", "JPN", "secret", Roles.Administrator, [])])
            Assert.Contains("There is no assessment", (await Assert.ThrowsAsync<InputException>(() => OfAsync(who, cell))).Message);
        Assert.NotEmpty(await OfAsync(new Viewer("Reviewer", "JPN", "secret", Roles.Reviewer, []), cell));
    }

    [Fact]
    public async Task History_ShowsNothingOfAWithheldAnswer()
    {
        var cell = await AnsweredAsync();
        await Get<MarkingStore>().MarkScoreAsync(Aoki, cell, "secret", 1);
        Assert.Empty(await OfAsync(Aoki with { Clearance = "restricted" }, cell));
        Assert.Equal(["score-marked", "score-saved"], (await OfAsync(Aoki, cell)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task History_WithholdsWhatIsClassifiedHigherThanWhatIsSeenNow()
    {
        var cell = await AnsweredAsync();
        var secret = await AddAsync(cell, Marking.OfPart("secret"));
        // While the piece is seen, the page is marked so, and its history is shown; to others it is not.
        Assert.Equal((false, "Report"), (await OfAsync(Aoki, cell))[0] is var shown ? (shown.IsWithheld, shown.Changes.Single(c => c.Field == "title").After) : default);
        var uncleared = (await OfAsync(Aoki with { Clearance = "restricted" }, cell))[0];
        Assert.Equal((true, 0), (uncleared.IsWithheld, uncleared.Changes.Length));
        await Get<EvidenceStore>().RemoveAsync(Aoki, secret);
        Assert.Equal([true, true, false], (await OfAsync(Aoki, cell)).Select(entry => entry.IsWithheld));
    }

    [Fact]
    public async Task Evidence_MarkedUpLater_IsClosedInHistoryAndAudit()
    {
        var cell = await AnsweredAsync();
        var piece = await AddAsync(cell);
        var auditor = new Viewer("Ono", "JPN", "unclassified", Roles.Auditor, []);
        Assert.Equal(("shown shown", null), await ReadAsync());
        await Get<EvidenceStore>().SaveAsync(Aoki, piece with { Marking = Marking.OfPart("secret") });
        Assert.Equal(("closed closed shown", WithheldReason.AboveClearance), await ReadAsync());

        async Task<(string History, WithheldReason? Audit)> ReadAsync() => (
            string.Join(' ', (await OfAsync(Aoki with { Clearance = "restricted" }, cell)).Select(entry => entry.IsWithheld ? "closed" : "shown")),
            (await Get<AuditReader>().PageAsync(auditor, new AuditFilter(Action: "evidence-added"), new AuditPlace())).Entries.Single().Withheld);
    }

    [Fact]
    public async Task History_OfAnEntryThatSomebodyChanged_SaysSo()
    {
        var cell = await AnsweredAsync();
        await using (var context = Context())
            await context.AuditEntries.Where(e => e.Action == "score-saved").ExecuteUpdateAsync(set => set.SetProperty(e => e.Actor, "Nobody"));
        var entry = Assert.Single(await OfAsync(Aoki, cell));
        Assert.Equal((true, 0), (entry.IsBroken, entry.Changes.Length));
    }

    private async Task<IReadOnlyList<HistoryEntry>> OfAsync(Viewer viewer, CellKey cell) => await Get<HistoryReader>().OfAsync(viewer, cell);

    private async Task<CellKey> AnsweredAsync()
    {
        var cell = new CellKey((await BeginAsync()).Id, "LAN-1");
        await ScoreAsync(Aoki, cell, Answer.Of(3, Confidence.Low, "roster kept"), 0);
        return cell;
    }

    private async Task ScoreAsync(Viewer by, CellKey cell, Answer answer, int version) =>
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(by, cell, answer, version, new Guid(Interlocked.Increment(ref _changes), 0, 0, new byte[8])));

    private async Task<Evidence> AddAsync(CellKey cell, Marking? marking = null) => Assert.IsType<EvidenceOutcome.Saved>(await Get<EvidenceStore>().SaveAsync(Aoki,
        new Evidence { AssessmentId = cell.AssessmentId, Indicator = cell.Indicator, Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 1, 31), Marking = marking })).Piece;
}

public sealed class HistoryReaderOnSqlite : HistoryReaderTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class HistoryReaderOnSqlServer : HistoryReaderTests<SqlServerHost>;
