using System.Collections.Concurrent;
using System.Diagnostics;
using Dashboard.Benchmarks.Hosting;

namespace Dashboard.Benchmarks.Pages;

/// <summary>
/// Five hundred people who read at once, each signed in for themselves, each asking for the next page as soon as the last has come, for a
/// minute: the gaps page, and in another minute of the same run the page that says "not found". Readers and server share the processor.
/// </summary>
internal static class ManyReaders
{
    private const int People = 500;
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    public static async Task MeasureAsync()
    {
        await using var server = await ServerProcess.StartAsync(MeasuredHost.Product);
        List<HttpClient> people = [];
        for (var i = 0; i < People; i++)
            people.Add(await server.ClientAsync("executive-jpn"));
        await Console.Out.WriteLineAsync($"\n| {People} readers, {Long.TotalSeconds:0} s each | pages a second | p50 ms | p99 ms | errors |\n|---|---:|---:|---:|---:|");
        foreach (var (name, address, expected) in new[] { ("shell (not found)", "/not-found", 404), ("gaps against NATO", "/gaps/JPN?against=NATO", 200), ("overview", "/overview/JPN?against=NATO", 200) })
        {
            ConcurrentBag<double> times = [];
            var errors = 0;
            var begun = Stopwatch.StartNew();
            await Task.WhenAll(people.Select(async client =>
            {
                while (begun.Elapsed < Long)
                {
                    var asked = Stopwatch.StartNew();
                    try
                    {
                        using var answer = await client.GetAsync(address);
                        await answer.Content.ReadAsByteArrayAsync();
                        if ((int)answer.StatusCode != expected)
                            Interlocked.Increment(ref errors);
                    }
                    catch (HttpRequestException)
                    {
                        Interlocked.Increment(ref errors);
                    }

                    times.Add(asked.Elapsed.TotalMilliseconds);
                }
            }));
            double[] sorted = [.. times.Order()];
            await Console.Out.WriteLineAsync(FormattableString.Invariant(
                $"| {name} | {sorted.Length / begun.Elapsed.TotalSeconds:0} | {sorted[sorted.Length / 2]:0} | {sorted[sorted.Length * 99 / 100]:0} | {errors} |"));
        }

        people.ForEach(client => client.Dispose());
    }
}
