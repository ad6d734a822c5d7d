using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Pictures of the reading pages in their hard cases: see <see cref="Pictures"/>.</summary>
public sealed class HardPictures(HardSite site) : IClassFixture<HardSite>
{
    [Fact]
    public Task Pictures_OfHardCases() => Pictures.TakeAsync(
        from of in HardSite.Cases
        from place in HardSite.Places
        select ($"hard-{of.Name}-{place}", (Func<Look, Task<IPage>>)(async look =>
        {
            var page = await site.OpenAsync(of.Persona, look);
            var answer = await page.GotoAsync(HardSite.AddressOf(place, of.Subject, of.Question));
            Assert.Equal(200, answer!.Status);
            return page;
        })));
}
