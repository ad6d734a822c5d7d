using AngleSharp.Dom;
using Bunit;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Web.Scoring;
using Dashboard.Web.Scoring.Behind;

namespace Dashboard.Web.Tests.Scoring.Behind;

public sealed class EvidencePartTests : Behind
{
    [Fact]
    public async Task Sides_StandBesideEachOther_WithGradeInWords_AndExpiry()
    {
        await AddAsync("For", e => e with { Reliability = SourceReliability.B, Credibility = 2, Expiry = Today.AddDays(90), Reference = "https://example.org/for?a=1&b=2" });
        await AddAsync("Against", e => e with { Bearing = Bearing.Contradicts, Origin = EvidenceOrigin.Exercise, Expiry = Today, Reference = "MOD:2025-17", Marking = Marking.OfPart("secret") });
        await AddAsync("For longer", e => e with { Expiry = Today.AddDays(91) });
        var (page, _, _) = await ShowAsync();
        Assert.Equal(["Supports the level", "Contradicts the level"], page.FindAll(".sides > section").Select(side => side.GetAttribute("aria-label")));
        Assert.Equal(["For", "For longer"], Titles(page, ".is-supports"));
        Assert.Equal(["Against"], Titles(page, ".is-contradicts"));
        Assert.Equal("B2 usually reliable, probably true", page.Find(".is-supports .grade").TextContent);
        Assert.Contains("It does not say who vouches for it: not counted as allied evidence.", page.Find(".is-supports .piece").TextContent);
        Assert.Contains("Vouched for by an exercise with allies or partners", page.Find(".is-contradicts .piece").TextContent);
        Assert.Equal("expires soon, on 21 February 2027", page.Find(".is-supports .soon").TextContent);
        Assert.Equal("expired on 23 November 2026", page.Find(".is-contradicts .expired").TextContent);
        Assert.Contains("expires on 22 February 2027", page.FindAll(".is-supports .piece")[1].TextContent);
        Assert.Equal("SECRET", page.Find(".is-contradicts .own-mark").TextContent);
        var link = page.Find(".is-supports .reference a");
        Assert.Equal(("https://example.org/for?a=1&b=2", "noopener noreferrer", "https://example.org/for?a=1&b=2"), (link.GetAttribute("href"), link.GetAttribute("rel"), link.TextContent));
        Assert.Empty(page.FindAll(".is-contradicts a"));
    }

    [Fact]
    public async Task Add_Change_Remove_AreStored_AndTheKeysAreTheRowsAgain()
    {
        var (page, _, done) = await ShowAsync();
        page.Find(".evidence > .button").Click();
        Type(page, "Title", "Report of the embassy");
        Type(page, "Source", "Embassy");
        Pick(page, "Date", "2026-02-01");
        Pick(page, "Expires on (if it does)", "2027-02-01");
        Type(page, "Link or registry number", "MOD 17/2026");
        Pick(page, "Reliability of the source", "B");
        Pick(page, "Credibility of the information", "2");
        Pick(page, "What it says of the level", "Contradicts");
        Assert.Equal("Unstated", Field(page, "Who vouches for it").GetAttribute("value"));
        Pick(page, "Who vouches for it", "Allied");
        Pick(page, "Marking of this piece", "confidential");
        await page.Find("form").SubmitAsync();
        var stored = Assert.Single(await StoredAsync());
        Assert.Equal(("Report of the embassy", new DateOnly(2027, 2, 1), "MOD 17/2026", "B2", Bearing.Contradicts, Marking.OfPart("confidential")), (stored.Title, stored.Expiry, stored.Reference, stored.Grade, stored.Bearing, stored.Marking));
        Assert.Equal(EvidenceOrigin.Allied, stored.Origin);
        Assert.Empty(page.FindAll("form"));
        Assert.Equal(["Report of the embassy"], Titles(page, ".is-contradicts"));

        page.Find(".deeds .link").Click();
        Assert.Equal("2026-02-01", Field(page, "Date").GetAttribute("value"));
        Type(page, "Title", "Second report");
        await page.Find("form").SubmitAsync();
        Assert.Equal(("Second report", 2, stored.Marking), (await StoredAsync())[0] is var now ? (now.Title, now.Version, now.Marking) : default);

        page.FindAll(".deeds .link")[1].Click();
        page.Find(".removal .link").Click();
        Assert.Empty(page.FindAll(".removal"));
        page.FindAll(".deeds .link")[1].Click();
        await page.Find(".removal .button").ClickAsync(new());
        Assert.Empty(await StoredAsync());
        Assert.Contains("No evidence is recorded yet", page.Find(".evidence").TextContent);
        Assert.Equal(3, done());
    }

    [Theory]
    [InlineData("Title", "", "needs a title and a source")]
    [InlineData("Title", "a\u0007b", "is not seen")]
    [InlineData("Date", "", "say of which day the evidence is")]
    [InlineData("Date", "0001-01-01", "cannot be of 0001-01-01")]
    [InlineData("Date", "2999-01-01", "cannot be of 2999-01-01")]
    [InlineData("Date", "someday", "'someday' is no day")]
    [InlineData("Expires on (if it does)", "2026-01-30", "is not after its date")]
    [InlineData("Expires on (if it does)", "2999-01-01", "cannot hold until 2999-01-01")]
    [InlineData("Link or registry number", "javascript:alert(1)", "does not begin with http:// or https://")]
    public async Task Bad_IsToldInTheForm_AndStaysTyped(string field, string value, string said)
    {
        var (page, row, _) = await ShowAsync();
        page.Find(".evidence > .button").Click();
        Type(page, "Title", "Report");
        Type(page, "Source", "Embassy");
        Pick(page, "Date", "2026-01-31");
        if (Field(page, field).GetAttribute("type") == "date")
            Pick(page, field, value);
        else
            Type(page, field, value);
        await page.Find("form").SubmitAsync();
        Assert.Contains(said, page.Find("form [role=alert]").TextContent);
        Assert.Equal((value, "Embassy"), (Field(page, field).GetAttribute("value") ?? "", row.Draft!.Source));
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task TooLong_IsTold_AndHtmlIsText()
    {
        var (page, _, _) = await ShowAsync();
        page.Find(".evidence > .button").Click();
        Type(page, "Title", new string('x', 4000));
        Type(page, "Source", "<script>alert(1)</script>");
        Pick(page, "Date", "2026-01-31");
        await page.Find("form").SubmitAsync();
        Assert.Contains("has 4000 characters; shorten it to 400", page.Find("form [role=alert]").TextContent);
        Type(page, "Title", "<img src=x onerror=alert(1)>");
        await page.Find("form").SubmitAsync();
        Assert.Equal(["<img src=x onerror=alert(1)>"], Titles(page, ".is-supports"));
        Assert.Empty(page.FindAll("script, img"));
    }

    [Fact]
    public async Task Typed_OutlivesTheForm_AndCountsAsUnsaved()
    {
        var (sheet, row) = await OpenAsync();
        var page = Render(sheet, row);
        page.Find(".evidence > .button").Click();
        Assert.Equal(0, sheet.Unsaved);
        Type(page, "Title", "Half a");
        Assert.Equal(1, sheet.Unsaved);
        Assert.Equal("Half a", Field(Render(sheet, row), "Title").GetAttribute("value"));
        // Escape leaves nothing that is typed.
        await page.Find("form").KeyDownAsync("Escape");
        Assert.NotNull(row.Draft);
        Type(page, "Title", "");
        await page.Find("form").KeyDownAsync("Escape");
        Assert.Null(row.Draft);
    }

    [Fact]
    public async Task Overtaken_ShowsTheirs_AndASecondSaveReplacesIt()
    {
        var piece = await AddAsync("First");
        var (page, _, _) = await ShowAsync();
        page.Find(".deeds .link").Click();
        Type(page, "Title", "Mine");
        await Get<EvidenceStore>().SaveAsync(Planner, piece with { Title = "Theirs" });
        await page.Find("form").SubmitAsync();
        Assert.Contains("Somebody changed this piece meanwhile", page.Find("form [role=alert]").TextContent);
        Assert.Equal("Theirs", page.Find(".theirs .piece-title").TextContent);
        Assert.Equal(("Theirs", "Mine"), ((await StoredAsync())[0].Title, Field(page, "Title").GetAttribute("value")));
        await page.Find("form").SubmitAsync();
        Assert.Equal("Mine", Assert.Single(await StoredAsync()).Title);
    }

    [Fact]
    public async Task RemovedMeanwhile_IsTold_AndASecondSaveAddsIt()
    {
        var piece = await AddAsync("First");
        var (page, _, _) = await ShowAsync();
        page.Find(".deeds .link").Click();
        Type(page, "Title", "Mine");
        await Get<EvidenceStore>().RemoveAsync(Planner, piece);
        await page.Find("form").SubmitAsync();
        Assert.Contains("Somebody removed this piece meanwhile", page.Find("form [role=alert]").TextContent);
        await page.Find("form").SubmitAsync();
        Assert.Equal("Mine", Assert.Single(await StoredAsync()).Title);
    }

    [Fact]
    public async Task Remove_OfWhatSomebodyChanged_IsToldAndStays()
    {
        var piece = await AddAsync("First");
        var (page, _, _) = await ShowAsync();
        page.FindAll(".deeds .link")[1].Click();
        await Get<EvidenceStore>().SaveAsync(Planner, piece with { Title = "Theirs" });
        await page.Find(".removal .button").ClickAsync(new());
        Assert.Contains("it was not removed", page.Find("[role=alert]").TextContent);
        Assert.Equal(["Theirs"], Titles(page, ".is-supports"));
    }

    [Fact]
    public async Task InReviewMeanwhile_IsTold_AndWhatIsTypedStays()
    {
        var (sheet, row) = await OpenAsync();
        var page = Render(sheet, row);
        page.Find(".evidence > .button").Click();
        Type(page, "Title", "Report");
        Type(page, "Source", "Embassy");
        Pick(page, "Date", "2026-01-31");
        await (await OpenAsync()).Sheet.MoveAsync(AssessmentStatus.InReview);
        await page.Find("form").SubmitAsync();
        Assert.Contains("is in review", page.Find("form [role=alert]").TextContent);
        Assert.Equal(("Report", AssessmentStatus.InReview), (row.Draft!.Title, sheet.Assessment.Status));
    }

    [Fact]
    public async Task Closed_IsReadOnly_AndWithheldPiecesAreCounted()
    {
        await AddAsync("Open");
        await AddAsync("canary", e => e with { Marking = Marking.OfPart("secret") });
        var (sheet, row) = await OpenAsync(Planner with { Clearance = "restricted" });
        var page = Render(sheet, row, isOpen: false);
        Assert.Empty(page.FindAll("button"));
        Assert.Equal(["Open"], Titles(page, ".is-supports"));
        Assert.Contains("1 more is withheld from you", page.Markup);
        Assert.DoesNotContain("canary", page.Markup);
    }

    [Fact]
    public async Task Page_IsMarkedAsHighAsItsEvidence()
    {
        await AddAsync("Secret report", e => e with { Marking = Marking.OfPart("secret") });
        Assert.Equal("secret", (await OpenAsync()).Sheet.Marking.Classification);
        Assert.Equal("restricted", (await OpenAsync(Planner with { Clearance = "restricted" })).Sheet.Marking.Classification);
    }

    private async Task<(IRenderedComponent<EvidencePart> Page, ScoringRow Row, Func<int> Done)> ShowAsync()
    {
        var done = 0;
        var (sheet, row) = await OpenAsync();
        return (Render(sheet, row, onDone: () => done++), row, () => done);
    }

    private IRenderedComponent<EvidencePart> Render(WorkingSheet sheet, ScoringRow row, bool isOpen = true, Action? onDone = null)
    {
        var page = Browser.Render<EvidencePart>(p => p.Add(c => c.Sheet, sheet).Add(c => c.Row, row).Add(c => c.IsOpen, isOpen).Add(c => c.OnDone, onDone ?? (() => { })));
        sheet.Changed = () => page.InvokeAsync(() => page.Render(p => p.Add(c => c.Row, row)));
        return page;
    }

    private static IEnumerable<string> Titles(IRenderedComponent<EvidencePart> page, string side) => page.FindAll($"{side} .piece-title").Select(title => title.TextContent);

    private static IElement Field(IRenderedComponent<EvidencePart> page, string label) =>
        page.FindAll("form label").Single(l => l.ChildNodes[0].TextContent.Trim() == label).QuerySelector("input, select")!;

    private static void Type(IRenderedComponent<EvidencePart> page, string label, string text) => Field(page, label).Input(text);

    private static void Pick(IRenderedComponent<EvidencePart> page, string label, string value) => Field(page, label).Change(value);
}
