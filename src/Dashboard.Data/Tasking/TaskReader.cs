using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tasking;

/// <summary>Reads tasks: whoever may not open an assessment sees none of it.</summary>
public sealed class TaskReader(IDbContextFactory<DashboardContext> contexts, FrameworkCache frameworks, TermsSource terms, TimeProvider clock)
{
    /// <summary>The viewer's own tasks that they still have to do something about, the first due first.</summary>
    public async Task<ImmutableArray<TaskLine>> MineAsync(Viewer viewer, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var lines = await LinesAsync(context, viewer, Mine(context, viewer), cancel);
        return [.. lines.Where(l => l.MayChange).OrderBy(l => l.Task.Due).ThenBy(l => l.Assessment.Country, StringComparer.Ordinal).ThenBy(l => l.Task.Id)];
    }

    /// <summary>How many tasks wait for the viewer, and how many of them are overdue: those of <see cref="MineAsync"/>, without what is answered of them. Asked on every page, in one query for whoever has none.</summary>
    public async Task<(int Open, int Overdue)> CountAsync(Viewer viewer, CancellationToken cancel = default)
    {
        if (!viewer.Roles.HasFlag(Roles.Planner))
            return default;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = await (from task in Mine(context, viewer)
                          join assessment in context.Assessments on task.AssessmentId equals assessment.Id
                          join cycle in context.Cycles on assessment.Cycle equals cycle.Code
                          where assessment.Status == AssessmentStatus.Draft || assessment.Status == AssessmentStatus.Returned
                          select new { task, assessment, cycle }).AsNoTracking().ToListAsync(cancel);
        if (rows.Count == 0)
            return default;
        var release = await terms.OfAsync(context, cancel);
        var seen = rows.Where(r => !r.cycle.Freezes(r.assessment) && viewer.MayOpen(r.assessment) && release.Withholds(viewer, r.assessment) is null).ToList();
        return (seen.Count, seen.Count(r => r.task.IsOverdue(release.Today)));
    }

    /// <summary>What a coordinator has to follow up: what came back as nil, then what others are late with, the longest ago first.</summary>
    public async Task<ImmutableArray<TaskLine>> ToFollowUpAsync(Viewer viewer, CancellationToken cancel = default)
    {
        if (!viewer.Roles.HasFlag(Roles.Planner) || !viewer.HandsOver)
            return [];
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var query = context.Tasks.Where(t =>
            (t.State == TaskState.Nil || (t.Due < today && (t.State == TaskState.Given || t.State == TaskState.Accepted)))
            && context.Assessments.Any(a => a.Id == t.AssessmentId && a.Assessor == viewer.Nation));
        var lines = await LinesAsync(context, viewer, query, cancel);
        return [.. lines.Where(l => TaskRule.AsksToFollowUp(viewer, l, today)).OrderBy(l => l.Task.State != TaskState.Nil).ThenBy(l => l.Task.Due).ThenBy(l => l.Task.Id)];
    }

    /// <summary>All tasks of an assessment, by area, the newest last; none if the viewer may not open it.</summary>
    public async Task<ImmutableArray<TaskLine>> OfAsync(Viewer viewer, int assessmentId, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return [.. await LinesAsync(context, viewer, context.Tasks.Where(t => t.AssessmentId == assessmentId).OrderBy(t => t.Id), cancel)];
    }

    /// <summary>The planners of the viewer's nation to whom areas of an assessment can be given, with what each is responsible for; nobody unless the viewer coordinates it.</summary>
    public async Task<ImmutableArray<Viewer>> TakersAsync(Viewer viewer, Assessment assessment, CancellationToken cancel = default)
    {
        if (!viewer.MayCoordinate(assessment))
            return [];
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var people = await context.Users.AsNoTracking().Where(p => p.Nation == viewer.Nation && p.Closed == null).OrderBy(p => p.NormalizedUserName).ToListAsync(cancel);
        var release = await terms.OfAsync(context, cancel);
        return [.. people.Select(p => p.ToViewer()).Where(p => p.MayAssess(assessment.Country) && release.Withholds(p, assessment) is null)];
    }

    /// <summary>Who of the viewer's nation has how many tasks that can be handed over, by name; nobody unless the viewer is an administrator, who is told a number and neither area nor answer.</summary>
    public async Task<ImmutableArray<HeldTasks>> HeldAsync(Viewer viewer, CancellationToken cancel = default)
    {
        if (!viewer.ManagesAccounts)
            return [];
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = await (from task in context.Tasks.Open()
                          join person in context.Users on task.PersonId equals person.Id
                          join assessment in context.Assessments on task.AssessmentId equals assessment.Id
                          join cycle in context.Cycles on assessment.Cycle equals cycle.Code
                          where person.Nation == viewer.Nation
                          orderby person.NormalizedUserName
                          select new { person.UserName, person.Closed, assessment, cycle }).AsNoTracking().ToListAsync(cancel);
        return [.. rows.Where(r => viewer.MayHandOver(r.assessment) && TaskRule.MayWait(r.assessment, r.cycle))
            .GroupBy(r => (r.UserName, r.Closed)).Select(held => new HeldTasks(held.Key.UserName!, held.Key.Closed is not null, held.Count()))];
    }

    private static IQueryable<AreaTask> Mine(DashboardContext context, Viewer viewer) => context.Tasks.Open().Where(t =>
        context.Users.Any(p => p.Id == t.PersonId && p.UserName == viewer.Name && p.Nation == viewer.Nation));

    private async Task<List<TaskLine>> LinesAsync(DashboardContext context, Viewer viewer, IQueryable<AreaTask> query, CancellationToken cancel)
    {
        var tasks = await query.AsNoTracking().ToListAsync(cancel);
        var ids = tasks.Select(t => t.AssessmentId).Distinct().ToList();
        var assessments = await context.Assessments.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancel);
        var scores = (await context.Scores.AsNoTracking().Where(s => ids.Contains(s.AssessmentId)).ToListAsync(cancel)).ToLookup(s => s.AssessmentId);
        var cycles = await context.Cycles.AsNoTracking().ToDictionaryAsync(c => c.Code, cancel);
        var holders = tasks.Select(t => t.PersonId).Distinct().ToList();
        var people = await context.Users.AsNoTracking().Where(p => holders.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var release = await terms.OfAsync(context, cancel);
        var lines = new List<TaskLine>();
        foreach (var assessment in assessments)
        {
            if (ReleaseRule.Open(viewer, release, new AssessmentSheet(assessment, [.. scores[assessment.Id]])) is not { } sheet)
                continue;
            var cycle = cycles[assessment.Cycle];
            var progress = AreaProgress.All(await frameworks.OfAsync(context, cycle, cancel), sheet).ToDictionary(p => p.Area.Code);
            lines.AddRange(tasks.Where(t => t.AssessmentId == assessment.Id).Select(t => new TaskLine(
                t, assessment, progress[t.Area], people[t.PersonId].Name, people[t.PersonId].Closed is not null, assessment.Status.IsOpen() && !cycle.Freezes(assessment))));
        }

        return lines;
    }
}

/// <summary>How many open tasks somebody has.</summary>
/// <param name="Person">Their name.</param>
/// <param name="IsClosed">Whether their account is closed.</param>
/// <param name="Count">How many, at least one.</param>
public sealed record HeldTasks(string Person, bool IsClosed, int Count);
