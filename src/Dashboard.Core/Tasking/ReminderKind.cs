namespace Dashboard.Core.Tasking;

/// <summary>What a person is told about a task by mail, each at most once.</summary>
public enum ReminderKind
{
    /// <summary>It was given to them.</summary>
    Given,
    /// <summary>It is due within <see cref="TaskRule.SoonDays"/> days.</summary>
    Soon,
    /// <summary>Its day has passed.</summary>
    Overdue,
}

/// <summary>Which of them it is time for.</summary>
public static class Reminders
{
    /// <summary>The one thing to tell about an open task now: what is due soon or overdue was also given, so that nobody gets two mails at once; null for a task that is not open.</summary>
    /// <param name="task">The task.</param>
    /// <param name="today">The day of looking (UTC).</param>
    public static ReminderKind? For(AreaTask task, DateOnly today) =>
        !task.State.IsOpen() ? null : task.IsOverdue(today) ? ReminderKind.Overdue : task.IsDueSoon(today) ? ReminderKind.Soon : ReminderKind.Given;
}
