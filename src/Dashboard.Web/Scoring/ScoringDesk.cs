using Dashboard.Core.Assessments;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Opinions;
using Dashboard.Data.Readiness;
using Dashboard.Data.Release;
using Dashboard.Web.Accounts;
using Dashboard.Web.Scoring.Together;

namespace Dashboard.Web.Scoring;

/// <summary>Which assessment of the viewer's nation is worked on, and whom it is held against; an earlier revision is only read.</summary>
internal sealed record SheetKey(string Country, string Cycle, Basis Basis, string Against, int? Revision = null);

/// <summary>Who acts on a page that stays open: asked anew before each thing that they do, null once they are signed out.</summary>
internal delegate Task<Viewer?> Acting();

/// <summary>
/// Opens assessments to work on, and does what a working sheet asks of the stores. One for each request and each circuit: the document and
/// the sheet in it are made from one reading.
/// </summary>
internal sealed partial class ScoringDesk(AssessmentStore assessments, MarkingStore markings, ReportReader reports, OpinionReader opinions, ClassificationLadder ladder, DemonstrationMode demonstration, ILogger<ScoringDesk> log)
{
    private WorkingSheet? _opened;

    /// <summary>A person's name as the page shows it.</summary>
    public string NameOf(string person) => demonstration.NameOf(person);

    /// <summary>The sheet; null if nobody is signed in, or the viewer's nation has no such assessment that they may see.</summary>
    /// <exception cref="Core.InputException">Unknown country, cycle or group.</exception>
    public async Task<WorkingSheet?> OpenAsync(Acting acting, SheetKey key)
    {
        if (await acting() is not { } viewer || await SheetAsync(viewer, key) is not { } opened)
            return null;
        return _opened = new WorkingSheet(this, (acting, viewer), key, opened, await ReportAsync(viewer, key));
    }

    /// <summary>The sheet that was opened here for the same viewer and not yet handed on; else it is opened now.</summary>
    /// <exception cref="Core.InputException">Unknown country, cycle or group.</exception>
    public async Task<WorkingSheet?> ContinueAsync(Acting acting, SheetKey key)
    {
        var sheet = _opened is { } opened && opened.Viewer == await acting() && opened.Key == key ? opened : await OpenAsync(acting, key);
        _opened = null;
        return sheet;
    }

    /// <summary>The sheet and its report as they are stored now, or as others read them since the last change; null if they cannot be read.</summary>
    /// <remarks>The last value says whether nothing was changed since the report was read.</remarks>
    public async Task<(Viewer Viewer, OpenedSheet Sheet, GapReport Report, bool IsCurrent)?> ReadAsync(Acting acting, SheetKey key, SharedReadings? shared) =>
        await ReadAsync(acting, key, shared, async (viewer, opened, with) =>
        {
            var (report, isCurrent) = with is null ? (await ReportAsync(viewer, key), true) : await with.ReadRecentAsync(viewer, key, anybody => ReportAsync(anybody, key));
            return (viewer, opened, report, isCurrent);
        });

    /// <summary>The sheet alone; null if it cannot be read.</summary>
    public Task<(Viewer Viewer, OpenedSheet Sheet)?> ReadRowsAsync(Acting acting, SheetKey key, SharedReadings? shared) =>
        ReadAsync(acting, key, shared, (viewer, opened, _) => Task.FromResult((viewer, opened)));

    private async Task<T?> ReadAsync<T>(Acting acting, SheetKey key, SharedReadings? shared, Func<Viewer, OpenedSheet, SharedReadings?, Task<T>> read) where T : struct
    {
        try
        {
            if (await acting() is not { } viewer)
                return null;
            // Who scores something blind is shown less than others with the same rights: theirs is read under their name.
            var with = shared is not null && !await opinions.IsBlindAsync(viewer) ? shared : null;
            return await SheetAsync(viewer, key, with) is { } opened ? await read(viewer, opened, with) : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What was saved is saved: the page says that its figures are old, and lives on.
            LogNotRead(fault, key.Country, key.Cycle);
            return null;
        }
    }

    /// <summary>Whether the sheet can no longer be opened by whoever acts: their rights, its marking, or that they score it blind now.</summary>
    public async Task<bool> IsClosedAsync(Acting acting, SheetKey key)
    {
        try
        {
            return await acting() is { } viewer && await SheetAsync(viewer, key) is null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotRead(fault, key.Country, key.Cycle);
            return false;
        }
    }

    /// <summary>The marking of a page with a sheet and its report.</summary>
    public Marking MarkingOf(OpenedSheet sheet, GapReport report) => sheet.Over(ladder, report.Marking);

    private Task<OpenedSheet?> SheetAsync(Viewer viewer, SheetKey key) =>
        assessments.OwnAsync(viewer, key.Country, key.Cycle, key.Basis, key.Revision);

    private Task<OpenedSheet?> SheetAsync(Viewer viewer, SheetKey key, SharedReadings? shared) =>
        shared is null ? SheetAsync(viewer, key) : shared.ReadAsync(viewer, key, anybody => SheetAsync(anybody, key));

    // The report that the sheet's assessment would make, approved or not.
    private Task<GapReport> ReportAsync(Viewer viewer, SheetKey key) => reports.ReadAsync(viewer, new ReportRequest(
        key.Country, key.Against, Cycle: key.Cycle, Preview: true, Source: new SourceChoice(key.Basis, viewer.Nation, key.Revision)));

    /// <summary>Who acts now.</summary>
    /// <exception cref="Core.InputException">They are signed out.</exception>
    public static async Task<Viewer> RequireAsync(Acting acting) => await acting() ?? throw Core.InputException.Of("SignedOut");

    public Task MoveAsync(Viewer viewer, int assessmentId, AssessmentStatus to, string reason) => assessments.MoveAsync(viewer, assessmentId, to, reason);

    public Task ReviseAsync(Viewer viewer, int assessmentId) => assessments.ReviseAsync(viewer, assessmentId);

    public Task MarkAsync(Viewer viewer, Assessment assessment, string classification, string? compilation) =>
        markings.MarkAsync(viewer, assessment.Id, classification, compilation, assessment.Marking);

    public Task<SaveOutcome> MarkScoreAsync(Viewer viewer, Score score, string? classification) =>
        markings.MarkScoreAsync(viewer, new CellKey(score.AssessmentId, score.Indicator), classification, score.Version);

    [LoggerMessage(LogLevel.Error, "The assessment of {Country} in {Cycle} could not be read again")]
    private partial void LogNotRead(Exception fault, string country, string cycle);
}
