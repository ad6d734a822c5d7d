using System.Text.Json;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A change as a page sent it and the server's word on it, as the page got it.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Level">The level that was sent.</param>
/// <param name="Rationale">The reason that was sent.</param>
/// <param name="Base">The version that its writer saw.</param>
/// <param name="Change">The number of the change.</param>
/// <param name="Outcome">saved, conflict or refused.</param>
/// <param name="Version">The version that it made.</param>
/// <param name="IsAsStored">Whether a conflict is one in name alone: the same answer is stored already.</param>
internal sealed record Acknowledged(string Indicator, int? Level, string Rationale, int Base, Guid Change, string Outcome, int Version, bool IsAsStored)
{
    // Before the page's own script: what it is told, and each conflict that it puts before its planner.
    private const string Listen = """
        window.acknowledged = [];
        window.offered = [];
        const ask = window.fetch;
        window.fetch = async (address, how) => {
          const answer = await ask(address, how);
          if (String(address).endsWith('/scoring/changes') && answer.ok) {
            const sent = JSON.parse(how.body), got = await answer.clone().json();
            const isAsStored = ['state', 'level', 'confidence', 'rationale'].every(part => got.stored?.[part] === sent[part]);
            window.acknowledged.push({ ...sent, outcome: got.outcome, version: got.version, isAsStored });
          }
          return answer;
        };
        new MutationObserver(changes => {
          for (const node of changes.flatMap(change => [...change.addedNodes]))
            if (node.classList?.contains('extra-conflict'))
              window.offered.push(node.closest('[data-indicator]').dataset.indicator);
        }).observe(document, { childList: true, subtree: true });
        """;

    /// <summary>Listens on each document that the page opens from now on.</summary>
    public static Task ListenAsync(IPage page) => page.AddInitScriptAsync(Listen);

    /// <summary>What the page's document has been told so far.</summary>
    public static async Task<IReadOnlyList<Acknowledged>> OfAsync(IPage page) =>
        JsonSerializer.Deserialize<List<Acknowledged>>(await page.EvaluateAsync<string>("JSON.stringify(window.acknowledged)"), JsonSerializerOptions.Web)!;

    /// <summary>The rows under which the page put a conflict so far, one entry for each time.</summary>
    public static Task<string[]> OfferedAsync(IPage page) => page.EvaluateAsync<string[]>("window.offered");
}
