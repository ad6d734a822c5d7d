using Dashboard.Data.Storage;
using Dashboard.Data.Tests.Storage;
using Dashboard.Web.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.CommandLine;

/// <summary>One run of the program: what it printed and how it ended.</summary>
public sealed record Run(int ExitCode, string Output, string Errors)
{
    public static async Task<Run> OfAsync(params string[] args)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await Commands.RunAsync(args, output, errors);
        return new Run(code, output.ToString(), errors.ToString());
    }

    /// <summary>The output of a run that must succeed.</summary>
    public static async Task<string> OutputOfAsync(params string[] args)
    {
        var run = await OfAsync(args);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Output;
    }
}

/// <summary>A data folder for a test.</summary>
public class DataFolder : IAsyncLifetime
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dashboard-tests-").FullName;

    public DatabaseOptions Options => new() { Folder = Path };

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Lets a database be made here, or takes a copy of one that was made the same way.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="clock">When it is made.</param>
    /// <param name="make">Makes it.</param>
    public Task FillAsync(string kind, TimeProvider clock, Func<Task> make) =>
        KeptDatabase.FillAsync(clock == TimeProvider.System ? kind : $"{kind} at {clock.GetUtcNow():O}", Options, make);

    /// <summary>The same with an installation of Japan that these services' own stores make.</summary>
    public async Task FillAsync(IServiceProvider stores, bool demonstration)
    {
        await FillAsync($"installation, demonstration {demonstration}", stores.GetRequiredService<TimeProvider>(), async () =>
        {
            await stores.GetRequiredService<DatabaseSetup>().PrepareAsync(create: true);
            await stores.GetRequiredService<InstallationStore>().EnsureAsync("JPN", demonstration);
        });
        await stores.GetRequiredService<DatabaseSetup>().PrepareAsync(create: false);
    }

    public async ValueTask DisposeAsync()
    {
        await KeptDatabase.RemoveAsync(Options, Path);
        GC.SuppressFinalize(this);
    }
}

/// <summary>A data folder with the demonstration data, shared by tests that only read.</summary>
public sealed class DemonstrationFolder : DataFolder
{
    public override async ValueTask InitializeAsync() =>
        await FillAsync("demonstration by a command", TimeProvider.System, () => Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--demo", "--data", Path));
}
