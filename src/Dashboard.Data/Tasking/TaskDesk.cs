using Dashboard.Core;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tasking;

/// <summary>Finds what a change of tasks is about, inside of its transaction.</summary>
public sealed class TaskDesk(People people, SheetSource sheets)
{
    /// <summary>A task as somebody saw it, with its place and the person who has it.</summary>
    /// <param name="context">The transaction's.</param>
    /// <param name="viewer">Who acts.</param>
    /// <param name="id">Number of the task.</param>
    /// <param name="version">The version that they saw.</param>
    /// <param name="may">Whether it is theirs to change.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">A task that is not theirs, or hidden from them, is answered like one that is not there; or it was changed meanwhile.</exception>
    internal async Task<(AreaTask Task, SheetPlace Place, Person Person)> RequireAsync(
        DashboardContext context, Viewer viewer, int id, int version, Func<Core.Assessments.Assessment, Person, bool> may, CancellationToken cancel)
    {
        var task = await context.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancel) ?? throw InputException.Of("MayNotTask", id, viewer.Name);
        var assessment = await context.Assessments.AsNoTracking().SingleAsync(a => a.Id == task.AssessmentId, cancel);
        var person = await context.Users.AsNoTracking().SingleAsync(p => p.Id == task.PersonId, cancel);
        var place = await sheets.PlaceAsync(context, assessment, cancel);
        if (!viewer.MayOpen(assessment) || place.Terms.Withholds(viewer, assessment) is not null || !may(assessment, person))
            throw InputException.Of("MayNotTask", id, viewer.Name);
        return task.Version == version ? (task, place, person) : throw InputException.Of("TaskChanged", task.Area, Texts.RefusalWord(task.State));
    }

    /// <summary>The planner who is to have areas of an assessment.</summary>
    /// <exception cref="InputException">Nobody of this name, or somebody who may not answer one of the areas.</exception>
    internal async Task<Person> TakerAsync(DashboardContext context, string name, SheetPlace place, params IEnumerable<string> areas)
    {
        // Whether people of other nations have accounts is nobody's business here.
        var taker = await people.FindAsync(context, name) is { } found && found.Nation == place.Assessment.Assessor ? found : throw InputException.Of("TaskTaker", InputException.Shorten(name), place.Assessment.Assessor);
        foreach (var area in areas)
            TaskRule.RequireTaker(taker.ToViewer(), taker.Closed is not null, place.Assessment, area, place.Terms);
        return taker;
    }

    /// <exception cref="InputException">The person has an open task for the area already.</exception>
    internal static async Task RequireFreeAsync(DashboardContext context, Person taker, int assessmentId, string area, CancellationToken cancel)
    {
        if (await HasOpenAsync(context, taker, assessmentId, area, cancel))
            throw InputException.Of("TaskGivenAlready", taker.Name, area);
    }

    internal static Task<bool> HasOpenAsync(DashboardContext context, Person taker, int assessmentId, string area, CancellationToken cancel) =>
        context.Tasks.Open().AnyAsync(t => t.AssessmentId == assessmentId && t.Area == area && t.PersonId == taker.Id, cancel);

    /// <summary>How far the area of a task is, as far as the person who answers sees it.</summary>
    internal static async Task<AreaProgress> ProgressAsync(DashboardContext context, Viewer viewer, SheetPlace place, string area, CancellationToken cancel)
    {
        var scores = await context.Scores.AsNoTracking().Where(s => s.AssessmentId == place.Assessment.Id).ToListAsync(cancel);
        var sheet = ReleaseRule.Open(viewer, place.Terms, new AssessmentSheet(place.Assessment, [.. scores])) ?? throw InputException.Of("NoAssessment", place.Assessment.Id, viewer.Name);
        return AreaProgress.All(place.Framework, sheet).Single(p => p.Area.Code == area);
    }
}
