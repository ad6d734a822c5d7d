using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Storage;
using Dashboard.Web.Accounts;
using Dashboard.Web.Mail;
using Dashboard.Web.Security;
using Microsoft.Data.SqlClient;

namespace Dashboard.Web;

/// <summary>What one start of the program is given: by configuration, and by options of the command line over it.</summary>
/// <param name="Database">Where the data is.</param>
/// <param name="Ladder">The classifications in use.</param>
/// <param name="HomeNation">Home nation of a new installation, alpha-3.</param>
/// <param name="Demo">Whether demonstration data is asked for.</param>
public sealed record Settings(DatabaseOptions Database, ClassificationLadder Ladder, string HomeNation, bool Demo)
{
    /// <summary>How much one person or address may ask of the server.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>Whether other machines are served without encryption: the operator answers for the wire.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>The mail server by which people are reminded; null for none.</summary>
    public MailOptions? Mail { get; init; }

    /// <summary>Who signs an assessment on its way into reports.</summary>
    public SignOffTerms SignOff { get; init; } = SignOffTerms.Default;

    private const string DefaultHomeNation = "JPN";

    /// <summary>How long sessions hold, and where the product is reached.</summary>
    public AccountOptions Accounts { get; init; } = new();

    /// <summary>Who vouches for people beside passwords, as configured; null for nobody.</summary>
    public IssuerOptions? OpenIdConnect { get; init; }

    /// <summary>The same, where it is used: in a demonstration everybody is a persona.</summary>
    internal IssuerOptions? Issuer => Demo ? null : OpenIdConnect;

    /// <summary>Whether the program was started in the Development environment, where demonstration data is the default.</summary>
    public static bool IsDevelopment =>
        ((string?[])[Configuration()["ASPNETCORE_ENVIRONMENT"], Configuration()["DOTNET_ENVIRONMENT"]]).Contains("Development", StringComparer.OrdinalIgnoreCase);

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
        if (folder is not null && string.IsNullOrWhiteSpace(folder))
            throw new InputException("The data folder has no name: give one with --data, or leave --data out.");
        var database = ReadDatabase(configuration);
        var ladder = configuration.GetSection("Classifications").Get<string[]>() is { Length: > 0 } levels
            ? new ClassificationLadder([.. levels])
            : ClassificationLadder.Default;
        // A folder named on the command line means the embedded database there, whatever is configured.
        return new Settings(
            folder is null ? database : database with { Folder = folder, ConnectionString = "" },
            ladder, Country.Require(configuration["HomeNation"] is { Length: > 0 } home ? home : DefaultHomeNation).Alpha3, demo)
        {
            Accounts = ReadAccounts(configuration),
            OpenIdConnect = IssuerOptions.Read(configuration, ladder),
            Mail = MailOptions.Read(configuration),
            Limits = ReadLimits(configuration),
            SignOff = configuration["SignOff"] is { Length: > 0 } steps ? SignOffTerms.Parse(steps) : SignOffTerms.Default,
            AllowPlainHttp = string.Equals(configuration["AllowPlainHttp"], "true", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static AccountOptions ReadAccounts(IConfiguration configuration)
    {
        const string rule = "SessionLife, Idle and Revalidation must be times above zero such as 12:00:00, PublicAddress an address such as https://readiness.example or empty";
        var options = Read<AccountOptions>(configuration, "Accounts", rule);
        return new[] { options.SessionLife, options.Idle, options.Revalidation }.All(time => time > TimeSpan.Zero)
            && (options.PublicAddress is not { Length: > 0 } address || Uri.IsWellFormedUriString(address, UriKind.Absolute))
            ? options
            : throw new InputException($"The configuration 'Accounts' cannot be read: {rule}.");
    }

    private static Limits ReadLimits(IConfiguration configuration)
    {
        const string rule = "SignInsPerMinute, ExportsPerMinute, RequestsPerMinute and CircuitsPerPerson must be whole numbers above 0";
        var limits = Read<Limits>(configuration, "Limits", rule);
        return new[] { limits.SignInsPerMinute, limits.ExportsPerMinute, limits.RequestsPerMinute, limits.CircuitsPerPerson }.All(limit => limit > 0)
            ? limits
            : throw new InputException($"The configuration 'Limits' cannot be read: {rule}.");
    }

    private static T Read<T>(IConfiguration configuration, string section, string rule) where T : new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new InputException($"The configuration '{section}' cannot be read: {rule}.", fault);
        }
    }

    private static DatabaseOptions ReadDatabase(IConfiguration configuration)
    {
        const string rule = "ConnectionString must be a SQL Server connection string or empty, MaxBatchSize and CompatibilityLevel whole numbers";
        var options = Read<DatabaseOptions>(configuration, "Database", rule);
        try
        {
            _ = new SqlConnectionStringBuilder(options.ConnectionString);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw new InputException($"The configuration 'Database' cannot be read: {rule}.", fault);
        }

        return options;
    }
}
