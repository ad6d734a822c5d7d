using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Opinions;
using Dashboard.Data.Tasking;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Tasking;

public abstract class WorkReaderTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Coordinator = Planner("Aoki");
    private static readonly Viewer Mori = Planner("Mori", "JPN", "LAN", "INF", "NET");
    private static readonly DateOnly Due = new(2026, 12, 1);

    private TaskStore Tasks => Get<TaskStore>();

    private AssessmentStore Assessments => Get<AssessmentStore>();

    [Fact]
    public async Task ToFollowUp_IsWhatCameBackAsNil_ThenWhatOthersAreLateWith()
    {
        var draft = await WithPeopleAsync();
        var given = await Tasks.GiveAsync(Coordinator, draft.Id, ["INF", "LAN", "NET"], "Mori", Due);
        await Tasks.ChangeDueAsync(Coordinator, given[0].Id, 1, Due.AddDays(60));
        await Tasks.GiveAsync(Coordinator, draft.Id, ["CTR"], "Aoki", Due);
        await Tasks.AnswerAsync(Mori, given[2].Id, 1, TaskState.Nil, "Not our office.");
        Assert.Equal(["NET nil Not our office. Mori"], await FollowUpAsync(Coordinator));
        Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(["NET nil Not our office. Mori", "LAN given  Mori"], await FollowUpAsync(Coordinator));
        Assert.Empty(await FollowUpAsync(Mori));
        Assert.Equal("CTR", Assert.Single((await WorkAsync(Coordinator)).Tasks).Task.Area);
    }

    [Fact]
    public async Task ToFollowUp_IsOfAssessmentsAlone_ThatCanChange_AndThatTheReaderMayOpen()
    {
        var draft = await WithPeopleAsync();
        var task = Assert.Single(await Tasks.GiveAsync(Coordinator, draft.Id, ["LAN"], "Mori", Due));
        await SaveAsync(draft);
        await Tasks.AnswerAsync(Mori, task.Id, 1, TaskState.Nil, "Not our office.");
        Assert.Empty(await FollowUpAsync(Planner("Tamm", "EST")));
        Assert.Empty(await FollowUpAsync(Coordinator with { Roles = Roles.Reviewer | Roles.Administrator }));
        await Assessments.MoveAsync(Operator, draft.Id, AssessmentStatus.InReview);
        Assert.Empty(await FollowUpAsync(Coordinator));
        await Assessments.MoveAsync(Operator, draft.Id, AssessmentStatus.Returned, "Look again.");
        Assert.Single(await FollowUpAsync(Coordinator));
        await using (var context = Context())
            await context.Assessments.ExecuteUpdateAsync(set => set.SetProperty(a => a.Marking.Classification, "secret"));
        Assert.Empty(await FollowUpAsync(Coordinator with { Clearance = "restricted" }));
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        Assert.Empty(await FollowUpAsync(Coordinator));
    }

    [Fact]
    public async Task Unfinished_AreThoseOfEveryCycle_ThatAreNotFrozen_WithHowFarTheyAre()
    {
        var draft = await WithPeopleAsync();
        await SaveAsync(draft);
        await Get<CatalogStore>().AddCycleAsync(Operator, "2027", new DateOnly(2027, 6, 30), null);
        var next = await Assessments.BeginAsync(Coordinator, "JPN", "2027", Basis.SelfAssessed, "unclassified");
        var all = (await Get<CatalogStore>().FrameworkAsync((await Get<CatalogStore>().CyclesAsync()).First())).Indicators.Length;
        Assert.Equal([new Unfinished(next, 0, all), new Unfinished(draft, 1, all)], (await WorkAsync(Coordinator)).Unfinished);
        Assert.Empty((await WorkAsync(Coordinator with { Scopes = [Scope.Parse("EST")] })).Unfinished);
        Assert.Empty((await WorkAsync(Coordinator with { Roles = Roles.Reviewer })).Unfinished);
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        Assert.Equal(next, Assert.Single((await WorkAsync(Coordinator)).Unfinished).Assessment);
    }

    [Fact]
    public async Task Unfinished_NamesNothingTwice_AndNothingInReview()
    {
        var draft = await WithPeopleAsync();
        await SaveAsync(draft);
        await Assessments.MoveAsync(Operator, draft.Id, AssessmentStatus.InReview);
        Assert.True((await WorkAsync(Coordinator)).IsEmpty);
        await Assessments.MoveAsync(Operator, draft.Id, AssessmentStatus.Returned, "Look again.");
        var work = await WorkAsync(Coordinator);
        Assert.Equal((1, 0), (work.Returned.Length, work.Unfinished.Length));
    }

    [Fact]
    public async Task Count_IsThatOfTheList_AlsoWhileItsReaderScoresBlind()
    {
        var both = Mori with { Roles = Roles.Planner | Roles.Reviewer };
        var draft = await WithPeopleAsync(both);
        await Tasks.GiveAsync(Coordinator, draft.Id, ["LAN", "INF"], "Mori", Due);
        Assert.Equal((2, 2), await CountedAsync(both));
        var opinion = await Get<OpinionStore>().BeginAsync(both, draft.Id);
        Assert.Equal((0, 0), await CountedAsync(both));
        await Get<OpinionStore>().WithdrawAsync(both, opinion.Id);
        Assert.Equal((2, 2), await CountedAsync(both));
    }

    private async Task<Assessment> WithPeopleAsync(Viewer? desk = null)
    {
        foreach (var person in (Viewer[])[Coordinator, desk ?? Mori])
            await Get<AccountStore>().InviteAsync(Operator, person);
        return await BeginAsync();
    }

    private async Task SaveAsync(Assessment assessment) =>
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Mori, new CellKey(assessment.Id, "LAN-1"), Answer.Of(3), 0, Guid.CreateVersion7(Clock.GetUtcNow())));

    private Task<Work> WorkAsync(Viewer viewer) => Get<WorkReader>().OfAsync(viewer);

    private async Task<IEnumerable<string>> FollowUpAsync(Viewer viewer) =>
        (await WorkAsync(viewer)).ToFollowUp.Select(l => $"{l.Task.Area} {Core.CodeName.Of(l.Task.State)} {l.Task.Reason} {l.Person}");

    private async Task<(int Count, int Listed)> CountedAsync(Viewer viewer) =>
        ((await Get<TaskReader>().CountAsync(viewer)).Open, (await Get<TaskReader>().MineAsync(viewer)).Length);
}

public sealed class WorkReaderOnSqlite : WorkReaderTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class WorkReaderOnSqlServer : WorkReaderTests<SqlServerHost>;
