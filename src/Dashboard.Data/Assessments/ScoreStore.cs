using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Assessments;

/// <summary>Saves scores: the version is compared, the change and its audit entry are one transaction.</summary>
public sealed class ScoreStore(AuditedWrites writes, SheetSource sheets, TimeProvider clock)
{
    /// <summary>Saves one answer.</summary>
    /// <param name="viewer">Who saves.</param>
    /// <param name="cell">Which cell.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="expectedVersion">The version that the writer saw; 0 for a cell that was never saved.</param>
    /// <param name="changeId">The writer's number of this change: sending it again does nothing more.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">The indicator does not exist or the answer does not fit the scale.</exception>
    public Task<SaveOutcome> SaveAsync(
        Viewer viewer, CellKey cell, Answer answer, int expectedVersion, Guid changeId, CancellationToken cancel = default) =>
        writes.RunAsync<SaveOutcome>(viewer, async (context, trail) =>
        {
            // An assessment that the viewer may not see is answered like one that is not there.
            if (await context.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == cell.AssessmentId, cancel) is not { } assessment)
                return Refused(viewer, Texts.Refusal("NoAssessment", cell.AssessmentId, viewer.Name));
            var place = await sheets.PlaceAsync(context, assessment, cancel);
            if (SheetSource.WhyHidden(viewer, place.Terms, assessment) is { } hidden)
                return Refused(viewer, hidden.Message);
            var indicator = place.Indicator(cell.Indicator);
            answer.Check(place.Framework, indicator);
            if (place.WhyNotAnswer(viewer, indicator) is { } refusal)
                return Refused(viewer, refusal.Message);

            var subject = SheetName.Of(assessment, indicator);
            var current = await context.Scores.AsNoTracking().SingleOrDefaultAsync(s => s.AssessmentId == assessment.Id && s.Indicator == indicator, cancel);
            if (current is not null && place.Terms.Withholds(viewer, current, assessment) is not null)
                return Refused(viewer, Texts.Refusal("MarkedAbove", indicator, viewer.Name));

            var sent = await context.AuditEntries.AsNoTracking().Where(e => e.ChangeId == changeId).OrderBy(e => e.Sequence).FirstOrDefaultAsync(cancel);
            if (sent is not null)
                return sent.Subject == subject && sent.Actor == viewer.Name && sent.Nation == viewer.Nation && current is not null && AuditedScore.VersionOf(sent, answer) is { } made
                    ? new SaveOutcome.Saved(current, made)
                    : Refused(viewer, Texts.Refusal("ChangeReused"));

            if ((current?.Version ?? 0) != expectedVersion)
                return new SaveOutcome.Conflict(current);
            if (!answer.MayFollow(current?.Answer))
                throw InputException.Of("CarriedNotSaved", indicator);

            var score = ScoreWrite.Put(context, viewer, clock, cell with { Indicator = indicator }, current, answer, current?.Marking);
            trail.Record(new AuditFact(AuditActions.ScoreSaved, subject, AuditedScore.Of(current), AuditedScore.Of(score), changeId,
                AuditRule.ClassificationOf(place.Terms.Ladder, assessment, score)));
            return new SaveOutcome.Saved(score, score.Version);
        }, cancel);

    private SaveOutcome.Refused Refused(Viewer viewer, string why)
    {
        writes.NoteRefusal(viewer, why);
        return new SaveOutcome.Refused(why);
    }
}

/// <summary>A score as the audit keeps it.</summary>
internal sealed record AuditedScore(string State, int? Level, string Confidence, string Rationale, int Version)
{
    public static AuditedScore? Of(Score? score) => score is null ? null : new AuditedScore(
        CodeName.Of(score.Answer.State), score.Answer.Level, CodeName.Of(score.Answer.Confidence), score.Answer.Rationale, score.Version);

    /// <summary>The version that a save of this answer made, by its entry; null if the entry holds another answer.</summary>
    public static int? VersionOf(AuditEntry entry, Answer answer)
    {
        using var content = JsonDocument.Parse(entry.Content);
        return content.RootElement.GetProperty("after").Deserialize<AuditedScore>(JsonSerializerOptions.Web) is { } saved
            && (saved.State, saved.Level, saved.Confidence, saved.Rationale)
                == (CodeName.Of(answer.State), answer.Level, CodeName.Of(answer.Confidence), answer.Rationale)
            ? saved.Version
            : null;
    }
}
