using System.CommandLine;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Release;
using Dashboard.Data;
using Dashboard.Data.Storage;

namespace Dashboard.Web.CommandLine;

/// <summary>One run of a command: its stores, its reader and where it writes.</summary>
internal sealed class Session(ServiceProvider services, Installation installation, Viewer viewer, ParseResult options) : IAsyncDisposable
{
    public Installation Installation => installation;

    public Viewer Viewer => viewer;

    /// <summary>What was given on the command line.</summary>
    public ParseResult Options => options;

    public TextWriter Output => options.InvocationConfiguration.Output;

    public TextWriter Errors => options.InvocationConfiguration.Error;

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Records that something leaves, before it does: it is the operator who takes it, also when they read as somebody else.</summary>
    public Task<AuditHead> RecordAsync(AuditFact fact, CancellationToken cancel)
    {
        var operating = Viewer.Operator(installation.HomeNation, Get<ClassificationLadder>());
        return Get<AuditedWrites>().RecordAsync(
            operating, viewer.Name == operating.Name ? fact : fact with { Subject = $"{fact.Subject}/as-{viewer.Nation}-{viewer.Clearance}" }, cancel);
    }

    /// <summary>Opens the database that the options name, brings it up to date, and sets up who reads.</summary>
    /// <param name="create">Whether a missing database is made; --demo always makes one.</param>
    public static async Task<Session> OpenAsync(ParseResult options, Settings settings, bool create, CancellationToken cancel)
    {
        var services = new ServiceCollection().AddDashboardData(settings.Database, settings.Ladder, settings.Accounts, settings.SignOff).BuildServiceProvider();
        try
        {
            await services.GetRequiredService<DatabaseSetup>().PrepareAsync(create || settings.Demo, cancel);
            var installations = services.GetRequiredService<InstallationStore>();
            var installation = create || settings.Demo
                ? await installations.EnsureAsync(settings.HomeNation, settings.Demo, cancel)
                : await installations.FindAsync(cancel)
                    ?? throw new InputException("Nothing has been set up in this database yet: begin with 'cycle add' or 'serve', or add --demo to fill it with demonstration data.");
            var viewer = options.GetValue(SharedOptions.As) is { } name
                ? Reader(name, settings.Ladder)
                : Viewer.Operator(installation.HomeNation, settings.Ladder);
            return new Session(services, installation, viewer, options);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static Viewer Reader(string name, ClassificationLadder ladder)
    {
        var parts = name.Split('/', 2);
        return Viewer.Reader(Country.Require(parts[0]).Alpha3, parts.Length > 1 ? ladder.Require(parts[1]) : ladder.Lowest);
    }
}
