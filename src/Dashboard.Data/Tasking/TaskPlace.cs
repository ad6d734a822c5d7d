using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Language;
using Dashboard.Core.Tasking;
using Dashboard.Data.Assessments;

namespace Dashboard.Data.Tasking;

/// <summary>What the place of an assessment says of its tasks.</summary>
internal static class TaskPlace
{
    /// <summary>Whether its tasks wait for somebody, or will again if it is returned from review.</summary>
    public static bool MayWait(this SheetPlace place) => TaskRule.MayWait(place.Assessment, place.Cycle);

    /// <exception cref="InputException">The assessment is in review, approved or frozen.</exception>
    public static void RequireOpen(this SheetPlace place, string area)
    {
        if (place.WhyClosed is not null)
            throw InputException.Of("TaskSheetClosed", area, Texts.RefusalWord(place.Assessment.Status));
    }

    /// <summary>What happened to a task. A reason may say something of the country: it is classified as its assessment is.</summary>
    public static AuditFact Fact(this SheetPlace place, string action, AreaTask? before, AreaTask after, string? from, string to) => new(
        action, SheetName.Of(place.Assessment, after.Area), before is null ? null : AuditedTask.Of(before, from ?? to), AuditedTask.Of(after, to), Classification: place.Assessment.Marking.Classification);
}

/// <summary>A task as the audit keeps it.</summary>
internal sealed record AuditedTask(int Task, string Person, DateOnly Due, string Step, string Reason)
{
    public static AuditedTask Of(AreaTask task, string person) => new(task.Id, person, task.Due, CodeName.Of(task.State), task.Reason);
}
