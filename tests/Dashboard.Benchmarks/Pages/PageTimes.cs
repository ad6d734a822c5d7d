using Dashboard.Benchmarks.Hosting;

namespace Dashboard.Benchmarks.Pages;

/// <summary>
/// How long the server works on a page, and what it allocates, compared with the page that says "not found": the shell with who is signed
/// in, and nothing else. All pages in each turn, in an order that changes, so that what else the machine does falls on all alike.
/// </summary>
internal static class PageTimes
{
    // Until the runtime has compiled again, for speed, what is asked often.
    private const int WarmUps = 3000;
    private const int Turns = 300;
    private const int AllocationTurns = 50;

    // The first of each is the floor of the others.
    private static readonly (string Persona, Page[] Pages)[] Readers =
    [
        ("executive-jpn",
        [
            new("shell (not found)", "/not-found", "/not-found"),
            new("method", "/method", "/method"),
            new("gaps against NATO", "/gaps/JPN?against=NATO", "/gaps/{Subject}"),
            new("the same as JSON", "/gaps/JPN.json?against=NATO", "/gaps/{subject}.json"),
            new("overview", "/overview/JPN?against=NATO", "/overview/{Subject}"),
            new("an area", "/areas/JPN/LAN?against=NATO", "/areas/{Subject}/{Area}"),
            new("compare", "/compare/JPN?against=NATO", "/compare/{Subject}"),
            new("trend", "/trend/JPN?against=NATO", "/trend/{Subject}"),
            new("position", "/position/JPN?against=NATO", "/position/{Subject}"),
            new("requirements", "/requirements/JPN?against=NATO", "/requirements/{Subject}"),
            new("slides", "/present/JPN?against=NATO", "/present/{Subject}"),
        ]),
        ("planner-jpn", [new("shell, a planner's", "/not-found", "/not-found"), new("scoring, as sent", "/scoring/MNE", "/scoring/{Subject}")]),
    ];

    public static async Task MeasureAsync()
    {
        await Console.Out.WriteLineAsync("\n| Page | p50 ms | p95 ms | p50 / shell | p95 / shell | allocated KB |\n|---|---:|---:|---:|---:|---:|");
        foreach (var (persona, pages) in Readers)
            await MeasureAsync(persona, pages);
        await MeasureWidthAsync();
    }

    private static async Task MeasureAsync(string persona, Page[] pages)
    {
        await using var server = await ServerProcess.StartAsync(MeasuredHost.Product);
        using var client = await server.ClientAsync(persona);
        var order = new Random(Seed: 1);
        for (var turn = 0; turn < WarmUps + Turns; turn++)
        {
            Page[] shuffled = [.. pages];
            order.Shuffle(shuffled);
            foreach (var page in shuffled)
                await client.GetByteArrayAsync(page.Address);
        }

        var allocated = await AllocatedAsync(persona, pages);
        double[]? floor = null;
        foreach (var page in pages)
        {
            double[] times = [.. (await ServerProcess.TimesAsync(client, page.Route)).TakeLast(Turns).Order()];
            floor ??= times;
            await Console.Out.WriteLineAsync(FormattableString.Invariant(
                $"| {page.Name} | {At(times, 50):0.00} | {At(times, 95):0.00} | {At(times, 50) / At(floor, 50):0.0} | {At(times, 95) / At(floor, 95):0.0} | {allocated[page] / 1024:0} |"));
        }
    }

    // The same page against fifty countries and against all, in turn: every second time of the route is of the one.
    private static async Task MeasureWidthAsync()
    {
        await using var server = await ServerProcess.StartAsync(MeasuredHost.Wide);
        using var client = await server.ClientAsync("executive-jpn");
        await Console.Out.WriteLineAsync("\n| Page | 50 countries, p50 ms | 250 countries, p50 ms | ratio |\n|---|---:|---:|---:|");
        foreach (var (place, route) in new[] { ("gaps", "/gaps/{Subject}"), ("compare", "/compare/{Subject}"), ("position", "/position/{Subject}") })
        {
            foreach (var group in Enumerable.Repeat((string[])[WideCycle.Fifty, World.Everybody.Code], WarmUps + Turns).SelectMany(groups => groups))
                await client.GetByteArrayAsync($"/{place}/{World.Subject}?against={group}&cycle={WideCycle.Code}");
            var times = (await ServerProcess.TimesAsync(client, route)).TakeLast(2 * Turns).ToList();
            double[] few = [.. times.Where((_, i) => i % 2 == 0).Order()], all = [.. times.Where((_, i) => i % 2 == 1).Order()];
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"| {place} | {At(few, 50):0.00} | {At(all, 50):0.00} | {At(all, 50) / At(few, 50):0.00} |"));
        }
    }

    private static double At(double[] sorted, int percent) => sorted[(sorted.Length - 1) * percent / 100];

    // The asking itself allocates a little; it is shared by all requests between.
    private static async Task<Dictionary<Page, double>> AllocatedAsync(string persona, Page[] pages)
    {
        await using var server = await ServerProcess.StartAsync(MeasuredHost.Product, countsExactly: true);
        using var client = await server.ClientAsync(persona);
        var allocated = new Dictionary<Page, double>();
        foreach (var page in pages)
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
