using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Language;
using Dashboard.Core.Tasking;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Tasking;

/// <summary>The short texts of tasks.</summary>
internal static class TaskText
{
    private const string Day = "yyyy-MM-dd";

    public static string State(TaskState state) => Texts.Of(state, CultureInfo.CurrentUICulture);

    public static string Area(AreaProgress progress) => progress.Framework.NameOf(progress.Area, CultureInfo.CurrentUICulture);

    /// <summary>By when, in words that say also without a colour whether that has passed.</summary>
    public static string Due(AreaTask task, DateOnly today) =>
        Words.Get(task.IsOverdue(today) ? "Tasks.Overdue" : task.IsDueSoon(today) ? "Tasks.Soon" : "Tasks.DueOn", task.Due);

    public static string DueClass(AreaTask task, DateOnly today) => task.IsOverdue(today) ? "due expired" : task.IsDueSoon(today) ? "due soon" : "due";

    /// <summary>A day as a field of a form holds it.</summary>
    public static string Field(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>A number that an address or a form holds; of anything else one that nothing has.</summary>
    public static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>The day that somebody entered.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static DateOnly Read(string? due) => DateOnly.TryParseExact(due, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw InputException.Of("TaskDueMissing", InputException.Shorten(due ?? ""));
}
