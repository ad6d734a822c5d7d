using Dashboard.Core.Release;
using Dashboard.Data.Storage;

namespace Dashboard.Web;

/// <summary>What one start of the program is given: by configuration, and by options of the command line over it.</summary>
/// <param name="Database">Where the data is.</param>
/// <param name="Ladder">The classifications in use.</param>
/// <param name="HomeNation">Home nation of a new installation, alpha-3.</param>
/// <param name="Demo">Whether demonstration data is asked for.</param>
public sealed record Settings(DatabaseOptions Database, ClassificationLadder Ladder, string HomeNation, bool Demo)
{
    /// <summary>appsettings.json beside the program, then environment variables.</summary>
    public static IConfiguration Configuration() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>Reads the settings of a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="folder">A data folder that goes before the configured one; null for none.</param>
    /// <param name="demo">Whether demonstration data is asked for.</param>
    public static Settings From(IConfiguration configuration, string? folder, bool demo)
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        var ladder = configuration.GetSection("Classifications").Get<string[]>() is { Length: > 0 } levels
            ? new ClassificationLadder([.. levels])
            : ClassificationLadder.Default;
        // A folder named on the command line means the embedded database there, whatever is configured.
        return new Settings(
            folder is null ? database : database with { Folder = folder, ConnectionString = "" },
            ladder, configuration["HomeNation"] is { Length: > 0 } home ? home : "JPN", demo);
    }
}
