using Dashboard.Benchmarks.Hosting;
using Microsoft.Playwright;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>
/// What the server keeps for each planner on the scoring page, compared with a page that holds nothing but MudBlazor's grid of as many
/// rows as the scoring page has indicators, and with an empty circuit. Each in fresh processes, in turns; at once, when the runtime's pools
/// still hold what opening the pages took, and when they have given it back.
/// </summary>
internal static class CircuitMemory
{
    private const int Rounds = 2;
    private const int WarmUps = 5;
    private const int Circuits = 50;
    private const int AtOnce = 5;

    // The runtime's pools give back in a collection what has lain idle for half a minute.
    private static readonly TimeSpan UntilSettled = TimeSpan.FromSeconds(40);

    private static readonly (string Name, string Host, string Address, string? Persona)[] Pages =
    [
        ("empty circuit", MeasuredHost.Bare, "/empty", null),
        ("bare grid", MeasuredHost.Bare, "/grid", null),
        ("scoring", MeasuredHost.Product, "/scoring/MNE", "planner-jpn"),
    ];

    public static async Task MeasureAsync()
    {
        await Console.Out.WriteLineAsync("\n| Page | round | KB a circuit at once | / bare grid | settled | / bare grid |\n|---|---:|---:|---:|---:|---:|");
        await using var browser = await Browser.LaunchAsync();
        for (var round = 1; round <= Rounds; round++)
        {
            var kept = new Dictionary<string, (double AtOnce, double Settled)>();
            foreach (var page in Pages)
                kept[page.Name] = await KeptAsync(browser, page.Host, page.Address, page.Persona);
            var floor = kept["bare grid"];
            foreach (var (name, (atOnce, settled)) in kept)
                await Console.Out.WriteLineAsync(FormattableString.Invariant(
                    $"| {name} | {round} | {atOnce / 1024:0} | {atOnce / floor.AtOnce:0.00} | {settled / 1024:0} | {settled / floor.Settled:0.00} |"));
        }
    }

    private static async Task<(double AtOnce, double Settled)> KeptAsync(Browser browser, string host, string address, string? persona)
    {
        await using var server = await ServerProcess.StartAsync(host);
        using var client = await server.ClientAsync();
        await using var person = await browser.PersonAsync(server.Address, persona);
        // What is made once, for the first visitors, is not what a circuit costs. They stay: a circuit that ends is not freed at once.
        await OpenAsync(person, address, WarmUps);
        var atOnceBefore = await ServerProcess.HeapAsync(client);
        await Task.Delay(UntilSettled);
        var before = await ServerProcess.HeapAsync(client);
        await OpenAsync(person, address, Circuits);
        var atOnce = await ServerProcess.HeapAsync(client);
        await Task.Delay(UntilSettled);
        var settled = await ServerProcess.HeapAsync(client);
        return ((double)(atOnce.Live - atOnceBefore.Live) / Circuits, (double)(settled.Live - before.Live) / Circuits);
    }

    private static async Task OpenAsync(IBrowserContext person, string address, int count)
    {
        for (var opened = 0; opened < count; opened += AtOnce)
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
            {
                var page = await person.NewPageAsync();
                await page.GotoAsync(address);
                await page.WaitForSelectorAsync("[data-interactive=true]");
            }));
    }
}
