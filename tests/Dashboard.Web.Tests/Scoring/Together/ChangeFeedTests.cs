using Dashboard.Core.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Web.Scoring;
using Dashboard.Web.Scoring.Together;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Scoring.Together;

/// <summary>
/// Other people's changes are on a page within a second. A clock on the wall would measure this machine and whatever else it does; what the
/// program itself waits is known, and stands here: half of the second at most, so that the other half is left for reading and drawing.
/// </summary>
public sealed class ChangeFeedTests : Behind.Behind
{
    [Fact]
    public void Waits_BetweenAChangeAndItsReading_AreHalfASecondTogether() =>
        Assert.InRange(ChangeFeed.Interval + SheetSession.RowsEvery, TimeSpan.Zero, TimeSpan.FromSeconds(0.5));

    [Fact]
    public async Task Change_MadeElsewhere_IsHeardAfterOneInterval()
    {
        var waits = new WatchedTime();
        using var feed = new ChangeFeed(Get<ChangeTail>(), waits, NullLogger<ChangeFeed>.Instance);
        var heard = new TaskCompletionSource();
        var (sheet, row) = await OpenAsync();
        using var listening = await feed.ListenAsync([sheet.Subject], () => heard.TrySetResult());
        await feed.StartAsync(CancellationToken.None);
        Assert.Equal(ChangeFeed.Interval, await waits.Next.WaitAsync(TimeSpan.FromSeconds(30)));

        // As another process would: nobody tells the feed.
        await SaveAsync(sheet, row);
        waits.Advance(ChangeFeed.Interval - TimeSpan.FromMilliseconds(1));
        Assert.False(heard.Task.IsCompleted);
        waits.Advance(TimeSpan.FromMilliseconds(1));
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await feed.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Change_MadeHere_IsHeardAtOnce()
    {
        var waits = new WatchedTime();
        using var feed = new ChangeFeed(Get<ChangeTail>(), waits, NullLogger<ChangeFeed>.Instance);
        var heard = new TaskCompletionSource();
        var (sheet, row) = await OpenAsync();
        using var listening = await feed.ListenAsync([sheet.Subject], () => heard.TrySetResult());
        await feed.StartAsync(CancellationToken.None);
        await SaveAsync(sheet, row);
        // No time passes.
        feed.Poke();
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await feed.StopAsync(CancellationToken.None);
    }

    // What everybody's report stands on for a moment: an answer moves it never, or each key of a room full of planners makes it anew.
    [Fact]
    public async Task Answers_OneAfterTheOther_AreNothingBesidesAnswers()
    {
        using var feed = new ChangeFeed(Get<ChangeTail>(), new WatchedTime(), NullLogger<ChangeFeed>.Instance);
        var heard = new SemaphoreSlim(0);
        var (sheet, row) = await OpenAsync();
        using var listening = await feed.ListenAsync([sheet.Subject], () => heard.Release());
        var before = feed.BesidesAnswers;
        await feed.StartAsync(CancellationToken.None);
        foreach (var other in sheet.Rows.Where(r => r != row).Take(2).Append(row))
        {
            await SaveAsync(sheet, other);
            feed.Poke();
            Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30)));
            Assert.Equal(before, feed.BesidesAnswers);
        }

        await feed.StopAsync(CancellationToken.None);
        Assert.Null((await Get<ChangeTail>().SinceAsync(before)).BesidesAnswers);
        await sheet.MarkAsync("secret", null);
        var marked = await Get<ChangeTail>().HeadAsync();
        await SaveAsync(sheet, sheet.Rows[^1]);
        Assert.Equal(marked, (await Get<ChangeTail>().SinceAsync(before)).BesidesAnswers);
    }

    [Fact]
    public async Task Publication_IsHeardOnItsSheets_WhichAreClosedThen()
    {
        using var feed = new ChangeFeed(Get<ChangeTail>(), new WatchedTime(), NullLogger<ChangeFeed>.Instance);
        var heard = new TaskCompletionSource();
        var (sheet, row) = await OpenAsync();
        using var listening = await feed.ListenAsync(SheetSession.HeardBy(sheet), () => heard.TrySetResult());
        await feed.StartAsync(CancellationToken.None);
        await Get<CatalogStore>().PublishAsync(Viewer.Operator("JPN", ClassificationLadder.Default), "2026");
        feed.Poke();
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await feed.StopAsync(CancellationToken.None);
        await sheet.RefreshAsync(feed.Readings);
        Assert.False(sheet.MayScore(row));
    }

    private async Task SaveAsync(WorkingSheet sheet, ScoringRow row) => Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(
        Planner, new CellKey(sheet.Assessment.Id, row.Indicator.Code), Answer.Of(row.Theirs.Level == 1 ? 2 : 1), row.Stored?.Version ?? 0, Guid.CreateVersion7(Clock.GetUtcNow())));

    /// <summary>A time that passes when the test says so, and tells how long somebody waits in it.</summary>
    private sealed class WatchedTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource<TimeSpan> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<TimeSpan> Next => _next.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _next.TrySetResult(dueTime);
            return timer;
        }
    }
}
