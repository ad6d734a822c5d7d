using Microsoft.Playwright;

namespace Dashboard.Benchmarks.Saves;

/// <summary>How soon a change stands on somebody else's open page, from when the server has acknowledged it, in milliseconds by the clock of one machine.</summary>
internal static class SeenByOthers
{
    private const int Changes = 30;

    /// <param name="watcher">An open page on which nobody does anything.</param>
    /// <param name="row">Code of the indicator that is changed.</param>
    /// <param name="change">Changes its level to another, and returns it once the change is acknowledged.</param>
    /// <returns>Sorted.</returns>
    public static async Task<double[]> MeasureAsync(IPage watcher, string row, Func<Task<int>> change)
    {
        await watcher.EvaluateAsync(
            "code => { const row = document.querySelector(`[data-indicator='${code}']`); window.seen = {};" +
            " new MutationObserver(() => { const level = row.querySelector('[aria-pressed=true][data-level]')?.dataset.level; if (level) window.seen[level] ??= Date.now(); })" +
            ".observe(row, { subtree: true, attributes: true }); }",
            row);
        var taken = new double[Changes];
        for (var n = 0; n < Changes; n++)
        {
            await watcher.EvaluateAsync("window.seen = {}");
            var level = await change();
            var acknowledged = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            var seen = await watcher.WaitForFunctionAsync("level => window.seen[level]", level, new() { PollingInterval = 20 });
            taken[n] = Math.Max(0, (await seen.JsonValueAsync<double>()) - acknowledged);
        }

        Array.Sort(taken);
        return taken;
    }
}
