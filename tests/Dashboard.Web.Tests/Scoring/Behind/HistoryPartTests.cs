using Bunit;
using Dashboard.Core.Assessments;
using Dashboard.Web.Scoring.Behind;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Tests.Scoring.Behind;

public sealed class HistoryPartTests : Behind
{
    [Fact]
    public async Task History_IsFoldedUntilAskedFor_AndFollowsWhatIsSaved()
    {
        Browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var (sheet, row) = await OpenAsync();
        await AddAsync("Report");
        var page = Browser.Render<HistoryPart>(p => p.Add(c => c.Sheet, sheet).Add(c => c.Row, row));
        Assert.Empty(page.FindAll("li"));
        await page.Find("button").ClickAsync(new());
        Assert.Equal("true", page.Find("button").GetAttribute("aria-expanded"));
        Assert.Contains("Evidence added", page.FindAll("li")[0].TextContent);
        Assert.Contains("supports the level", page.FindAll("li")[0].TextContent);
        Assert.Contains("Aoki · 23 November 2026", page.FindAll("li")[0].TextContent);

        // The demonstration recorded the answer with the assessment as a whole.
        Assert.Contains("Assessment added as a whole", page.FindAll("li")[^1].TextContent);
        Assert.Contains(row.Stored!.Answer.Level.ToString()!, page.FindAll("li")[^1].QuerySelectorAll("ins").Select(e => e.TextContent));
        var before = page.FindAll("li").Count;
        await sheet.AnswerAsync(Services, row, Answer.Of(5, Confidence.High, "seen"));
        page.Render(p => p.Add(c => c.Row, row));
        Assert.Equal(before + 1, page.FindAll("li").Count);
        Assert.Contains("seen", page.FindAll("li")[0].QuerySelectorAll("ins").Select(e => e.TextContent));
        await page.Find("button").ClickAsync(new());
        Assert.Empty(page.FindAll("li"));
    }
}
