using Dashboard.Core;
using Dashboard.Core.Language;
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
        SqlException server => Texts.Refusal("Storage.Server", server.Number),
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
        NotADatabase => Texts.Refusal("Storage.NotADatabase", options.File),
        Corrupt => Texts.Refusal("Storage.Corrupt", options.File),
        CannotOpen => Texts.Refusal("Storage.CannotOpen", options.File),
        ReadOnly => Texts.Refusal("Storage.ReadOnly", options.File),
        Busy or Locked => Texts.Refusal("Storage.Busy", options.File),
        Full => Texts.Refusal("Storage.Full", options.File),
        InputOutput => Texts.Refusal("Storage.InputOutput", options.File),
        _ => null,
    };
}
