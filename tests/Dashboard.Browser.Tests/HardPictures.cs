using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Pictures of the reading pages in their hard cases: see <see cref="Pictures"/>.</summary>
public sealed class HardPictures(HardSite site) : IClassFixture<HardSite>
{
    private static readonly string[] Pages = ["overview", "gaps", "compare", "position", "requirements", "trend", "present", "areas"];

    private static readonly (string Name, string Subject, string Question)[] Cases =
    [
        ("nothing", "JPN", "against=NATO&cycle=2027"),
        ("zero", "JPN", "against=ONE&cycle=2028"),
        ("insufficient", "FRA", "against=ONE&cycle=2028"),
        ("all", "JPN", "against=ALL&cycle=2029"),
    ];

    [Fact]
    public Task Pictures_OfHardCases() => Pictures.TakeAsync(
        from of in Cases
        from place in Pages
        select ($"hard-{of.Name}-{place}", (Func<Look, Task<IPage>>)(async look =>
        {
            var page = await site.OpenAsync("executive-jpn", look);
            var answer = await page.GotoAsync($"/{place}/{of.Subject}{(place == "areas" ? "/LAN" : "")}?{of.Question}");
            Assert.Equal(200, answer!.Status);
            return page;
        })));
}
