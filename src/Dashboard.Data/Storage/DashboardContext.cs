using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Forms;
using Dashboard.Core.Tasking;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Forms;
using Dashboard.Data.Opinions;
using Dashboard.Data.Tasking;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Data.Storage;

/// <summary>The tables, the same for both providers. Core's types are what is stored; accounts are Identity's.</summary>
public abstract class DashboardContext(DbContextOptions options) : IdentityUserContext<Person, Guid>(options), IDataProtectionKeyContext
{
    private static readonly IServiceProvider IdentityServices = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<StoredFramework> Frameworks => Set<StoredFramework>();

    public DbSet<CountryGroup> Groups => Set<CountryGroup>();

    public DbSet<Form> Forms => Set<Form>();

    public DbSet<Cycle> Cycles => Set<Cycle>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<Score> Scores => Set<Score>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Signature> Signatures => Set<Signature>();

    public DbSet<Opinion> Opinions => Set<Opinion>();

    public DbSet<OpinionAnswer> OpinionAnswers => Set<OpinionAnswer>();

    public DbSet<AreaTask> Tasks => Set<AreaTask>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<SignInSession> Sessions => Set<SignInSession>();

    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();

    /// <summary>The keys that cookies and forms are sealed with: in the database, so that a second node opens what the first sealed.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    // Where Identity 10.0 looks for its schema version when it makes the model; it does not ask the property above.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseApplicationServiceProvider(IdentityServices);

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => Conventions.Apply(configuration);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Mapping.Apply(builder);
        ReviewMapping.Apply(builder);
        AccountMapping.Apply(builder);
        TaskMapping.Apply(builder);
        OpinionMapping.Apply(builder);
        FormMapping.Apply(builder);
    }
}

/// <summary>The embedded default.</summary>
public sealed class SqliteDashboardContext(DbContextOptions<SqliteDashboardContext> options) : DashboardContext(options);

/// <summary>The production database.</summary>
public sealed class SqlServerDashboardContext(DbContextOptions<SqlServerDashboardContext> options) : DashboardContext(options);
