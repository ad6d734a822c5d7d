using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Catalog;
using Dashboard.Data.Opinions;
using Dashboard.Data.Readiness;
using Dashboard.Data.Tasking;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Opinions;

public abstract class OpinionStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Aoki = Planner("Aoki");
    private static readonly Viewer Mori = new("Mori", "JPN", "secret", Roles.Reviewer | Roles.Auditor, []);
    private static readonly Viewer Sato = new("Sato", "JPN", "secret", Roles.Reviewer, []);

    private OpinionStore Store => Get<OpinionStore>();

    [Fact]
    public async Task Opinion_IsBegun_FilledIn_HandedIn_AndThenStandsBesideTheAssessment()
    {
        var draft = await AnsweredAsync(("LAN-1", Answer.Of(4, rationale: "planners")), ("LAN-2", Answer.Of(2)));
        var opinion = await Store.BeginAsync(Mori, draft.Id);
        Assert.Equal(1, await SaveAsync(opinion, "LAN-1", Answer.Of(1, rationale: "a first note"), 0));
        Assert.Equal(2, await SaveAsync(opinion, "LAN-1", Answer.Of(2, rationale: "reviewer"), 1));
        Assert.Equal(1, await SaveAsync(opinion, "LAN-2", Answer.Of(2), 0));
        Assert.Equal(1, await SaveAsync(opinion, "LAN-3", Answer.NotApplicable(""), 0));
        // The planner goes on, and knows that somebody scores, not what.
        var seen = (await ViewAsync(Aoki))!;
        Assert.Equal(("Mori", true, true), (Assert.Single(seen.UnderWay).Reviewer, seen.Compared.IsEmpty, seen.Own is null));

        var handedIn = await Store.HandInAsync(Mori, opinion.Id);
        Assert.Equal((OpinionState.HandedIn, Clock.GetUtcNow().UtcDateTime), (handedIn.State, handedIn.Ended));
        // What changes afterwards is told beside it and leaves the agreement as it was.
        await ScoreAsync(Aoki, draft, "LAN-1", Answer.Of(3), 1);
        foreach (var viewer in (Viewer[])[Aoki, Mori, Sato])
        {
            var compared = Assert.Single((await ViewAsync(viewer))!.Compared);
            Assert.Equal([("LAN-1", 2, 4, 3), ("LAN-2", 2, 2, 2)], compared.Rows.Where(r => r.Difference is not null).Select(r => (r.Indicator, r.Opinion.Level!.Value, r.Beside.Level!.Value, r.Now.Level!.Value)));
            Assert.Equal((2, 1, 0), (compared.Agreement.Pairs, compared.Agreement.Exact, compared.Open));
        }

        Assert.Equal(["opinion-begun", "opinion-saved", "opinion-saved", "opinion-saved", "opinion-saved", "opinion-handed-in"], await ActionsAsync());
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
    }

    [Fact]
    public async Task Audit_HoldsWhatAnOpinionSays_FromTheHandInOn()
    {
        var draft = await AnsweredAsync(("LAN-1", Answer.Of(4)));
        var opinion = await Store.BeginAsync(Mori, draft.Id);
        await SaveAsync(opinion, "LAN-1", Answer.Of(2, rationale: "canary"), 0);
        await using (var context = Context())
            Assert.DoesNotContain(context.AuditEntries.Where(e => e.Action.StartsWith("opinion-")).AsEnumerable(), e => e.ContentText.Contains("canary", StringComparison.Ordinal) || e.ContentText.Contains("level", StringComparison.Ordinal));
        await Store.HandInAsync(Mori, opinion.Id);
        await using var after = Context();
        var entry = after.AuditEntries.Single(e => e.Action == "opinion-handed-in");
        Assert.Contains("canary", entry.ContentText);
        Assert.Contains("\"classification\":\"unclassified\"", entry.ContentText);
        // The history of an answer is that of the answer.
        Assert.Equal(["evidence-added", "score-saved"], (await Get<HistoryReader>().OfAsync(Aoki, new CellKey(draft.Id, "LAN-1"))).Select(e => e.Action));
    }

    [Fact]
    public async Task Blind_ReadsTheAssessmentNowhere_AndDoesNothingWithIt_UntilTheHandIn()
    {
        var draft = await AnsweredAsync(("LAN-1", Answer.Of(4, rationale: "canary")));
        await Get<AssessmentStore>().MoveAsync(Operator, draft.Id, AssessmentStatus.InReview);
        var all = Mori with { Roles = Roles.Planner | Roles.Reviewer | Roles.Auditor | Roles.Executive, Scopes = [Scope.Everything] };
        Assert.NotNull(await OpenAsync(all));
        var opinion = await Store.BeginAsync(all, draft.Id);
        await SaveAsync(opinion, "LAN-1", Answer.Of(1), 0);

        Assert.Null(await OpenAsync(all));
        Assert.Empty(await Get<AssessmentStore>().OwnAsync(all, CycleCode));
        Assert.Empty(await Get<AssessmentStore>().UnfinishedAsync(all));
        var work = await Get<WorkReader>().OfAsync(all);
        Assert.Equal((0, 1, 1), (work.ToReview.Length, work.Opinions.Length, work.Opinions[0].Answered));
        Assert.Empty(await Get<TaskReader>().OfAsync(all, draft.Id));
        Assert.Equal("MayNotWhileBlind", await KeyAsync(() => Get<HistoryReader>().OfAsync(all, new CellKey(draft.Id, "LAN-1"))));
        Assert.Equal(CellState.Withheld, await CellAsync(all));
        Assert.Empty(await ListedAsync(all, CycleCode));
        await foreach (var entry in Get<AuditReader>().ListAsync(all, new AuditFilter(), 0, null))
            Assert.True(!entry.Subject.StartsWith("JPN/2026/JPN", StringComparison.Ordinal) || entry.Withheld == WithheldReason.Blind, entry.Action);
        var view = (await ViewAsync(all))!;
        Assert.Equal((1, 0, "LAN-1"), (view.Own!.Answers.Length, view.Compared.Length, Assert.Single(view.Sheet!.Evidence).Indicator));

        foreach (var to in (AssessmentStatus[])[AssessmentStatus.Approved, AssessmentStatus.Returned])
            Assert.Equal("MayNotWhileBlind", await KeyAsync(() => Get<AssessmentStore>().MoveAsync(all, draft.Id, to)));
        await Get<AssessmentStore>().MoveAsync(Operator, draft.Id, AssessmentStatus.Returned, "Look again.");
        Assert.Contains("gives a second opinion", Assert.IsType<SaveOutcome.Refused>(await Get<ScoreStore>().SaveAsync(all, new CellKey(draft.Id, "LAN-1"), Answer.Of(2), 1, Guid.CreateVersion7(Clock.GetUtcNow()))).Why);
        Assert.Equal("MayNotWhileBlind", await KeyAsync(() => Get<CarryStore>().EarlierAsync(all, draft.Id)));

        await Store.HandInAsync(all, opinion.Id);
        Assert.NotNull(await OpenAsync(all));
        Assert.Equal(CellState.Scored, await CellAsync(all));
        Assert.Empty((await Get<WorkReader>().OfAsync(all)).Opinions);
    }

    [Fact]
    public async Task Blind_CoversEveryRevision_AndWhatWasApprovedBefore()
    {
        var draft = await AnsweredAsync(("LAN-1", Answer.Of(4)));
        await Get<AssessmentStore>().MoveAsync(Operator, draft.Id, AssessmentStatus.InReview);
        await Get<AssessmentStore>().MoveAsync(Operator, draft.Id, AssessmentStatus.Approved);
        Assert.Equal("OpinionClosed", await KeyAsync(() => Store.BeginAsync(Mori, draft.Id)));
        var revision = await Get<AssessmentStore>().ReviseAsync(Operator, draft.Id);
        Assert.Equal("OpinionClosed", await KeyAsync(() => Store.BeginAsync(Mori, draft.Id)));
        Assert.Equal(CellState.Scored, await CellAsync(Mori));
        var opinion = await Store.BeginAsync(Mori, revision.Id);
        Assert.Equal(CellState.Withheld, await CellAsync(Mori));
        await Store.WithdrawAsync(Mori, opinion.Id);
        Assert.Equal(CellState.Scored, await CellAsync(Mori));
    }

    [Fact]
    public async Task Begin_IsNotForWhoeverAnswered_InAnyRevision()
    {
        var both = Aoki with { Roles = Roles.Planner | Roles.Reviewer };
        var draft = await AnsweredAsync(("LAN-1", Answer.Of(4)));
        Assert.Equal("MayNotOpinionOwn", await KeyAsync(() => Store.BeginAsync(both, draft.Id)));
        Assert.Equal("MayNotOpinionOwn", (await ViewAsync(both))!.WhyNot!.Key);
        Assert.Null((await ViewAsync(Mori))!.WhyNot);
        Assert.Equal("MayNotGiveOpinion", await KeyAsync(() => Store.BeginAsync(Planner("Baba"), draft.Id)));
        Assert.Equal("NoAssessment", await KeyAsync(() => Store.BeginAsync(Mori with { Nation = "EST" }, draft.Id)));
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        Assert.Equal("OpinionClosed", await KeyAsync(() => Store.BeginAsync(Mori, draft.Id)));
    }

    [Fact]
    public async Task Begin_IsNotForWhoeverSawItsAnswers_InAnyRevision_AndOnceForAll()
    {
        var draft = await AnsweredAsync(("LAN-1", Answer.Of(4)));
        var opinion = await Store.BeginAsync(Mori, draft.Id);
        await Store.WithdrawAsync(Mori, opinion.Id);
        await Get<CommentStore>().AddAsync(Sato, new CellKey(draft.Id, "LAN-1"), null, "Which exercise?");
        await Get<AssessmentStore>().MoveAsync(Operator, draft.Id, AssessmentStatus.InReview);
        var fourth = Sato with { Name = "Kato" };
        await Get<AssessmentStore>().MoveAsync(fourth, draft.Id, AssessmentStatus.Approved);
        var revision = await Get<AssessmentStore>().ReviseAsync(Operator, draft.Id);
        Assert.Equal("OpinionOnce", await KeyAsync(() => Store.BeginAsync(Mori, revision.Id)));
        Assert.Equal("MayNotOpinionOwn", await KeyAsync(() => Store.BeginAsync(Sato, revision.Id)));
        Assert.Equal("MayNotOpinionOwn", await KeyAsync(() => Store.BeginAsync(fourth, revision.Id)));
        await Store.BeginAsync(Sato with { Name = "Endo" }, revision.Id);
    }

    [Fact]
    public async Task Withdrawn_IsShownToNobody_EndsTheBlindness_AndIsNotBegunAgain()
    {
        var draft = await AnsweredAsync(("LAN-1", Answer.Of(4)));
        var opinion = await Store.BeginAsync(Mori, draft.Id);
        await SaveAsync(opinion, "LAN-1", Answer.Of(1), 0);
        await Store.WithdrawAsync(Mori, opinion.Id);
        foreach (var viewer in (Viewer[])[Aoki, Mori])
            Assert.Equal((0, 0), (await ViewAsync(viewer))! is var view ? (view.Compared.Length, view.UnderWay.Length) : default);
        Assert.Equal("OpinionOnce", await KeyAsync(() => Store.BeginAsync(Mori, draft.Id)));
        Assert.Equal("OpinionEnded", await KeyAsync(() => Store.HandInAsync(Mori, opinion.Id)));
        Assert.Equal("OpinionEnded", await KeyAsync(() => SaveAsync(opinion, "LAN-1", Answer.Of(2), 1)));
        Assert.Empty((await Get<OpinionReader>().AgreementsAsync(Aoki)).Compared);
    }

    [Fact]
    public async Task Save_InTwoWindows_TellsTheSecond_AndTheSameAnswerChangesNothing()
    {
        var opinion = await Store.BeginAsync(Mori, (await AnsweredAsync(("LAN-1", Answer.Of(4)))).Id);
        await SaveAsync(opinion, "LAN-1", Answer.Of(1), 0);
        Assert.Equal(Answer.Of(1), Assert.IsType<OpinionOutcome.Conflict>(await Store.SaveAsync(Mori, opinion.Id, "LAN-1", Answer.Of(2), 0)).Current!.Answer);
        Assert.Equal(1, await SaveAsync(opinion, "LAN-1", Answer.Of(1), 1));
        Assert.Equal(["opinion-begun", "opinion-saved"], await ActionsAsync());
        var both = await Task.WhenAll(Store.SaveAsync(Mori, opinion.Id, "LAN-2", Answer.Of(2), 0), Another<OpinionStore>().SaveAsync(Mori, opinion.Id, "LAN-2", Answer.Of(3), 0));
        Assert.Single(both.OfType<OpinionOutcome.Saved>());
        Assert.Single(both.OfType<OpinionOutcome.Conflict>());
    }

    [Fact]
    public async Task Change_SentAgain_IsHarmless_AndTellsTheVersionThatItMade()
    {
        var opinion = await Store.BeginAsync(Mori, (await AnsweredAsync(("LAN-1", Answer.Of(4)))).Id);
        var (first, second) = (Guid.CreateVersion7(Clock.GetUtcNow()), Guid.CreateVersion7(Clock.GetUtcNow()));
        Assert.Equal((1, 1), await SendAsync(Answer.Of(1), 0, first));
        Assert.Equal((1, 1), await SendAsync(Answer.Of(1), 0, first));
        Assert.Equal((2, 2), await SendAsync(Answer.Of(2), 1, second));
        // The first once more, as after a lost acknowledgement: what was said since stands.
        Assert.Equal((1, 2), await SendAsync(Answer.Of(1), 0, first));
        Assert.Equal(["opinion-begun", "opinion-saved", "opinion-saved"], await ActionsAsync());

        // A number that another change has is none.
        Assert.Equal("ChangeReused", await KeyAsync(() => SendAsync(Answer.Of(5), 2, second)));
        Assert.Equal("ChangeReused", await KeyAsync(() => Store.SaveAsync(Mori, opinion.Id, "LAN-2", Answer.Of(2), 0, second)));
        var theirs = await Store.BeginAsync(Sato, opinion.AssessmentId);
        Assert.Equal("ChangeReused", await KeyAsync(() => Store.SaveAsync(Sato, theirs.Id, "LAN-1", Answer.Of(2), 0, second)));

        async Task<(int Made, int Now)> SendAsync(Answer answer, int version, Guid change) =>
            Assert.IsType<OpinionOutcome.Saved>(await Store.SaveAsync(Mori, opinion.Id, "LAN-1", answer, version, change)) is var saved ? (saved.Version, saved.Answer.Version) : default;
    }

    [Fact]
    public async Task Opinion_OfSomebodyElse_OrWithoutAnAnswer_IsRefused()
    {
        var opinion = await Store.BeginAsync(Mori, (await AnsweredAsync(("LAN-1", Answer.Of(4)))).Id);
        Assert.Equal("OpinionEmpty", await KeyAsync(() => Store.HandInAsync(Mori, opinion.Id)));
        foreach (var other in (Viewer[])[Sato, Aoki, Operator, Mori with { Nation = "EST" }])
            Assert.Equal("MayNotOpinion", await KeyAsync(() => Store.HandInAsync(other, opinion.Id)));
        // Two reviewers score at once, and neither sees the other's before the own is handed in.
        var second = await Store.BeginAsync(Sato, opinion.AssessmentId);
        await SaveAsync(opinion, "LAN-1", Answer.Of(1), 0);
        await Store.HandInAsync(Mori, opinion.Id);
        Assert.Empty((await ViewAsync(Sato))!.Compared);
        await Store.WithdrawAsync(Sato, second.Id);
        Assert.Single((await ViewAsync(Sato))!.Compared);
    }

    [Fact]
    public async Task Agreements_AreForTheNation_OnceApprovedForItsReaders()
    {
        var draft = await AnsweredAsync(("LAN-1", Answer.Of(4)), ("LAN-2", Answer.Of(2)));
        var opinion = await Store.BeginAsync(Mori, draft.Id);
        await SaveAsync(opinion, "LAN-1", Answer.Of(4), 0);
        await SaveAsync(opinion, "LAN-2", Answer.Of(1), 0);
        await Store.HandInAsync(Mori, opinion.Id);
        var reader = Viewer.Reader("JPN", "secret");
        Assert.Empty((await Get<OpinionReader>().AgreementsAsync(reader)).Compared);
        await Get<AssessmentStore>().MoveAsync(Operator, draft.Id, AssessmentStatus.InReview);
        await Get<AssessmentStore>().MoveAsync(Operator, draft.Id, AssessmentStatus.Approved);
        Assert.Equal((2, 1), Assert.Single((await Get<OpinionReader>().AgreementsAsync(reader)).Compared).Agreement is var found ? (found.Pairs, found.Exact) : default);
        Assert.Empty((await Get<OpinionReader>().AgreementsAsync(Viewer.Reader("EST", "secret"))).Compared);
        Assert.Empty((await Get<OpinionReader>().AgreementsAsync(new Viewer("x", "JPN", "secret", Roles.Administrator, []))).Compared);
    }

    private async Task<Assessment> AnsweredAsync(params (string Indicator, Answer Answer)[] answers)
    {
        var draft = await BeginAsync();
        foreach (var (indicator, answer) in answers)
            await ScoreAsync(Aoki, draft, indicator, answer, 0);
        Assert.IsType<EvidenceOutcome.Saved>(await Get<EvidenceStore>().SaveAsync(Aoki, new Evidence { AssessmentId = draft.Id, Indicator = "LAN-1", Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 1, 31) }));
        return draft;
    }

    private async Task ScoreAsync(Viewer by, Assessment draft, string indicator, Answer answer, int version) =>
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(by, new CellKey(draft.Id, indicator), answer, version, Guid.CreateVersion7(Clock.GetUtcNow())));

    private async Task<int> SaveAsync(Opinion opinion, string indicator, Answer answer, int version) =>
        Assert.IsType<OpinionOutcome.Saved>(await Store.SaveAsync(Mori with { Name = opinion.Reviewer }, opinion.Id, indicator, answer, version)).Answer.Version;

    private Task<OpenedSheet?> OpenAsync(Viewer viewer) => Get<AssessmentStore>().OwnAsync(viewer, "JPN", CycleCode, Basis.SelfAssessed);

    private Task<OpinionView?> ViewAsync(Viewer viewer) => Get<OpinionReader>().OfAsync(viewer, "JPN", CycleCode, Basis.SelfAssessed);

    private async Task<CellState> CellAsync(Viewer viewer) => (await Get<ReportReader>().ReadAsync(viewer, new ReportRequest("JPN", "NATO", Cycle: CycleCode, Preview: true))).Indicators[0].Cell.State;

    private static async Task<string?> KeyAsync(Func<Task> work) => (await Assert.ThrowsAsync<InputException>(work)).Key;

    private async Task<List<string>> ActionsAsync()
    {
        await using var context = Context();
        return await context.AuditEntries.Where(e => e.Action.StartsWith("opinion-")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync();
    }
}

public sealed class OpinionStoreOnSqlite : OpinionStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class OpinionStoreOnSqlServer : OpinionStoreTests<SqlServerHost>;
