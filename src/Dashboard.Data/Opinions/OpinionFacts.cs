using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Opinions;

/// <summary>Looks up what Core's rule asks.</summary>
internal static class OpinionFacts
{
    /// <summary>Why somebody may not begin a second opinion on an assessment that they may see; null if they may.</summary>
    public static async Task<InputException?> WhyNotAsync(DashboardContext context, Viewer viewer, Assessment assessment, CancellationToken cancel)
    {
        var latest = await context.Assessments.Where(a => a.Country == assessment.Country && a.Cycle == assessment.Cycle && a.Assessor == assessment.Assessor && a.Basis == assessment.Basis)
            .MaxAsync(a => a.Revision, cancel);
        if (assessment.Revision != latest)
            return InputException.Of("OpinionClosed");
        // Of all revisions: each begins with the answers of the one before.
        var subject = SheetName.OfAllRevisions(assessment);
        var hasSeen = await context.AuditEntries.AnyAsync(e => e.Actor == viewer.Name && e.Nation == viewer.Nation && AuditActions.Sighted.Contains(e.Action) && e.Subject.StartsWith(subject), cancel);
        var given = await (from opinion in context.Opinions
                           join about in context.Assessments on opinion.AssessmentId equals about.Id
                           where opinion.Reviewer == viewer.Name && about.Country == assessment.Country && about.Cycle == assessment.Cycle && about.Assessor == assessment.Assessor && about.Basis == assessment.Basis
                           orderby opinion.Id descending
                           select opinion).AsNoTracking().FirstOrDefaultAsync(cancel);
        var cycle = await context.Cycles.AsNoTracking().SingleAsync(c => c.Code == assessment.Cycle, cancel);
        return OpinionRule.WhyNot(viewer, assessment, cycle, hasSeen, given);
    }
}
