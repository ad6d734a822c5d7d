using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Release;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Storage;

/// <summary>Keys, lengths and relations of the tables.</summary>
internal static class Mapping
{
    private const int Code = 30;
    private const int Country = 3;
    private const int Title = 400;

    public static void Apply(ModelBuilder model)
    {
        model.Entity<Installation>(table =>
        {
            table.Property<int>("Id").ValueGeneratedNever();
            table.HasKey("Id");
            table.Property(i => i.HomeNation).HasMaxLength(Country);
            table.Property(i => i.IsDemonstration);
        });
        model.Entity<StoredFramework>(table =>
        {
            table.HasKey(f => new { f.Code, f.Version });
            table.Property(f => f.Code).HasMaxLength(Code);
            table.Property(f => f.Version).HasMaxLength(Code);
            table.Property(f => f.Hash).HasMaxLength(64);
            table.Property(f => f.Json);
        });
        model.Entity<CountryGroup>(table =>
        {
            table.HasKey(g => g.Code);
            table.Property(g => g.Code).HasMaxLength(Code);
            table.Property(g => g.Names);
            table.Property(g => g.Memberships);
        });
        model.Entity<Cycle>(table =>
        {
            table.HasKey(c => c.Code);
            table.Property(c => c.Code).HasMaxLength(Code);
            table.Property(c => c.FrameworkCode).HasMaxLength(Code);
            table.Property(c => c.FrameworkVersion).HasMaxLength(Code);
            table.HasOne<StoredFramework>().WithMany().HasForeignKey(c => new { c.FrameworkCode, c.FrameworkVersion }).OnDelete(DeleteBehavior.Restrict);
        });
        Assessments(model);
        Audit(model);
    }

    private static void Assessments(ModelBuilder model)
    {
        model.Entity<Assessment>(table =>
        {
            table.HasKey(a => a.Id);
            table.HasIndex(a => new { a.Cycle, a.Country, a.Assessor, a.Basis, a.Revision }).IsUnique();
            table.HasOne<Cycle>().WithMany().HasForeignKey(a => a.Cycle).OnDelete(DeleteBehavior.Restrict);
            table.Property(a => a.Cycle).HasMaxLength(Code);
            table.Property(a => a.Country).HasMaxLength(Country);
            table.Property(a => a.Assessor).HasMaxLength(Country);
            table.ComplexProperty(a => a.Marking, Lengths);
        });
        model.Entity<Score>(table =>
        {
            table.HasKey(s => new { s.AssessmentId, s.Indicator });
            table.HasOne<Assessment>().WithMany().HasForeignKey(s => s.AssessmentId).OnDelete(DeleteBehavior.Restrict);
            table.Property(s => s.Indicator).HasMaxLength(Code);
            table.ComplexProperty(s => s.Answer, answer => answer.Property(a => a.Rationale).HasMaxLength(Answer.RationaleLength));
            table.Property(s => s.Version).IsConcurrencyToken();
            table.Property(s => s.ChangedBy).HasMaxLength(Title);
            table.Property(s => s.AgreedBy).HasMaxLength(Title);
            table.ComplexProperty(s => s.Marking, Lengths!);
        });
        model.Entity<Evidence>(table =>
        {
            table.HasKey(e => e.Id);
            table.HasIndex(e => new { e.AssessmentId, e.Indicator });
            table.HasOne<Assessment>().WithMany().HasForeignKey(e => e.AssessmentId).OnDelete(DeleteBehavior.Restrict);
            table.Property(e => e.Indicator).HasMaxLength(Code);
            table.Property(e => e.Title).HasMaxLength(EvidenceRule.TextLength);
            table.Property(e => e.Source).HasMaxLength(EvidenceRule.TextLength);
            table.Property(e => e.Reference).HasMaxLength(EvidenceRule.TextLength);
            table.Property(e => e.Version).IsConcurrencyToken();
            table.ComplexProperty(e => e.Marking, Lengths!);
        });
    }

    private static void Audit(ModelBuilder model)
    {
        model.Entity<AuditEntry>(table =>
        {
            table.HasKey(e => e.Sequence);
            table.Property(e => e.Sequence).ValueGeneratedNever();
            table.HasIndex(e => e.ChangeId);
            // The history of one answer is looked up among all entries.
            table.HasIndex(e => e.Subject);
            table.Property(e => e.Actor).HasMaxLength(Title);
            table.Property(e => e.Nation).HasMaxLength(Country);
            table.Property(e => e.Action).HasMaxLength(Code);
            table.Property(e => e.Subject).HasMaxLength(Title);
            table.Property(e => e.Hash).HasMaxLength(32);
            table.Ignore(e => e.ContentText);
        });
        model.Entity<AuditHead>(table =>
        {
            table.Property<int>("Id").ValueGeneratedNever();
            table.HasKey("Id");
            table.Property(h => h.Sequence);
            table.Property(h => h.Hash).HasMaxLength(32);
            table.Ignore(h => h.HashText);
            table.HasData(new { Id = 1, AuditHead.Empty.Sequence, AuditHead.Empty.Hash });
        });
    }

    private static void Lengths(ComplexPropertyBuilder<Marking> marking)
    {
        marking.Property(m => m.Classification).HasMaxLength(Code);
        marking.Property(m => m.ReleasableTo).HasMaxLength(Marking.ReleasesLength);
        marking.Property(m => m.Compilation).HasMaxLength(Code);
        marking.Ignore(m => m.Releases);
        marking.Ignore(m => m.FollowsAssessment);
    }
}
