using Dashboard.Core.Forms;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Forms;

/// <summary>The table of an alliance's own forms.</summary>
internal static class FormMapping
{
    private const int Hash = 64;
    private const int Person = 400;

    public static void Apply(ModelBuilder model) => model.Entity<Form>(table =>
    {
        table.HasKey(f => f.Code);
        table.Property(f => f.Code).HasMaxLength(FormRule.CodeLength);
        table.Property(f => f.Name).HasMaxLength(FormRule.NameLength);
        table.Property(f => f.File);
        table.Property(f => f.Hash).HasMaxLength(Hash);
        table.Property(f => f.ChangedBy).HasMaxLength(Person);
        table.Property(f => f.ChangedAt);
    });
}
