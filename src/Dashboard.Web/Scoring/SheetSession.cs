using Dashboard.Core.Countries;
using Dashboard.Data.Catalog;
using Dashboard.Web.Scoring.Grid;
using Dashboard.Web.Scoring.Together;

namespace Dashboard.Web.Scoring;

/// <summary>
/// The sheet that one open page shows, for all its interactive parts: opened once, read anew when anybody has changed it, with the row
/// that the planner is on. One for each request and each circuit.
/// </summary>
internal sealed class SheetSession(ScoringDesk desk, CatalogStore catalog, ChangeFeed feed, OwnPlace place, Presence presence, TimeProvider clock) : IDisposable
{
    /// <summary>How long a change waits at most, once it is heard of, until the rows are read; the report follows every few seconds.</summary>
    public static readonly TimeSpan RowsEvery = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _closing = new();
    private Task<WorkingSheet?>? _opening;
    private IDisposable? _listening;
    private Action<int>? _onPeople;
    private bool _following, _again;
    private long _reported;

    /// <summary>The groups to be held against.</summary>
    public IReadOnlyList<CountryGroup> Groups { get; private set; } = [];

    /// <summary>Whether the page has a connection now.</summary>
    public bool IsConnected => place.IsConnected;

    /// <summary>The audit's number of the last change of anything but an answer that was heard of, here or on another sheet.</summary>
    public long BesidesAnswers => feed.BesidesAnswers;

    /// <summary>The row that the planner is on; null before the sheet is open.</summary>
    public ScoringRow? Current { get; private set; }

    /// <summary>Called when something that is shown has changed.</summary>
    public event Func<Task>? Changed;

    /// <summary>The sheet; null if there is none for whoever asks. The first part that asks opens it.</summary>
    /// <exception cref="Core.InputException">Unknown country, cycle or group.</exception>
    public Task<WorkingSheet?> OpenAsync(Acting acting, SheetKey key, string? at) => _opening ??= ReadAsync(acting, key, at);

    /// <summary>From now on the sheet follows what others change, and others see who is here.</summary>
    /// <param name="sheet">The open sheet.</param>
    /// <param name="onPage">Runs something where the page's parts may be touched.</param>
    public async Task FollowAsync(WorkingSheet sheet, Func<Func<Task>, Task> onPage)
    {
        // Listening begins before the reading that it makes up for.
        _listening = await feed.ListenAsync(HeardBy(sheet), () => _ = onPage(RefreshAsync));
        _onPeople = assessment => _ = assessment == sheet.Assessment.Id ? onPage(RaiseAsync) : Task.CompletedTask;
        presence.Changed += _onPeople;
        place.Go(PlaceOf(sheet));
        await RefreshAsync();
    }

    /// <summary>What the page's script shows now.</summary>
    public SheetFacts Facts(WorkingSheet sheet) => SheetFacts.Of(sheet, [.. place.Others.Select(other => other with { Name = sheet.NameOf(other.Name) })]);

    /// <summary>The planner went to a row.</summary>
    public Task LookAsync(WorkingSheet sheet, string code, bool withEvidence, bool mayAdd)
    {
        Current = RowAt(sheet, code);
        place.Go(PlaceOf(sheet));
        if (withEvidence && !Current.IsWithheld)
            (Current.AsksEvidence, Current.Draft) = (true, Current.Draft ?? (mayAdd ? new Behind.EvidenceDraft(null) : null));
        return RaiseAsync();
    }

    /// <summary>The planner goes on with evidence or a comment that an earlier page held typed.</summary>
    public Task ResumeAsync(WorkingSheet sheet, string code, string thing)
    {
        Current = RowAt(sheet, code);
        place.Go(PlaceOf(sheet));
        if (Current.ThreadOf(thing) is { } thread)
        {
            Current.RepliesTo = thread == 0 ? null : thread;
            return RaiseAsync();
        }

        if (sheet.MayScore(Current) && Current.Draft?.ThingOf(Current) != thing)
            Current.Draft = Behind.EvidenceDraft.Resume(Current, thing, sheet.Opened.Evidence) ?? Current.Draft;
        Current.AsksEvidence = Current.Draft is not null;
        return RaiseAsync();
    }

    /// <summary>The planner gave up what is typed, wherever it is.</summary>
    public Task DiscardAsync(WorkingSheet sheet, string code, string thing)
    {
        var row = RowAt(sheet, code);
        if (row.ThreadOf(thing) is { } thread)
            row.Say(thread, "");
        if (row.Draft?.ThingOf(row) == thing)
            row.Draft = null;
        return RaiseAsync();
    }

    /// <summary>The row of an indicator, or the first of an area, or the first.</summary>
    public static ScoringRow RowAt(WorkingSheet sheet, string? at) =>
        sheet.Rows.FirstOrDefault(row => row.Indicator.Code == at) ?? sheet.Rows.FirstOrDefault(row => row.Area == at) ?? sheet.Rows[0];

    public void Dispose()
    {
        _closing.Cancel();
        _listening?.Dispose();
        presence.Changed -= _onPeople;
    }

    private async Task<WorkingSheet?> ReadAsync(Acting acting, SheetKey key, string? at)
    {
        if (await desk.ContinueAsync(acting, key) is not { } sheet)
            return null;
        Groups = await catalog.GroupsAsync();
        Current = RowAt(sheet, at);
        sheet.Changed = RaiseAsync;
        return sheet;
    }

    /// <summary>What in the audit concerns a sheet: itself in all revisions, and its cycle.</summary>
    internal static IReadOnlyList<string> HeardBy(WorkingSheet sheet) => [sheet.Subject, sheet.Assessment.Cycle];

    private Place PlaceOf(WorkingSheet sheet) => new(sheet.Assessment.Id, sheet.Viewer.Name, Current?.Indicator.Code);

    private async Task RaiseAsync()
    {
        foreach (var part in (Changed?.GetInvocationList() ?? []).Cast<Func<Task>>())
            await part();
    }

    // Ends early, and quietly, when the page is closed: nothing else can go wrong with waiting.
    private async Task PauseAsync() => await Task.Delay(RowsEvery, clock, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    // One at a time; what was changed meanwhile is read once more.
    private async Task RefreshAsync()
    {
        _again = true;
        if (_following || _closing.IsCancellationRequested || await _opening! is not { } sheet)
            return;
        _following = true;
        try
        {
            // The report owes something as long as rows were read after it.
            for (var owes = true; (_again || owes) && !_closing.IsCancellationRequested; await PauseAsync())
            {
                if (_again)
                {
                    (_again, owes) = (false, true);
                    await sheet.ReadRowsAsync(feed.Readings);
                }

                if (!owes || (_reported != 0 && clock.GetElapsedTime(_reported) < SharedReadings.RecentFor))
                    continue;
                await sheet.RefreshAsync(feed.Readings);
                owes = sheet.OwesReport;
                _reported = clock.GetTimestamp();
            }
        }
        finally
        {
            _following = false;
        }
    }
}
