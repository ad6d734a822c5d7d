using System.Collections.Concurrent;
using System.Text.Json;
using Dashboard.Benchmarks.Hosting;
using Microsoft.Playwright;

namespace Dashboard.Benchmarks.Saves;

/// <summary>
/// A room full of planners: each has the scoring page of one assessment open in a real browser, with its circuit, and changes one answer a
/// second through the endpoint of the page's script. How long the server works on a save, and how much of a core it needs for them and for
/// pages on which nothing happens; compared with a bare endpoint that inserts one row in one transaction, asked as often in the same run.
/// SAVES_SECONDS and SAVES_PLANNERS make it shorter or smaller.
/// </summary>
internal static class SaveTimes
{
    private const int AtOnce = 5;

    // What is made once, for the first saves, is not what a save costs.
    private const int WarmUpSeconds = 3;
    private const string Persona = "planner-jpn";
    private const string Sheet = "/scoring/MNE";
    private const string Changes = "/scoring/changes";

    private static readonly int Planners = Number("SAVES_PLANNERS", 50);
    private static readonly int Seconds = Number("SAVES_SECONDS", 60);

    public static async Task MeasureAsync()
    {
        var (floor, floorCores) = await FloorAsync();
        await using var browser = await Browser.LaunchAsync();
        await using var server = await ServerProcess.StartAsync(MeasuredHost.Product);
        await using var person = await browser.PersonAsync(server.Address, Persona);
        var (answers, watcher) = await OpenAsync(person);
        using var client = await server.ClientAsync(Persona);
        await AtTheirPaceAsync(planner => answers.ChangeAsync(client, planner), WarmUpSeconds);
        var seen = await SeenByOthers.MeasureAsync(watcher, answers.Row(0), () => answers.ChangeAsync(client, 0));
        var idle = await CoresAsync(client, () => Task.Delay(TimeSpan.FromSeconds(Seconds)));
        var busy = await CoresAsync(client, () => AtTheirPaceAsync(planner => answers.ChangeAsync(client, planner), Seconds));
        double[] times = [.. (await ServerProcess.TimesAsync(client, Changes)).TakeLast(Planners * Seconds).Order()];

        await Console.Out.WriteLineAsync($"\n| {Planners} planners, {Seconds} s | requests | p50 ms | p95 ms | p99 ms | p95 / floor | cores |\n|---|---:|---:|---:|---:|---:|---:|");
        await WriteAsync("bare insert", floor, floor, floorCores);
        await WriteAsync("save", times, floor, busy);
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"| pages open, nothing happens | | | | | | {idle:0.00} |"));
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"\nOn another of {Planners} open pages {At(seen, 50):0} ms after it was acknowledged, {At(seen, 95):0} ms at p95, {seen[^1]:0} ms at most, of {seen.Length} changes one after the other."));
        await Console.Out.WriteLineAsync($"\nConflicts among the saves: {answers.Conflicts}. Not done: {answers.Refused}.");
    }

    private static async Task<(double[] Times, double Cores)> FloorAsync()
    {
        await using var server = await ServerProcess.StartAsync(MeasuredHost.Bare);
        using var client = await server.ClientAsync();
        await AtTheirPaceAsync(InsertAsync, WarmUpSeconds);
        var cores = await CoresAsync(client, () => AtTheirPaceAsync(InsertAsync, Seconds));
        return ([.. (await ServerProcess.TimesAsync(client, MeasuredHost.FloorAddress)).TakeLast(Planners * Seconds).Order()], cores);

        async Task InsertAsync(int planner) => (await client.PostAsync(MeasuredHost.FloorAddress, null)).EnsureSuccessStatusCode();
    }

    // Each planner on their own second, all of them spread over it.
    private static Task AtTheirPaceAsync(Func<int, Task> change, int seconds) => Task.WhenAll(Enumerable.Range(0, Planners).Select(async planner =>
    {
        await Task.Delay(TimeSpan.FromSeconds((double)planner / Planners));
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var n = 0; n < seconds; n++)
        {
            await change(planner);
            await second.WaitForNextTickAsync();
        }
    }));

    private static async Task<double> CoresAsync(HttpClient client, Func<Task> work)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var before = await ServerProcess.ProcessorAsync(client);
        await work();
        return (await ServerProcess.ProcessorAsync(client) - before) / clock.Elapsed.TotalSeconds;
    }

    private static async Task<(Answers Answers, IPage Last)> OpenAsync(IBrowserContext person)
    {
        var facts = "";
        for (var opened = 0; opened < Planners; opened += AtOnce)
            await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, Planners - opened)).Select(async _ =>
            {
                var page = await person.NewPageAsync();
                await page.GotoAsync(Sheet);
                await page.WaitForSelectorAsync("[data-interactive=true]");
                facts = await page.EvaluateAsync<string>("document.getElementById('facts').dataset.facts");
            }));
        return (new Answers(JsonDocument.Parse(facts).RootElement), person.Pages[^1]);
    }

    private static Task WriteAsync(string name, double[] times, double[] floor, double cores) => Console.Out.WriteLineAsync(FormattableString.Invariant(
        $"| {name} | {times.Length} | {At(times, 50):0.00} | {At(times, 95):0.00} | {At(times, 99):0.00} | {At(times, 95) / At(floor, 95):0.0} | {cores:0.00} |"));

    private static double At(double[] sorted, int percent) => sorted[(sorted.Length - 1) * percent / 100];

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : otherwise;

    /// <summary>The answers of the sheet as the planners know them: each works on a row of their own, as far as there are rows.</summary>
    private sealed class Answers(JsonElement page)
    {
        private readonly string _account = page.GetProperty("outbox").GetProperty("account").GetString()!;
        private readonly int _assessment = page.GetProperty("facts").GetProperty("assessment").GetInt32();
        private readonly string[] _rows = [.. page.GetProperty("facts").GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("code").GetString()!)];
        private readonly ConcurrentDictionary<string, int> _versions = new(page.GetProperty("facts").GetProperty("rows").EnumerateArray()
            .Select(row => KeyValuePair.Create(row.GetProperty("code").GetString()!, row.GetProperty("stored").GetProperty("version").GetInt32())));

        private int _conflicts, _refused, _changes;

        public int Conflicts => _conflicts;

        public int Refused => _refused;

        public string Row(int planner) => _rows[planner % _rows.Length];

        /// <returns>The level that was sent.</returns>
        public async Task<int> ChangeAsync(HttpClient client, int planner)
        {
            var row = Row(planner);
            var number = Interlocked.Increment(ref _changes);
            var answer = await client.PostAsJsonAsync(Changes, new
            {
                account = _account,
                assessment = _assessment,
                indicator = row,
                state = "scored",
                level = number % 6,
                confidence = "high",
                rationale = "Measured",
                @base = _versions[row],
                change = new Guid(number, 0, 0, new byte[8]),
            });
            answer.EnsureSuccessStatusCode();
            var reply = await answer.Content.ReadFromJsonAsync<JsonElement>();
            if (reply.GetProperty("outcome").GetString() is "conflict")
                Interlocked.Increment(ref _conflicts);
            else if (reply.GetProperty("outcome").GetString() is "refused")
                Interlocked.Increment(ref _refused);
            if (reply.GetProperty("stored") is { ValueKind: JsonValueKind.Object } stored)
                _versions[row] = stored.GetProperty("version").GetInt32();
            return number % 6;
        }
    }
}
