using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Pictures of second opinions: see <see cref="Pictures"/>.</summary>
public sealed class OpinionPictures(Site site) : IClassFixture<Site>
{
    private static readonly (string Name, string Persona, string Path, Func<IPage, Task>? Act)[] Pages =
    [
        ("opinion-offer", "reviewer-jpn", "/scoring/MNE/opinion", null),
        ("opinion-form", "reviewer-jpn", "/scoring/MNE/opinion", Opinions.BeginAsync),
        ("opinion-unsaved", "reviewer-jpn", "/scoring/MNE/opinion", Opinions.LoseServerAsync),
        ("opinion-hand-in", "reviewer-jpn", "/scoring/MNE/opinion", Opinions.AskAsync),
        ("opinion-work", "reviewer-jpn", "/scoring", null),
        ("opinion-closed", "reviewer-jpn", "/scoring/MNE", null),
        ("opinion-under-way", "planner-jpn", "/scoring/MNE/opinion", null),
        ("opinion-compared", "planner-jpn", "/scoring/JPN/opinion", null),
        ("opinion-sheet", "planner-jpn", "/scoring/JPN", page => page.Locator(".notice a").WaitForAsync()),
        ("opinion-method", "executive-jpn", "/method", null),
    ];

    [Fact]
    public Task Pictures_OfSecondOpinions() => Pictures.TakeAsync(Pages.Select(shown => (shown.Name, (Func<Look, Task<IPage>>)(async look =>
    {
        var page = await site.OpenAsync(shown.Persona, look);
        await page.GotoAsync(shown.Path);
        if (shown.Act is { } act)
            await act(page);
        return page;
    }))));
}
