using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Storage;

/// <summary>Brings the database to the shape that this program knows, and refuses one that it does not know.</summary>
public sealed class DatabaseSetup(DatabaseOptions options, IDbContextFactory<DashboardContext> contexts, TimeProvider clock)
{
    /// <summary>Checks the database and applies the migrations that it lacks.</summary>
    /// <param name="create">Whether a missing folder and database are made; else they are an error.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">The folder or database is missing, cannot be written, is not this product's, or is of a newer version.</exception>
    public async Task PrepareAsync(bool create, CancellationToken cancel = default)
    {
        if (!options.IsSqlServer)
            RequireFile(create);

        await using var context = await contexts.CreateDbContextAsync(cancel);
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        if (applied.Except(known).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new InputException($"The database {Name} was written by a newer version of this program (it has the migration {unknown}): install that version, or restore a backup made before.");
        if (applied.Count == 0 && await HasForeignTablesAsync(context, cancel))
            throw new InputException($"The database {Name} belongs to another program: choose another {(options.IsSqlServer ? "database" : "folder with --data")}.");
        if (!known.IsSubsetOf(applied))
            await MigrateAsync(context, cancel);
        // Of a new file, whose first look has made it before EF could, and of one that was restored from a copy: readers must not wait for writers.
        if (!options.IsSqlServer)
            await context.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancel);
    }

    private async Task MigrateAsync(DashboardContext context, CancellationToken cancel)
    {
        using var alone = options.IsSqlServer ? null : await SetupLock.TakeAsync(options.File, clock, cancel);
        if (!options.IsSqlServer)
            await RemoveDeadMigrationLockAsync(context, cancel);
        await context.Database.MigrateAsync(cancel);
    }

    private string Name => options.IsSqlServer ? "on SQL Server" : $"'{options.File}'";

    private void RequireFile(bool create)
    {
        if (!Directory.Exists(options.Folder))
        {
            if (!create)
                throw new InputException($"The data folder '{options.Folder}' does not exist: name an existing one with --data, or add --demo to make one with demonstration data.");
            MakeFolder();
        }

        if (!create && !File.Exists(options.File))
            throw new InputException($"The data folder '{options.Folder}' holds no database (dashboard.db): name another one with --data, add --demo to fill it with demonstration data, or begin with 'serve'.");
    }

    // Whoever reads the database reads everything: for the account that runs the program alone.
    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(options.Folder);
        else
            Directory.CreateDirectory(options.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<bool> HasForeignTablesAsync(DashboardContext context, CancellationToken cancel)
    {
        // The migration history and its lock may stand there without a row: from a set-up that was killed.
        var count = options.IsSqlServer
            ? context.Database.SqlQuery<int>($"SELECT COUNT(*) AS [Value] FROM [INFORMATION_SCHEMA].[TABLES] WHERE [TABLE_TYPE] = 'BASE TABLE' AND [TABLE_SCHEMA] = SCHEMA_NAME() AND [TABLE_NAME] NOT LIKE '[_][_]EF%'")
            : context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'");
        return (await count.ToListAsync(cancel))[0] > 0;
    }

    // Whoever holds the set-up lock is alone: a row in the migration lock can only be left over from a killed process, and the migrator would wait for it for ever.
    private static async Task RemoveDeadMigrationLockAsync(DashboardContext context, CancellationToken cancel)
    {
        var exists = await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(cancel);
        if (exists[0] > 0)
            await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
    }
}
