using System.IO.Compression;
using System.Text.RegularExpressions;
using Dashboard.Core.Release;
using Dashboard.Web.Tests.CommandLine;
using Dashboard.Web.Tests.Security.Guarded;

namespace Dashboard.Web.Tests.Security.Canaries;

/// <summary>Everything that somebody gets from the server and from the command line, as text.</summary>
internal static partial class Reader
{
    /// <summary>What an address gives, with its status and headers; of a workbook every part.</summary>
    public static async Task<string> GetAsync(HttpClient client, string address, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await client.SendAsync(request);
        var head = $"{(int)answer.StatusCode} {answer.Headers.Location} {answer.Content.Headers.ContentDisposition}\n";
        return head + (answer.Content.Headers.ContentType?.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) == true
            ? await PartsAsync(await answer.Content.ReadAsStreamAsync())
            : await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What a command prints and writes, for a reader of a nation and clearance.</summary>
    public static async Task<string> RunAsync(GuardedServer server, Viewer reader, string command)
    {
        var file = Path.Combine(server.DataPath, "out.xlsx");
        File.Delete(file);
        var words = command.Split(' ').Select(word => word == "@file" ? file : word);
        var run = await Run.OfAsync([.. words, "--as", $"{reader.Nation}/{reader.Clearance}", "--data", server.DataPath]);
        var written = "";
        if (File.Exists(file))
        {
            await using var stream = File.OpenRead(file);
            written = await PartsAsync(stream);
        }

        return $"{run.ExitCode}\n{run.Output}\n{run.Errors}\n{written}";
    }

    /// <summary>The text without what differs from one request to the next: tokens, numbers of circuits and of parts, the head of the audit.</summary>
    public static string Steady(string text) => Varying().Replace(text, "~");

    private static async Task<string> PartsAsync(Stream workbook)
    {
        using var zip = new ZipArchive(workbook);
        var parts = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            parts.Add($"{entry.FullName}\n{await reader.ReadToEndAsync()}");
        }

        return string.Join('\n', parts.OrderBy(Steady, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"<!--Blazor.*?-->|CfDJ8[\w+/=%-]+|[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}|[0-9]+:[0-9a-f]{64}|\bR[0-9a-f]{15,17}\b|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z|\b[0-9A-Z]{13}:[0-9A-F]{8}\b|(?<=challenge&quot;:&quot;)[\w-]+|(?<=&quot;outbox&quot;:\{)[^}]+|(?<=<path d=""M4 4h1v1h-1z)[^""]+|(?<=""key-text"">)[A-Z2-7 ]+|(?<=[Ee]ntry |[Ee]ntrée )[0-9]+(?=,| <code)|(?<=audit-EST-)[0-9]+|\bmud[a-z]+[0-9a-z]{8}\b|Id=""R[^""]*""", RegexOptions.Singleline)]
    private static partial Regex Varying();
}
