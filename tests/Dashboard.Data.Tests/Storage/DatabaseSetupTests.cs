using Dashboard.Core;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Data.Tests.Storage;

/// <summary>What an embedded database may be found to be.</summary>
public sealed class DatabaseSetupTests : IAsyncDisposable
{
    private readonly SqliteHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Prepare_WithoutAFolder_SaysWhatToDo()
    {
        var options = await OptionsAsync();
        var missing = options with { Folder = Path.Combine(options.Folder, "missing") };
        var fault = await Assert.ThrowsAsync<InputException>(() => PrepareAsync(missing, create: false));
        Assert.Contains("does not exist", fault.Message);
        Assert.False(Directory.Exists(missing.Folder));
    }

    [Fact]
    public async Task Folder_ThatIsMade_IsForItsAccountAlone()
    {
        var options = await OptionsAsync();
        var made = options with { Folder = Path.Combine(options.Folder, "new") };
        await PrepareAsync(made);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(made.Folder));
    }

    [Fact]
    public async Task Prepare_WithoutADatabase_SaysWhatToDo() =>
        Assert.Contains("holds no database", (await Assert.ThrowsAsync<InputException>(async () => await PrepareAsync(await OptionsAsync(), create: false))).Message);

    [Fact]
    public async Task Prepare_OfAFileThatIsNoDatabase_SaysSoAndLeavesIt()
    {
        var options = await OptionsAsync();
        var text = new string('x', 5000);
        await File.WriteAllTextAsync(options.File, text);
        var fault = await Assert.ThrowsAsync<SqliteException>(() => PrepareAsync(options));
        Assert.Contains("is not a database", StorageFaults.Explain(fault, options));
        Assert.Equal(text, await File.ReadAllTextAsync(options.File));
    }

    [Fact]
    public async Task Prepare_OfAnotherProgramsDatabase_IsRefused()
    {
        var options = await OptionsAsync();
        await RunAsync(options, "CREATE TABLE Recipes (Id INTEGER PRIMARY KEY)");
        Assert.Contains("another program", (await Assert.ThrowsAsync<InputException>(() => PrepareAsync(options))).Message);
    }

    [Fact]
    public async Task Prepare_OfANewerDatabase_IsRefused()
    {
        var options = await OptionsAsync();
        await PrepareAsync(options);
        await RunAsync(options, "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '99.0.0')");
        var fault = await Assert.ThrowsAsync<InputException>(() => PrepareAsync(options));
        Assert.Contains("newer version", fault.Message);
        Assert.Contains("29991231000000_Later", fault.Message);
    }

    [Fact]
    public async Task Prepare_AfterAKilledMigration_GoesOn()
    {
        var options = await OptionsAsync();
        await RunAsync(options, """
            CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00');
            """);
        await PrepareAsync(options).WaitAsync(TimeSpan.FromSeconds(30));
        await using var context = new ContextFactory(options).CreateDbContext();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Setup_ByTwoAtTheSameTime_IsDoneOnce()
    {
        var options = await OptionsAsync();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            await using var services = Services(options);
            await services.GetRequiredService<DatabaseSetup>().PrepareAsync(create: true);
            await services.GetRequiredService<InstallationStore>().EnsureAsync("JPN", demonstration: true);
        })));
        await using var context = new ContextFactory(options).CreateDbContext();
        Assert.Equal(1, await context.Installations.CountAsync());
    }

    [Fact]
    public async Task Demonstration_OverRealData_IsRefused()
    {
        await using var services = Services(await OptionsAsync());
        await services.GetRequiredService<DatabaseSetup>().PrepareAsync(create: true);
        await services.GetRequiredService<InstallationStore>().EnsureAsync("EST", demonstration: false);
        var fault = await Assert.ThrowsAsync<InputException>(() => services.GetRequiredService<InstallationStore>().EnsureAsync("EST", demonstration: true));
        Assert.Contains("real data", fault.Message);
        Assert.Equal(new Installation("EST", false), await services.GetRequiredService<InstallationStore>().FindAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connections_KeepTheLogAheadAndSyncInFull(bool restored)
    {
        var options = await OptionsAsync();
        await PrepareAsync(options);
        if (restored)
        {
            SqliteConnection.ClearAllPools();
            await RunAsync(options, "PRAGMA journal_mode = DELETE");
            await PrepareAsync(options);
        }

        await using var context = new ContextFactory(options).CreateDbContext();
        Assert.Equal(["wal"], await context.Database.SqlQuery<string>($"PRAGMA journal_mode").ToListAsync());
        Assert.Equal([2], await context.Database.SqlQuery<int>($"PRAGMA synchronous").ToListAsync());
    }

    private Task<DatabaseOptions> OptionsAsync() => _host.OpenAsync();

    private static ServiceProvider Services(DatabaseOptions options) =>
        new ServiceCollection().AddDashboardData(options, ClassificationLadder.Default).BuildServiceProvider();

    private static async Task PrepareAsync(DatabaseOptions options, bool create = true)
    {
        await using var services = Services(options);
        await services.GetRequiredService<DatabaseSetup>().PrepareAsync(create);
    }

    private static async Task RunAsync(DatabaseOptions options, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={options.File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
