namespace Dashboard.Browser.Tests;

/// <summary>
/// The reading pages in their hard cases, on a telephone and in Japanese, where words are widest: readable by anybody, and never wider than
/// the screen. What a page of every country has in its rows, a page of NATO has in its own.
/// </summary>
public sealed class HardPagesTests(HardSite site) : IClassFixture<HardSite>
{
    private static readonly string[] Read = ["overview", "gaps", "compare", "position"];

    [Fact]
    public async Task EveryCase_IsReadable_AndFitsTheScreen()
    {
        List<string> found = [];
        foreach (var person in HardSite.Cases.GroupBy(of => of.Persona))
        {
            var page = await site.OpenAsync(person.Key, new Look(390, 844, Language: "ja"));
            foreach (var (name, _, subject, question) in person)
            foreach (var place in HardSite.Places)
            {
                var answer = await page.GotoAsync(HardSite.AddressOf(place, subject, question));
                if (answer!.Status != 200)
                    found.Add($"{place} of {name} answers {answer.Status}");
                var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (wider > 0)
                    found.Add($"{place} of {name} is {wider} pixels wider than the screen");
                if (Read.Contains(place) && name is not ("all" or "long"))
                    found.AddRange((await page.ViolationsAsync()).Select(violation => $"{place} of {name}: {violation}"));
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
