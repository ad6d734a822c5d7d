using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;

namespace Dashboard.Web.Scoring;

/// <summary>
/// An assessment on a planner's screen: its rows, what became of each change, and the report that the stored answers make.
/// Nothing is calculated here; after each save the report is read anew.
/// </summary>
public sealed class WorkingSheet
{
    private readonly ScoringDesk _desk;
    private readonly Acting _acting;
    private bool _refreshing, _stale;

    internal WorkingSheet(ScoringDesk desk, (Acting Asked, Viewer Now) acting, SheetKey key, OpenedSheet opened, GapReport report)
    {
        (_desk, _acting, Viewer, Key, Report) = (desk, acting.Asked, acting.Now, key, report);
        Opened = opened;
        Rows = [.. report.Framework.Areas.SelectMany(area => area.Indicators.Select(indicator => new ScoringRow(indicator, area.Code)))];
        Take(opened);
    }

    /// <summary>Who works on it, with the rights that they had when it was last read. What they do is done with those of that moment.</summary>
    public Viewer Viewer { get; private set; }

    internal SheetKey Key { get; private set; }

    /// <summary>The assessment with its evidence as it was last read.</summary>
    public OpenedSheet Opened { get; private set; }

    public Assessment Assessment => Opened.Assessment;

    /// <summary>The rows in framework order.</summary>
    public ImmutableArray<ScoringRow> Rows { get; }

    public GapReport Report { get; private set; }

    /// <summary>The marking of the page that shows it.</summary>
    public Marking Marking => _desk.MarkingOf(Opened, Report);

    /// <summary>Whether the figures could not be read anew after the last change; then they are those from before it.</summary>
    public bool IsOld { get; private set; }

    /// <summary>Called whenever something that is shown has changed.</summary>
    public Func<Task> Changed { get; set; } = () => Task.CompletedTask;

    /// <summary>Whether answers can be changed: the status allows it and the cycle is not frozen.</summary>
    public bool IsOpen => Assessment.Status.IsOpen() && !Report.Cycle.Freezes(Assessment);

    public int Answered => Rows.Count(row => row.Theirs.IsGiven || row.IsWithheld);

    /// <summary>Rows whose change is not stored: being saved, refused, in conflict, or a reason or evidence that is being typed.</summary>
    public int Unsaved => Rows.Count(row => row.Mine is not null || row.Draft is { IsTyped: true } || (row.Reason is { } typed && typed.Trim() != row.Answer.Rationale.Trim()));

    public bool MayScore(ScoringRow row) => IsOpen && !row.IsWithheld && Viewer.MayScore(Assessment, row.Area);

    /// <summary>What to look at before it goes on, of what is stored.</summary>
    public ImmutableArray<Concern> Concerns { get; private set; }

    /// <summary>Whether it waits for a reviewer other than the viewer, who saved the last change of an answer.</summary>
    public bool NeedsAnotherReviewer => Opened.NeedsAnotherReviewer;

    public bool May(AssessmentStatus to) =>
        Assessment.Status.MayBecome(to) && !Report.Cycle.Freezes(Assessment) && Viewer.MayMove(Assessment, to)
        && !(to == AssessmentStatus.InReview && Concerns.Any(c => c.Hinders)) && !(to == AssessmentStatus.Approved && NeedsAnotherReviewer);

    public bool MayRevise => Assessment.Status == AssessmentStatus.Approved && Viewer.MayRevise(Assessment);

    /// <summary>Whether the classification of the assessment can be changed here.</summary>
    public bool MayMark => Viewer.MayMark(Assessment) && !IsFrozenDraft;

    /// <summary>Whether a stored answer can be given a classification of its own here.</summary>
    public bool MayMarkAnswer(ScoringRow row) =>
        row is { Stored: not null, Mine: null, IsWithheld: false } && Viewer.MayMark(Assessment, row.Area) && !IsFrozenDraft;

    /// <summary>Saves an answer, at once. An answer given while an earlier one of the same row is on its way follows it.</summary>
    public async Task AnswerAsync(ScoringRow row, Answer answer)
    {
        if (answer == row.Answer && row.State != SaveState.NotSaved)
            return;
        var isRetry = row.Mine?.Answer == answer;
        row.Mine = isRetry ? row.Mine : _desk.NewChange(answer);
        // While a conflict stands, the planner has not yet looked at the other answer.
        if (row.State is SaveState.Saving or SaveState.Conflict)
            return;
        var isStored = false;
        while (row.Mine is { } change && await SaveAsync(row, change))
            isStored = true;
        // A refusal too says that something has changed: the status, a right, the other answer.
        if (isStored || row.State is SaveState.Conflict or SaveState.NotSaved)
            await RefreshAsync();
    }

    /// <summary>Gives the planner's own answer up: after a conflict or a refusal the stored one is shown again.</summary>
    public Task TakeTheirsAsync(ScoringRow row)
    {
        (row.Mine, row.Why, row.State) = (null, null, SaveState.Unchanged);
        return RefreshAsync();
    }

    /// <summary>Decides a conflict for the planner's own answer; it is saved over the version that was shown.</summary>
    public Task KeepMineAsync(ScoringRow row)
    {
        var mine = row.Mine!.Answer;
        (row.Mine, row.State) = (null, SaveState.Unchanged);
        return AnswerAsync(row, mine);
    }

    /// <exception cref="Core.InputException">The step is refused.</exception>
    public async Task MoveAsync(AssessmentStatus to)
    {
        await _desk.MoveAsync(await ScoringDesk.RequireAsync(_acting), Assessment.Id, to);
        await RefreshAsync();
    }

    /// <exception cref="Core.InputException">It cannot be revised.</exception>
    public async Task ReviseAsync()
    {
        await _desk.ReviseAsync(await ScoringDesk.RequireAsync(_acting), Assessment.Id);
        await RefreshAsync();
    }

    /// <summary>Sets the classification of the assessment and of its compilation.</summary>
    /// <exception cref="Core.InputException">It cannot be marked so.</exception>
    public async Task MarkAsync(string classification, string? compilation)
    {
        await _desk.MarkAsync(await ScoringDesk.RequireAsync(_acting), Assessment, classification, compilation);
        await RefreshAsync();
    }

    /// <summary>Gives a stored answer a classification of its own; null takes it back.</summary>
    /// <returns>False if somebody saved or marked it meanwhile: the row then shows what they did.</returns>
    /// <exception cref="Core.InputException">It cannot be marked so.</exception>
    public async Task<bool> MarkAsync(ScoringRow row, string? classification)
    {
        var outcome = await _desk.MarkScoreAsync(await ScoringDesk.RequireAsync(_acting), row.Stored!, classification);
        row.Stored = outcome switch
        {
            SaveOutcome.Saved saved => saved.Score,
            SaveOutcome.Conflict { Current: { } theirs } => theirs,
            _ => row.Stored,
        };
        await RefreshAsync();
        return outcome is SaveOutcome.Saved;
    }

    /// <summary>Reads something with the rights of this moment.</summary>
    /// <exception cref="Core.InputException">It is refused.</exception>
    public async Task<T> ReadAsync<T>(Func<Viewer, Task<T>> read) => await read(await ScoringDesk.RequireAsync(_acting));

    /// <summary>Does something with what the answers rest on, with the rights of this moment, and reads the sheet anew, done or refused.</summary>
    /// <exception cref="Core.InputException">It is refused.</exception>
    public async Task<T> DoAsync<T>(Func<Viewer, Task<T>> work)
    {
        try
        {
            return await ReadAsync(work);
        }
        finally
        {
            await RefreshAsync();
        }
    }

    /// <exception cref="Core.InputException">Unknown group.</exception>
    public Task CompareAsync(string group)
    {
        Key = Key with { Against = group };
        return RefreshAsync();
    }

    private bool IsFrozenDraft => Assessment.Status.IsOpen() && Report.Cycle.Freezes(Assessment);

    // True if the change was stored.
    private async Task<bool> SaveAsync(ScoringRow row, Change change)
    {
        (row.State, row.Why) = (SaveState.Saving, null);
        await Changed();
        switch (await _desk.SaveAsync(_acting, new CellKey(Assessment.Id, row.Indicator.Code), change, row.Stored?.Version ?? 0))
        {
            case SaveOutcome.Saved saved:
                (row.Stored, row.State) = (saved.Score, SaveState.Saved);
                row.Mine = ReferenceEquals(row.Mine, change) ? null : row.Mine;
                break;
            case SaveOutcome.Conflict { Current: { } same } when same.Answer == change.Answer:
                // Both say the same: nothing to decide.
                (row.Stored, row.State, row.Mine) = (same, SaveState.Saved, ReferenceEquals(row.Mine, change) ? null : row.Mine);
                break;
            case SaveOutcome.Conflict conflict:
                (row.Stored, row.State) = (conflict.Current, SaveState.Conflict);
                break;
            case SaveOutcome.Refused refused:
                (row.Why, row.State) = (refused.Why, SaveState.NotSaved);
                break;
        }

        await Changed();
        return row.State == SaveState.Saved;
    }

    // One reading at a time; what was saved meanwhile is read by one more.
    private async Task RefreshAsync()
    {
        _stale = true;
        if (_refreshing)
            return;
        _refreshing = true;
        try
        {
            while (_stale)
            {
                _stale = false;
                var read = await _desk.ReadAsync(_acting, Key);
                IsOld = read is null;
                if (read is var (viewer, opened, report))
                {
                    Take(opened);
                    (Viewer, Report) = (viewer, report);
                }

                await Changed();
            }
        }
        finally
        {
            _refreshing = false;
        }
    }

    private void Take(OpenedSheet opened)
    {
        Opened = opened;
        Concerns = SheetChecks.Of(Report.Framework, opened, Report.Cycle.AsOf);
        foreach (var row in Rows)
        {
            row.IsWithheld = opened.Withheld.Contains(row.Indicator.Code);
            var read = opened.Scores.FirstOrDefault(s => s.Indicator == row.Indicator.Code);
            // What is being saved or decided is not exchanged under the planner's hands, nor a save by what was read before it.
            var isOlder = row.Stored?.AssessmentId == Assessment.Id && (read?.Version ?? 0) <= row.Stored.Version;
            if (row.Mine is null && !isOlder)
                (row.Stored, row.State) = (read, SaveState.Unchanged);
        }
    }
}
