using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Release;

public abstract class ReleaseStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Officer = new("Rei", "JPN", "secret", Roles.ReleasingOfficer, []);

    private ReleaseStore Store => Get<ReleaseStore>();

    [Fact]
    public async Task Release_OfAnApproved_ShowsItToThoseNamed_AndToNobodyElse()
    {
        var id = await ApprovedAsync(3);
        Assert.Equal([], await LevelsAsync("GBR"));
        var released = await Store.ReleaseAsync(Officer, id, "NATO, CH, JPN", "");
        Assert.Equal("CHE,NATO", released.Marking.ReleasableTo);
        Assert.Equal([3], await LevelsAsync("GBR"));
        Assert.Equal([3], await LevelsAsync("CHE"));
        Assert.Equal([], await LevelsAsync("KOR"));
    }

    [Fact]
    public async Task Release_IsAudited_WithBeforeAndAfter()
    {
        var id = await ApprovedAsync(3);
        await Store.ReleaseAsync(Officer, id, "USA", "");
        await Store.ReleaseAsync(Officer, id, "", "USA");
        await using var context = Context();
        var entries = await context.AuditEntries.AsNoTracking().Where(e => e.Action == "assessment-released").OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(["Rei", "Rei"], entries.Select(e => e.Actor));
        Assert.Contains("\"before\":{\"releasableTo\":\"\"},\"after\":{\"releasableTo\":\"USA\"}", entries[0].ContentText);
        Assert.Contains("\"before\":{\"releasableTo\":\"USA\"},\"after\":{\"releasableTo\":\"\"}", entries[1].ContentText);
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
    }

    [Fact]
    public async Task Correction_IsReleasedToNobody_UntilItIsDecided_AndAlliesKeepTheReleasedOne()
    {
        var first = await ApprovedAsync(2);
        await Store.ReleaseAsync(Officer, first, "NATO", "");
        var second = await CorrectAsync(first, 4);
        Assert.Equal([2], await LevelsAsync("GBR"));
        Assert.Equal([4], await LevelsAsync("JPN"));
        var standing = Assert.Single(await Store.ListAsync(Officer, CycleCode));
        Assert.Equal((second, first, "NATO", true), (standing.Latest.Id, standing.Released!.Id, standing.ReleasableTo, standing.IsWaiting));

        await Store.ReleaseAsync(Officer, second, "USA", "NATO");
        Assert.Equal([4], await LevelsAsync("USA"));
        // Whoever was left out does not fall back to the old one.
        Assert.Equal([], await LevelsAsync("GBR"));
    }

    [Fact]
    public async Task Withdrawing_TakesEveryRevisionBack()
    {
        var first = await ApprovedAsync(2);
        await Store.ReleaseAsync(Officer, first, "NATO", "");
        var second = await CorrectAsync(first, 4);
        await Store.ReleaseAsync(Officer, second, "", "NATO");
        Assert.Equal([], await LevelsAsync("GBR"));
        await using var context = Context();
        Assert.All(await context.Assessments.AsNoTracking().ToListAsync(), a => Assert.Equal("", a.Marking.ReleasableTo));
    }

    [Fact]
    public async Task Release_AfterSomebodyDecidedOtherwise_IsRefusedAndOverwritesNothing()
    {
        var id = await ApprovedAsync(3);
        await Store.ReleaseAsync(Officer, id, "USA", "");
        var refused = await RefusedAsync(() => Another<ReleaseStore>().ReleaseAsync(Officer with { Name = "Rin" }, id, "NATO", ""));
        Assert.Contains("is now released to USA", refused);
        Assert.Equal([], await LevelsAsync("GBR"));
        Assert.Equal([3], await LevelsAsync("USA"));
    }

    [Fact]
    public async Task Release_OfAnEarlierRevision_IsRefused()
    {
        var first = await ApprovedAsync(2);
        await CorrectAsync(first, 4);
        Assert.Contains("revision 2 of JPN/2026/JPN/self-assessed/1 is the latest", await RefusedAsync(() => Store.ReleaseAsync(Officer, first, "NATO", "")));
    }

    [Fact]
    public async Task Release_AsItIs_ChangesAndRecordsNothing()
    {
        var id = await ApprovedAsync(3);
        await Store.ReleaseAsync(Officer, id, "USA", "");
        var head = (await Get<AuditStore>().HeadAsync(Operator)).HashText;
        await Store.ReleaseAsync(Officer, id, " usa ", "USA");
        Assert.Equal(head, (await Get<AuditStore>().HeadAsync(Operator)).HashText);
    }

    [Fact]
    public async Task Release_InAPublishedCycle_IsStillDecided()
    {
        var id = await ApprovedAsync(3);
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        await Store.ReleaseAsync(Officer, id, "USA", "");
        Assert.Equal([3], await LevelsAsync("USA"));
    }

    [Fact]
    public async Task Release_OfWhatCannotBe_SaysWhy_AndChangesNothing()
    {
        var draft = (await BeginAsync("EST", Basis.Estimated)).Id;
        var id = await ApprovedAsync(3, "restricted");
        var head = (await Get<AuditStore>().HeadAsync(Operator)).HashText;
        Assert.Contains("is draft: only an approved", await RefusedAsync(() => Store.ReleaseAsync(Officer, draft, "USA", "")));
        Assert.Contains("Aoki may not release", await RefusedAsync(() => Store.ReleaseAsync(Planner("Aoki"), id, "USA", "")));
        Assert.Contains("There is no assessment", await RefusedAsync(() => Store.ReleaseAsync(Officer with { Nation = "EST" }, id, "USA", "")));
        Assert.Contains("There is no assessment", await RefusedAsync(() => Store.ReleaseAsync(Officer with { Clearance = "unclassified" }, id, "USA", "")));
        Assert.Contains("Unknown country 'Hansa'", await RefusedAsync(() => Store.ReleaseAsync(Officer, id, "NATO,Hansa", "")));
        Assert.Equal(head, (await Get<AuditStore>().HeadAsync(Operator)).HashText);
    }

    [Fact]
    public async Task Open_IsForReleasingOfficersOfTheNation_ByAnyRevision()
    {
        var first = await ApprovedAsync(2, "restricted");
        var second = await CorrectAsync(first, 4);
        var opened = (await Store.OpenAsync(Officer, first))!;
        Assert.Equal((second, 4), (opened.Sheet.Assessment.Id, Assert.Single(opened.Sheet.Scores).Answer.Level));
        Assert.False(opened.IsDemonstration);
        Assert.Null(await Store.OpenAsync(Planner("Aoki"), first));
        Assert.Null(await Store.OpenAsync(Officer with { Nation = "EST" }, first));
        Assert.Null(await Store.OpenAsync(Officer with { Clearance = "unclassified" }, first));
        Assert.Null(await Store.OpenAsync(Officer, 4711));
        Assert.Empty(await Store.ListAsync(Officer with { Clearance = "unclassified" }, CycleCode));
        Assert.Empty(await Store.ListAsync(Planner("Aoki"), CycleCode));
    }

    private async Task<int> ApprovedAsync(int level, string classification = "unclassified")
    {
        var id = (await BeginAsync(classification: classification)).Id;
        await FinishAsync(id, level, 0);
        return id;
    }

    private async Task<int> CorrectAsync(int id, int level)
    {
        var revised = (await Get<AssessmentStore>().ReviseAsync(Operator, id)).Id;
        await FinishAsync(revised, level, 1);
        return revised;
    }

    private async Task FinishAsync(int id, int level, int version)
    {
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Operator, new CellKey(id, "LAN-1"), Answer.Of(level), version, new Guid(id, 0, 0, new byte[8])));
        await Get<AssessmentStore>().MoveAsync(Operator, id, AssessmentStatus.InReview);
        await Get<AssessmentStore>().MoveAsync(Operator, id, AssessmentStatus.Approved);
    }

    private async Task<IEnumerable<int>> LevelsAsync(string nation) => (await ListedAsync(Viewer.Reader(nation, "secret"))).Select(a => a.Scores.Cells[0].Level);

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<InputException>(act)).Message;
}

public sealed class ReleaseStoreOnSqlite : ReleaseStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class ReleaseStoreOnSqlServer : ReleaseStoreTests<SqlServerHost>;
