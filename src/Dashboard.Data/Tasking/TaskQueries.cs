using Dashboard.Core.Tasking;

namespace Dashboard.Data.Tasking;

/// <summary>Core's rules about tasks as the database can be asked them.</summary>
internal static class TaskQueries
{
    /// <summary>Those of which their person still has something to do: <see cref="TaskSteps.IsOpen"/>.</summary>
    public static IQueryable<AreaTask> Open(this IQueryable<AreaTask> tasks) => tasks.Where(t => t.State == TaskState.Given || t.State == TaskState.Accepted);
}
