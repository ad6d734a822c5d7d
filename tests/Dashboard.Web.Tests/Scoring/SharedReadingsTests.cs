using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Web.Scoring;
using Dashboard.Web.Scoring.Together;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Scoring;

/// <summary>What was read a moment ago stands for a later reading while planners answer, and never for one after anything else was changed.</summary>
public class SharedReadingsTests
{
    private static readonly SheetKey Key = new("MNE", "2026", Basis.Estimated, "NATO");
    private static readonly Viewer Aoki = new("Aoki", "JPN", "secret", Roles.Planner, [Scope.Everything]);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.Zero));
    private readonly SharedReadings _shared;
    private (long Last, long BesidesAnswers) _ends = (7, 7);
    private int _readings;

    public SharedReadingsTests() => _shared = new SharedReadings(() => _ends, _time);

    [Fact]
    public async Task WhileNothingChanges_ItIsReadOnce_AndIsCurrent()
    {
        Assert.Equal((1, true), await RecentAsync());
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1, true), await RecentAsync());
    }

    [Fact]
    public async Task WhileAnswersAreSaved_ItStandsForAMoment_AndIsSaidToBeBehind()
    {
        await RecentAsync();
        _ends.Last = 9;
        _time.Advance(SharedReadings.RecentFor - TimeSpan.FromMilliseconds(1));
        Assert.Equal((1, false), await RecentAsync());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((2, true), await RecentAsync());
    }

    [Fact]
    public async Task AfterAnythingButAnAnswer_ItIsReadAnewAtOnce()
    {
        await RecentAsync();
        _ends = (9, 8);
        Assert.Equal((2, true), await RecentAsync());
    }

    [Fact]
    public async Task OtherRights_AreReadForThemselves()
    {
        await RecentAsync();
        Assert.Equal((2, true), await RecentAsync(Aoki with { Clearance = "restricted" }));
        Assert.Equal((3, true), await RecentAsync(Aoki with { Scopes = [Scope.Parse("MNE")] }));
        Assert.Equal((1, true), await RecentAsync(Aoki with { Name = "Baba" }));
    }

    [Fact]
    public async Task OfficesOfOneCountry_ReadTogether_WhateverTheirAreas()
    {
        Assert.Equal((1, true), await RecentAsync(Aoki with { Scopes = [Scope.Parse("MNE:LAN"), Scope.Parse("JPN")] }));
        Assert.Equal((1, true), await RecentAsync(Aoki with { Scopes = [Scope.Parse("JPN:LAN,INF"), Scope.Parse("MNE:EXE"), Scope.Parse("MNE")] }));
        Assert.Equal((2, true), await RecentAsync(Aoki with { Scopes = [Scope.Parse("MNE:LAN")] }));
    }

    [Fact]
    public async Task WhatFailed_IsReadAgain()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _shared.ReadRecentAsync<int>(Aoki, Key, _ => throw new InvalidOperationException()));
        Assert.Equal((1, true), await RecentAsync());
    }

    [Fact]
    public async Task Exactly_IsOfTheLastChange()
    {
        Assert.Equal(1, await _shared.ReadAsync(Aoki, Key, CountAsync));
        _ends.Last = 8;
        Assert.Equal(2, await _shared.ReadAsync(Aoki, Key, CountAsync));
    }

    private Task<(int, bool)> RecentAsync(Viewer? viewer = null) => _shared.ReadRecentAsync(viewer ?? Aoki, Key, CountAsync);

    private Task<int> CountAsync(Viewer anybody)
    {
        Assert.Equal("", anybody.Name);
        return Task.FromResult(Interlocked.Increment(ref _readings));
    }
}
