using Dashboard.Core.Assessments;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Assessments;

/// <summary>The tables of what is said of answers and vouched for.</summary>
internal static class ReviewMapping
{
    private const int Code = 30;
    private const int Name = 400;

    public static void Apply(ModelBuilder model)
    {
        model.Entity<Comment>(table =>
        {
            table.HasKey(c => c.Id);
            table.HasIndex(c => new { c.AssessmentId, c.Indicator });
            table.HasOne<Assessment>().WithMany().HasForeignKey(c => c.AssessmentId).OnDelete(DeleteBehavior.Restrict);
            table.Property(c => c.Indicator).HasMaxLength(Code);
            table.Property(c => c.Text).HasMaxLength(Comment.TextLength);
            table.Property(c => c.By).HasMaxLength(Name);
            table.Property(c => c.ResolvedBy).HasMaxLength(Name);
            table.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<Signature>(table =>
        {
            table.HasKey(s => new { s.AssessmentId, s.Step, s.Area });
            table.HasOne<Assessment>().WithMany().HasForeignKey(s => s.AssessmentId).OnDelete(DeleteBehavior.Restrict);
            table.Property(s => s.Area).HasMaxLength(Code);
            table.Property(s => s.By).HasMaxLength(Name);
            table.Property(s => s.Seal).HasMaxLength(64);
        });
    }
}
