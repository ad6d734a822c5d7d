using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data;
using Dashboard.Data.Opinions;
using Dashboard.Data.Storage;
using Dashboard.Web.Accounts;
using Dashboard.Web.Scoring;
using Dashboard.Web.Scoring.Grid;
using Dashboard.Web.Scoring.Together;
using Dashboard.Web.Tests.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Scoring;

/// <summary>What a planner sees of an assessment, over the real stores and the demonstration's draft of Montenegro.</summary>
public sealed class WorkingSheetTests : IAsyncLifetime
{
    private static readonly SheetKey Key = new("MNE", "2026", Basis.Estimated, "NATO");
    private static readonly Viewer Planner = new("Aoki", "JPN", "secret", Roles.Planner | Roles.Reviewer, [Scope.Everything]);
    private readonly DataFolder _folder = new();
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection()
            .AddDashboardData(_folder.Options, ClassificationLadder.Default, signOff: SignOffTerms.ReviewerAlone)
            .AddLogging()
            .AddSingleton(new Settings(new DatabaseOptions(), ClassificationLadder.Default, "JPN", Demo: true)).AddSingleton<DemonstrationMode>()
            .AddSingleton<ScoringDesk>()
            .BuildServiceProvider();
        await _folder.FillAsync(_services, demonstration: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _folder.DisposeAsync();
    }

    [Fact]
    public async Task Answer_IsStored_AndTheReportFollows()
    {
        var sheet = await OpenAsync();
        var row = Row(sheet, "REL-3");
        var before = sheet.Report.Areas.Single(a => a.Code == "REL").Answers.Scored;
        await sheet.AnswerAsync(_services, row, Answer.Of(4, Confidence.High));
        Assert.Equal(4, row.Stored!.Answer.Level);
        Assert.Equal(before + 1, sheet.Report.Areas.Single(a => a.Code == "REL").Answers.Scored);
        Assert.Equal(4, Row(await OpenAsync(), "REL-3").Theirs.Level);
    }

    [Fact]
    public async Task Row_SaysWhetherItsReaderSavedIt()
    {
        var sheet = await OpenAsync();
        await sheet.AnswerAsync(_services, Row(sheet, "REL-3"), Answer.Of(4));
        var other = (await _services.GetRequiredService<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(Planner with { Name = "Baba" }), Key))!;
        Assert.Equal((true, false, false), (IsOwn(sheet, "REL-3"), IsOwn(other, "REL-3"), IsOwn(sheet, "REL-4")));

        static bool IsOwn(WorkingSheet of, string code) => SheetFacts.Of(of, []).Rows.Single(row => row.Code == code).IsOwn;
    }

    [Fact]
    public async Task Right_Withdrawn_RefusesTheVeryNextStep()
    {
        Viewer? now = Planner;
        var sheet = (await _services.GetRequiredService<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(now), Key))!;
        now = Planner with { Scopes = [new Scope("LVA", [])] };
        await Assert.ThrowsAsync<InputException>(() => sheet.MoveAsync(AssessmentStatus.InReview));
    }

    [Fact]
    public async Task Rows_FollowWhatSomebodyElseSaved_TheReportOwesIt()
    {
        var (mine, theirs) = (await OpenAsync(), await OpenAsync());
        var before = mine.Report;
        await theirs.AnswerAsync(_services, Row(theirs, "REL-3"), Answer.Of(5));
        // Nothing is owed for a reading in which nothing is new.
        await theirs.ReadRowsAsync();
        Assert.False(SheetFacts.Of(theirs, []).IsOwed);
        await mine.ReadRowsAsync();
        Assert.Equal((5, before), (Row(mine, "REL-3").Theirs.Level, mine.Report));
        Assert.True(SheetFacts.Of(mine, []).IsOwed);
        await mine.RefreshAsync();
        Assert.NotSame(before, mine.Report);
        Assert.False(SheetFacts.Of(mine, []).IsOwed);
    }

    [Fact]
    public async Task Readings_AfterTheSameChange_AreMadeOnceForTheSameRights_AndForNobodyElse()
    {
        var head = 1L;
        var shared = new SharedReadings(() => (head, head), TimeProvider.System);
        var (aoki, baba, cleared) = (await OpenAsync(), await OpenAsync(Planner with { Name = "Baba" }), await OpenAsync(Planner with { Clearance = "restricted" }));
        foreach (var sheet in (WorkingSheet[])[aoki, baba, cleared])
            await sheet.RefreshAsync(shared);
        Assert.Same(aoki.Report, baba.Report);
        Assert.Same(aoki.Opened, baba.Opened);
        Assert.NotSame(aoki.Report, cleared.Report);
        Assert.Equal(("Aoki", "Baba"), (aoki.Viewer.Name, baba.Viewer.Name));

        // What somebody did is seen by themselves at once, by the others once it is heard of.
        await aoki.AnswerAsync(_services, Row(aoki, "REL-3"), Answer.Of(5));
        await baba.RefreshAsync(shared);
        Assert.NotSame(aoki.Report, baba.Report);
        head++;
        await baba.ReadRowsAsync(shared);
        Assert.Equal(5, Row(baba, "REL-3").Theirs.Level);
    }

    [Fact]
    public async Task InReview_WhetherItIsTheirsToApprove_IsNotShared()
    {
        var shared = new SharedReadings(() => (1, 1), TimeProvider.System);
        var aoki = await OpenAsync();
        await aoki.AnswerAsync(_services, Row(aoki, "REL-3"), Answer.Of(5));
        await aoki.MoveAsync(AssessmentStatus.InReview);
        var baba = await OpenAsync(Planner with { Name = "Baba" });
        await aoki.RefreshAsync(shared);
        await baba.RefreshAsync(shared);
        Assert.Equal((true, false), (aoki.NeedsAnother, baba.NeedsAnother));
    }

    [Fact]
    public async Task WhoeverScoresBlind_SharesNoReading_AndSeesNothingNew()
    {
        var shared = new SharedReadings(() => (1, 1), TimeProvider.System);
        var (aoki, baba) = (await OpenAsync(), await OpenAsync(Planner with { Name = "Baba" }));
        await aoki.AnswerAsync(_services, Row(aoki, "REL-3"), Answer.Of(5));
        await aoki.RefreshAsync(shared);
        await _services.GetRequiredService<OpinionStore>().BeginAsync(Planner with { Name = "Baba" }, baba.Assessment.Id);
        await baba.RefreshAsync(shared);
        Assert.NotEqual(5, Row(baba, "REL-3").Theirs.Level);
        Assert.Equal((true, true, false), (baba.IsOld, baba.IsClosed, aoki.IsClosed));
    }

    [Fact]
    public async Task SignedOut_MayMoveNothing_AndSeesWhatWasThere()
    {
        Viewer? now = Planner;
        var sheet = (await _services.GetRequiredService<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(now), Key))!;
        var rows = sheet.Rows.Count(r => r.IsAnswered);
        now = null;
        foreach (var step in (Func<Task>[])[() => sheet.MoveAsync(AssessmentStatus.InReview), sheet.ReviseAsync])
            Assert.Contains("no longer signed in", (await Assert.ThrowsAsync<InputException>(step)).Message);
        await sheet.CompareAsync("EU");
        Assert.True(sheet.IsOld);
        Assert.Equal(rows, sheet.Rows.Count(r => r.IsAnswered));
        Assert.Null(await _services.GetRequiredService<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(now), Key));
    }

    [Fact]
    public async Task Mark_OfTheAssessmentAndOfAnAnswer_IsStored_AndTheReportIsMarkedSo()
    {
        var sheet = await OpenAsync();
        await sheet.MarkAsync("confidential", "secret");
        Assert.Equal(new Marking("confidential", compilation: "secret"), (await OpenAsync()).Assessment.Marking);
        Assert.Equal("secret", sheet.Report.Marking.Classification);
        await sheet.MarkAsync("restricted", null);
        var row = Row(sheet, "REL-1");
        Assert.True(sheet.MayMarkAnswer(row));
        Assert.True(await sheet.MarkAsync(row, "confidential"));
        Assert.Equal((2, "confidential"), (row.Stored!.Version, sheet.Report.Marking.Classification));
        // An answer given afterwards keeps it.
        await sheet.AnswerAsync(_services, row, Answer.Of(5));
        Assert.Equal(Marking.OfPart("confidential"), row.Stored.Marking);
        Assert.False(sheet.MayMarkAnswer(Row(sheet, "REL-4")), "nothing is answered there");
    }

    [Fact]
    public async Task Mark_OfAnAnswerThatSomebodyElseChanged_IsNotSet_AndShowsTheirs()
    {
        var (mine, theirs) = (await OpenAsync(), await OpenAsync());
        await theirs.AnswerAsync(_services, Row(theirs, "REL-1"), Answer.Of(5));
        Assert.False(await mine.MarkAsync(Row(mine, "REL-1"), "secret"));
        Assert.Equal((5, null), (Row(mine, "REL-1").Theirs.Level, Row(await OpenAsync(), "REL-1").Stored!.Marking));
    }

    [Fact]
    public async Task Mark_InReview_IsNobodys()
    {
        var sheet = await OpenAsync();
        await sheet.MoveAsync(AssessmentStatus.InReview);
        Assert.Equal((false, false), (sheet.MayMark, sheet.MayMarkAnswer(Row(sheet, "REL-1"))));
        await Assert.ThrowsAsync<Core.InputException>(() => sheet.MarkAsync("secret", null));
    }

    [Fact]
    public async Task Continue_OfWhatWasOpenedForTheSameViewer_IsThatSheetOnce()
    {
        var desk = _services.GetRequiredService<ScoringDesk>();
        var opened = await OpenAsync();
        Assert.Same(opened, await desk.ContinueAsync(Acting(Planner), Key));
        Assert.NotSame(opened, await desk.ContinueAsync(Acting(Planner), Key));
    }

    [Fact]
    public async Task Continue_ForAnotherViewerOrSheet_IsReadAnew()
    {
        var desk = _services.GetRequiredService<ScoringDesk>();
        await OpenAsync();
        Assert.Null(await desk.ContinueAsync(Acting(Planner with { Nation = "EST" }), Key));
        await OpenAsync();
        Assert.Equal("EU", (await desk.ContinueAsync(Acting(Planner), Key with { Against = "EU" }))!.Report.Question.Group.Code);
    }

    private static Acting Acting(Viewer viewer) => () => Task.FromResult<Viewer?>(viewer);

    private async Task<WorkingSheet> OpenAsync(Viewer? by = null) =>
        (await _services.GetRequiredService<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(by ?? Planner), Key))!;

    private static ScoringRow Row(WorkingSheet sheet, string indicator) => sheet.Rows.Single(row => row.Indicator.Code == indicator);
}
