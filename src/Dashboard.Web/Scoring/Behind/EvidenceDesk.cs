using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Scoring.Behind;

/// <summary>Does what a planner asks with the evidence of a row; what is refused stays on the page, with the sentence why.</summary>
internal sealed partial class EvidenceDesk(EvidenceStore store, HistoryReader history, TimeProvider clock, ILogger<EvidenceDesk> log)
{
    /// <summary>Today, by which evidence has expired or not.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Saves what is typed.</summary>
    /// <returns>Whether it is stored; else the draft says why not.</returns>
    public async Task<bool> SaveAsync(WorkingSheet sheet, ScoringRow row, EvidenceDraft draft)
    {
        (draft.IsBusy, draft.Why) = (true, null);
        try
        {
            var piece = draft.Read(sheet.Assessment.Id, row.Indicator.Code);
            if (await sheet.DoAsync(viewer => store.SaveAsync(viewer, piece)) is not EvidenceOutcome.Conflict conflict)
                return true;
            draft.Overtaken(conflict.Current);
            draft.Why = Words.Get(conflict.Current is null ? "Evidence.GoneMeanwhile" : "Evidence.Meanwhile");
        }
        catch (InputException refused)
        {
            draft.Why = refused.Message;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever the fault: what was typed stays in the form, which says that it is not saved.
            LogNotSaved(fault, sheet.Assessment.Id, row.Indicator.Code);
            draft.Why = Words.Get("Evidence.Fault");
        }
        finally
        {
            draft.IsBusy = false;
        }

        return false;
    }

    /// <summary>Removes a piece.</summary>
    /// <returns>Why it is still there; null if it is gone.</returns>
    public async Task<string?> RemoveAsync(WorkingSheet sheet, Evidence piece)
    {
        try
        {
            return await sheet.DoAsync(viewer => store.RemoveAsync(viewer, piece)) is EvidenceOutcome.Conflict { Current: not null } ? Words.Get("Evidence.NotRemoved") : null;
        }
        catch (InputException refused)
        {
            return refused.Message;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotSaved(fault, sheet.Assessment.Id, piece.Indicator);
            return Words.Get("Scoring.Fault");
        }
    }

    /// <summary>The history of a row's answer, the newest first; or why it cannot be shown.</summary>
    public async Task<(IReadOnlyList<HistoryEntry>? Entries, string? Why)> HistoryAsync(WorkingSheet sheet, ScoringRow row)
    {
        try
        {
            return (await sheet.ReadAsync(viewer => history.OfAsync(viewer, new CellKey(sheet.Assessment.Id, row.Indicator.Code))), null);
        }
        catch (InputException refused)
        {
            return (null, refused.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotRead(fault, sheet.Assessment.Id, row.Indicator.Code);
            return (null, Words.Get("History.Fault"));
        }
    }

    [LoggerMessage(LogLevel.Error, "The history of {Indicator} of assessment {Assessment} could not be read")]
    private partial void LogNotRead(Exception fault, int assessment, string indicator);

    [LoggerMessage(LogLevel.Error, "Evidence for {Indicator} of assessment {Assessment} could not be saved")]
    private partial void LogNotSaved(Exception fault, int assessment, string indicator);
}
