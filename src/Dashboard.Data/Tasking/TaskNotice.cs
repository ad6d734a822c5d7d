using Dashboard.Core.Tasking;

namespace Dashboard.Data.Tasking;

/// <summary>That a person is told, or was told, one thing about a task by mail: the row that only one node can make, and that survives a restart.</summary>
public sealed class TaskNotice
{
    public int TaskId { get; init; }

    public Guid PersonId { get; init; }

    public ReminderKind Kind { get; init; }

    /// <summary>When somebody took it upon them to send it, UTC; where nothing was sent, it may be taken again after a while.</summary>
    public DateTime Taken { get; set; }

    /// <summary>When it was handed to the mail server, UTC; null if it was not yet.</summary>
    public DateTime? Sent { get; set; }
}

/// <summary>A mail to one person about tasks of theirs; it names none of them.</summary>
/// <param name="PersonId">The account.</param>
/// <param name="Name">The name of the person.</param>
/// <param name="Address">Their mail address.</param>
/// <param name="Language">Their language; empty if it is not known.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Due">The first day by which one of them is due.</param>
/// <param name="Tasks">Their numbers, for the note that it was sent.</param>
public sealed record Reminder(Guid PersonId, string Name, string Address, string Language, ReminderKind Kind, DateOnly Due, IReadOnlyList<int> Tasks);
