using Dashboard.Core.Assessments;
using Dashboard.Core.Tasking;
using Dashboard.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tasking;

/// <summary>Keys, lengths and relations of the tables of tasks.</summary>
internal static class TaskMapping
{
    private const int Code = 30;
    private const int Name = 400;

    public static void Apply(ModelBuilder model)
    {
        Tasks(model);
        model.Entity<TaskNotice>(table =>
        {
            table.ToTable("TaskNotices");
            table.HasKey(n => new { n.TaskId, n.PersonId, n.Kind });
            table.HasOne<AreaTask>().WithMany().HasForeignKey(n => n.TaskId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Tasks(ModelBuilder model) => model.Entity<AreaTask>(table =>
    {
        table.ToTable("Tasks");
        table.HasKey(t => t.Id);
        table.HasIndex(t => new { t.AssessmentId, t.Area });
        table.HasOne<Assessment>().WithMany().HasForeignKey(t => t.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.Property(t => t.Area).HasMaxLength(Code);
        table.Property(t => t.Reason).HasMaxLength(TaskRule.ReasonLength);
        table.Property(t => t.GivenBy).HasMaxLength(Name);
        table.Property(t => t.Version).IsConcurrencyToken();
    });
}
