using Bunit;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Web.Scoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Web.Tests.Scoring;

/// <summary>The card over the real stores, on an assessment of the demonstration that has an approved one in the cycle before.</summary>
public sealed class CarryCardTests : Behind.Behind
{
    [Fact]
    public async Task Offer_IsFilled_CountsAsNotAssessed_AndIsConfirmedByArea()
    {
        var (sheet, card) = await ShowAsync();
        var answered = sheet.Answered;
        var offer = card.Find(".carry-line .primary");
        Assert.Matches("^Fill [0-9]+ from 2025, to be confirmed$", offer.TextContent);
        await offer.ClickAsync(new());
        var carried = sheet.Rows.Where(row => row.Theirs.State == ScoreState.Carried).ToList();
        Assert.NotEmpty(carried);
        Assert.Equal(answered, sheet.Answered);
        Assert.Contains("count as not assessed until they are confirmed", card.Find("[role=status]").TextContent);
        Assert.Empty(card.FindAll(".primary"));

        var area = carried[0].Area;
        card.Render(parameters => parameters.Add(c => c.Area, area));
        var mine = carried.Count(row => row.Area == area);
        Assert.Equal($"Confirm all carried of this area ({mine})", card.Find(".carry-line .button").TextContent);
        await card.Find(".carry-line .button").ClickAsync(new());
        Assert.Equal(answered + mine, sheet.Answered);
        Assert.DoesNotContain(sheet.Rows, row => row.Area == area && row.Theirs.State == ScoreState.Carried);
    }

    private async Task<(WorkingSheet Sheet, IRenderedComponent<CarryCard> Card)> ShowAsync()
    {
        var store = Get<AssessmentStore>();
        var earlier = (await store.OwnAsync(Planner, "2025")).First(s => s.Assessment is { Status: AssessmentStatus.Approved, Marking.Compilation: null });
        var (country, basis) = (earlier.Assessment.Country, earlier.Assessment.Basis);
        var opened = await store.OwnAsync(Planner, country, "2026", basis);
        if (opened is null)
            await store.BeginAsync(Planner, country, "2026", basis, earlier.Assessment.Marking.Classification);
        else if (opened.Assessment.Status == AssessmentStatus.Approved)
            await store.ReviseAsync(Planner, opened.Assessment.Id);
        var sheet = (await Get<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(Planner), new SheetKey(country, "2026", basis, "NATO")))!;
        // A few answers are taken back, so that there is something to carry over.
        foreach (var row in sheet.Rows.Where(row => row.Theirs.IsGiven).Take(6))
            await sheet.AnswerAsync(Services, row, Answer.NotAssessed);
        Browser.Services.AddSingleton(new CarryDesk(Get<CarryStore>(), Get<ClassificationLadder>(), NullLogger<CarryDesk>.Instance));
        Browser.SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
        return (sheet, Browser.Render<CarryCard>(parameters => parameters.Add(c => c.Sheet, sheet).Add(c => c.Area, sheet.Rows[0].Area)));
    }
}
