using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Storage;

/// <summary>Where a store test keeps its data.</summary>
public interface IDatabaseHost : IAsyncDisposable
{
    /// <summary>An existing or new database without a row of the product's.</summary>
    Task<DatabaseOptions> OpenAsync();

    /// <summary>Fills what was opened.</summary>
    /// <param name="kind">What it then holds.</param>
    /// <param name="options">What was opened.</param>
    /// <param name="make">Makes it, where it is not kept from before; what it tells must not be changeable.</param>
    Task<T> FillAsync<T>(string kind, DatabaseOptions options, Func<Task<T>> make);
}

/// <summary>A SQLite file of its own for each test.</summary>
public sealed class SqliteHost : IDatabaseHost
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-tests-").FullName;

    public Task<DatabaseOptions> OpenAsync() => Task.FromResult(new DatabaseOptions { Folder = _folder });

    public Task<T> FillAsync<T>(string kind, DatabaseOptions options, Func<Task<T>> make) => KeptDatabase.FillAsync(kind, options, make);

    public async ValueTask DisposeAsync() => await KeptDatabase.RemoveAsync(new DatabaseOptions { Folder = _folder }, _folder);
}

/// <summary>
/// The empty database that DASHBOARD_TEST_SQLSERVER names. Tests on it run one after the other; each leaves it empty. Needs no right
/// to create or drop databases. Database__MaxBatchSize and Database__CompatibilityLevel are honoured as in the product.
/// </summary>
public sealed class SqlServerHost : IDatabaseHost
{
    public const string Collection = "SQL Server";
    private const string Variable = "DASHBOARD_TEST_SQLSERVER";
    private DatabaseOptions? _options;

    public async Task<DatabaseOptions> OpenAsync()
    {
        var connection = Environment.GetEnvironmentVariable(Variable) ?? "";
        Assert.SkipWhen(connection.Length == 0, $"{Variable} names no SQL Server database.");
        _options = new DatabaseOptions
        {
            ConnectionString = connection,
            MaxBatchSize = Number("Database__MaxBatchSize"),
            CompatibilityLevel = Number("Database__CompatibilityLevel"),
        };
        await EmptyAsync(_options);
        return _options;
    }

    public Task<T> FillAsync<T>(string kind, DatabaseOptions options, Func<Task<T>> make) => make();

    public async ValueTask DisposeAsync()
    {
        if (_options is not null)
            await EmptyAsync(_options);
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;

    // Down through every migration, and then the history itself.
    private static async Task EmptyAsync(DatabaseOptions options)
    {
        await using var context = new ContextFactory(options).CreateDbContext();
        if ((await context.Database.GetAppliedMigrationsAsync()).Any())
            await context.Database.MigrateAsync("0");
        await context.Database.ExecuteSqlRawAsync("IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NOT NULL DROP TABLE [__EFMigrationsHistory];");
    }
}

/// <summary>Keeps the tests of the one SQL Server database from running at the same time.</summary>
[CollectionDefinition(SqlServerHost.Collection, DisableParallelization = true)]
public sealed class SqlServerTests;
