namespace Dashboard.Core.Tasking;

/// <summary>Where a task stands. What each step means, and why answering is said and not inferred: docs/decisions/0015-tasking.md.</summary>
public enum TaskState
{
    /// <summary>Given to somebody, who has not said anything yet.</summary>
    Given,
    /// <summary>The person has said that they will answer.</summary>
    Accepted,
    /// <summary>The person has said that their part is done.</summary>
    Answered,
    /// <summary>The person's office has nothing to contribute; the coordinator gives the area to somebody else or closes the task.</summary>
    Nil,
    /// <summary>Closed by the coordinator.</summary>
    Withdrawn,
}

/// <summary>The steps that a task may take.</summary>
public static class TaskSteps
{
    /// <summary>Whether the person still has something to do.</summary>
    public static bool IsOpen(this TaskState state) => state is TaskState.Given or TaskState.Accepted;

    /// <summary>Whether the coordinator still has something to decide or to wait for: open, or returned as nil.</summary>
    public static bool IsPending(this TaskState state) => state.IsOpen() || state == TaskState.Nil;

    /// <summary>
    /// Whether the step exists. Whoever answers has accepted, so that answering needs no step before it; to be given again is what
    /// happens when a pending task goes to somebody else.
    /// </summary>
    public static bool MayBecome(this TaskState from, TaskState to) => to switch
    {
        TaskState.Accepted => from == TaskState.Given,
        TaskState.Answered or TaskState.Nil => from.IsOpen(),
        TaskState.Withdrawn or TaskState.Given => from.IsPending(),
        _ => false,
    };

    /// <summary>Whether the step is the person's own to take; the others are the coordinator's.</summary>
    public static bool IsThePersons(this TaskState to) => to is TaskState.Accepted or TaskState.Answered or TaskState.Nil;
}
