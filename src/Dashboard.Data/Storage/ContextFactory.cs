using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Storage;

/// <summary>Makes one short-lived context for each operation, for the provider that is configured.</summary>
public sealed class ContextFactory(DatabaseOptions options) : IDbContextFactory<DashboardContext>
{
    private readonly Func<DashboardContext> _create = options.IsSqlServer ? SqlServer(options) : Sqlite(options);

    public DashboardContext CreateDbContext() => _create();

    private static Func<DashboardContext> Sqlite(DatabaseOptions options)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = options.File, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        var built = new DbContextOptionsBuilder<SqliteDashboardContext>()
            .UseSqlite(connection)
            .AddInterceptors(new SqlitePragmas())
            .Options;
        return () => new SqliteDashboardContext(built);
    }

    private static Func<DashboardContext> SqlServer(DatabaseOptions options)
    {
        var built = new DbContextOptionsBuilder<SqlServerDashboardContext>()
            .UseSqlServer(options.ConnectionString, server =>
            {
                server.EnableRetryOnFailure();
                if (options.MaxBatchSize is { } size)
                    server.MaxBatchSize(size);
                if (options.CompatibilityLevel is { } level)
                    server.UseCompatibilityLevel(level);
            })
            .Options;
        return () => new SqlServerDashboardContext(built);
    }
}
