using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The reader of pages that finds what keeps people out of them.</summary>
internal static class Axe
{
    // Areas of a sheet besides the one that is worked on: their rows are made as its rows are.
    private const string Repeated = "#grid .area:not(:has(.current)), .opinion-area ~ .opinion-area";

    // All rules and the one of WCAG 2.2, or those that a theme can break; but what they find in order is not described place by place, which takes most of the time
    // on a page with many places.
    private const string Run =
        "async ([without, rules]) => (await axe.run(without ? { exclude: [[without]] } : document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } }, ...(rules && { runOnly: rules }) }))" +
        ".violations.flatMap(found => found.nodes.map(node => `${found.id} ${node.html}`))";

    private static readonly string[] Coloured = ["color-contrast", "link-in-text-block"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <param name="page">The page.</param>
    /// <param name="isKnown">Whether it was read before in another state: what repeats on it is not read again.</param>
    /// <param name="inOtherColours">Whether all of it was read in the other theme, which differs in colours only: what has to do with them is read again.</param>
    /// <returns>Each with its rule and the element.</returns>
    public static async Task<string[]> ViolationsAsync(this IPage page, bool isKnown = false, bool inOtherColours = false)
    {
        // Not by the package for Playwright: it opens a page of its own for each reading.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run, new object?[] { isKnown ? Repeated : null, inOtherColours ? Coloured : null });
    }
}
