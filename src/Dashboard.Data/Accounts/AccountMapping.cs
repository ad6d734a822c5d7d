using Dashboard.Core.Release;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>Keys, lengths and relations of the tables of accounts; Identity has mapped its own already.</summary>
internal static class AccountMapping
{
    /// <summary>Most characters of what a browser says of itself that are kept.</summary>
    public const int DeviceLength = 200;

    public static void Apply(ModelBuilder model)
    {
        model.Entity<Person>(table =>
        {
            table.ToTable("People");
            table.Property(p => p.Nation).HasMaxLength(3);
            table.Property(p => p.Clearance).HasMaxLength(30);
            table.Property(p => p.Language).HasMaxLength(10).HasDefaultValue("");
            table.Property(p => p.UserName).IsRequired();
            table.Property(p => p.NormalizedUserName).IsRequired();
            table.Ignore(p => p.PhoneNumber);
            table.Ignore(p => p.PhoneNumberConfirmed);
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("PersonClaims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("PersonLogins").Property(l => l.ProviderKey).HasMaxLength(IssuerClaims.SubjectLength);
        model.Entity<IdentityUserToken<Guid>>().ToTable("PersonTokens");
        model.Entity<IdentityUserPasskey<Guid>>().ToTable("PersonPasskeys");
        model.Entity<SignInSession>(table =>
        {
            table.ToTable("Sessions");
            table.Property(s => s.Id).ValueGeneratedNever();
            table.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
            table.Property(s => s.Device).HasMaxLength(DeviceLength);
        });
        model.Entity<AccountLink>(table =>
        {
            table.ToTable("AccountLinks");
            table.Property(l => l.Id).ValueGeneratedNever();
            table.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(l => l.CodeHash).IsUnique();
            table.Property(l => l.CodeHash).HasMaxLength(32);
        });
        model.Entity<DataProtectionKey>().ToTable("DataProtectionKeys");
    }
}
