using System.Collections.Concurrent;
using Dashboard.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Storage;

/// <summary>
/// Databases that the product made once in this process, kept to be copied: making and filling one takes longer than most tests. Each test
/// has a file of its own all the same, and the product finds it like one that was restored from a copy.
/// </summary>
public static class KeptDatabase
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(byte[] File, object? Told)>>> Kept = [];

    /// <summary>Fills an embedded database that is not there yet.</summary>
    /// <param name="kind">What it holds: whatever is made differently has another name.</param>
    /// <param name="options">Where it is to be.</param>
    /// <param name="make">Makes it there; done by the first of the process alone, whose test then goes on with what it made.</param>
    public static Task FillAsync(string kind, DatabaseOptions options, Func<Task> make) => FillAsync<object?>(kind, options, async () =>
    {
        await make();
        return null;
    });

    /// <inheritdoc cref="FillAsync(string, DatabaseOptions, Func{Task})"/>
    /// <returns>What making it told, which must not be changeable.</returns>
    public static async Task<T> FillAsync<T>(string kind, DatabaseOptions options, Func<Task<T>> make)
    {
        var isMade = false;
        var kept = await Kept.GetOrAdd(kind, _ => new(async () =>
        {
            isMade = true;
            var told = await make();
            return (await FileOfAsync(options), told);
        })).Value;
        if (!isMade)
            await File.WriteAllBytesAsync(options.File, kept.File);
        return (T)kept.Told!;
    }

    /// <summary>Closes what the product keeps open of an embedded database, and of no other: they are other tests'.</summary>
    private static void Close(DatabaseOptions options)
    {
        using var context = new ContextFactory(options).CreateDbContext();
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }

    /// <summary>Removes the folder of an embedded database whose product has ended. What a page had begun to read when it was closed is waited for.</summary>
    public static async Task RemoveAsync(DatabaseOptions options, string folder)
    {
        for (var tries = 0; ; tries++)
        {
            Close(options);
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (tries < 50)
            {
                await Task.Delay(100);
            }
        }
    }

    // What lies in the write-ahead log is in it too.
    private static async Task<byte[]> FileOfAsync(DatabaseOptions options)
    {
        var copy = Path.GetTempFileName();
        File.Delete(copy);
        await using (var context = new ContextFactory(options).CreateDbContext())
            await context.Database.ExecuteSqlAsync($"VACUUM INTO {copy}");
        var bytes = await File.ReadAllBytesAsync(copy);
        File.Delete(copy);
        return bytes;
    }
}
