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

    private static readonly Page[] Pages =
        [new("shell (not found)", "/not-found", 200), new("gaps against NATO", "/gaps/JPN?against=NATO", 200), new("overview", "/overview/JPN?against=NATO", 200)];

    public static async Task MeasureAsync()
    {
        await using var server = await ServerProcess.StartAsync(MeasuredHost.Product);
        List<HttpClient> people = [];
        for (var i = 0; i < People; i++)
            people.Add(await server.ClientAsync("executive-jpn"));
        // Until the runtime has compiled again, for speed, what is asked often.
        foreach (var page in Pages)
            await ReadAsync(people, page, TimeSpan.FromSeconds(10));
        await Console.Out.WriteLineAsync($"\n| {People} readers, {Long.TotalSeconds:0} s each | pages a second | p50 ms | p99 ms | errors | server's MB |\n|---|---:|---:|---:|---:|---:|");
        foreach (var page in Pages)
        {
            var (times, errors) = await ReadAsync(people, page, Long);
            await Console.Out.WriteLineAsync(FormattableString.Invariant(
                $"| {page.Name} | {times.Length / Long.TotalSeconds:0} | {times[times.Length / 2]:0} | {times[times.Length * 99 / 100]:0} | {errors} | {server.Resident / 1_000_000:0} |"));
        }

        people.ForEach(client => client.Dispose());
    }

    private static async Task<(double[] Sorted, int Errors)> ReadAsync(List<HttpClient> people, Page page, TimeSpan until)
    {
        ConcurrentBag<double> times = [];
        var errors = 0;
        var begun = Stopwatch.StartNew();
        await Task.WhenAll(people.Select(async client =>
        {
            while (begun.Elapsed < until)
            {
                var asked = Stopwatch.StartNew();
                try
                {
                    using var answer = await client.GetAsync(page.Address);
                    await answer.Content.ReadAsByteArrayAsync();
                    if ((int)answer.StatusCode != page.Status)
                        Interlocked.Increment(ref errors);
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref errors);
                }

                times.Add(asked.Elapsed.TotalMilliseconds);
            }
        }));
        return ([.. times.Order()], errors);
    }

    private sealed record Page(string Name, string Address, int Status);
}
