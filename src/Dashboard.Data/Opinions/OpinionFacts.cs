using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
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
        var subject = ScoreStore.SubjectWithoutRevision(assessment) + "/";
        var hasScored = await context.AuditEntries.AnyAsync(e => e.Actor == viewer.Name && e.Nation == viewer.Nation && AuditActions.Scoring.Contains(e.Action) && e.Subject.StartsWith(subject), cancel);
        var given = await context.Opinions.AsNoTracking().SingleOrDefaultAsync(o => o.AssessmentId == assessment.Id && o.Reviewer == viewer.Name, cancel);
        var cycle = await context.Cycles.AsNoTracking().SingleAsync(c => c.Code == assessment.Cycle, cancel);
        return OpinionRule.WhyNot(viewer, assessment, cycle, hasScored, given);
    }
}
