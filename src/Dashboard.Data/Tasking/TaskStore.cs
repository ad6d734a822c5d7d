using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tasking;

/// <summary>Gives areas of assessments to people and takes what they say of them: versions are compared, each change is one transaction with its audit entries.</summary>
public sealed class TaskStore(AuditedWrites writes, TaskDesk desk, SheetSource sheets, TimeProvider clock)
{
    /// <summary>Gives areas to a planner of the own nation.</summary>
    /// <param name="viewer">Who coordinates.</param>
    /// <param name="assessmentId">The assessment.</param>
    /// <param name="areas">Codes of the areas, at least one: all are given, or none.</param>
    /// <param name="to">Name of the planner.</param>
    /// <param name="due">The last day on which it is in time.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">No such assessment, no right to it, it cannot change any more, or the planner or the day cannot be.</exception>
    public Task<ImmutableArray<AreaTask>> GiveAsync(Viewer viewer, int assessmentId, IReadOnlyCollection<string> areas, string to, DateOnly due, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var place = await sheets.PlaceAsync(context, viewer, assessmentId, cancel);
            if (!viewer.MayCoordinate(place.Assessment))
                throw InputException.Of("MayNotCoordinate", viewer.Name, place.Assessment.Country, place.Assessment.Assessor);
            var codes = areas.Select(code => place.Framework.RequireArea(code).Code).Distinct().ToList();
            place.RequireOpen(codes.Count > 0 ? codes[0] : throw InputException.Of("TaskNoArea"));
            TaskRule.RequireDue(due, place.Terms.Today);
            var taker = await desk.TakerAsync(context, to, place, codes);
            foreach (var area in codes)
                await TaskDesk.RequireFreeAsync(context, taker, assessmentId, area, cancel);
            var given = codes.Select(area => new AreaTask
            {
                AssessmentId = assessmentId, Area = area, PersonId = taker.Id, Due = due, GivenBy = viewer.Name, GivenAt = clock.GetUtcNow().UtcDateTime, Version = 1,
            }).ToImmutableArray();
            context.Tasks.AddRange(given);
            // Their numbers are part of what is recorded.
            await context.SaveChangesAsync(cancel);
            foreach (var task in given)
                trail.Record(place.Fact("task-given", null, task, null, taker.Name));
            return given;
        }, cancel);

    /// <summary>Changes the day by which a task is due.</summary>
    /// <exception cref="InputException">No such task that the viewer coordinates, it was changed meanwhile, is not open, or the day cannot be.</exception>
    public Task<AreaTask> ChangeDueAsync(Viewer viewer, int id, int version, DateOnly due, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (task, place, person) = await desk.RequireAsync(context, viewer, id, version, (a, _) => viewer.MayCoordinate(a), cancel);
            place.RequireOpen(task.Area);
            if (!task.State.IsOpen())
                throw InputException.Of("TaskNoStep", task.Area, Texts.RefusalWord(task.State), Texts.RefusalWord(TaskState.Given));
            var changed = task with { Due = TaskRule.RequireDue(due, place.Terms.Today) };
            // Another day is another reason to be reminded.
            await context.Set<TaskNotice>().Where(n => n.TaskId == id && n.Kind != ReminderKind.Given).ExecuteDeleteAsync(cancel);
            return changed == task ? task : Save(context, trail, place, "task-due-changed", task, changed, person.Name, person.Name);
        }, cancel);

    /// <summary>Says what the person does with a task of theirs: accepts it, has answered it, or has nothing to contribute.</summary>
    /// <param name="viewer">The person.</param>
    /// <param name="id">Number of the task.</param>
    /// <param name="version">The version that they saw.</param>
    /// <param name="to">Accepted, answered or nil.</param>
    /// <param name="reason">Why nil, or why indicators are left open; else ignored.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">No such task of theirs, it was changed meanwhile, the step does not exist, or a reason is missing.</exception>
    public Task<AreaTask> AnswerAsync(Viewer viewer, int id, int version, TaskState to, string reason, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (task, place, person) = await desk.RequireAsync(context, viewer, id, version, (_, p) => p.Name == viewer.Name, cancel);
            place.RequireOpen(task.Area);
            RequireStep(task, to, to.IsThePersons());
            var progress = await TaskDesk.ProgressAsync(context, viewer, place, task.Area, cancel);
            var said = task with { State = to, Reason = to == TaskState.Accepted ? "" : TaskRule.RequireReason(to, reason, progress) };
            return Save(context, trail, place, $"task-{CodeName.Of(to)}", task, said, person.Name, person.Name);
        }, cancel);

    /// <summary>Closes a task that is open or was returned as nil; also when its assessment can no longer change.</summary>
    /// <exception cref="InputException">No such task that the viewer coordinates, it was changed meanwhile, or is closed already.</exception>
    public Task<AreaTask> WithdrawAsync(Viewer viewer, int id, int version, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (task, place, person) = await desk.RequireAsync(context, viewer, id, version, (a, _) => viewer.MayCoordinate(a), cancel);
            RequireStep(task, TaskState.Withdrawn, true);
            return Save(context, trail, place, "task-withdrawn", task, task with { State = TaskState.Withdrawn }, person.Name, person.Name);
        }, cancel);

    /// <summary>Gives a task that is open or was returned as nil to somebody else; it keeps its number and its history, and is given anew.</summary>
    /// <exception cref="InputException">No such task that the viewer coordinates, it was changed meanwhile, cannot change any more, or the planner or the day cannot be.</exception>
    public Task<AreaTask> PassOnAsync(Viewer viewer, int id, int version, string to, DateOnly due, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (task, place, person) = await desk.RequireAsync(context, viewer, id, version, (a, _) => viewer.MayCoordinate(a), cancel);
            place.RequireOpen(task.Area);
            RequireStep(task, TaskState.Given, true);
            var day = due == task.Due ? due : TaskRule.RequireDue(due, place.Terms.Today);
            return await MoveAsync(context, trail, viewer, place, (task, person), await desk.TakerAsync(context, to, place, task.Area), day, cancel);
        }, cancel);

    /// <summary>
    /// Hands everything that is open of one person to a successor, in one transaction: what the viewer coordinates, or as an administrator
    /// all of the nation; in review too, from where a task comes back if the assessment is returned. Days stay, also those that have passed.
    /// What the successor was given already is withdrawn from the first person: they keep it by the day that they know.
    /// </summary>
    /// <returns>How many tasks, those withdrawn among them.</returns>
    /// <exception cref="InputException">No right to it, nothing to hand over, or the successor may not answer one of the areas.</exception>
    public Task<int> HandOverAsync(Viewer viewer, string from, string to, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            if (!viewer.HandsOver)
                throw InputException.Of("MayNotHandOver", viewer.Name);
            var person = await context.Users.AsNoTracking().SingleOrDefaultAsync(p => p.UserName == from && p.Nation == viewer.Nation, cancel)
                ?? throw InputException.Of("MayNotHandOverOf", InputException.Shorten(from), viewer.Name);
            var moved = 0;
            foreach (var task in await context.Tasks.AsNoTracking().Open().Where(t => t.PersonId == person.Id).OrderBy(t => t.Id).ToListAsync(cancel))
            {
                var place = await sheets.PlaceAsync(context, await context.Assessments.AsNoTracking().SingleAsync(a => a.Id == task.AssessmentId, cancel), cancel);
                if (!viewer.MayHandOver(place.Assessment) || !(viewer.ManagesAccounts || place.Terms.Withholds(viewer, place.Assessment) is null) || !place.MayWait())
                    continue;
                var taker = await desk.TakerAsync(context, to, place, task.Area);
                if (taker.Id != person.Id && await TaskDesk.HasOpenAsync(context, taker, task.AssessmentId, task.Area, cancel))
                    Save(context, trail, place, "task-withdrawn", task, task with { State = TaskState.Withdrawn }, person.Name, person.Name);
                else
                    await MoveAsync(context, trail, viewer, place, (task, person), taker, task.Due, cancel);
                moved++;
            }

            return moved > 0 ? moved : throw InputException.Of("MayNotHandOverOf", person.Name, viewer.Name);
        }, cancel);

    private async Task<AreaTask> MoveAsync(
        DashboardContext context, AuditTrail trail, Viewer viewer, SheetPlace place, (AreaTask Task, Person Person) old, Person taker, DateOnly due, CancellationToken cancel)
    {
        if (taker.Id == old.Person.Id)
            throw InputException.Of("TaskSamePerson", taker.Name);
        await TaskDesk.RequireFreeAsync(context, taker, place.Assessment.Id, old.Task.Area, cancel);
        await context.Set<TaskNotice>().Where(n => n.TaskId == old.Task.Id).ExecuteDeleteAsync(cancel);
        var moved = old.Task with { PersonId = taker.Id, Due = due, State = TaskState.Given, Reason = "", GivenBy = viewer.Name, GivenAt = clock.GetUtcNow().UtcDateTime };
        return Save(context, trail, place, "task-handed-over", old.Task, moved, old.Person.Name, taker.Name);
    }

    private static void RequireStep(AreaTask task, TaskState to, bool isTheirs)
    {
        if (!isTheirs || !task.State.MayBecome(to))
            throw InputException.Of("TaskNoStep", task.Area, Texts.RefusalWord(task.State), Texts.RefusalWord(to));
    }

    private static AreaTask Save(DashboardContext context, AuditTrail trail, SheetPlace place, string action, AreaTask before, AreaTask after, string from, string to)
    {
        var saved = after with { Version = before.Version + 1 };
        context.Tasks.Update(saved).Property(t => t.Version).OriginalValue = before.Version;
        trail.Record(place.Fact(action, before, saved, from, to));
        return saved;
    }
}
