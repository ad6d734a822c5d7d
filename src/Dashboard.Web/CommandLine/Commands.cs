using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Dashboard.Data.Storage;

namespace Dashboard.Web.CommandLine;

/// <summary>The one program's commands. Exit codes: 0 done, 1 it could not be done (one sentence says why), 2 wrong usage.</summary>
public static class Commands
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>Runs a command line.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        // The command line speaks English on every machine; pages run under the culture of their request.
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var parsed = Root().Parse(args);
        parsed.InvocationConfiguration.Output = output;
        parsed.InvocationConfiguration.Error = errors;
        parsed.InvocationConfiguration.EnableDefaultExceptionHandler = false;
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync("Try --help.");
            return WrongUsage;
        }

        return await parsed.InvokeAsync();
    }

    /// <summary>An action that opens a session; known faults become one sentence and exit code 1.</summary>
    internal static void Does(this Command command, bool create, Func<ParseResult, Session, CancellationToken, Task<int>> action) =>
        command.Does(create, options => options, (options, session, cancel) => action(options, session, cancel));

    /// <summary>The same for a command whose input is read first: bad input then leaves no trace in the data folder.</summary>
    internal static void Does<T>(this Command command, bool create, Func<ParseResult, T> read, Func<T, Session, CancellationToken, Task<int>> action) =>
        command.SetAction((options, cancel) => GuardAsync(options, async settings =>
        {
            var input = read(options);
            await using var session = await Session.OpenAsync(options, settings, create, cancel);
            return await action(input, session, cancel);
        }));

    /// <summary>Runs <paramref name="action"/> with the settings; known faults become one sentence and exit code 1.</summary>
    internal static async Task<int> GuardAsync(ParseResult options, Func<Settings, Task<int>> action)
    {
        var database = new DatabaseOptions();
        try
        {
            var settings = Settings.From(Settings.Configuration(), options.GetValue(SharedOptions.Data), options.GetValue(SharedOptions.Demo));
            database = settings.Database;
            return await action(settings);
        }
        catch (Exception fault) when (StorageFaults.Explain(fault, database) is not null)
        {
            await options.InvocationConfiguration.Error.WriteLineAsync(StorageFaults.Explain(fault, database));
            return Failed;
        }
    }

    internal static RootCommand Root()
    {
        var root = new RootCommand(
            "Allied Cyber Readiness Dashboard: where does a country stand against its allies, how sure is that, and who says so? Without a command it serves the web pages.")
        {
            SharedOptions.Data,
            SharedOptions.Demo,
            SharedOptions.As,
            GapsCommand.Create(),
            BriefingCommand.Create(),
            ScoresCommand.Create(),
            ImportCommand.Create(),
            ScoreCommand.Create(),
            AssessmentCommand.Create(),
            CatalogCommands.Cycle(),
            CatalogCommands.Framework(),
            GroupCommand.Create(),
            FormCommand.Create(),
            AccountCommand.Create(),
            AuditCommand.Create(),
        };
        return ServeCommand.AddTo(root);
    }
}
