using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Release;
using Dashboard.Data.Tasking;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Tasking;

public abstract class TaskStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Coordinator = Planner("Aoki");
    private static readonly Viewer Mori = Planner("Mori", "JPN", "LAN", "INF");
    private static readonly Viewer Ito = Planner("Ito");
    private static readonly Viewer Kaja = new("Kaja", "JPN", "unclassified", Roles.Administrator, []);
    private static readonly DateOnly Due = new(2026, 12, 1);

    private TaskStore Store => Get<TaskStore>();

    private TaskReader Reader => Get<TaskReader>();

    [Fact]
    public async Task Task_IsGiven_Accepted_AndAnswered_AndEachStepStandsInTheAudit()
    {
        var (task, assessment) = await GivenAsync();
        task = await Store.AnswerAsync(Mori, task.Id, task.Version, TaskState.Accepted, "");
        await ScoreAsync(assessment, "LAN-1", "LAN-2", "LAN-3", "LAN-4", "LAN-5");
        task = await Store.AnswerAsync(Mori, task.Id, task.Version, TaskState.Answered, "");
        Assert.Equal((TaskState.Answered, 3), (task.State, task.Version));
        Assert.Empty(await Reader.MineAsync(Mori));
        await using var context = Context();
        var entries = await context.AuditEntries.Where(e => e.Subject == "JPN/2026/JPN/self-assessed/1/LAN").OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(["task-given Aoki", "task-accepted Mori", "task-answered Mori"], entries.Select(e => $"{e.Action} {e.Actor}"));
        Assert.Contains("\"person\":\"Mori\",\"due\":\"2026-12-01\",\"step\":\"given\"", entries[0].ContentText);
        Assert.Contains("\"classification\":\"unclassified\"", entries[0].ContentText);
    }

    [Fact]
    public async Task History_OfATask_IsItsOwn_AndNotThatOfAnotherOfTheSameArea()
    {
        var (task, assessment) = await GivenAsync();
        await Store.GiveAsync(Coordinator, assessment.Id, ["LAN"], "Ito", Due);
        await Store.AnswerAsync(Mori, task.Id, task.Version, TaskState.Accepted, "");
        Assert.Equal(["task-accepted Mori", "task-given Aoki"], (await Get<HistoryReader>().OfAsync(Coordinator, task)).Select(e => $"{e.Action} {e.Actor}"));
        Assert.Equal("NoAssessment", await WhyNotAsync(Get<HistoryReader>().OfAsync(Planner("Kask", "EST"), task)));
    }

    [Fact]
    public async Task Answered_WithOpenIndicators_NeedsAReason()
    {
        var (task, assessment) = await GivenAsync();
        await ScoreAsync(assessment, "LAN-1");
        Assert.Equal("TaskLeavesOpen", await WhyNotAsync(Store.AnswerAsync(Mori, task.Id, 1, TaskState.Answered, " ")));
        Assert.Equal("No figures before June.", (await Store.AnswerAsync(Mori, task.Id, 1, TaskState.Answered, "No figures before June.")).Reason);
    }

    [Fact]
    public async Task Nil_SaysWhy_AndGoesToSomebodyElseUnderItsNumber()
    {
        var (task, assessment) = await GivenAsync();
        Assert.Equal("TaskNilReason", await WhyNotAsync(Store.AnswerAsync(Mori, task.Id, 1, TaskState.Nil, "")));
        var nil = await Store.AnswerAsync(Mori, task.Id, 1, TaskState.Nil, "Not our office.");
        Assert.Equal((TaskState.Nil, "Not our office."), (nil.State, Assert.Single(await Reader.OfAsync(Coordinator, assessment.Id)).Task.Reason));
        var passed = await Store.PassOnAsync(Coordinator, nil.Id, nil.Version, "Ito", Due.AddDays(5));
        Assert.Equal((task.Id, TaskState.Given, "", Due.AddDays(5)), (passed.Id, passed.State, passed.Reason, passed.Due));
        Assert.Empty(await Reader.MineAsync(Mori));
        Assert.Equal("Ito", Assert.Single(await Reader.MineAsync(Ito)).Person);
    }

    [Fact]
    public async Task Change_OfWhatSomebodyElseChanged_IsAConflict_AndOverwritesNothing()
    {
        var (task, assessment) = await GivenAsync();
        await Store.AnswerAsync(Mori, task.Id, 1, TaskState.Accepted, "");
        Assert.Equal("TaskChanged", await WhyNotAsync(Store.WithdrawAsync(Coordinator, task.Id, 1)));
        Assert.Equal("TaskChanged", await WhyNotAsync(Store.ChangeDueAsync(Coordinator, task.Id, 1, Due.AddDays(1))));
        Assert.Equal(TaskState.Accepted, Assert.Single(await Reader.OfAsync(Coordinator, assessment.Id)).Task.State);
        Assert.Equal(Due.AddDays(1), (await Store.ChangeDueAsync(Coordinator, task.Id, 2, Due.AddDays(1))).Due);
    }

    [Fact]
    public async Task Area_IsOpenOnceForEachPerson_AndAgainAfterwards()
    {
        var (task, assessment) = await GivenAsync();
        Assert.Equal("TaskGivenAlready", await WhyNotAsync(Store.GiveAsync(Coordinator, assessment.Id, ["INF", "lan"], "Mori", Due)));
        Assert.Single(await Reader.OfAsync(Coordinator, assessment.Id));
        await Store.GiveAsync(Coordinator, assessment.Id, ["LAN"], "Ito", Due);
        await Store.WithdrawAsync(Coordinator, task.Id, 1);
        await Store.GiveAsync(Coordinator, assessment.Id, ["LAN"], "Mori", Due);
        Assert.Equal(3, (await Reader.OfAsync(Coordinator, assessment.Id)).Length);
    }

    [Fact]
    public async Task Give_ToWhoCouldNotAnswer_IsRefused_AndNothingIsGiven()
    {
        var (_, assessment) = await GivenAsync();
        await AddAsync(new Viewer("Tamm", "EST", "secret", Roles.Planner, [Scope.Everything]));
        Assert.Equal("TaskTakerScope", await WhyNotAsync(Store.GiveAsync(Coordinator, assessment.Id, ["INF", "NET"], "Mori", Due)));
        Assert.Equal("TaskTaker", await WhyNotAsync(Store.GiveAsync(Coordinator, assessment.Id, ["INF"], "Tamm", Due)));
        Assert.Equal("TaskTaker", await WhyNotAsync(Store.GiveAsync(Coordinator, assessment.Id, ["INF"], "Nobody", Due)));
        Assert.Equal("TaskNoArea", await WhyNotAsync(Store.GiveAsync(Coordinator, assessment.Id, [], "Mori", Due)));
        Assert.Equal("TaskDue", await WhyNotAsync(Store.GiveAsync(Coordinator, assessment.Id, ["INF"], "Mori", new DateOnly(2026, 11, 22))));
        Assert.Single(await Reader.OfAsync(Coordinator, assessment.Id));
    }

    [Fact]
    public async Task HandOver_MovesEverythingOpen_WithNumberDayAndHistory_AlsoOfAClosedAccount()
    {
        var (task, assessment) = await GivenAsync("LAN", "INF");
        await Store.AnswerAsync(Mori, task.Id + 1, 1, TaskState.Accepted, "");
        await Get<AccountStore>().CloseAsync(Operator, "Mori");
        Assert.All(await Reader.OfAsync(Coordinator, assessment.Id), line => Assert.True(line.IsClosed));
        Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(2, await Store.HandOverAsync(Kaja, "Mori", "Ito"));
        var moved = await Reader.OfAsync(Coordinator, assessment.Id);
        Assert.Equal([(task.Id, "Ito", TaskState.Given, Due), (task.Id + 1, "Ito", TaskState.Given, Due)], moved.Select(l => (l.Task.Id, l.Person, l.Task.State, l.Task.Due)));
        await using var context = Context();
        Assert.Equal(2, await context.AuditEntries.CountAsync(e => e.Action == "task-handed-over" && e.Actor == "Kaja"));
        Assert.Equal("MayNotHandOverOf", await WhyNotAsync(Store.HandOverAsync(Kaja, "Mori", "Ito")));
    }

    [Fact]
    public async Task HandOver_OfWhatTheSuccessorHasAlready_EndsThePersonsOwn_AndMovesTheRest()
    {
        var (task, assessment) = await GivenAsync("LAN", "INF");
        var theirs = Assert.Single(await Store.GiveAsync(Coordinator, assessment.Id, ["LAN"], "Ito", Due.AddDays(-3)));
        Assert.Equal(2, await Store.HandOverAsync(Kaja, "Mori", "Ito"));
        Assert.Equal(
            [(task.Id, "Mori", TaskState.Withdrawn, Due), (task.Id + 1, "Ito", TaskState.Given, Due), (theirs.Id, "Ito", TaskState.Given, Due.AddDays(-3))],
            (await Reader.OfAsync(Coordinator, assessment.Id)).Select(l => (l.Task.Id, l.Person, l.Task.State, l.Task.Due)));
        Assert.DoesNotContain(await Reader.HeldAsync(Kaja), held => held.Person == "Mori");
    }

    [Fact]
    public async Task History_StaysWithATaskThatMoves_WithWhoHadItAndWhyItCameBack()
    {
        var (task, assessment) = await GivenAsync("LAN", "INF");
        await Store.AnswerAsync(Mori, task.Id, 1, TaskState.Nil, "No sources of our own.");
        await Store.PassOnAsync(Coordinator, task.Id, 2, "Ito", Due);
        var moved = Assert.Single(await Reader.MineAsync(Ito)).Task;
        Assert.Equal((task.Id, ""), (moved.Id, moved.Reason));
        var history = await Get<HistoryReader>().OfAsync(Ito, moved);
        Assert.Equal([("task-handed-over", Coordinator.Name), ("task-nil", "Mori"), ("task-given", Coordinator.Name)], history.Select(e => (e.Action, e.Actor)));
        Assert.Contains(history[0].Changes, c => (c.Field, c.Before, c.After) == ("person", "Mori", "Ito"));
        Assert.Contains(history[1].Changes, c => (c.Field, c.After) == ("reason", "No sources of our own."));
        Assert.Equal("NoAssessment", (await Assert.ThrowsAsync<InputException>(() => Get<HistoryReader>().OfAsync(Ito with { Clearance = "unclassified", Nation = "EST" }, moved))).Key);
        await Get<MarkingStore>().MarkAsync(Operator, assessment.Id, "secret", null, assessment.Marking);
        await Store.ChangeDueAsync(Coordinator, task.Id, 3, Due.AddDays(1));
        await Get<MarkingStore>().MarkAsync(Operator, assessment.Id, assessment.Marking.Classification, null, assessment.Marking.Classified("secret", null));
        // What was classified higher once says no more than that something was changed.
        history = await Get<HistoryReader>().OfAsync(Ito, moved);
        Assert.Equal(("task-due-changed", true, 0), (history[0].Action, history[0].IsWithheld, history[0].Changes.Length));
        Assert.False(history[1].IsWithheld);
    }

    [Fact]
    public async Task HandOver_ToWhoMayNotAnswerOneOfThem_MovesNone()
    {
        var (_, assessment) = await GivenAsync("LAN", "INF");
        await AddAsync(Planner("Abe", "JPN", "LAN"));
        Assert.Equal("TaskTakerScope", await WhyNotAsync(Store.HandOverAsync(Coordinator, "Mori", "Abe")));
        Assert.All(await Reader.OfAsync(Coordinator, assessment.Id), line => Assert.Equal("Mori", line.Person));
    }

    [Fact]
    public async Task HandOver_TakesAlongWhatIsInReview_AndLeavesWhatIsApproved()
    {
        var (task, assessment) = await GivenAsync();
        await ScoreAsync(assessment, "LAN-1");
        await Get<AssessmentStore>().MoveAsync(Operator, assessment.Id, AssessmentStatus.InReview);
        Assert.Equal(1, await Store.HandOverAsync(Coordinator, "Mori", "Ito"));
        await Get<AssessmentStore>().MoveAsync(Operator, assessment.Id, AssessmentStatus.Returned, "Look again.");
        Assert.Equal(task.Id, Assert.Single(await Reader.MineAsync(Ito)).Task.Id);
        await Get<AssessmentStore>().MoveAsync(Operator, assessment.Id, AssessmentStatus.InReview);
        await Get<AssessmentStore>().MoveAsync(Operator, assessment.Id, AssessmentStatus.Approved);
        Assert.Equal("MayNotHandOverOf", await WhyNotAsync(Store.HandOverAsync(Coordinator, "Ito", "Mori")));
        Assert.Empty(await Reader.HeldAsync(Kaja));
    }

    [Fact]
    public async Task Held_IsANumberForEachPersonOfTheNation_ForAdministratorsAlone()
    {
        var (task, assessment) = await GivenAsync("LAN", "INF");
        await Store.GiveAsync(Coordinator, assessment.Id, ["NET"], "Ito", Due);
        await Store.AnswerAsync(Mori, task.Id, 1, TaskState.Nil, "Not ours.");
        await Get<AccountStore>().CloseAsync(Operator, "Ito");
        Assert.Equal([new HeldTasks("Ito", true, 1), new HeldTasks("Mori", false, 1)], await Reader.HeldAsync(Kaja));
        Assert.Empty(await Reader.HeldAsync(Kaja with { Nation = "EST" }));
        Assert.Empty(await Reader.HeldAsync(Coordinator));
    }

    [Fact]
    public async Task Task_OfASubmittedAssessment_WaitsForNobody_AndComesBackWithIt()
    {
        var (task, assessment) = await GivenAsync();
        await ScoreAsync(assessment, "LAN-1");
        await Get<AssessmentStore>().MoveAsync(Operator, assessment.Id, AssessmentStatus.InReview);
        Assert.Equal((0, 0), await Reader.CountAsync(Mori));
        Assert.Empty(await Reader.MineAsync(Mori));
        Assert.Equal("TaskSheetClosed", await WhyNotAsync(Store.AnswerAsync(Mori, task.Id, 1, TaskState.Accepted, "")));
        await Get<AssessmentStore>().MoveAsync(Operator, assessment.Id, AssessmentStatus.Returned, "Look again.");
        Assert.Equal((1, 0), await Reader.CountAsync(Mori));
        Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal((1, 1), await Reader.CountAsync(Mori));
    }

    [Fact]
    public async Task Tasks_OfAnAssessmentThatSomebodyMayNotOpen_AreNotThere()
    {
        var (_, assessment) = await GivenAsync();
        await using (var context = Context())
            await context.Assessments.ExecuteUpdateAsync(set => set.SetProperty(a => a.Marking.Classification, "secret"));
        var low = Mori with { Clearance = "restricted" };
        Assert.Empty(await Reader.MineAsync(low));
        Assert.Equal((0, 0), await Reader.CountAsync(low));
        Assert.Empty(await Reader.OfAsync(Planner("Tamm", "EST"), assessment.Id));
        Assert.Empty(await Reader.OfAsync(Coordinator with { Roles = Roles.Administrator }, assessment.Id));
        Assert.Empty(await Reader.TakersAsync(Mori, assessment));
        Assert.Equal(["Aoki", "Ito", "Mori"], (await Reader.TakersAsync(Coordinator, assessment)).Select(p => p.Name));
    }

    [Fact]
    public async Task Audit_SaysWhatHappened_ToWhoReadsIt()
    {
        await GivenAsync();
        var auditor = new Viewer("Sato", "JPN", "secret", Roles.Auditor, []);
        var page = await Get<AuditReader>().PageAsync(auditor, new AuditFilter { Action = "task-given" }, new AuditPlace());
        Assert.Equal(["task", "person", "due", "step", "reason"], Assert.Single(page.Entries).Details!.Changes().Select(c => c.Field));
    }

    private async Task<(AreaTask Task, Assessment Assessment)> GivenAsync(params string[] areas)
    {
        foreach (var person in (Viewer[])[Coordinator, Mori, Ito])
            await AddAsync(person);
        var assessment = await BeginAsync();
        return ((await Store.GiveAsync(Coordinator, assessment.Id, areas.Length > 0 ? areas : ["LAN"], "Mori", Due))[0], assessment);
    }

    private Task AddAsync(Viewer person) => Get<AccountStore>().InviteAsync(Operator, person);

    private async Task ScoreAsync(Assessment assessment, params string[] indicators)
    {
        foreach (var indicator in indicators)
            Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Mori, new CellKey(assessment.Id, indicator), Answer.Of(3), 0, Guid.CreateVersion7(Clock.GetUtcNow())));
    }

    private static async Task<string?> WhyNotAsync(Task trying) => (await Assert.ThrowsAsync<InputException>(() => trying)).Key;
}

public sealed class TaskStoreOnSqlite : TaskStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class TaskStoreOnSqlServer : TaskStoreTests<SqlServerHost>;
