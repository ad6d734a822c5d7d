using Dashboard.Core.Assessments;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Opinions;

/// <summary>Keys, lengths and relations of the tables of second opinions.</summary>
internal static class OpinionMapping
{
    private const int Code = 30;
    private const int Name = 400;

    public static void Apply(ModelBuilder model)
    {
        model.Entity<Opinion>(table =>
        {
            table.HasKey(o => o.Id);
            table.HasIndex(o => new { o.AssessmentId, o.Reviewer }).IsUnique();
            // Asked with every reading: who scores blind now.
            table.HasIndex(o => o.State);
            table.HasOne<Assessment>().WithMany().HasForeignKey(o => o.AssessmentId).OnDelete(DeleteBehavior.Restrict);
            table.Property(o => o.Reviewer).HasMaxLength(Name);
        });
        model.Entity<OpinionAnswer>(table =>
        {
            table.HasKey(a => new { a.OpinionId, a.Indicator });
            table.HasOne<Opinion>().WithMany().HasForeignKey(a => a.OpinionId).OnDelete(DeleteBehavior.Restrict);
            table.Property(a => a.Indicator).HasMaxLength(Code);
            table.ComplexProperty(a => a.Answer, answer => answer.Property(a => a.Rationale).HasMaxLength(Answer.RationaleLength));
            table.ComplexProperty(a => a.Beside!, answer => answer.Property(a => a!.Rationale).HasMaxLength(Answer.RationaleLength));
            table.Property(a => a.Version).IsConcurrencyToken();
        });
    }
}
