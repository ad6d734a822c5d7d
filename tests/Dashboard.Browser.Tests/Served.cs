using System.Diagnostics;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Dashboard.Data.Tests.Storage;
using Dashboard.Web;
using Dashboard.Web.CommandLine;

namespace Dashboard.Browser.Tests;

/// <summary>The program as its operator runs it: a process of its own over a folder of its own, and commands beside it.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-served-").FullName;
    private readonly (string Name, string Value)[] _configuration;
    private readonly bool _demo;
    private Process? _process;

    private Served((string Name, string Value)[] configuration, bool demo) => (_configuration, _demo) = (configuration, demo);

    /// <summary>Where it serves.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What it says beside that: the way to the first account.</summary>
    public string SetUpLink { get; private set; } = "";

    /// <summary>Where it stores.</summary>
    public DatabaseOptions Database => new() { Folder = _folder };

    /// <summary>Over an empty folder.</summary>
    public static async Task<Served> StartAsync(params IEnumerable<(string Name, string Value)> configuration)
    {
        var served = new Served([.. configuration], demo: false);
        await served.RunAsync("http://127.0.0.1:0");
        served.SetUpLink = After(await served._process!.StandardError.ReadLineAsync(), "once: ");
        return served;
    }

    /// <summary>With demonstration data.</summary>
    public static async Task<Served> DemonstrateAsync(params IEnumerable<(string Name, string Value)> configuration)
    {
        var served = new Served([.. configuration], demo: true);
        await Site.SetUpAsync(new Settings(served.Database, ClassificationLadder.Default, "JPN", Demo: true), TimeProvider.System);
        await served.RunAsync("http://127.0.0.1:0");
        return served;
    }

    /// <summary>Ends it as kill -9 does: nothing of it runs any more, whatever it was about to do.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it again, at the same address over the same data.</summary>
    public Task StartAgainAsync() => RunAsync(Address);

    /// <summary>The output of a command on the same data.</summary>
    public async Task<string> CommandAsync(params string[] command)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        Assert.True(await Commands.RunAsync([.. command, "--data", _folder], output, errors) == 0, errors.ToString());
        return output.ToString().Trim();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        await KeptDatabase.RemoveAsync(Database, _folder);
    }

    private async Task RunAsync(string address)
    {
        string[] demo = _demo ? ["--demo"] : [];
        var start = new ProcessStartInfo("dotnet", [typeof(DashboardApp).Assembly.Location, "serve", "--urls", address, "--data", _folder, .. demo])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _configuration)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        // Read, so that the process never waits for room to write.
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        Address = After(await _process.StandardError.ReadLineAsync(), "Serving ").TrimEnd('.');
    }

    private static string After(string? line, string mark)
    {
        var parts = (line ?? "").Split(mark, 2);
        Assert.True(parts.Length == 2, $"'{line}' does not say '{mark}'.");
        return parts[1].Split(' ')[0];
    }
}
