using Bunit;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Web.Scoring;
using Dashboard.Web.Scoring.Review;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Dashboard.Web.Tests.Scoring.Review;

/// <summary>The way into reports with all three signatures, as its pages offer it.</summary>
public sealed class SignCardTests : Behind.Behind
{
    private static readonly Viewer Desk = new("Desk", "JPN", "secret", Roles.Planner, [new Scope("MNE", ["LAN"])]);
    private static readonly Viewer Rin = new("Rin", "JPN", "secret", Roles.Reviewer, []);
    private static readonly Viewer Sato = new("Sato", "JPN", "secret", Roles.ReleasingOfficer, []);

    protected override SignOffTerms SignOff => SignOffTerms.Default;

    [Fact]
    public async Task EachSignsTheirOwnAreas_ThenItCanBeSent()
    {
        var (sheet, _) = await OpenAsync(Desk);
        var card = Card(sheet);
        Assert.Equal("Areas signed: 0 of 12", card.Find("summary h2").TextContent);
        Assert.Equal(["Sign"], card.FindAll("button").Select(b => b.TextContent));
        await card.Find("button").ClickAsync(new());
        card = Card(sheet);
        Assert.Equal("Signed by Desk, 23 November 2026", card.Find(".signed").TextContent);
        Assert.Empty(card.FindAll("button"));
        Assert.True(Button(sheet, "Send for review").HasAttribute("disabled"));
        Assert.StartsWith("It cannot be sent to review before each area is signed", Button(sheet, "Send for review").GetAttribute("title"));

        (sheet, _) = await OpenAsync();
        Assert.Equal(11, sheet.Concerns.Count(c => c.Kind == ConcernKind.NotSigned));
        card = Card(sheet);
        Assert.Equal("Sign all 11 areas of mine …", card.FindAll("button")[0].TextContent);
        await card.FindAll("button")[0].ClickAsync(new());
        Assert.Equal("Areas signed: 1 of 12", Card(sheet).Find("summary h2").TextContent);
        Assert.StartsWith("You vouch for each of these areas as it is now: ", card.Find(".choices span").TextContent);
        await card.Find(".choices .primary").ClickAsync(new());
        Assert.Equal("Areas signed: 12 of 12", Card(sheet).Find("summary h2").TextContent);
        Assert.False(Button(sheet, "Send for review").HasAttribute("disabled"));
    }

    [Fact]
    public async Task WhatAnotherAnsweredSince_IsNotSignedUnseen_WhatOneAnsweredOneselfIs()
    {
        var (sheet, _) = await OpenAsync();
        var card = Card(sheet);
        await SaveAsync(Planner, sheet, "LAN-1");
        await Sign(card, sheet, "LAN").ClickAsync(new());
        Assert.Empty(card.FindAll("[role=alert]"));
        Assert.Equal("Areas signed: 1 of 12", Card(sheet).Find("summary h2").TextContent);

        (sheet, _) = await OpenAsync();
        card = Card(sheet);
        await SaveAsync(Planner with { Name = "Mori" }, sheet, "INF-1");
        await SaveAsync(Planner, sheet, "REL-1");
        card.FindAll("button")[0].Click();
        await card.Find(".choices .primary").ClickAsync(new());
        Assert.Equal("INF was changed after you looked at it, so it was not signed: look at it again, then sign.", card.Find("[role=alert]").TextContent);
        Assert.Equal("Areas signed: 1 of 12", Card(sheet).Find("summary h2").TextContent);
    }

    [Fact]
    public async Task ReviewerSigns_OfficerHasTheLastWord_EachIsToldWhereItStands()
    {
        var (sheet, _) = await SentAsync();
        Assert.Contains("until a reviewer returns it", Head(sheet).Find(".notice").TextContent);
        (sheet, _) = await OpenAsync(Rin);
        await Button(sheet, "Sign as reviewer").ClickAsync(new());
        Assert.Equal("In review: signed by Rin on 23 November 2026 as reviewer; a releasing officer has the last word.", Head(sheet).Find(".notice").TextContent);
        (sheet, _) = await OpenAsync(Sato);
        Assert.StartsWith("In review: signed by Rin on 23 November 2026 as reviewer. Your signature approves it", Head(sheet).Find(".notice").TextContent);
        await Button(sheet, "Sign and approve").ClickAsync(new());
        Assert.Equal(AssessmentStatus.Approved, sheet.Assessment.Status);
        Assert.Equal("", Card(sheet).Markup.Trim());
    }

    [Fact]
    public async Task Return_AsksWhy_AndTellsThePlanners()
    {
        await SentAsync();
        var (sheet, row) = await OpenAsync(Rin);
        var head = Head(sheet);
        head.FindAll("button").Single(b => b.TextContent.Trim() == "Return").Click();
        await head.Find(".return-form").SubmitAsync();
        Assert.StartsWith("Say why the assessment of MNE in 2026 is returned", head.Find("[role=alert]").TextContent);
        Assert.Equal(AssessmentStatus.InReview, sheet.Assessment.Status);
        await Get<CommentStore>().AddAsync(Rin, new CellKey(sheet.Assessment.Id, row.Indicator.Code), null, "Which exercise?");
        await sheet.RefreshAsync();
        head = Head(sheet);
        head.FindAll("button").Single(b => b.TextContent.Trim() == "Return").Click();
        Assert.Contains("1 open comment goes with it", head.Find(".return-form").TextContent);
        head.Find(".return-form textarea").Input("Look at REL-1.");
        await head.Find(".return-form").SubmitAsync();

        (sheet, _) = await OpenAsync();
        var jumps = new List<string>();
        var card = Browser.Render<ReturnedCard>(p => p.Add(c => c.Sheet, sheet).Add(c => c.OnJump, (string at) => jumps.Add(at)));
        Assert.Equal("Returned by Rin on 23 November 2026", card.Find("h2").TextContent);
        Assert.Equal("Look at REL-1.", card.Find(".said-text").TextContent);
        card.Find(".open-threads a").Click();
        Assert.Equal(["REL-1"], jumps);
    }

    private async Task<(WorkingSheet, ScoringRow)> SentAsync()
    {
        var (sheet, _) = await OpenAsync();
        await Get<SignOffStore>().SignAsync(Planner, sheet.Assessment.Id, sheet.Report.Framework.Areas.ToDictionary(a => a.Code, a => Signature.SealOf(a, sheet.Opened)));
        await Get<AssessmentStore>().MoveAsync(Planner, sheet.Assessment.Id, AssessmentStatus.InReview);
        foreach (var score in (await OpenAsync(Rin)).Sheet.Opened.Scores.Where(s => s.NeedsConsent))
            await Get<SignOffStore>().AgreeAsync(Rin, new CellKey(sheet.Assessment.Id, score.Indicator), score.Version);
        return await OpenAsync(Desk);
    }

    private async Task SaveAsync(Viewer by, WorkingSheet sheet, string indicator)
    {
        var version = (await OpenAsync(by)).Sheet.Rows.Single(r => r.Indicator.Code == indicator).Stored?.Version ?? 0;
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(by, new CellKey(sheet.Assessment.Id, indicator), Answer.Of(version % 5), version, Guid.CreateVersion7()));
    }

    private static AngleSharp.Dom.IElement Sign(IRenderedComponent<SignCard> card, WorkingSheet sheet, string area) =>
        card.FindAll("button").Single(b => b.GetAttribute("aria-label")?.Contains(sheet.Report.Framework.RequireArea(area).Name, StringComparison.Ordinal) == true);

    private IRenderedComponent<SignCard> Card(WorkingSheet sheet)
    {
        Interactive();
        return Browser.Render<SignCard>(p => p.Add(c => c.Sheet, sheet));
    }

    private IRenderedComponent<SheetHead> Head(WorkingSheet sheet)
    {
        Interactive();
        return Browser.Render<SheetHead>(p => p.Add(h => h.Sheet, sheet).Add(h => h.Groups, []));
    }

    private AngleSharp.Dom.IElement Button(WorkingSheet sheet, string text) => Head(sheet).FindAll("button").Single(b => b.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));

    private bool _ready;

    private void Interactive()
    {
        if (_ready)
            return;
        _ready = true;
        Browser.Services.AddMudServices().AddLogging();
        Browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }
}
