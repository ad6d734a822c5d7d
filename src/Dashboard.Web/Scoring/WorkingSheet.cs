using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Web.Scoring.Together;

namespace Dashboard.Web.Scoring;

/// <summary>
/// An assessment on a planner's screen as it is stored: its rows, and the report that they make. Nothing is calculated here; after each
/// change, whoever made it, it is read anew.
/// </summary>
public sealed class WorkingSheet
{
    private readonly ScoringDesk _desk;
    private readonly Acting _acting;
    private bool _refreshing, _stale, _isOwn;

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

    /// <summary>Whether answers were saved since the report was read: it is owed once more.</summary>
    public bool OwesReport { get; private set; }

    /// <summary>Whether the viewer may no longer open it: what is shown is not theirs to see any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>A person's name as the page shows it.</summary>
    public string NameOf(string person) => _desk.NameOf(person);

    /// <summary>Called whenever something that is shown has changed.</summary>
    public Func<Task> Changed { get; set; } = () => Task.CompletedTask;

    /// <summary>Whether answers can be changed: the status allows it and the cycle is not frozen.</summary>
    public bool IsOpen => Assessment.Status.IsOpen() && !Report.Cycle.Freezes(Assessment);

    public int Answered => Rows.Count(row => row.Theirs.IsGiven || row.IsWithheld);

    /// <summary>Rows behind which something is typed and not stored. Answers that are not stored are known to the browser alone.</summary>
    public int Unsaved => Rows.Count(row => row.IsTyped);

    public bool MayScore(ScoringRow row) => IsOpen && !row.IsWithheld && Viewer.MayScore(Assessment, row.Area);

    /// <summary>What to look at before it goes on, of what is stored.</summary>
    public ImmutableArray<Concern> Concerns { get; private set; }

    /// <summary>How far it is on its way into reports.</summary>
    public SheetStanding Standing => Opened.Standing ?? throw new InvalidOperationException("A sheet to work on is read with its standing.");

    /// <summary>Whether a step is the viewer's to take now.</summary>
    public bool May(SheetStep step, string area = "") => WorkflowRule.May(Viewer, Standing, step, area);

    /// <summary>What has to come first before a step that would be the viewer's; null if they may take it, or it is not theirs.</summary>
    public string? Before(SheetStep step) =>
        WorkflowRule.WhyNot(Viewer, Standing, step) is { Key: "NothingAnswered" or "AreasUnsigned" or "NotAgreed" } first ? first.Message : null;

    /// <summary>Whether it waits for somebody else's signature, because the viewer saved the last change of an answer or signed the step before.</summary>
    public bool NeedsAnother => WorkflowRule.NeedsAnother(Viewer, Standing);

    public bool MayRevise => Assessment.Status == AssessmentStatus.Approved && IsLatest && Viewer.MayRevise(Assessment);

    /// <summary>Whether no later revision corrects it.</summary>
    public bool IsLatest => Opened.Latest <= Assessment.Revision;

    /// <summary>Whether the classification of the assessment can be changed here.</summary>
    public bool MayMark => Viewer.MayMark(Assessment) && !IsFrozenDraft && IsLatest;

    /// <summary>Whether a stored answer can be given a classification of its own here.</summary>
    public bool MayMarkAnswer(ScoringRow row) =>
        row is { Stored: not null, IsWithheld: false } && Viewer.MayMark(Assessment, row.Area) && !IsFrozenDraft && IsLatest;

    /// <param name="to">Where.</param>
    /// <param name="reason">Why it is returned.</param>
    /// <param name="moved">Called once it is, before anything that is shown changes.</param>
    /// <exception cref="Core.InputException">The step is refused.</exception>
    public async Task MoveAsync(AssessmentStatus to, string reason = "", Func<Task>? moved = null)
    {
        await _desk.MoveAsync(await ScoringDesk.RequireAsync(_acting), Assessment.Id, to, reason);
        await (moved?.Invoke() ?? Task.CompletedTask);
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

    /// <summary>Reads only its rows anew: what somebody else saved. The report still owes their change.</summary>
    /// <param name="shared">What others with the same rights have read; null to read it alone.</param>
    internal async Task ReadRowsAsync(SharedReadings? shared = null)
    {
        if (await _desk.ReadRowsAsync(_acting, Key, shared) is not var (viewer, opened))
            return;
        Viewer = viewer;
        OwesReport |= !opened.Scores.Select(s => (s.Indicator, s.Version)).SequenceEqual(Opened.Scores.Select(s => (s.Indicator, s.Version)));
        Take(opened);
        await Changed();
    }

    /// <summary>How the audit's names of its changes begin, whatever the revision.</summary>
    internal string Subject => SheetName.OfAllRevisions(Assessment);

    private bool IsFrozenDraft => Assessment.Status.IsOpen() && Report.Cycle.Freezes(Assessment);

    /// <summary>Reads it anew. One reading at a time; what was changed meanwhile is read by one more.</summary>
    /// <param name="shared">What others with the same rights have read; null to read it alone, as after a step of the viewer's own.</param>
    internal async Task RefreshAsync(SharedReadings? shared = null)
    {
        (_stale, _isOwn) = (true, _isOwn || shared is null);
        if (_refreshing)
            return;
        _refreshing = true;
        try
        {
            while (_stale)
            {
                var isOwn = _isOwn;
                (_stale, _isOwn) = (false, false);
                var read = await _desk.ReadAsync(_acting, Key, isOwn ? null : shared);
                IsOld = read is null;
                IsClosed = IsOld && await _desk.IsClosedAsync(_acting, Key);
                if (read is var (viewer, opened, report, isCurrent))
                {
                    Take(opened);
                    (Viewer, Report, OwesReport) = (viewer, report, !isCurrent);
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
            // A marking that was just set is not taken back by what was read before it.
            if (row.Stored?.AssessmentId != Assessment.Id || (read?.Version ?? 0) > row.Stored.Version)
                row.Stored = read;
        }
    }
}
