using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Audit;

/// <summary>Reads from the audit what became of one answer or one task, for those who work on its assessment.</summary>
public sealed class HistoryReader(IDbContextFactory<DashboardContext> contexts, SheetSource sheets)
{
    /// <summary>Most changes that are read, the newest.</summary>
    public const int Most = 200;

    /// <summary>The changes of an answer and of what it rests on, the newest first.</summary>
    /// <exception cref="InputException">No such assessment that the viewer may open, or an entry cannot be read.</exception>
    public async Task<ImmutableArray<HistoryEntry>> OfAsync(Viewer viewer, CellKey cell, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var place = await sheets.PlaceAsync(context, viewer, cell.AssessmentId, cancel);
        var assessment = place.Assessment;
        var sheet = new AssessmentSheet(assessment, [.. await context.Scores.AsNoTracking().Where(s => s.AssessmentId == assessment.Id && s.Indicator == cell.Indicator).ToListAsync(cancel)])
        {
            Evidence = [.. await context.Evidence.AsNoTracking().Where(e => e.AssessmentId == assessment.Id && e.Indicator == cell.Indicator).ToListAsync(cancel)],
        };
        if (ReleaseRule.Open(viewer, place.Terms, sheet) is not { } opened || !ReleaseRule.MayReadBehind(viewer, place.Terms, await sheets.LaterAsync(context, assessment, cancel)))
            throw InputException.Of("NoAssessment", cell.AssessmentId, viewer.Name);
        var subjects = HistoryRule.Subjects(assessment, place.AreaOf(cell.Indicator), cell.Indicator);
        return await ReadAsync(context.AuditEntries.Where(e => subjects.Contains(e.Subject)), entry => HistoryRule.Read(place.Terms.Ladder, opened, cell.Indicator, entry), cancel);
    }

    /// <summary>What became of a task, the newest first: who had it by when, and what each said; also of those who had it before.</summary>
    /// <exception cref="InputException">No such assessment that the viewer may open, or an entry cannot be read.</exception>
    public async Task<ImmutableArray<HistoryEntry>> OfAsync(Viewer viewer, AreaTask task, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var place = await sheets.PlaceAsync(context, viewer, task.AssessmentId, cancel);
        if (ReleaseRule.Open(viewer, place.Terms, new AssessmentSheet(place.Assessment, [])) is null)
            throw InputException.Of("NoAssessment", task.AssessmentId, viewer.Name);
        var subject = SheetName.Of(place.Assessment, task.Area);
        return await ReadAsync(context.AuditEntries.Where(e => e.Subject == subject && e.Action.StartsWith("task-")), entry => HistoryRule.ReadTask(place.Terms.Ladder, place.Assessment, task.Id, entry), cancel);
    }

    private static async Task<ImmutableArray<HistoryEntry>> ReadAsync(IQueryable<AuditEntry> of, Func<AuditEntry, HistoryEntry?> read, CancellationToken cancel)
    {
        try
        {
            return [.. (await of.AsNoTracking().OrderByDescending(e => e.Sequence).Take(Most).ToListAsync(cancel)).Select(read).OfType<HistoryEntry>()];
        }
        catch (Exception fault) when (AuditStore.IsUnreadable(fault))
        {
            throw InputException.Of("AuditUnreadable");
        }
    }
}
