using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dashboard.Web.Tests.Security;

/// <summary>The program in a process of its own with a certificate, as an operator without a proxy runs it, and what it logs.</summary>
public sealed class EncryptedProgram : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-encrypted-").FullName;
    private Process _process = null!;

    /// <summary>Where it serves.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The lines of its log so far.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DashboardApp).Assembly.Location, "serve", "--urls", "https://127.0.0.1:0", "--data", Path.Combine(_folder, "data")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Kestrel__Certificates__Default__Path"] = Certificate();
        start.Environment["Kestrel__Certificates__Default__Password"] = "test";
        start.Environment["Limits__SignInsPerMinute"] = "2";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Log.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        var said = await _process.StandardError.ReadLineAsync();
        Assert.StartsWith("Serving https://", said);
        Address = new Uri(said!.Split(' ')[1].TrimEnd('.'));
    }

    /// <summary>The first line of the log that says something, as soon as it is there.</summary>
    public async Task<string> LoggedAsync(string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            if (Log.FirstOrDefault(line => line.Contains(what, StringComparison.Ordinal)) is { } found)
                return found;
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var file = Path.Combine(_folder, "certificate.pfx");
        File.WriteAllBytes(file, made.Export(X509ContentType.Pfx, "test"));
        return file;
    }
}
