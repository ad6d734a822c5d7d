using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Core.Wording;
using Dashboard.Data.Assessments;

namespace Dashboard.Data.Tasking;

/// <summary>The assessment that tasks belong to, inside of a write.</summary>
internal sealed record TaskPlace(Assessment Assessment, Cycle Cycle, Framework Framework, ReleaseTerms Terms)
{
    public bool MayChange => Assessment.Status.IsOpen() && !Cycle.Freezes(Assessment);

    /// <summary>Whether its tasks wait for somebody, or will again if it is returned from review.</summary>
    public bool MayWait => TaskRule.MayWait(Assessment, Cycle);

    /// <exception cref="InputException">The assessment is in review, approved or frozen.</exception>
    public void RequireOpen(string area)
    {
        if (!MayChange)
            throw InputException.Of("TaskSheetClosed", area, Texts.RefusalWord(Assessment.Status));
    }

    /// <summary>What happened to a task. A reason may say something of the country: it is classified as its assessment is.</summary>
    public AuditFact Fact(string action, AreaTask? before, AreaTask after, string? from, string to) => new(
        action, ScoreStore.SubjectOf(Assessment, after.Area), before is null ? null : AuditedTask.Of(before, from ?? to), AuditedTask.Of(after, to), Classification: Assessment.Marking.Classification);
}

/// <summary>A task as the audit keeps it.</summary>
internal sealed record AuditedTask(int Task, string Person, DateOnly Due, string Step, string Reason)
{
    public static AuditedTask Of(AreaTask task, string person) => new(task.Id, person, task.Due, CodeName.Of(task.State), task.Reason);
}
