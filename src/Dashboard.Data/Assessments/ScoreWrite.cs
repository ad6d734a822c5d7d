using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;

namespace Dashboard.Data.Assessments;

/// <summary>The next version of a score: the same whichever way an answer comes in.</summary>
internal static class ScoreWrite
{
    /// <summary>Puts an answer in the place of what is stored, one version on.</summary>
    /// <param name="context">The transaction.</param>
    /// <param name="viewer">Who saves.</param>
    /// <param name="clock">When.</param>
    /// <param name="cell">Which cell.</param>
    /// <param name="current">What is stored; null for nothing.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="marking">Its marking; null where the assessment's holds.</param>
    public static Score Put(DashboardContext context, Viewer viewer, TimeProvider clock, CellKey cell, Score? current, Answer answer, Marking? marking)
    {
        var score = new Score
        {
            AssessmentId = cell.AssessmentId,
            Indicator = cell.Indicator,
            Answer = answer,
            Version = (current?.Version ?? 0) + 1,
            ChangedBy = viewer.Name,
            ChangedAt = clock.GetUtcNow().UtcDateTime,
            Marking = marking,
        };
        // All columns, whether they differ or not: an update that EF leaves out would compare no version.
        if (current is null)
            context.Scores.Add(score);
        else
            context.Scores.Update(score).Property(s => s.Version).OriginalValue = current.Version;
        return score;
    }
}
