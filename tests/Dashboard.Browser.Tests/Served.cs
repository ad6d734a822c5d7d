using System.Diagnostics;
using Dashboard.Web;
using Dashboard.Web.CommandLine;

namespace Dashboard.Browser.Tests;

/// <summary>The program as its operator runs it: a process of its own over an empty folder, and commands beside it.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-served-").FullName;
    private readonly Process _process;

    private Served(IEnumerable<(string Name, string Value)> configuration)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DashboardApp).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0", "--data", _folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in configuration)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        // Read, so that the process never waits for room to write.
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    /// <summary>Where it serves.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What it says beside that: the way to the first account.</summary>
    public string SetUpLink { get; private set; } = "";

    public static async Task<Served> StartAsync(params IEnumerable<(string Name, string Value)> configuration)
    {
        var served = new Served(configuration);
        served.Address = After(await served._process.StandardError.ReadLineAsync(), "Serving ").TrimEnd('.');
        served.SetUpLink = After(await served._process.StandardError.ReadLineAsync(), "once: ");
        return served;
    }

    /// <summary>The output of a command on the same data.</summary>
    public async Task<string> CommandAsync(params string[] command)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        Assert.True(await Commands.RunAsync([.. command, "--data", _folder], output, errors) == 0, errors.ToString());
        return output.ToString().Trim();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static string After(string? line, string mark)
    {
        var parts = (line ?? "").Split(mark, 2);
        Assert.True(parts.Length == 2, $"'{line}' does not say '{mark}'.");
        return parts[1].Split(' ')[0];
    }
}
