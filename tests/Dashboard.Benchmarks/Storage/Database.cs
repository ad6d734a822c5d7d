using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Benchmarks.Storage;

/// <summary>A new embedded database beside the program (on its disk, not in memory), removed at the end.</summary>
internal sealed class Database : IDisposable
{
    private readonly DatabaseOptions _options;
    private readonly ServiceProvider _services;

    private Database(string name)
    {
        _options = new DatabaseOptions { Folder = Path.Combine(AppContext.BaseDirectory, "benchmark-" + name) };
        Remove();
        _services = new ServiceCollection().AddDashboardData(_options, ClassificationLadder.Default).BuildServiceProvider();
    }

    public static Viewer Operator { get; } = Viewer.Operator(World.Subject, ClassificationLadder.Default);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public DashboardContext Context() => Get<IDbContextFactory<DashboardContext>>().CreateDbContext();

    /// <summary>Set up, with the world's cycle and its sheets.</summary>
    public static async Task<Database> WithAsync(string name, World world, IEnumerable<AssessmentSheet> sheets)
    {
        var database = new Database(name);
        await database.Get<DatabaseSetup>().PrepareAsync(create: true);
        await database.Get<InstallationStore>().EnsureAsync(World.Subject, demonstration: false);
        await database.Get<AssessmentStore>().AddAsync(Operator, [.. sheets.Select(s => new NewSheet(s.Assessment, s.Scores, []))], (context, trail) =>
        {
            context.Cycles.Add(world.Cycle);
            context.Groups.Add(World.Everybody);
            trail.Record(new AuditFact("cycle-added", world.Cycle.Code, null, world.Cycle));
            return Task.CompletedTask;
        });
        return database;
    }

    /// <summary>A plain connection with the same durability as the product's.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _options.File, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
        command.ExecuteNonQuery();
        return connection;
    }

    public void Dispose()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        Remove();
    }

    private void Remove()
    {
        if (Directory.Exists(_options.Folder))
            Directory.Delete(_options.Folder, recursive: true);
    }
}
