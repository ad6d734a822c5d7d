using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Assessments;

/// <summary>Reads all that is stored of assessments, and how they stand on their way into reports: before the release rule, for stores alone.</summary>
public sealed class SheetSource(FrameworkCache frameworks, SignOffTerms signOff)
{
    /// <summary>The sign-off steps that are asked for.</summary>
    internal SignOffTerms SignOff => signOff;

    internal async Task<IReadOnlyList<AssessmentSheet>> OfAsync(DashboardContext context, IReadOnlyCollection<Assessment> assessments, CancellationToken cancel)
    {
        var ids = assessments.Select(a => a.Id).ToList();
        var scores = (await context.Scores.AsNoTracking().Where(s => ids.Contains(s.AssessmentId)).OrderBy(s => s.Indicator).ToListAsync(cancel)).ToLookup(s => s.AssessmentId);
        var evidence = (await context.Evidence.AsNoTracking().Where(e => ids.Contains(e.AssessmentId)).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.AssessmentId);
        var comments = (await context.Comments.AsNoTracking().Where(c => ids.Contains(c.AssessmentId)).OrderBy(c => c.Id).ToListAsync(cancel)).ToLookup(c => c.AssessmentId);
        var signatures = (await context.Signatures.AsNoTracking().Where(s => ids.Contains(s.AssessmentId)).ToListAsync(cancel)).ToLookup(s => s.AssessmentId);
        return
        [
            .. assessments.Select(a => new AssessmentSheet(a, [.. scores[a.Id]])
            {
                Evidence = [.. evidence[a.Id]],
                Comments = [.. comments[a.Id]],
                Signatures = [.. signatures[a.Id]],
            }),
        ];
    }

    internal async Task<AssessmentSheet> OfAsync(DashboardContext context, Assessment assessment, CancellationToken cancel) => (await OfAsync(context, [assessment], cancel))[0];

    /// <summary>The later revisions of an assessment, whole.</summary>
    internal async Task<IReadOnlyList<AssessmentSheet>> LaterAsync(DashboardContext context, Assessment assessment, CancellationToken cancel) => await OfAsync(context, await context.Assessments.AsNoTracking()
        .Where(a => a.Country == assessment.Country && a.Cycle == assessment.Cycle && a.Basis == assessment.Basis && a.Assessor == assessment.Assessor && a.Revision > assessment.Revision).ToListAsync(cancel), cancel);

    /// <summary>How an assessment stands.</summary>
    internal async Task<SheetStanding> StandingAsync(DashboardContext context, AssessmentSheet sheet, CancellationToken cancel)
    {
        var cycle = await context.Cycles.AsNoTracking().SingleAsync(c => c.Code == sheet.Assessment.Cycle, cancel);
        var lastEditor = sheet.Assessment.Status == AssessmentStatus.InReview ? await LastEditorAsync(context, sheet.Assessment, cancel) : null;
        return SheetStanding.Of(await frameworks.OfAsync(context, cycle, cancel), cycle, signOff, sheet, lastEditor);
    }

    // What an answer says, and what it rests on. Carrying over says nothing of this cycle, and is confirmed first.
    private static readonly string[] Edits = [AuditActions.ScoreSaved, AuditActions.ScoreConfirmed, AuditActions.EvidenceAdded, AuditActions.EvidenceChanged, AuditActions.EvidenceRemoved];

    // By the audit: a score's own columns name also whoever marked it last, and a revision's are copies of the one before.
    private static Task<string?> LastEditorAsync(DashboardContext context, Assessment assessment, CancellationToken cancel)
    {
        var ofThis = ScoreStore.SubjectOf(assessment, "");
        return context.AuditEntries.AsNoTracking().Where(e => Edits.Contains(e.Action) && e.Subject.StartsWith(ofThis))
            .OrderByDescending(e => e.Sequence).Select(e => e.Actor).FirstOrDefaultAsync(cancel);
    }
}
