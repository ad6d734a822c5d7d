using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Release;
using Dashboard.Data.Tasking;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Assessments;

/// <summary>The way into reports with all three signatures.</summary>
public abstract class SignOffStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Aoki = Planner("Aoki");
    private static readonly Viewer Rin = new("Rin", "JPN", "secret", Roles.Reviewer, []);
    private static readonly Viewer Sato = new("Sato", "JPN", "secret", Roles.ReleasingOfficer, []);
    private static readonly string[] Areas = [.. FrameworkJson.BuiltIn.Areas.Select(a => a.Code)];

    protected override SignOffTerms SignOff => SignOffTerms.Default;

    private AssessmentStore Store => Get<AssessmentStore>();

    [Fact]
    public async Task ThreeSignatures_BringItIntoReports_EachInTheHistoryOfItsAnswers()
    {
        var id = await AnsweredAsync();
        Assert.Equal("AreasUnsigned", await WhyAsync(() => Store.MoveAsync(Aoki, id, AssessmentStatus.InReview)));
        Assert.Equal(Areas, await Get<SignOffStore>().SignAsync(Aoki, await OwnAsync(Aoki), Areas));
        Assert.Empty(await Get<SignOffStore>().SignAsync(Aoki, await OwnAsync(Aoki), ["lan"]));
        await Store.MoveAsync(Aoki, id, AssessmentStatus.InReview);
        Assert.Equal("MayNotMove", await WhyAsync(() => Store.MoveAsync(Sato, id, AssessmentStatus.Approved)));
        Assert.Equal(AssessmentStatus.InReview, (await Store.MoveAsync(Rin, id, AssessmentStatus.Approved)).Status);
        var standing = (await OwnAsync(Sato)).Standing!;
        Assert.True(standing.AwaitsOfficer);
        Assert.Equal("Rin", standing.Reviewed!.By);
        Assert.Equal([id], (await Get<WorkReader>().OfAsync(Sato)).ToReview.Select(s => s.Assessment.Id));
        Assert.Empty((await Get<WorkReader>().OfAsync(Rin)).ToReview);
        Assert.Equal("MayNotMove", await WhyAsync(() => Store.MoveAsync(Rin, id, AssessmentStatus.Approved)));
        Assert.Equal(AssessmentStatus.Approved, (await Store.MoveAsync(Sato, id, AssessmentStatus.Approved)).Status);

        var history = await Get<HistoryReader>().OfAsync(Aoki, new CellKey(id, "LAN-1"));
        Assert.Equal(
            [("assessment-approved", "Sato"), ("assessment-reviewed", "Rin"), ("assessment-in-review", "Aoki"), ("area-signed", "Aoki"), ("score-saved", "Aoki")],
            history.Select(e => (e.Action, e.Actor)));
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
    }

    [Fact]
    public async Task AnAreaThatChanges_IsNotSignedAnyMore_AndIsAgainOnceItSaysTheSame()
    {
        var id = await AnsweredAsync();
        await Get<SignOffStore>().SignAsync(Aoki, await OwnAsync(Aoki), Areas);
        await SaveAsync(id, "LAN-1", Answer.Of(4), 1);
        Assert.Equal(["LAN"], (await OwnAsync(Aoki)).Standing!.Unsigned);
        await SaveAsync(id, "LAN-1", Answer.Of(3), 2);
        Assert.Empty((await OwnAsync(Aoki)).Standing!.Unsigned);
        var piece = new Evidence { AssessmentId = id, Indicator = "INF-1", Title = "Report", Source = "MOD", Date = new DateOnly(2026, 2, 1) };
        var added = Assert.IsType<EvidenceOutcome.Saved>(await Get<EvidenceStore>().SaveAsync(Aoki, piece)).Piece;
        Assert.Equal(["INF"], (await OwnAsync(Aoki)).Standing!.Unsigned);
        Assert.Contains(new Concern(ConcernKind.NotSigned, "INF"), SheetChecks.Of(FrameworkJson.BuiltIn, await OwnAsync(Aoki), new DateOnly(2026, 6, 30)));
        await Get<EvidenceStore>().RemoveAsync(Aoki, added);
        Assert.Empty((await OwnAsync(Aoki)).Standing!.Unsigned);
    }

    [Fact]
    public async Task Sign_OnlyOwnAreas_AndAllOrNone()
    {
        var id = await AnsweredAsync();
        var desk = Planner("Desk", "JPN", "LAN");
        Assert.Equal("MayNotSign", await WhyAsync(async () => await Get<SignOffStore>().SignAsync(desk, await OwnAsync(Aoki), ["LAN", "INF"])));
        Assert.Equal(Areas, (await OwnAsync(Aoki)).Standing!.Unsigned);
        Assert.Equal(["LAN"], await Get<SignOffStore>().SignAsync(desk, await OwnAsync(Aoki), ["LAN"]));
        Assert.Equal("Desk", (await OwnAsync(Aoki)).Standing!.Signed["LAN"].By);
        Assert.Equal("Unknown.area", await WhyAsync(async () => await Get<SignOffStore>().SignAsync(Aoki, await OwnAsync(Aoki), ["XYZ"])));
    }

    [Fact]
    public async Task Sign_WhatOneMayNotSee_IsRefused()
    {
        var id = await AnsweredAsync();
        await Get<MarkingStore>().MarkScoreAsync(Aoki, new CellKey(id, "LAN-1"), "secret", 1);
        Assert.Equal("MarkedAbove", await WhyAsync(async () => await Get<SignOffStore>().SignAsync(Aoki with { Clearance = "restricted" }, await OwnAsync(Aoki), ["LAN"])));
    }

    [Fact]
    public async Task Sign_WhatWasChangedAfterTheyLooked_IsRefused_AndNothingIsSigned()
    {
        var id = await AnsweredAsync();
        var seen = await OwnAsync(Aoki);
        await SaveAsync(id, "LAN-1", Answer.Of(5), 1);
        Assert.Equal("AreaChanged", await WhyAsync(() => Get<SignOffStore>().SignAsync(Aoki, seen, "INF", "LAN")));
        Assert.Equal(Areas, (await OwnAsync(Aoki)).Standing!.Unsigned);
        Assert.Equal(["INF"], await Get<SignOffStore>().SignAsync(Aoki, seen, "INF"));
        Assert.Equal(["LAN"], await Get<SignOffStore>().SignAsync(Aoki, await OwnAsync(Aoki), "LAN"));
    }

    [Fact]
    public async Task NotApplicable_IsAgreedToBeforeItIsApproved_AndAnotherAnswerTakesItBack()
    {
        var id = await AnsweredAsync();
        await SaveAsync(id, "INF-1", Answer.NotApplicable("no such force"), 0);
        await SubmitAsync(id);
        var seen = (await OwnAsync(Rin)).Scores.Single(s => s.Indicator == "INF-1");
        Assert.Contains(new Concern(ConcernKind.NotApplicable, "INF-1"), SheetChecks.Of(FrameworkJson.BuiltIn, await OwnAsync(Rin), new DateOnly(2026, 6, 30)));
        Assert.Equal("NotAgreed", await WhyAsync(() => Store.MoveAsync(Rin, id, AssessmentStatus.Approved)));
        Assert.Equal("MayNotMove", await WhyAsync(() => Get<SignOffStore>().AgreeAsync(Aoki, new CellKey(id, "INF-1"), 1)));
        Assert.Equal("NothingToAgree", await WhyAsync(() => Get<SignOffStore>().AgreeAsync(Rin, new CellKey(id, "LAN-1"), 1)));
        Assert.IsType<SaveOutcome.Conflict>(await Get<SignOffStore>().AgreeAsync(Rin, new CellKey(id, "INF-1"), seen.Version + 1));
        var agreed = Assert.IsType<SaveOutcome.Saved>(await Get<SignOffStore>().AgreeAsync(Rin, new CellKey(id, "INF-1"), seen.Version)).Score;
        Assert.Equal(("Rin", 2), (agreed.AgreedBy, agreed.Version));
        Assert.DoesNotContain(SheetChecks.Of(FrameworkJson.BuiltIn, await OwnAsync(Rin), new DateOnly(2026, 6, 30)), c => c.Kind == ConcernKind.NotApplicable);
        // Agreeing changes nothing that an area lead signed.
        Assert.Empty((await OwnAsync(Rin)).Standing!.Unsigned);

        await Store.MoveAsync(Rin, id, AssessmentStatus.Returned, "INF-1 does apply.");
        await SaveAsync(id, "INF-1", Answer.NotApplicable("still no such force"), 2);
        Assert.Equal(1, (await OwnAsync(Aoki)).Standing!.NotAgreed);
    }

    [Fact]
    public async Task NotApplicable_IsNotAgreedTo_ByWhoSavedIt_AlsoIfSomebodyElseChangedTheRestLast()
    {
        var id = await AnsweredAsync();
        var both = Aoki with { Name = "Endo", Roles = Roles.Planner | Roles.Reviewer };
        await Get<ScoreStore>().SaveAsync(both, new CellKey(id, "INF-1"), Answer.NotApplicable("no such force"), 0, Guid.CreateVersion7());
        await SaveAsync(id, "LAN-1", Answer.Of(5), 1);
        await SubmitAsync(id);
        Assert.Equal("MayNotAgreeOwn", await WhyAsync(() => Get<SignOffStore>().AgreeAsync(both, new CellKey(id, "INF-1"), 1)));
        Assert.IsType<SaveOutcome.Saved>(await Get<SignOffStore>().AgreeAsync(Rin, new CellKey(id, "INF-1"), 1));
    }

    [Fact]
    public async Task Return_NeedsAReasonOrAnOpenComment_AndTakesTheSignaturesOfTheWholeBack()
    {
        var id = await AnsweredAsync();
        await SubmitAsync(id);
        await Store.MoveAsync(Rin, id, AssessmentStatus.Approved);
        Assert.Equal("ReturnWithoutReason", await WhyAsync(() => Store.MoveAsync(Sato, id, AssessmentStatus.Returned, "  ")));
        Assert.True((await OwnAsync(Sato)).Standing!.AwaitsOfficer);
        await Store.MoveAsync(Sato, id, AssessmentStatus.Returned, "Name the exercise.");
        var back = await OwnAsync(Aoki);
        Assert.Equal(("Sato", "Name the exercise."), (back.Return!.By, back.Return.Reason));
        Assert.Null(back.Standing!.Reviewed);
        Assert.Empty(back.Standing.Unsigned);
        var waiting = Assert.Single((await Get<WorkReader>().OfAsync(Aoki)).Returned);
        Assert.Equal(("Sato", "Name the exercise.", 0), (waiting.Note.By, waiting.Note.Reason, waiting.Comments));

        await Store.MoveAsync(Aoki, id, AssessmentStatus.InReview);
        await Get<CommentStore>().AddAsync(Rin, new CellKey(id, "LAN-1"), null, "Which exercise?");
        await Store.MoveAsync(Rin, id, AssessmentStatus.Returned);
        Assert.Equal((null, 1), (Assert.Single((await Get<WorkReader>().OfAsync(Aoki)).Returned) is var w ? (w.Note.Reason, w.Comments) : default));
    }

    [Fact]
    public async Task OneWhoSignedAsReviewer_DoesNotSignAsOfficer()
    {
        var both = Rin with { Name = "Both", Roles = Roles.Reviewer | Roles.ReleasingOfficer };
        var id = await AnsweredAsync();
        await SubmitAsync(id);
        await Store.MoveAsync(both, id, AssessmentStatus.Approved);
        Assert.Equal("MayNotSignTwice", await WhyAsync(() => Store.MoveAsync(both, id, AssessmentStatus.Approved)));
        await Store.MoveAsync(Sato, id, AssessmentStatus.Approved);
    }

    [Fact]
    public async Task ARevision_BeginsWithoutSignaturesAndComments_AndKeepsWhatWasAgreedTo()
    {
        var id = await AnsweredAsync();
        await SaveAsync(id, "INF-1", Answer.NotApplicable("no such force"), 0);
        await SubmitAsync(id);
        await Get<SignOffStore>().AgreeAsync(Rin, new CellKey(id, "INF-1"), 1);
        await Get<CommentStore>().AddAsync(Rin, new CellKey(id, "LAN-1"), null, "Good.");
        await Store.MoveAsync(Rin, id, AssessmentStatus.Approved);
        await Store.MoveAsync(Sato, id, AssessmentStatus.Approved);
        await Store.ReviseAsync(Aoki, id);
        var revised = await OwnAsync(Aoki);
        Assert.Equal((2, 0), (revised.Assessment.Revision, revised.Standing!.NotAgreed));
        Assert.Empty(revised.Comments);
        Assert.Equal(Areas, revised.Standing.Unsigned);
    }

    private async Task<int> AnsweredAsync()
    {
        var begun = await BeginAsync();
        await SaveAsync(begun.Id, "LAN-1", Answer.Of(3), 0);
        return begun.Id;
    }

    private async Task SubmitAsync(int id)
    {
        await Get<SignOffStore>().SignAsync(Aoki, await OwnAsync(Aoki), Areas);
        await Store.MoveAsync(Aoki, id, AssessmentStatus.InReview);
    }

    private async Task SaveAsync(int id, string indicator, Answer answer, int version) =>
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Aoki, new CellKey(id, indicator), answer, version, Guid.CreateVersion7(Clock.GetUtcNow())));

    private async Task<OpenedSheet> OwnAsync(Viewer viewer) => (await Store.OwnAsync(viewer, "JPN", CycleCode, Basis.SelfAssessed))!;

    private static async Task<string?> WhyAsync(Func<Task> step) => (await Assert.ThrowsAsync<InputException>(step)).Key;
}

public sealed class SignOffStoreOnSqlite : SignOffStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class SignOffStoreOnSqlServer : SignOffStoreTests<SqlServerHost>;
