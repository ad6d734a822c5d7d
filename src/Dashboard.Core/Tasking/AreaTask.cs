namespace Dashboard.Core.Tasking;

/// <summary>
/// One area of one assessment, given to one person by a day. At most one of a person's tasks for the same area of the same assessment is open.
/// </summary>
public sealed record AreaTask
{
    /// <summary>Number given by the store, kept for good, also when the task goes to somebody else; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>The assessment.</summary>
    public required int AssessmentId { get; init; }

    /// <summary>Code of the area.</summary>
    public required string Area { get; init; }

    /// <summary>The account of the person: names can be reused in words, accounts are never deleted.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The last day (UTC) on which it is in time.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Where it stands.</summary>
    public TaskState State { get; init; }

    /// <summary>Why it was returned as nil, or why indicators stay open though it is answered; else empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Name of whoever gave it to the person who has it now.</summary>
    public required string GivenBy { get; init; }

    /// <summary>When that was, UTC.</summary>
    public required DateTime GivenAt { get; init; }

    /// <summary>1 when it was given and one more at every change; 0 before it is stored.</summary>
    public int Version { get; init; }

    /// <summary>Whether the day has passed and nothing was said: answered, nil and withdrawn tasks are never overdue.</summary>
    /// <param name="today">The day of looking (UTC).</param>
    public bool IsOverdue(DateOnly today) => State.IsOpen() && Due < today;

    /// <summary>Whether it is due within <see cref="TaskRule.SoonDays"/> days, today included, and nothing was said.</summary>
    /// <param name="today">The day of looking (UTC).</param>
    public bool IsDueSoon(DateOnly today) => State.IsOpen() && Due >= today && Due.DayNumber - today.DayNumber <= TaskRule.SoonDays;
}
