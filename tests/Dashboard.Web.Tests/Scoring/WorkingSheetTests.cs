using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data;
using Dashboard.Data.Storage;
using Dashboard.Web.Scoring;
using Dashboard.Web.Tests.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Scoring;

/// <summary>What becomes of a planner's changes, over the real stores and the demonstration's draft of Montenegro.</summary>
public sealed class WorkingSheetTests : IAsyncLifetime
{
    private static readonly SheetKey Key = new("MNE", "2026", Basis.Estimated, "NATO");
    private static readonly Viewer Planner = new("Aoki", "JPN", "secret", Roles.Planner | Roles.Reviewer, [Scope.Everything]);
    private readonly DataFolder _folder = new();
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection()
            .AddDashboardData(new DatabaseOptions { Folder = _folder.Path }, ClassificationLadder.Default)
            .AddLogging()
            .AddSingleton<ScoringDesk>()
            .BuildServiceProvider();
        await _services.GetRequiredService<DatabaseSetup>().PrepareAsync(create: true);
        await _services.GetRequiredService<InstallationStore>().EnsureAsync("JPN", demonstration: true);
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
        await sheet.AnswerAsync(row, Answer.Of(4, Confidence.High));
        Assert.Equal((SaveState.Saved, 4, null), (row.State, row.Stored!.Answer.Level, row.Mine));
        Assert.Equal(before + 1, sheet.Report.Areas.Single(a => a.Code == "REL").Answers.Scored);
        Assert.Equal(4, Row(await OpenAsync(), "REL-3").Answer.Level);
    }

    [Fact]
    public async Task Answers_GivenWhileOneIsOnItsWay_FollowItInOrder()
    {
        var sheet = await OpenAsync();
        var row = Row(sheet, "REL-3");
        await Task.WhenAll(sheet.AnswerAsync(row, Answer.Of(1)), sheet.AnswerAsync(row, Answer.Of(2)), sheet.AnswerAsync(row, Answer.Of(3)));
        Assert.Equal((SaveState.Saved, 3, null), (row.State, row.Stored!.Answer.Level, row.Mine));
        Assert.Equal(0, sheet.Unsaved);
        Assert.Equal(3, Row(await OpenAsync(), "REL-3").Answer.Level);
    }

    [Fact]
    public async Task Conflict_KeepsBothAnswers_UntilOneIsChosen()
    {
        var (mine, theirs) = (await OpenAsync(), await OpenAsync());
        await theirs.AnswerAsync(Row(theirs, "REL-3"), Answer.Of(5));
        var row = Row(mine, "REL-3");
        await mine.AnswerAsync(row, Answer.Of(1));
        Assert.Equal((SaveState.Conflict, 5, 1), (row.State, row.Theirs.Level, row.Answer.Level));
        await mine.AnswerAsync(row, Answer.Of(2));
        Assert.Equal((SaveState.Conflict, 2, 5), (row.State, row.Answer.Level, Row(await OpenAsync(), "REL-3").Answer.Level));
        await mine.KeepMineAsync(row);
        Assert.Equal((SaveState.Saved, 2, 2), (row.State, row.Theirs.Level, Row(await OpenAsync(), "REL-3").Answer.Level));

        await theirs.AnswerAsync(Row(theirs, "REL-3"), Answer.Of(0));
        await theirs.TakeTheirsAsync(Row(theirs, "REL-3"));
        Assert.Equal((2, 0), (Row(theirs, "REL-3").Answer.Level, theirs.Unsaved));
    }

    [Fact]
    public async Task SameAnswer_OfTwo_IsNoConflict()
    {
        var (mine, theirs) = (await OpenAsync(), await OpenAsync());
        await theirs.AnswerAsync(Row(theirs, "REL-3"), Answer.Of(5));
        await mine.AnswerAsync(Row(mine, "REL-3"), Answer.Of(5));
        Assert.Equal((SaveState.Saved, 0), (Row(mine, "REL-3").State, mine.Unsaved));
    }

    [Fact]
    public async Task Refused_IsSaid_KeptAndSentAgain()
    {
        var sheet = await OpenAsync();
        var row = Row(sheet, "REL-3");
        var reviewer = await OpenAsync();
        await reviewer.MoveAsync(AssessmentStatus.InReview);
        await sheet.AnswerAsync(row, Answer.Of(3));
        Assert.Equal((SaveState.NotSaved, 3, 1), (row.State, row.Answer.Level, sheet.Unsaved));
        Assert.Contains("a reviewer returns it", row.Why);
        // The page knows now that the assessment is in review.
        Assert.Equal((AssessmentStatus.InReview, false), (sheet.Assessment.Status, sheet.IsOpen));
        await reviewer.MoveAsync(AssessmentStatus.Returned);
        await sheet.AnswerAsync(row, row.Answer);
        Assert.Equal((SaveState.Saved, 3), (row.State, Row(await OpenAsync(), "REL-3").Answer.Level));
    }

    [Fact]
    public async Task Right_Withdrawn_RefusesTheVeryNextSave_AndKeepsTheAnswer()
    {
        Viewer? now = Planner;
        var sheet = (await _services.GetRequiredService<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(now), Key))!;
        var row = Row(sheet, "REL-3");
        now = Planner with { Scopes = [new Scope("LVA", [])] };
        await sheet.AnswerAsync(row, Answer.Of(3));
        Assert.Equal((SaveState.NotSaved, 3, 1), (row.State, row.Answer.Level, sheet.Unsaved));
        Assert.Contains("may not score", row.Why);
        await Assert.ThrowsAsync<InputException>(() => sheet.MoveAsync(AssessmentStatus.InReview));
        now = Planner;
        await sheet.AnswerAsync(row, row.Answer);
        Assert.Equal((SaveState.Saved, 3), (row.State, Row(await OpenAsync(), "REL-3").Answer.Level));
    }

    [Fact]
    public async Task SignedOut_MaySaveAndMoveNothing_AndSeesWhatWasThere()
    {
        Viewer? now = Planner;
        var sheet = (await _services.GetRequiredService<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(now), Key))!;
        var (row, rows) = (Row(sheet, "REL-3"), sheet.Rows.Count(r => r.IsAnswered));
        now = null;
        await sheet.AnswerAsync(row, Answer.Of(3));
        Assert.Equal((SaveState.NotSaved, 3), (row.State, row.Answer.Level));
        Assert.Contains("no longer signed in", row.Why);
        foreach (var step in (Func<Task>[])[() => sheet.MoveAsync(AssessmentStatus.InReview), sheet.ReviseAsync])
            Assert.Contains("no longer signed in", (await Assert.ThrowsAsync<InputException>(step)).Message);
        await sheet.CompareAsync("EU");
        Assert.True(sheet.IsOld);
        Assert.Equal(rows, sheet.Rows.Count(r => r.IsAnswered));
        Assert.NotEqual(3, Row(await OpenAsync(), "REL-3").Answer.Level);
        Assert.Null(await _services.GetRequiredService<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(now), Key));
    }

    [Fact]
    public async Task Refused_CanBeGivenUp_AndTheStoredAnswerIsShown()
    {
        var (sheet, other) = (await OpenAsync(), await OpenAsync());
        await other.AnswerAsync(Row(other, "REL-3"), Answer.Of(5));
        await other.MoveAsync(AssessmentStatus.InReview);
        var row = Row(sheet, "REL-3");
        await sheet.AnswerAsync(row, Answer.Of(3));
        Assert.Equal((SaveState.NotSaved, 1), (row.State, sheet.Unsaved));
        await sheet.TakeTheirsAsync(row);
        Assert.Equal((SaveState.Unchanged, 5, 0, null), (row.State, row.Answer.Level, sheet.Unsaved, row.Why));
        Assert.Equal((false, true), (sheet.May(AssessmentStatus.Approved), sheet.May(AssessmentStatus.Returned)));
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
        await sheet.AnswerAsync(row, Answer.Of(5));
        Assert.Equal((SaveState.Saved, Marking.OfPart("confidential")), (row.State, row.Stored.Marking));
        Assert.False(sheet.MayMarkAnswer(Row(sheet, "REL-4")), "nothing is answered there");
    }

    [Fact]
    public async Task Mark_OfAnAnswerThatSomebodyElseChanged_IsNotSet_AndShowsTheirs()
    {
        var (mine, theirs) = (await OpenAsync(), await OpenAsync());
        await theirs.AnswerAsync(Row(theirs, "REL-1"), Answer.Of(5));
        Assert.False(await mine.MarkAsync(Row(mine, "REL-1"), "secret"));
        Assert.Equal((5, null), (Row(mine, "REL-1").Answer.Level, Row(await OpenAsync(), "REL-1").Stored!.Marking));
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
    public async Task Fault_OfTheStorage_LeavesTheAnswerOnThePageAndSaysSo()
    {
        var sheet = await OpenAsync();
        var row = Row(sheet, "REL-3");
        await ExecuteAsync("ALTER TABLE Scores RENAME TO Elsewhere");
        await sheet.AnswerAsync(row, Answer.Of(3));
        Assert.Equal((SaveState.NotSaved, 3), (row.State, row.Answer.Level));
        await ExecuteAsync("ALTER TABLE Elsewhere RENAME TO Scores");
        await sheet.AnswerAsync(row, row.Answer);
        Assert.Equal((SaveState.Saved, 3), (row.State, Row(await OpenAsync(), "REL-3").Answer.Level));
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

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_services.GetRequiredService<DatabaseOptions>().File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<WorkingSheet> OpenAsync() => (await _services.GetRequiredService<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(Planner), Key))!;

    private static ScoringRow Row(WorkingSheet sheet, string indicator) => sheet.Rows.Single(row => row.Indicator.Code == indicator);
}
