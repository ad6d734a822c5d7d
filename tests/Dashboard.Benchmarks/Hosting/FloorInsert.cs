using Microsoft.Data.Sqlite;

namespace Dashboard.Benchmarks.Hosting;

/// <summary>The least that a save can be: one row in one transaction that is on the disk when it is answered.</summary>
internal static class FloorInsert
{
    public static void Map(WebApplication app, string folder)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "floor.db"), DefaultTimeout = 30 }.ToString();
        Run(connection, "PRAGMA journal_mode = WAL", "CREATE TABLE Floor (Id INTEGER PRIMARY KEY, Indicator TEXT NOT NULL, Level INTEGER NOT NULL)");
        app.MapPost(MeasuredHost.FloorAddress, () => Run(connection, "PRAGMA synchronous = FULL", "BEGIN IMMEDIATE", "INSERT INTO Floor (Indicator, Level) VALUES ('LAN-1', 3)", "COMMIT"));
    }

    private static void Run(string source, params string[] statements)
    {
        using var connection = new SqliteConnection(source);
        connection.Open();
        using var command = connection.CreateCommand();
        foreach (var statement in statements)
        {
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
