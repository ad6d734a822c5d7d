using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Release;

/// <summary>The terms of release as they stand now: the ladder from configuration, the groups and those who score blind from the database, today's date.</summary>
public sealed class TermsSource(ClassificationLadder ladder, TimeProvider clock)
{
    public ClassificationLadder Ladder => ladder;

    public async Task<ReleaseTerms> OfAsync(DashboardContext context, CancellationToken cancel = default) => new(
        ladder,
        [.. await context.Groups.AsNoTracking().OrderBy(g => g.Code).ToListAsync(cancel)],
        DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
    {
        Blind =
        [
            .. await (from opinion in context.Opinions
                      join assessment in context.Assessments on opinion.AssessmentId equals assessment.Id
                      where opinion.State == OpinionState.UnderWay
                      select new BlindReviewer(assessment.Country, assessment.Cycle, assessment.Assessor, assessment.Basis, opinion.Reviewer)).AsNoTracking().ToListAsync(cancel),
        ],
    };
}
