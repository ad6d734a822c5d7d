using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Catalog;
using Dashboard.Data.Readiness;
using Dashboard.Data.Release;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Assessments;

public abstract class CarryStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Aoki = Planner("Aoki");

    private CarryStore Store => Get<CarryStore>();

    [Fact]
    public async Task Carry_FillsFromTheLatestApprovedRevision_InOneStep_EachWithItsEntry()
    {
        await BeforeAsync(("LAN-1", Answer.Of(1)), ("LAN-2", Answer.NotApplicable("no such post")));
        var revised = await Get<AssessmentStore>().ReviseAsync(Operator, (await SheetAsync("2025")).Assessment.Id);
        await SaveAsync(revised, "LAN-1", Answer.Of(4, Confidence.High, "seen"), 1);
        await ApproveAsync(revised);
        // A draft on top of it is no answer yet.
        await SaveAsync(await Get<AssessmentStore>().ReviseAsync(Operator, revised.Id), "LAN-1", Answer.Of(5), 2);
        var draft = await BeginAsync();
        await SaveAsync(draft, "LAN-3", Answer.Of(2));

        var plan = await Store.CarryAsync(Aoki, draft.Id);
        Assert.Equal(("2025", 2), (plan.From, plan.Fills.Length));
        Assert.Equal(
            [("LAN-1", new Answer(ScoreState.Carried, 4, Confidence.High, "seen"), 1), ("LAN-2", new Answer(ScoreState.Carried, Rationale: "no such post"), 1), ("LAN-3", Answer.Of(2), 1)],
            (await SheetAsync()).Scores.Select(s => (s.Indicator, s.Answer, s.Version)));
        Assert.Equal(["score-carried JPN/2026/JPN/self-assessed/1/LAN-1", "score-carried JPN/2026/JPN/self-assessed/1/LAN-2"], await EntriesAsync("score-carried"));
        var history = await Get<HistoryReader>().OfAsync(Aoki, new CellKey(draft.Id, "LAN-1"));
        Assert.Contains(Assert.Single(history).Changes, change => change is { Field: "from", After: "2025" });
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
        // Again there is nothing left to fill, and nothing is recorded.
        var head = (await Get<AuditStore>().HeadAsync(Operator)).Sequence;
        Assert.Empty((await Store.CarryAsync(Aoki, draft.Id)).Fills);
        Assert.Equal(head, (await Get<AuditStore>().HeadAsync(Operator)).Sequence);
    }

    [Fact]
    public async Task Carried_IsNotAssessed_InEveryReport_AndKeepsAnEmptyAssessmentFromReview_UntilConfirmed()
    {
        await BeforeAsync(("LAN-1", Answer.Of(4)));
        var draft = await BeginAsync();
        await Store.CarryAsync(Aoki, draft.Id);
        Assert.Equal(CellState.NotAssessed, await PreviewAsync());
        Assert.Equal("NothingAnswered", (await Assert.ThrowsAsync<InputException>(() => Get<AssessmentStore>().MoveAsync(Operator, draft.Id, AssessmentStatus.InReview))).Key);

        var outcome = await Store.ConfirmAsync(Aoki, draft.Id, (await SheetAsync()).Scores);
        Assert.Equal((Answer.Of(4), 2, "Aoki"), Assert.Single(outcome.Confirmed) is var score ? (score.Answer, score.Version, score.ChangedBy) : default);
        Assert.Equal(["score-confirmed JPN/2026/JPN/self-assessed/1/LAN-1"], await EntriesAsync("score-confirmed"));
        Assert.Equal(CellState.Scored, await PreviewAsync());

        async Task<CellState> PreviewAsync() => (await Get<ReportReader>().ReadAsync(Operator, new ReportRequest("JPN", "NATO", Cycle: CycleCode, Preview: true))).Indicators[0].Cell.State;
    }

    [Fact]
    public async Task Confirming_IsAChangeOfAnAnswer_SoThatWhoeverDidItDoesNotApprove()
    {
        await BeforeAsync(("LAN-1", Answer.Of(4)));
        var draft = await BeginAsync();
        await Store.CarryAsync(Operator, draft.Id);
        var both = Aoki with { Roles = Roles.Planner | Roles.Reviewer };
        await Store.ConfirmAsync(both, draft.Id, (await SheetAsync()).Scores);
        await Get<AssessmentStore>().MoveAsync(both, draft.Id, AssessmentStatus.InReview);
        Assert.Equal("MayNotApproveOwn", (await Assert.ThrowsAsync<InputException>(() => Get<AssessmentStore>().MoveAsync(both, draft.Id, AssessmentStatus.Approved))).Key);
    }

    [Fact]
    public async Task Confirm_OfWhatChangedMeanwhile_IsToldAndLeavesIt()
    {
        await BeforeAsync(("LAN-1", Answer.Of(1)), ("LAN-2", Answer.Of(2)), ("LAN-3", Answer.Of(3)), ("NET-1", Answer.Of(4)));
        var draft = await BeginAsync();
        await Store.CarryAsync(Aoki, draft.Id);
        var seen = (await SheetAsync()).Scores;
        await SaveAsync(draft, "LAN-1", Answer.Of(5), 1);
        await SaveAsync(draft, "LAN-2", seen[1].Answer with { Rationale = "more to say" }, 1);
        var outcome = await Store.ConfirmAsync(Planner("Baba", "JPN", "LAN"), draft.Id, seen);
        Assert.Equal(["LAN-3"], outcome.Confirmed.Select(s => s.Indicator));
        Assert.Equal(["LAN-1", "LAN-2"], outcome.Overtaken);
        Assert.Equal(["NET-1"], outcome.Elsewhere);
        Assert.Equal([5, 2, 3, 4], (await SheetAsync()).Scores.Select(s => s.Answer.Level));
        Assert.Equal([ScoreState.Scored, ScoreState.Carried, ScoreState.Scored, ScoreState.Carried], (await SheetAsync()).Scores.Select(s => s.Answer.State));
    }

    [Fact]
    public async Task TwoPeople_ConfirmAtOnce_OneDoes_OneIsTold()
    {
        await BeforeAsync(("LAN-1", Answer.Of(1)));
        var draft = await BeginAsync();
        await Store.CarryAsync(Aoki, draft.Id);
        var seen = (await SheetAsync()).Scores;
        var outcomes = await Task.WhenAll(Store.ConfirmAsync(Aoki, draft.Id, seen), Another<CarryStore>().ConfirmAsync(Planner("Baba"), draft.Id, seen));
        Assert.Equal([0, 1], outcomes.Select(o => o.Confirmed.Length).Order());
        Assert.Equal([0, 1], outcomes.Select(o => o.Overtaken.Length).Order());
    }

    [Fact]
    public async Task Save_OfALevel_OverACarriedOne_AnswersIt_AndNobodySavesACarriedOne()
    {
        await BeforeAsync(("LAN-1", Answer.Of(1)));
        var draft = await BeginAsync();
        var carried = Answer.CarriedOver(Answer.Of(1));
        Assert.Contains("LAN-1: only what was carried over", Assert.IsType<string>(await RefusedAsync(draft, carried, 0)));
        await Store.CarryAsync(Aoki, draft.Id);
        Assert.Contains("LAN-1: only what was carried over", Assert.IsType<string>(await RefusedAsync(draft, carried with { Level = 5 }, 1)));
        await SaveAsync(draft, "LAN-1", Answer.Of(1), 1);
        Assert.Equal((Answer.Of(1), 2), (await SheetAsync()).Scores.Single() is var score ? (score.Answer, score.Version) : default);
    }

    [Fact]
    public async Task Marking_IsAskedFor_BeforeAnythingHigherIsTakenOver_AndAScoresOwnGoesWithIt()
    {
        await BeforeAsync("restricted", ("LAN-1", Answer.Of(1)), ("LAN-2", Answer.Of(2)));
        var before = (await SheetAsync("2025")).Assessment;
        await Get<MarkingStore>().MarkScoreAsync(Operator, new CellKey(before.Id, "LAN-2"), "secret", 1);
        var draft = await BeginAsync();
        Assert.Contains("is marked restricted, and this assessment is not", (await Assert.ThrowsAsync<InputException>(() => Store.CarryAsync(Aoki, draft.Id))).Message);
        draft = await Get<MarkingStore>().MarkAsync(Operator, draft.Id, "restricted", null, draft.Marking);

        // Who may not see the level does not carry it; who may marks it as it was.
        Assert.Equal(["LAN-1"], (await Store.CarryAsync(Planner("Baba") with { Clearance = "restricted" }, draft.Id)).Fills.Select(f => f.Indicator));
        Assert.Equal(["LAN-2"], (await Store.CarryAsync(Aoki, draft.Id)).Fills.Select(f => f.Indicator));
        Assert.Equal([null, Marking.OfPart("secret")], (await SheetAsync()).Scores.Select(s => s.Marking));
        await using var context = Context();
        Assert.Contains("\"classification\":\"secret\"", context.AuditEntries.Single(e => e.Action == "score-carried" && e.Subject.EndsWith("LAN-2")).ContentText);
    }

    [Fact]
    public async Task Carry_WithoutACycleBefore_InReview_Frozen_OrOfAnotherArea_IsRefused()
    {
        var draft = await BeginAsync();
        Assert.Equal("NothingBefore", await KeyAsync(Aoki, draft));
        Assert.Null(await Store.EarlierAsync(Aoki, draft.Id));
        await BeforeAsync(("LAN-1", Answer.Of(1)));
        Assert.NotNull(await Store.EarlierAsync(Aoki, draft.Id));
        Assert.Equal("MayNotCarry", await KeyAsync(Planner("Baba", "JPN", "NET"), draft));
        Assert.Equal("NoAssessment", await KeyAsync(Planner("Kaja", "EST"), draft));
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        Assert.Equal("FrozenScore", await KeyAsync(Aoki, draft));
        Assert.Equal("FrozenScore", (await Assert.ThrowsAsync<InputException>(() => Store.ConfirmAsync(Aoki, draft.Id, []))).Key);

        async Task<string?> KeyAsync(Viewer by, Assessment to) => (await Assert.ThrowsAsync<InputException>(() => Store.CarryAsync(by, to.Id))).Key;
    }

    private Task BeforeAsync(params (string Indicator, Answer Answer)[] answers) => BeforeAsync("unclassified", answers);

    private async Task BeforeAsync(string classification, params (string Indicator, Answer Answer)[] answers)
    {
        await Get<CatalogStore>().AddCycleAsync(Operator, "2025", new DateOnly(2025, 6, 30), null);
        var before = await Get<AssessmentStore>().BeginAsync(Operator, "JPN", "2025", Basis.SelfAssessed, classification);
        foreach (var (indicator, answer) in answers)
            await SaveAsync(before, indicator, answer);
        await ApproveAsync(before);
    }

    private async Task ApproveAsync(Assessment assessment)
    {
        await Get<AssessmentStore>().MoveAsync(Operator, assessment.Id, AssessmentStatus.InReview);
        foreach (var score in (await SheetAsync(assessment.Cycle)).Scores.Where(s => s.NeedsConsent))
            await Get<SignOffStore>().AgreeAsync(Operator, new CellKey(assessment.Id, score.Indicator), score.Version);
        await Get<AssessmentStore>().MoveAsync(Operator, assessment.Id, AssessmentStatus.Approved);
    }

    private async Task<OpenedSheet> SheetAsync(string cycle = CycleCode) => (await Get<AssessmentStore>().OwnAsync(Operator, "JPN", cycle, Basis.SelfAssessed))!;

    private async Task SaveAsync(Assessment assessment, string indicator, Answer answer, int version = 0) =>
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Operator, new CellKey(assessment.Id, indicator), answer, version, Guid.CreateVersion7(Clock.GetUtcNow())));

    private async Task<string?> RefusedAsync(Assessment assessment, Answer answer, int version) =>
        (await Record.ExceptionAsync(() => Get<ScoreStore>().SaveAsync(Aoki, new CellKey(assessment.Id, "LAN-1"), answer, version, Guid.CreateVersion7(Clock.GetUtcNow()))))?.Message;

    private async Task<List<string>> EntriesAsync(string action)
    {
        await using var context = Context();
        return await context.AuditEntries.Where(e => e.Action == action).OrderBy(e => e.Sequence).Select(e => e.Action + " " + e.Subject).ToListAsync();
    }
}

public sealed class CarryStoreOnSqlite : CarryStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class CarryStoreOnSqlServer : CarryStoreTests<SqlServerHost>;
