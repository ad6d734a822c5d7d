using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Dashboard.Web.Tests.CommandLine;
using Microsoft.AspNetCore.Builder;

namespace Dashboard.Web.Tests.Health;

public sealed class HealthTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task Health_OfAServerThatRuns_IsGood()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Equal("Healthy", await client.GetStringAsync("/health"));
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task Ready_WithoutItsDatabase_IsNot()
    {
        await using var app = await StartAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.WriteAllText(Path.Combine(_folder.Path, "dashboard.db"), new string('x', 9000));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task Serve_OnABusyPort_SaysWhatToDoInOneSentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        // A process of its own, so that whatever it logs is seen too.
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(DashboardApp).Assembly.Location, "serve", "--urls", address, "--data", _folder.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, process.ExitCode);
        Assert.Equal($"The address {address} is in use: end the program that uses it, or choose another with --urls.", (await errors).Trim());
        Assert.DoesNotContain("   at ", await output);
    }

    private async Task<WebApplication> StartAsync()
    {
        var settings = new Settings(new DatabaseOptions { Folder = _folder.Path }, ClassificationLadder.Default, "JPN", Demo: false);
        var app = await DashboardApp.BuildAsync(settings, "http://127.0.0.1:0");
        await app.StartAsync();
        return app;
    }
}
