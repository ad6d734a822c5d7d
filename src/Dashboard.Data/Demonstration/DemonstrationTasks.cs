using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Dashboard.Data.Tasking;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Demonstration;

/// <summary>What the demonstration's coordinator has given to people: areas of the home nation's open estimate, by days around the day of the start.</summary>
public sealed class DemonstrationTasks(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, People people, SheetSource sheets, InstallationStore installations, TimeProvider clock)
{
    private const string Country = "MNE";

    // Area, whose, days from now, state, reason.
    private static readonly (string Area, bool IsDesk, int Days, TaskState State, string Reason)[] Given =
    [
        ("CTR", false, -6, TaskState.Accepted, ""),
        ("NET", false, 2, TaskState.Given, ""),
        ("LAN", true, -1, TaskState.Answered, "Language results are published in spring."),
        ("INF", true, -3, TaskState.Accepted, ""),
        ("LAW", true, 5, TaskState.Nil, "The legal division has no sources on this country."),
    ];

    /// <summary>Gives the tasks, unless there are any. Real data takes none.</summary>
    /// <param name="who">Who gives them and keeps some, and who has the others.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task EnsureAsync((Viewer Coordinator, Viewer Desk) who, CancellationToken cancel = default)
    {
        var (coordinator, deskOfficer) = who;
        if (await installations.FindAsync(cancel) is not { IsDemonstration: true } || await HasTasksAsync(cancel))
            return;
        await writes.RunAsync(coordinator, async (context, trail) =>
        {
            var draft = await context.Assessments.AsNoTracking().Where(a => a.Country == Country && a.Assessor == coordinator.Nation && a.Status == AssessmentStatus.Draft).FirstOrDefaultAsync(cancel);
            if (draft is null || await context.Tasks.AnyAsync(cancel) || await people.FindAsync(context, coordinator.Name) is not { } first || await people.FindAsync(context, deskOfficer.Name) is not { } second)
                return trail;
            var place = await sheets.PlaceAsync(context, draft, cancel);
            foreach (var (area, isDesk, days, state, reason) in Given)
            {
                var person = isDesk ? second : first;
                var task = new AreaTask
                {
                    AssessmentId = draft.Id, Area = area, PersonId = person.Id, Due = place.Terms.Today.AddDays(days), State = state, Reason = reason,
                    GivenBy = coordinator.Name, GivenAt = clock.GetUtcNow().UtcDateTime, Version = 1,
                };
                context.Tasks.Add(task);
                await context.SaveChangesAsync(cancel);
                trail.Record(place.Fact("task-given", null, task, null, person.Name));
            }

            return trail;
        }, cancel);
    }

    private async Task<bool> HasTasksAsync(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Tasks.AnyAsync(cancel);
    }
}
