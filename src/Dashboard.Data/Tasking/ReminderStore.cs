using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Accounts;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tasking;

/// <summary>Which mails about tasks are to be sent, each by one node and once. For the program itself: nobody reads or writes tasks by it.</summary>
public sealed class ReminderStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, TermsSource terms, TimeProvider clock)
{
    /// <summary>How long whoever took a mail has to send it, before it may be taken again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    /// <summary>Takes what is to be sent now: nobody else gets the same until <see cref="Lease"/> has passed without a note that it was sent.</summary>
    public async Task<ImmutableArray<Reminder>> TakeAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var release = await terms.OfAsync(context, cancel);
        var rows = await (from task in context.Tasks.Open()
                          join person in context.Users on task.PersonId equals person.Id
                          join assessment in context.Assessments on task.AssessmentId equals assessment.Id
                          join cycle in context.Cycles on assessment.Cycle equals cycle.Code
                          where person.Closed == null && person.Email != null
                          select new { task, person, assessment, cycle }).AsNoTracking().ToListAsync(cancel);
        var taken = new List<(AreaTask Task, Person Person, ReminderKind Kind)>();
        foreach (var row in rows.Where(r => r.assessment.Status.IsOpen() && !r.cycle.Freezes(r.assessment) && release.Withholds(r.person.ToViewer(), r.assessment) is null))
            if (Reminders.For(row.task, release.Today) is { } kind && await TakeAsync(row.task, kind, cancel))
                taken.Add((row.task, row.person, kind));
        return [.. taken.GroupBy(t => (t.Person.Id, t.Kind)).Select(mail => new Reminder(
            mail.Key.Id, mail.First().Person.Name, mail.First().Person.Email!, mail.First().Person.Language, mail.Key.Kind, mail.Min(t => t.Task.Due), [.. mail.Select(t => t.Task.Id)]))];
    }

    /// <summary>Notes that a mail was handed to the mail server: what leaves stands in the audit.</summary>
    public async Task NoteSentAsync(Reminder reminder, CancellationToken cancel = default)
    {
        await using var read = await contexts.CreateDbContextAsync(cancel);
        var home = (await read.Installations.AsNoTracking().SingleAsync(cancel)).HomeNation;
        await writes.RunAsync(Viewer.Operator(home, terms.Ladder), async (context, trail) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await context.Set<TaskNotice>().Where(n => n.PersonId == reminder.PersonId && n.Kind == reminder.Kind && reminder.Tasks.Contains(n.TaskId)).ExecuteUpdateAsync(set => set.SetProperty(n => n.Sent, now), cancel);
            trail.Record(new AuditFact(AuditActions.ReminderSent, Person.SubjectOf(reminder.Name), null, new { Purpose = CodeName.Of(reminder.Kind), Tasks = reminder.Tasks.Count }));
            return trail;
        }, cancel);
    }

    // Not audited: that somebody means to send something is nothing that happened.
    private async Task<bool> TakeAsync(AreaTask task, ReminderKind kind, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var same = context.Set<TaskNotice>().Where(n => n.TaskId == task.Id && n.PersonId == task.PersonId && n.Kind == kind);
        if (await same.AnyAsync(cancel))
        {
            var free = now - Lease;
            return await same.Where(n => n.Sent == null && n.Taken <= free).ExecuteUpdateAsync(set => set.SetProperty(n => n.Taken, now), cancel) == 1;
        }

        context.Add(new TaskNotice { TaskId = task.Id, PersonId = task.PersonId, Kind = kind, Taken = now });
        try
        {
            return await context.SaveChangesAsync(cancel) == 1;
        }
        catch (DbUpdateException fault) when (StorageFaults.IsDuplicate(fault))
        {
            // Another node was faster.
            return false;
        }
    }
}
