using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Dashboard.Benchmarks.Hosting;

/// <summary>A server in a process of its own, ended with this.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    /// <summary>How many bytes of memory it holds.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>This program as a server.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="countsExactly">
    /// Whether it has one heap that never changes, and counts to the byte what is allocated; else the product's own garbage collector.
    /// </param>
    public static Task<ServerProcess> StartAsync(string kind, bool countsExactly = false) =>
        StartAsync(typeof(ServerProcess).Assembly.Location, [MeasuredHost.Word, kind], countsExactly);

    /// <summary>Any program that says where it serves.</summary>
    public static async Task<ServerProcess> StartAsync(string program, string[] words, bool countsExactly = false)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. words]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_gcServer"] = countsExactly ? "0" : "1";
        var process = Process.Start(start)!;
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        List<string> said = [];
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The server ended: " + string.Join('\n', said)));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ServerProcess(process, await address.Task);

        void Hear(object _, DataReceivedEventArgs line)
        {
            lock (said)
                said.Add(line.Data ?? "");
            if (Serving().Match(line.Data ?? "") is { Success: true } match)
                address.TrySetResult(match.Groups[1].Value);
        }
    }

    /// <summary>A client without script; signed in as a persona unless it is null.</summary>
    public async Task<HttpClient> ClientAsync(string? persona = null)
    {
        var client = new HttpClient { BaseAddress = new Uri(Address) };
        if (persona is null)
            return client;
        var token = Token().Match(await client.GetStringAsync("/sign-in")).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("persona", persona), new("__RequestVerificationToken", token)]);
        (await client.PostAsync("/sign-in/persona", form)).EnsureSuccessStatusCode();
        return client;
    }

    public static async Task<Heap> HeapAsync(HttpClient client) => (await client.GetFromJsonAsync<Heap>(MeasuredHost.HeapAddress))!;

    /// <summary>Seconds that the processor has worked for it, on all cores together.</summary>
    public static Task<double> ProcessorAsync(HttpClient client) => client.GetFromJsonAsync<double>(MeasuredHost.ProcessorAddress);

    public static async Task<double[]> TimesAsync(HttpClient client, string route) =>
        (await client.GetFromJsonAsync<double[]>($"{MeasuredHost.TimesAddress}?route={Uri.EscapeDataString(route)}"))!;

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        // The published program does not read its input.
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"Serving (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Serving();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
