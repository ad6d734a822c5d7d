using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Release;

public abstract class MarkingStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Marking Unclassified = new("unclassified");
    private static readonly Viewer Officer = new("Rei", "JPN", "secret", Roles.ReleasingOfficer, []);

    private MarkingStore Store => Get<MarkingStore>();

    [Fact]
    public async Task Mark_ByThePlanner_SetsBothClassifications_AndIsAudited()
    {
        var id = (await BeginAsync()).Id;
        var marked = await Store.MarkAsync(Planner("Aoki"), id, "Restricted", "confidential", Unclassified);
        Assert.Equal(new Marking("restricted", compilation: "confidential"), marked.Marking);
        await using var context = Context();
        Assert.Equal(marked.Marking, (await context.Assessments.AsNoTracking().SingleAsync()).Marking);
        var entry = await context.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "assessment-marked");
        Assert.Contains("\"before\":{\"classification\":\"unclassified\",\"compilation\":null,\"releasableTo\":\"\"},\"after\":{\"classification\":\"restricted\",\"compilation\":\"confidential\",\"releasableTo\":\"\"}", entry.ContentText);
    }

    [Fact]
    public async Task Mark_OfAnApproved_IsForReleasingOfficers_EvenInAPublishedCycle_AndKeepsItsReleases()
    {
        var id = await ApprovedAsync();
        await Get<ReleaseStore>().ReleaseAsync(Officer, id, "NATO", "");
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        Assert.Contains("may not change the marking", await RefusedAsync(() => Store.MarkAsync(Planner("Aoki"), id, "secret", null, Unclassified)));
        Assert.Equal(new Marking("secret", ["NATO"]), (await Store.MarkAsync(Officer, id, "secret", null, Unclassified)).Marking);
        Assert.Equal(new Marking("restricted", ["NATO"]), (await Store.MarkAsync(Officer, id, "restricted", "", new Marking("secret"))).Marking);
    }

    [Fact]
    public async Task Mark_OfWhatCannotBe_SaysWhy_AndChangesNothing()
    {
        var id = (await AnsweredAsync()).AssessmentId;
        var planner = Planner("Aoki");
        Assert.Contains("cannot be restricted where its parts are restricted", await RefusedAsync(() => Store.MarkAsync(planner, id, "restricted", "restricted", Unclassified)));
        Assert.Contains("Unknown classification 'cosmic'", await RefusedAsync(() => Store.MarkAsync(planner, id, "cosmic", null, Unclassified)));
        Assert.Contains("above the own clearance", await RefusedAsync(() => Store.MarkAsync(planner with { Clearance = "restricted" }, id, "secret", null, Unclassified)));
        Assert.Contains("above the own clearance", await RefusedAsync(() => Store.MarkAsync(planner with { Clearance = "restricted" }, id, "restricted", "secret", Unclassified)));
        Assert.Contains("it is now unclassified", await RefusedAsync(() => Store.MarkAsync(planner, id, "secret", null, new Marking("restricted"))));
        Assert.Contains("may not change", await RefusedAsync(() => Store.MarkAsync(Officer, id, "secret", null, Unclassified)));
        await Get<AssessmentStore>().MoveAsync(Operator, id, AssessmentStatus.InReview);
        Assert.Contains("may not change", await RefusedAsync(() => Store.MarkAsync(planner, id, "secret", null, Unclassified)));
        await Get<AssessmentStore>().MoveAsync(Operator, id, AssessmentStatus.Returned, "Look again.");
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        Assert.Contains("published and frozen", await RefusedAsync(() => Store.MarkAsync(planner, id, "secret", null, Unclassified)));
        await using var context = Context();
        Assert.Equal(Unclassified, (await context.Assessments.AsNoTracking().SingleAsync()).Marking);
        Assert.Equal(0, await context.AuditEntries.CountAsync(e => e.Action == "assessment-marked"));
    }

    [Fact]
    public async Task MarkScore_WithholdsThatAnswerFromLowerClearances_AndFollowsTheRelease()
    {
        var id = await ApprovedAsync();
        var marked = Assert.IsType<SaveOutcome.Saved>(await Store.MarkScoreAsync(Officer, new CellKey(id, "lan-1"), "confidential", 1));
        Assert.Equal((2, Marking.OfPart("confidential"), "Rei"), (marked.Score.Version, marked.Score.Marking, marked.Score.ChangedBy));
        await Get<ReleaseStore>().ReleaseAsync(Officer, id, "NATO", "");
        Assert.Equal([CellState.Scored], await FirstCellAsync(Viewer.Reader("GBR", "confidential")));
        Assert.Equal([CellState.Withheld], await FirstCellAsync(Viewer.Reader("GBR", "restricted")));
        Assert.Empty(await FirstCellAsync(Viewer.Reader("KOR", "secret")));
        await using var context = Context();
        Assert.Contains("\"before\":null,\"after\":{\"classification\":\"confidential\"", (await context.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "score-marked")).ContentText);
    }

    [Fact]
    public async Task MarkScore_IsKeptByLaterAnswers_AndTakenBackByNone()
    {
        var cell = await AnsweredAsync();
        await Store.MarkScoreAsync(Planner("Aoki"), cell, "restricted", 1);
        var saved = Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Planner("Aoki"), cell, Answer.Of(4), 2, Change(1)));
        Assert.Equal(Marking.OfPart("restricted"), saved.Score.Marking);
        await Get<AssessmentStore>().MoveAsync(Operator, cell.AssessmentId, AssessmentStatus.InReview);
        await Get<AssessmentStore>().MoveAsync(Operator, cell.AssessmentId, AssessmentStatus.Approved);
        var revised = await Get<AssessmentStore>().ReviseAsync(Operator, cell.AssessmentId);
        var none = Assert.IsType<SaveOutcome.Saved>(await Store.MarkScoreAsync(Planner("Aoki"), cell with { AssessmentId = revised.Id }, null, 3));
        Assert.Equal((null, 4, 4), (none.Score.Marking, none.Score.Answer.Level, none.Score.Version));
        await using var context = Context();
        Assert.Equal([Marking.OfPart("restricted"), null], (await context.Scores.AsNoTracking().OrderBy(s => s.AssessmentId).ToListAsync()).Select(s => s.Marking));
    }

    [Fact]
    public async Task MarkScore_OnAnotherVersion_IsAConflictAndChangesNothing()
    {
        var cell = await AnsweredAsync();
        await Get<ScoreStore>().SaveAsync(Planner("Baba"), cell, Answer.Of(5), 1, Change(2));
        var conflict = Assert.IsType<SaveOutcome.Conflict>(await Store.MarkScoreAsync(Planner("Aoki"), cell, "secret", 1));
        Assert.Equal((5, "Baba", 2), (conflict.Current!.Answer.Level, conflict.Current.ChangedBy, conflict.Current.Version));
        await using var context = Context();
        Assert.Null((await context.Scores.AsNoTracking().SingleAsync()).Marking);
    }

    [Fact]
    public async Task MarkScore_OfWhatCannotBe_SaysWhy_AndChangesNothing()
    {
        var cell = await AnsweredAsync("restricted");
        var planner = Planner("Aoki");
        Assert.Contains("cannot be unclassified in an assessment that is restricted", await RefusedAsync(() => Store.MarkScoreAsync(planner, cell, "unclassified", 1)));
        Assert.Contains("LAN-2 has no answer yet", await RefusedAsync(() => Store.MarkScoreAsync(planner, cell with { Indicator = "LAN-2" }, "secret", 0)));
        Assert.Contains("Unknown indicator", await RefusedAsync(() => Store.MarkScoreAsync(planner, cell with { Indicator = "LAN-9" }, "secret", 1)));
        Assert.Contains("may not change", await RefusedAsync(() => Store.MarkScoreAsync(Planner("Chiba", "JPN", "NET"), cell, "secret", 1)));
        Assert.Contains("There is no assessment", await RefusedAsync(() => Store.MarkScoreAsync(Planner("Tamm", "EST"), cell, "secret", 1)));
        Assert.Contains("above the own clearance", await RefusedAsync(() => Store.MarkScoreAsync(planner with { Clearance = "restricted" }, cell, "secret", 1)));
        await Store.MarkScoreAsync(planner, cell, "secret", 1);
        Assert.Contains("marked above what Aoki may see", await RefusedAsync(() => Store.MarkScoreAsync(planner with { Clearance = "restricted" }, cell, null, 2)));
        await using var context = Context();
        Assert.Equal(Marking.OfPart("secret"), (await context.Scores.AsNoTracking().SingleAsync()).Marking);
    }

    private static Guid Change(int number) => new(number, 0, 0, new byte[8]);

    private async Task<CellKey> AnsweredAsync(string classification = "unclassified")
    {
        var cell = new CellKey((await BeginAsync(classification: classification)).Id, "LAN-1");
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Planner("Aoki"), cell, Answer.Of(3), 0, Change(3)));
        return cell;
    }

    private async Task<int> ApprovedAsync()
    {
        var id = (await AnsweredAsync()).AssessmentId;
        await Get<AssessmentStore>().MoveAsync(Operator, id, AssessmentStatus.InReview);
        await Get<AssessmentStore>().MoveAsync(Operator, id, AssessmentStatus.Approved);
        return id;
    }

    private async Task<IEnumerable<CellState>> FirstCellAsync(Viewer reader) => (await ListedAsync(reader)).Select(a => a.Scores.Cells[0].State);

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<InputException>(act)).Message;
}

public sealed class MarkingStoreOnSqlite : MarkingStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class MarkingStoreOnSqlServer : MarkingStoreTests<SqlServerHost>;
