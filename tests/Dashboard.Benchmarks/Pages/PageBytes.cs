using System.Diagnostics;
using System.IO.Compression;
using Dashboard.Benchmarks.Hosting;
using Microsoft.Playwright;

namespace Dashboard.Benchmarks.Pages;

/// <summary>What a browser with an empty cache loads for a page of the published program: only that sends its files as users get them.</summary>
internal static class PageBytes
{
    private static readonly (string Name, string Address, string Persona)[] Pages =
    [
        ("shell (not found)", "/not-found", "executive-jpn"),
        ("gaps against NATO", "/gaps/JPN?against=NATO", "executive-jpn"),
        ("overview", "/overview/JPN?against=NATO", "executive-jpn"),
        ("compare", "/compare/JPN?against=NATO", "executive-jpn"),
        ("trend", "/trend/JPN?against=NATO", "executive-jpn"),
        ("slides", "/present/JPN?against=NATO", "executive-jpn"),
        ("scoring", "/scoring/MNE", "planner-jpn"),
    ];

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-published-").FullName;
        try
        {
            await PublishAsync(Path.Combine(folder, "program"));
            await using var server = await ServerProcess.StartAsync(
                Path.Combine(folder, "program", "Dashboard.Web.dll"), ["serve", "--demo", "--data", Path.Combine(folder, "data"), "--urls", "http://127.0.0.1:0"]);
            await using var browser = await Browser.LaunchAsync();
            foreach (var (name, address, persona) in Pages)
                await MeasureAsync(name, await browser.PersonAsync(server.Address, persona), address);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string name, IBrowserContext person, string address)
    {
        await Console.Out.WriteLineAsync($"\n| {name} | bytes | as sent | encoding | headers | gzip would be | Brotli would be |\n|---|---:|---:|---|---:|---:|---:|");
        var (whole, sent) = (0, 0);
        foreach (var request in await VisitAsync(person, address))
        {
            var response = (await request.ResponseAsync())!;
            var (body, sizes) = (await response.BodyAsync(), await request.SizesAsync());
            var encoding = (await response.AllHeadersAsync()).GetValueOrDefault("content-encoding", "");
            (whole, sent) = (whole + body.Length, sent + sizes.ResponseBodySize);
            var compressed = encoding.Length == 0 ? $"{Compressed(body, s => new GZipStream(s, CompressionLevel.Fastest))} | {Compressed(body, s => new BrotliStream(s, CompressionLevel.Fastest))}" : "|";
            await Console.Out.WriteLineAsync($"| {new Uri(request.Url).AbsolutePath} | {body.Length} | {sizes.ResponseBodySize} | {encoding} | {sizes.ResponseHeadersSize} | {compressed} |");
        }

        await Console.Out.WriteLineAsync($"| together | {whole} | {sent} | | | | |");
        // What comes from the cache is told as less than nothing: headers that were not sent are subtracted.
        var again = 0;
        foreach (var request in await VisitAsync(person, address))
            again += Math.Max(0, (await request.SizesAsync()).ResponseBodySize);
        await Console.Out.WriteLineAsync($"| at the next visit | | {again} | | | | |");
        await person.DisposeAsync();
    }

    private static async Task<List<IRequest>> VisitAsync(IBrowserContext person, string address)
    {
        var page = await person.NewPageAsync();
        List<IRequest> requests = [];
        page.RequestFinished += (_, request) => requests.Add(request);
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        // Some may still end while the ones that have are told.
        return [.. requests];
    }

    // The level that the server's own compression would use.
    private static long Compressed(byte[] body, Func<Stream, Stream> compress)
    {
        using var into = new MemoryStream();
        using (var stream = compress(into))
            stream.Write(body);
        return into.ToArray().Length;
    }

    private static async Task PublishAsync(string folder)
    {
        var source = Path.Combine(Root(), "src", "Dashboard.Web");
        using var publish = Process.Start("dotnet", ["publish", source, "-c", "Release", "-o", folder, "--nologo", "-v", "quiet"]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException("The program could not be published.");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run this from the source tree.");
        return folder.FullName;
    }
}
