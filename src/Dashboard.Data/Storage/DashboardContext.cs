using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Storage;

/// <summary>The tables, the same for both providers. Core's types are what is stored.</summary>
public abstract class DashboardContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<StoredFramework> Frameworks => Set<StoredFramework>();

    public DbSet<CountryGroup> Groups => Set<CountryGroup>();

    public DbSet<Cycle> Cycles => Set<Cycle>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<Score> Scores => Set<Score>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => Conventions.Apply(configuration);

    protected override void OnModelCreating(ModelBuilder model) => Mapping.Apply(model);
}

/// <summary>The embedded default.</summary>
public sealed class SqliteDashboardContext(DbContextOptions<SqliteDashboardContext> options) : DashboardContext(options);

/// <summary>The production database.</summary>
public sealed class SqlServerDashboardContext(DbContextOptions<SqlServerDashboardContext> options) : DashboardContext(options);
