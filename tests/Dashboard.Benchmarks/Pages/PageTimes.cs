using Dashboard.Benchmarks.Hosting;

namespace Dashboard.Benchmarks.Pages;

/// <summary>
/// How long the server works on a page, and what it allocates, compared with the page that says "not found": the shell with who is signed
/// in, and nothing else. All pages in each turn, in an order that changes, so that what else the machine does falls on all alike.
/// </summary>
internal static class PageTimes
{
    private const int WarmUps = 60;
    private const int Turns = 300;
    private const int AllocationTurns = 50;

    // A planner of Japan: all pages are theirs.
    private const string Persona = "planner-jpn";

    private static readonly Page[] Pages =
    [
        new("shell (not found)", "/not-found", "/not-found"),
        new("method", "/method", "/method"),
        new("gaps against NATO", "/gaps/JPN?against=NATO", "/gaps/{Subject}"),
        new("the same as JSON", "/gaps/JPN.json?against=NATO", "/gaps/{subject}.json"),
        new("overview", "/", "/"),
        new("scoring, as sent", "/scoring/MNE", "/scoring/{Subject}"),
    ];

    public static async Task MeasureAsync()
    {
        await using var server = await ServerProcess.StartAsync(MeasuredHost.Product);
        using var client = await server.ClientAsync(Persona);
        var order = new Random(Seed: 1);
        for (var turn = 0; turn < WarmUps + Turns; turn++)
        {
            Page[] shuffled = [.. Pages];
            order.Shuffle(shuffled);
            foreach (var page in shuffled)
                await client.GetByteArrayAsync(page.Address);
        }

        var allocated = await AllocatedAsync();
        await Console.Out.WriteLineAsync("\n| Page | p50 ms | p95 ms | p50 / shell | p95 / shell | allocated KB |\n|---|---:|---:|---:|---:|---:|");
        double[]? floor = null;
        foreach (var page in Pages)
        {
            double[] times = [.. (await ServerProcess.TimesAsync(client, page.Route)).TakeLast(Turns).Order()];
            floor ??= times;
            await Console.Out.WriteLineAsync(FormattableString.Invariant(
                $"| {page.Name} | {At(times, 50):0.00} | {At(times, 95):0.00} | {At(times, 50) / At(floor, 50):0.0} | {At(times, 95) / At(floor, 95):0.0} | {allocated[page] / 1024:0} |"));
        }
    }

    private static double At(double[] sorted, int percent) => sorted[(sorted.Length - 1) * percent / 100];

    // The asking itself allocates a little; it is shared by all requests between.
    private static async Task<Dictionary<Page, double>> AllocatedAsync()
    {
        await using var server = await ServerProcess.StartAsync(MeasuredHost.Product, countsExactly: true);
        using var client = await server.ClientAsync(Persona);
        var allocated = new Dictionary<Page, double>();
        foreach (var page in Pages)
        {
            await AskAsync(page);
            var before = await ServerProcess.HeapAsync(client);
            await AskAsync(page);
            allocated[page] = (double)((await ServerProcess.HeapAsync(client)).Allocated - before.Allocated) / AllocationTurns;
        }

        return allocated;

        async Task AskAsync(Page page)
        {
            for (var i = 0; i < AllocationTurns; i++)
                await client.GetByteArrayAsync(page.Address);
        }
    }

    private sealed record Page(string Name, string Address, string Route);
}
