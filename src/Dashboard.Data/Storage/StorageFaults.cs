using Dashboard.Core;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Storage;

/// <summary>Says what a fault of the storage means for the person who runs the program, and the way out.</summary>
public static class StorageFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    // SQL Server: a row with this key exists (unique index; primary key or unique constraint).
    private const int DuplicateInIndex = 2601;
    private const int DuplicateKey = 2627;

    // SQLite: the same, as extended result codes of SQLITE_CONSTRAINT.
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    /// <summary>The sentence for a fault that has a way out; null for any other.</summary>
    public static string? Explain(Exception fault, DatabaseOptions options) => fault switch
    {
        InputException known => known.Message,
        SqliteException sqlite => Explain(sqlite.SqliteErrorCode, options),
        SqlException server => $"SQL Server does not answer or refuses the work (error {server.Number}): check the connection string, the server and the rights of the account.",
        UnauthorizedAccessException => $"The data folder '{options.Folder}' cannot be written by this account: choose another one with --data, or change its rights.",
        IOException when !options.IsSqlServer && !Directory.Exists(options.Folder) => $"The data folder '{options.Folder}' cannot be made: choose another one with --data.",
        _ => fault.InnerException is { } inner ? Explain(inner, options) : null,
    };

    /// <summary>Whether a save failed because a row with its key exists already.</summary>
    public static bool IsDuplicate(Exception fault) => fault.InnerException switch
    {
        SqlException server => server.Number is DuplicateInIndex or DuplicateKey,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqlitePrimaryKey or SqliteUnique,
        _ => false,
    };

    private static string? Explain(int code, DatabaseOptions options) => code switch
    {
        NotADatabase => $"'{options.File}' is not a database: move it away, or choose another folder with --data.",
        Corrupt => $"The database '{options.File}' is damaged: restore the last backup.",
        CannotOpen => $"The database '{options.File}' cannot be opened: its folder must exist and be writable by this account.",
        ReadOnly => $"The database '{options.File}' cannot be written: make the file and its folder writable by this account, or choose another folder with --data.",
        Busy or Locked => $"Another process has kept the database '{options.File}' locked for half a minute: wait for it, or end it.",
        Full => $"The disk of '{options.File}' is full: free some room. Nothing was half saved.",
        InputOutput => $"The disk of '{options.File}' cannot be read or written: check the disk and its mount.",
        _ => null,
    };
}
