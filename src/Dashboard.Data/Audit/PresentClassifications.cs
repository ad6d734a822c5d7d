using Dashboard.Core.Audit;
using Dashboard.Core.Release;
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
        var present = assessments.Values.ToDictionary(SheetName.Of, a => AuditRule.PresentOf(ladder, a));
        // Entries about evidence bear the name of its answer.
        var scores = await context.Scores.AsNoTracking().Where(s => s.Marking != null).ToListAsync(cancel);
        var evidence = await context.Evidence.AsNoTracking().Where(e => e.Marking != null).ToListAsync(cancel);
        foreach (var parts in scores.Select(s => (s.AssessmentId, s.Indicator, Marking: s.Marking!)).Concat(evidence.Select(e => (e.AssessmentId, e.Indicator, Marking: e.Marking!))).GroupBy(p => (p.AssessmentId, p.Indicator), p => p.Marking))
            present[SheetName.Of(assessments[parts.Key.AssessmentId], parts.Key.Indicator)] = AuditRule.PresentOf(ladder, assessments[parts.Key.AssessmentId], parts);
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
