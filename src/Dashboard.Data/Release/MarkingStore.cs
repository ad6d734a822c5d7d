using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Release;

/// <summary>Sets the classification of assessments, of their compilation, and of single scores.</summary>
public sealed class MarkingStore(AuditedWrites writes, SheetSource sheets, TimeProvider clock)
{
    /// <summary>Sets the classification of an assessment and of its compilation; its releases stay as they are.</summary>
    /// <param name="viewer">Who marks.</param>
    /// <param name="assessmentId">The assessment.</param>
    /// <param name="classification">A level of the ladder.</param>
    /// <param name="compilation">A higher level for the whole; null or empty for none.</param>
    /// <param name="expected">The marking that was looked at; its classifications are compared.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">No such assessment, no right to it, a level that cannot be, or somebody marked it meanwhile; nothing is changed.</exception>
    public Task<Assessment> MarkAsync(Viewer viewer, int assessmentId, string classification, string? compilation, Marking expected, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var place = await sheets.PlaceAsync(context, viewer, assessmentId, cancel);
            var (assessment, subject) = (place.Assessment, place.Subject);
            if (!viewer.MayMark(assessment))
                throw InputException.Of("MayNotMark", viewer.Name, subject);
            RequireOpenCycle(place);
            var parts = Allowed(viewer, place, classification);
            var whole = place.Terms.Ladder.RequireCompilation(compilation, parts);
            if (whole is not null)
                Allowed(viewer, place, whole);
            if (assessment.Marking.Classified(expected.Classification, expected.Compilation) != assessment.Marking)
                throw InputException.Of("MarkedMeanwhile", subject, Say(assessment.Marking));

            var marked = assessment with { Marking = assessment.Marking.Classified(parts, whole) };
            if (marked == assessment)
                return assessment;
            context.Assessments.Update(marked);
            trail.Record(new AuditFact(AuditActions.AssessmentMarked, subject, AuditedMarking.Of(assessment.Marking), AuditedMarking.Of(marked.Marking)));
            return marked;
        }, cancel);

    /// <summary>Gives one score a classification of its own, or takes it back. A list of releases of its own stays; else it is released to whom the assessment is.</summary>
    /// <param name="viewer">Who marks.</param>
    /// <param name="cell">Which score.</param>
    /// <param name="classification">A level of the ladder, not lower than the assessment's; null for as the assessment.</param>
    /// <param name="expectedVersion">The version that was looked at.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Saved, or the conflict with what somebody else saved or marked meanwhile.</returns>
    /// <exception cref="InputException">No such assessment, indicator or answer, no right to it, or a level that cannot be; nothing is changed.</exception>
    public Task<SaveOutcome> MarkScoreAsync(Viewer viewer, CellKey cell, string? classification, int expectedVersion, CancellationToken cancel = default) =>
        writes.RunAsync<SaveOutcome>(viewer, async (context, trail) =>
        {
            var place = await sheets.PlaceAsync(context, viewer, cell.AssessmentId, cancel);
            RequireOpenCycle(place);
            var (assessment, indicator) = (place.Assessment, place.Indicator(cell.Indicator));
            if (!viewer.MayMark(assessment, place.AreaOf(indicator)))
                throw InputException.Of("MayNotMark", viewer.Name, indicator);
            if (await context.Scores.AsNoTracking().SingleOrDefaultAsync(s => s.AssessmentId == assessment.Id && s.Indicator == indicator, cancel) is not { } current)
                throw InputException.Of("NothingToMark", indicator);
            place.RequireSeen(viewer, current);
            if (current.Version != expectedVersion)
                return new SaveOutcome.Conflict(current);

            var part = classification is null ? null : Marking.OfPart(Allowed(viewer, place, classification));
            place.Terms.RequireTighter(part, assessment, indicator);
            var own = part is null ? null : current.Marking?.Classified(part.Classification, null) ?? part;
            if (own == current.Marking)
                return new SaveOutcome.Saved(current, current.Version);
            var marked = current with { Marking = own, Version = expectedVersion + 1, ChangedBy = viewer.Name, ChangedAt = clock.GetUtcNow().UtcDateTime };
            context.Scores.Update(marked).Property(s => s.Version).OriginalValue = expectedVersion;
            trail.Record(new AuditFact(AuditActions.ScoreMarked, SheetName.Of(assessment, indicator), AuditedMarking.Of(current.Marking), AuditedMarking.Of(own)));
            return new SaveOutcome.Saved(marked, marked.Version);
        }, cancel);

    // Nobody marks what they could then not see themselves.
    private static string Allowed(Viewer viewer, SheetPlace place, string classification) =>
        place.Terms.Ladder.Require(classification) is var level && place.Terms.Ladder.Reaches(viewer.Clearance, level)
            ? level
            : throw InputException.Of("MarkAboveClearance", viewer.Name, level);

    // A frozen draft is not marked; what is approved is, whatever the cycle.
    private static void RequireOpenCycle(SheetPlace place)
    {
        if (place.Assessment.Status.IsOpen() && place.Cycle.Freezes(place.Assessment))
            throw InputException.Of("FrozenScore", place.Cycle.Code);
    }

    private static string Say(Marking marking) => marking.Compilation is { } whole ? $"{marking.Classification} ({whole})" : marking.Classification;
}

/// <summary>A marking as the audit keeps it.</summary>
internal sealed record AuditedMarking(string Classification, string? Compilation, string ReleasableTo)
{
    public static AuditedMarking? Of(Marking? marking) => marking is null ? null : new AuditedMarking(marking.Classification, marking.Compilation, marking.ReleasableTo);
}
