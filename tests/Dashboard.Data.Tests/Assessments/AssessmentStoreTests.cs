using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Assessments;

public abstract class AssessmentStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private AssessmentStore Store => Get<AssessmentStore>();

    [Fact]
    public async Task Begin_Twice_IsRefused()
    {
        await BeginAsync();
        Assert.Contains("already begun", (await Assert.ThrowsAsync<InputException>(() => BeginAsync())).Message);
        await BeginAsync("EST", Basis.Estimated);
    }

    [Theory]
    [InlineData("EST", Basis.SelfAssessed, "only as peer-reviewed, exercise-observed, estimated")]
    [InlineData("JPN", Basis.Estimated, "only as self-assessed")]
    [InlineData("Atlantis", Basis.Estimated, "Unknown country 'Atlantis'")]
    public async Task Begin_OfWhatCannotBe_SaysWhy(string country, Basis basis, string why) =>
        Assert.Contains(why, (await Assert.ThrowsAsync<InputException>(() => BeginAsync(country, basis))).Message);

    [Fact]
    public async Task Begin_AboveTheOwnClearance_OrOfAnUnknownClassification_IsRefused()
    {
        Assert.Contains("above the own clearance", (await Assert.ThrowsAsync<InputException>(() => Store.BeginAsync(Planner("Aoki") with { Clearance = "restricted" }, "JPN", CycleCode, Basis.SelfAssessed, "secret"))).Message);
        Assert.Contains("Unknown classification", (await Assert.ThrowsAsync<InputException>(() => BeginAsync(classification: "cosmic"))).Message);
        Assert.Equal(new Marking("restricted"), (await BeginAsync(classification: "Restricted")).Marking);
    }

    [Fact]
    public async Task Begin_InAPublishedCycle_IsRefused()
    {
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        Assert.Contains("published", (await Assert.ThrowsAsync<InputException>(() => BeginAsync())).Message);
    }

    [Fact]
    public async Task Revise_OfAnApproved_CopiesTheScoresAndLeavesTheApproved()
    {
        var first = await BeginAsync();
        await SaveAsync(first, 3);
        await MoveAsync(first, AssessmentStatus.InReview, AssessmentStatus.Approved);
        var second = await Store.ReviseAsync(Operator, first.Id);
        Assert.Equal((2, AssessmentStatus.Draft), (second.Revision, second.Status));
        await using (var context = Context())
            Assert.Equal([3, 3], context.Scores.OrderBy(s => s.AssessmentId).Select(s => s.Answer.Level!.Value));
        Assert.IsType<SaveOutcome.Saved>(await SaveAsync(second, 4, version: 1));
        var opened = await Store.OwnAsync(Operator, "JPN", CycleCode, Basis.SelfAssessed);
        Assert.Equal((2, 4), (opened!.Assessment.Revision, opened.Scores.Single().Answer.Level));
    }

    [Fact]
    public async Task Revise_InAPublishedCycle_MayBeChanged()
    {
        var first = await BeginAsync();
        await SaveAsync(first, 3);
        await MoveAsync(first, AssessmentStatus.InReview, AssessmentStatus.Approved);
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        Assert.IsType<SaveOutcome.Saved>(await SaveAsync(await Store.ReviseAsync(Operator, first.Id), 2, version: 1));
    }

    [Fact]
    public async Task Revise_OfADraft_IsRefused()
    {
        var draft = await BeginAsync();
        await Assert.ThrowsAsync<InputException>(() => Store.ReviseAsync(Operator, draft.Id));
    }

    [Fact]
    public async Task Move_ToWhereThereIsNoStep_IsRefused()
    {
        var draft = await BeginAsync();
        await Assert.ThrowsAsync<InputException>(() => Store.MoveAsync(Operator, draft.Id, AssessmentStatus.Approved));
        await Assert.ThrowsAsync<InputException>(() => Store.MoveAsync(Planner("Tamm", "EST"), draft.Id, AssessmentStatus.InReview));
        await Assert.ThrowsAsync<InputException>(() => Store.MoveAsync(Operator, 4711, AssessmentStatus.InReview));
    }

    [Fact]
    public async Task Move_InAPublishedCycle_IsRefused()
    {
        var draft = await BeginAsync();
        await SaveAsync(draft, 3);
        await Store.MoveAsync(Operator, draft.Id, AssessmentStatus.InReview);
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        Assert.Contains("frozen", (await Assert.ThrowsAsync<InputException>(() => Store.MoveAsync(Operator, draft.Id, AssessmentStatus.Approved))).Message);
        await using var context = Context();
        Assert.Equal(AssessmentStatus.InReview, context.Assessments.Single().Status);
    }

    [Fact]
    public async Task Submit_OfAnEmptyAssessment_IsRefused_AndOfAnyAnswerIsNot()
    {
        var draft = await BeginAsync();
        await SaveAsync(draft, Answer.NotAssessed with { Rationale = "asked the agency" });
        Assert.Equal("The assessment of JPN in 2026 has no answer yet: answer at least one indicator before sending it to review.", await RefusedAsync(draft, AssessmentStatus.InReview));
        await SaveAsync(draft, Answer.NotApplicable("no such force"), version: 1);
        await Store.MoveAsync(Operator, draft.Id, AssessmentStatus.InReview);
    }

    [Fact]
    public async Task Approve_ByWhoSavedTheLastAnswer_IsRefused_UntilSomebodyElseDid()
    {
        var (aoki, baba) = (Both("Aoki"), Both("Baba"));
        var draft = await BeginAsync();
        await SaveAsync(draft, Answer.Of(2), by: aoki);
        await Store.MoveAsync(aoki, draft.Id, AssessmentStatus.InReview);
        Assert.Equal("Aoki saved the last change of the assessment of JPN in 2026 and may not approve it: ask another reviewer.", await RefusedAsync(draft, AssessmentStatus.Approved, aoki));
        Assert.Equal((true, false), (await IsForAnotherAsync(aoki), await IsForAnotherAsync(baba)));
        await Store.MoveAsync(aoki, draft.Id, AssessmentStatus.Returned, "Look again.");
        await SaveAsync(draft, Answer.Of(3), 1, baba);
        // Whoever marked an answer changed no answer, though the score carries their name.
        await Get<MarkingStore>().MarkScoreAsync(aoki, new CellKey(draft.Id, "LAN-1"), "restricted", 2);
        await Store.MoveAsync(aoki, draft.Id, AssessmentStatus.InReview);
        Assert.Contains("Baba saved the last change", await RefusedAsync(draft, AssessmentStatus.Approved, baba));
        Assert.Equal((false, true), (await IsForAnotherAsync(aoki), await IsForAnotherAsync(baba)));
        Assert.Equal(AssessmentStatus.Approved, (await Store.MoveAsync(aoki, draft.Id, AssessmentStatus.Approved)).Status);
        Assert.False(await IsForAnotherAsync(baba));
    }

    [Fact]
    public async Task Approve_ByWhoChangedTheEvidenceLast_IsRefused()
    {
        var (aoki, baba) = (Both("Aoki"), Both("Baba"));
        var draft = await BeginAsync();
        await SaveAsync(draft, Answer.Of(2), by: baba);
        var piece = new Evidence { AssessmentId = draft.Id, Indicator = "LAN-1", Title = "Report", Source = "MOD", Date = new DateOnly(2026, 2, 1) };
        var added = Assert.IsType<EvidenceOutcome.Saved>(await Get<EvidenceStore>().SaveAsync(aoki, piece)).Piece;
        await Store.MoveAsync(aoki, draft.Id, AssessmentStatus.InReview);
        Assert.Contains("Aoki saved the last change", await RefusedAsync(draft, AssessmentStatus.Approved, aoki));
        Assert.Equal((true, false), (await IsForAnotherAsync(aoki), await IsForAnotherAsync(baba)));
        await Store.MoveAsync(aoki, draft.Id, AssessmentStatus.Returned, "Look again.");
        await Get<EvidenceStore>().RemoveAsync(baba, added);
        await Store.MoveAsync(aoki, draft.Id, AssessmentStatus.InReview);
        Assert.Contains("Baba saved the last change", await RefusedAsync(draft, AssessmentStatus.Approved, baba));
    }

    [Fact]
    public async Task Approve_OfARevision_AsksWhoChangedAnAnswerOfIt_NotOfTheOneBefore()
    {
        var (aoki, baba) = (Both("Aoki"), Both("Baba"));
        var first = await BeginAsync();
        await SaveAsync(first, Answer.Of(2), by: aoki);
        await MoveAsync(first, AssessmentStatus.InReview, AssessmentStatus.Approved);
        var second = await Store.ReviseAsync(aoki, first.Id);
        await SaveAsync(second, Answer.Of(4), 1, baba);
        await Store.MoveAsync(aoki, second.Id, AssessmentStatus.InReview);
        await RefusedAsync(second, AssessmentStatus.Approved, baba);
        await Store.MoveAsync(aoki, second.Id, AssessmentStatus.Approved);
        // Nobody changed an answer in the third: it is whose who began it, or marked it last.
        var third = await Store.ReviseAsync(baba, second.Id);
        await Store.MoveAsync(baba, third.Id, AssessmentStatus.InReview);
        await RefusedAsync(third, AssessmentStatus.Approved, baba);
        await Store.MoveAsync(baba, third.Id, AssessmentStatus.Returned, "The marking is too low.");
        await Get<MarkingStore>().MarkAsync(aoki, third.Id, "secret", null, third.Marking);
        await Store.MoveAsync(baba, third.Id, AssessmentStatus.InReview);
        await RefusedAsync(third, AssessmentStatus.Approved, aoki);
        await Store.MoveAsync(baba, third.Id, AssessmentStatus.Approved);
    }

    [Fact]
    public async Task Approve_ByTheOperatorWhoDidEverything_IsDone()
    {
        var draft = await BeginAsync();
        await SaveAsync(draft, 3);
        await MoveAsync(draft, AssessmentStatus.InReview, AssessmentStatus.Approved);
    }

    [Fact]
    public async Task Move_OfWhatIsAboveTheClearance_IsAnsweredAsIfItWereNotThere()
    {
        var secret = await BeginAsync(classification: "secret");
        var uncleared = Operator with { Clearance = "restricted" };
        Assert.Contains("There is no assessment", (await Assert.ThrowsAsync<InputException>(() => Store.MoveAsync(uncleared, secret.Id, AssessmentStatus.InReview))).Message);
    }

    [Theory]
    [InlineData("unclassified", "", null, "cannot be unclassified in an assessment that is restricted")]
    [InlineData("secret", "JPN,USA", null, "cannot be released to USA")]
    [InlineData("secret", "", "restricted", "cannot be restricted where its parts are restricted")]
    public async Task Add_OfAMarkingThatCannotBe_IsRefusedAsAWhole(string part, string releases, string? compilation, string why)
    {
        var assessment = new Assessment { Country = "JPN", Cycle = CycleCode, Assessor = "JPN", Basis = Basis.SelfAssessed, Marking = new Marking("restricted", ["GBR"], compilation) };
        var marking = new Marking(part, releases.Split(','));
        var score = new Score { AssessmentId = 0, Indicator = "LAN-1", Answer = Answer.Of(3), Version = 1, ChangedBy = "import", ChangedAt = Clock.GetUtcNow().UtcDateTime, Marking = marking };
        var evidence = new Evidence { AssessmentId = 0, Indicator = "LAN-1", Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 1, 1), Marking = marking };
        foreach (var sheet in (NewSheet[])[new(assessment, [score], []), new(assessment, [], [evidence])])
            Assert.Contains(why, (await Assert.ThrowsAsync<InputException>(() => Store.AddAsync(Operator, [sheet]))).Message);
        await using var context = Context();
        Assert.Empty(context.Assessments);
    }

    private async Task MoveAsync(Assessment assessment, params AssessmentStatus[] steps)
    {
        foreach (var step in steps)
            await Store.MoveAsync(Operator, assessment.Id, step);
    }

    private Task<SaveOutcome> SaveAsync(Assessment assessment, int level, int version = 0) => SaveAsync(assessment, Answer.Of(level), version);

    private Task<SaveOutcome> SaveAsync(Assessment assessment, Answer answer, int version = 0, Viewer? by = null) =>
        Get<ScoreStore>().SaveAsync(by ?? Operator, new CellKey(assessment.Id, "LAN-1"), answer, version, new Guid(assessment.Id, (short)version, 0, new byte[8]));

    private async Task<string> RefusedAsync(Assessment assessment, AssessmentStatus to, Viewer? by = null) =>
        (await Assert.ThrowsAsync<InputException>(() => Store.MoveAsync(by ?? Operator, assessment.Id, to))).Message;

    private async Task<bool> IsForAnotherAsync(Viewer reviewer) =>
        WorkflowRule.WhyNot(reviewer, (await Store.OwnAsync(reviewer, "JPN", CycleCode, Basis.SelfAssessed))!.Standing!, SheetStep.Approve) is { Key: "MayNotApproveOwn" };

    private static Viewer Both(string name) => Planner(name) with { Roles = Roles.Planner | Roles.Reviewer };
}

public sealed class AssessmentStoreOnSqlite : AssessmentStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class AssessmentStoreOnSqlServer : AssessmentStoreTests<SqlServerHost>;
