using Dashboard.Web.CommandLine;

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

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A data folder with the demonstration data, shared by tests that only read.</summary>
public sealed class DemonstrationFolder : DataFolder
{
    public override async ValueTask InitializeAsync() => await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--demo", "--data", Path);
}
