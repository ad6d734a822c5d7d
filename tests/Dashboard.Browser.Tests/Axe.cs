using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The reader of pages that finds what keeps people out of them.</summary>
internal static class Axe
{
    // All rules; but what they find in order is not described place by place, which takes most of the time on a page with many places.
    private static readonly AxeRunOptions ViolationsOnly = new() { ResultTypes = [ResultType.Violations] };

    public static async Task<AxeResultItem[]> ViolationsAsync(this IPage page) => (await page.RunAxe(ViolationsOnly)).Violations;
}
