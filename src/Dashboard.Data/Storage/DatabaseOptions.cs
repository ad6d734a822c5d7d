namespace Dashboard.Data.Storage;

/// <summary>Where and how the product stores, from the configuration section "Database".</summary>
public sealed record DatabaseOptions
{
    /// <summary>A SQL Server connection string; empty for the embedded SQLite file.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>The folder of the embedded database.</summary>
    public string Folder { get; init; } = "data";

    /// <summary>Most statements in one round trip to SQL Server; null for the provider's own choice. 1 for servers that do not understand MERGE.</summary>
    public int? MaxBatchSize { get; init; }

    /// <summary>Compatibility level of SQL Server, for example 150; null for the provider's own choice.</summary>
    public int? CompatibilityLevel { get; init; }

    public bool IsSqlServer => ConnectionString.Length > 0;

    /// <summary>The embedded database's file.</summary>
    public string File => Path.Combine(Folder, "dashboard.db");
}
