using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Audit;

/// <summary>How what entries of the audit are about is classified now, by the names that entries give it.</summary>
internal sealed class PresentClassifications
{
    private readonly Dictionary<string, string> _bySubject;

    private PresentClassifications(Dictionary<string, string> bySubject) => _bySubject = bySubject;

    public static async Task<PresentClassifications> ReadAsync(DashboardContext context, ClassificationLadder ladder, CancellationToken cancel)
    {
        var assessments = await context.Assessments.AsNoTracking().ToDictionaryAsync(a => a.Id, cancel);
        var present = assessments.Values.ToDictionary(ScoreStore.SubjectOf, a => AuditRule.PresentOf(ladder, a));
        foreach (var score in await context.Scores.AsNoTracking().Where(s => s.Marking != null).ToListAsync(cancel))
            present[ScoreStore.SubjectOf(assessments[score.AssessmentId], score.Indicator)] = AuditRule.PresentOf(ladder, assessments[score.AssessmentId], score);
        return new PresentClassifications(present);
    }

    /// <summary>The classification of a thing, or of the nearest that it is a part of; null for none.</summary>
    public string? Of(string subject)
    {
        while (true)
        {
            if (_bySubject.TryGetValue(subject, out var classification))
                return classification;
            if (subject.LastIndexOf('/') is var end and > 0)
                subject = subject[..end];
            else
                return null;
        }
    }
}
