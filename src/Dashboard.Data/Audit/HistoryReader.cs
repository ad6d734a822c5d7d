using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Audit;

/// <summary>Reads from the audit what became of one answer, for those who work on its assessment.</summary>
public sealed class HistoryReader(IDbContextFactory<DashboardContext> contexts, FrameworkCache frameworks, SheetSource sheets, TermsSource terms)
{
    /// <summary>Most changes that are read, the newest.</summary>
    public const int Most = 200;

    /// <summary>The changes of an answer and of what it rests on, the newest first.</summary>
    /// <exception cref="InputException">No such assessment that the viewer may open, or an entry cannot be read.</exception>
    public async Task<ImmutableArray<HistoryEntry>> OfAsync(Viewer viewer, CellKey cell, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var assessment = await AssessmentStore.RequireAsync(context, terms, viewer, cell.AssessmentId, cancel);
        var sheet = new AssessmentSheet(assessment, [.. await context.Scores.AsNoTracking().Where(s => s.AssessmentId == assessment.Id && s.Indicator == cell.Indicator).ToListAsync(cancel)])
        {
            Evidence = [.. await context.Evidence.AsNoTracking().Where(e => e.AssessmentId == assessment.Id && e.Indicator == cell.Indicator).ToListAsync(cancel)],
        };
        var release = await terms.OfAsync(context, cancel);
        if (ReleaseRule.Open(viewer, release, sheet) is not { } opened || !ReleaseRule.MayReadBehind(viewer, release, await sheets.LaterAsync(context, assessment, cancel)))
            throw InputException.Of("NoAssessment", cell.AssessmentId, viewer.Name);
        var framework = await frameworks.OfAsync(context, await context.Cycles.AsNoTracking().SingleAsync(c => c.Code == assessment.Cycle, cancel), cancel);
        var area = framework.AreaOf(framework.IndexOf(cell.Indicator)).Code;
        var subjects = HistoryRule.Subjects(ScoreStore.SubjectWithoutRevision(assessment), assessment.Revision, area, cell.Indicator);
        try
        {
            var entries = await context.AuditEntries.AsNoTracking().Where(e => subjects.Contains(e.Subject)).OrderByDescending(e => e.Sequence).Take(Most).ToListAsync(cancel);
            return [.. entries.Select(entry => HistoryRule.Read(terms.Ladder, opened, cell.Indicator, entry)).OfType<HistoryEntry>()];
        }
        catch (Exception fault) when (AuditStore.IsUnreadable(fault))
        {
            throw InputException.Of("AuditUnreadable");
        }
    }
}
