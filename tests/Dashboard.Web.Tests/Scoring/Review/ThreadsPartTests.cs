using Bunit;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Web.Scoring;
using Dashboard.Web.Scoring.Review;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Tests.Scoring.Review;

public sealed class ThreadsPartTests : Behind.Behind
{
    private static readonly Viewer Rin = new("Rin", "JPN", "secret", Roles.Reviewer, []);

    [Fact]
    public async Task AThread_IsBegun_AnsweredAndSettled_ByWhoeverWorksOnTheSheet()
    {
        var (sheet, row) = await OpenAsync(Rin);
        var part = Part(sheet, row);
        Assert.Contains("Nothing has been said", part.Find(".quiet").TextContent);
        Assert.Empty(part.FindAll(".say button"));
        part.Find("textarea").Input("Which exercise?\n<script>alert(1)</script>");
        Assert.True(row.IsTyped);
        await part.Find(".say").SubmitAsync();
        part.Render(p => p.Add(t => t.Sheet, sheet));
        Assert.Equal("Which exercise?\n<script>alert(1)</script>", part.Find(".thread .said-text").TextContent);
        Assert.False(row.IsTyped);

        var (theirs, theirRow) = await OpenAsync();
        part = Part(theirs, theirRow);
        part.FindAll(".deeds button").Single(b => b.TextContent == "Reply").Click();
        part.Find(".thread textarea").Input("Cyber Coalition 2025.");
        await part.Find(".thread .say").SubmitAsync();
        part.Render(p => p.Add(t => t.Sheet, theirs));
        Assert.Equal(["Rin", "Aoki"], part.FindAll(".said b").Select(b => b.TextContent));
        await part.FindAll(".deeds button").Single(b => b.TextContent == "Settle").ClickAsync(new());
        part.Render(p => p.Add(t => t.Sheet, theirs));
        Assert.Contains("Settled: 1", part.Find("summary").TextContent);
        Assert.Contains("Settled by Aoki, 23 November 2026", part.Find(".thread").TextContent);
        Assert.DoesNotContain(theirs.Concerns, c => c.Kind == ConcernKind.Discussed);
        await part.FindAll(".deeds button").Single(b => b.TextContent == "Open again").ClickAsync(new());
        Assert.Contains(new Concern(ConcernKind.Discussed, "REL-1", 1), theirs.Concerns);
    }

    [Fact]
    public async Task WhatIsRefused_IsToldAndStaysTyped()
    {
        var (sheet, row) = await OpenAsync();
        var part = Part(sheet, row);
        part.Find("textarea").Input(new string('x', 5000));
        await part.Find(".say").SubmitAsync();
        Assert.Equal("REL-1: the text has 5000 characters; shorten it to 4000.", part.Find("[role=alert]").TextContent);
        Assert.Equal(5000, part.Find("textarea").GetAttribute("value")!.Length);
        Assert.True(row.IsTyped);
        part.FindAll(".say button").Single(b => b.TextContent == "Discard").Click();
        Assert.False(row.IsTyped);
    }

    [Fact]
    public async Task OnceApproved_ItIsReadOnly()
    {
        var (sheet, row) = await OpenAsync(Rin);
        await Get<CommentStore>().AddAsync(Rin, new CellKey(sheet.Assessment.Id, "REL-1"), null, "Good.");
        await Get<AssessmentStore>().MoveAsync(Planner, sheet.Assessment.Id, AssessmentStatus.InReview);
        foreach (var score in (await OpenAsync(Rin)).Sheet.Opened.Scores.Where(s => s.NeedsConsent))
            await Get<SignOffStore>().AgreeAsync(Rin, new CellKey(sheet.Assessment.Id, score.Indicator), score.Version);
        await Get<AssessmentStore>().MoveAsync(Rin, sheet.Assessment.Id, AssessmentStatus.Approved);
        (sheet, row) = await OpenAsync(Rin);
        var part = Part(sheet, row);
        Assert.Equal("Good.", part.Find(".said-text").TextContent);
        Assert.Empty(part.FindAll("textarea, .deeds"));
    }

    private IRenderedComponent<ThreadsPart> Part(WorkingSheet sheet, ScoringRow row)
    {
        Browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return Browser.Render<ThreadsPart>(p => p.Add(t => t.Sheet, sheet).Add(t => t.Row, row));
    }
}
