using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The reader of pages that finds what keeps people out of them.</summary>
internal static class Axe
{
    // All rules; but what they find in order is not described place by place, which takes most of the time on a page with many places.
    private static readonly AxeRunOptions ViolationsOnly = new() { ResultTypes = [ResultType.Violations] };

    // Areas of a sheet besides the one that is worked on: their rows are made as its rows are.
    private static readonly AxeRunContext Once = new() { Exclude = [new AxeSelector("#grid .area:not(:has(.current)), .opinion-area ~ .opinion-area")] };

    /// <param name="page">The page.</param>
    /// <param name="isKnown">Whether it was read before in another state: what repeats on it is not read again.</param>
    public static async Task<AxeResultItem[]> ViolationsAsync(this IPage page, bool isKnown = false) =>
        (isKnown ? await page.RunAxe(Once, ViolationsOnly) : await page.RunAxe(ViolationsOnly)).Violations;
}
