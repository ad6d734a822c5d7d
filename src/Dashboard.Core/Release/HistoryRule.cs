using System.Text.Json;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;

namespace Dashboard.Core.Release;

/// <summary>
/// What those who work on an assessment see of the history of one answer: every change of it and of what it rests on, in all revisions;
/// what changed only as far as it is classified no higher than what they see of the answer now, so that an old entry never says more than
/// the page that it stands on.
/// </summary>
public static class HistoryRule
{
    // Steps of the whole assessment: what became of each of its answers with it.
    private static readonly string[] Steps = [AuditActions.AssessmentInReview, AuditActions.AssessmentReviewed, AuditActions.AssessmentApproved, AuditActions.AssessmentReturned];

    // Which of several changes it was is said by its place; what is shown is what was changed.
    private static readonly string[] Counted = ["version", "number", "thread", "task"];

    /// <summary>What an entry must be about to belong to the history: the answer, or the assessment as a whole, in each revision up to that of the sheet.</summary>
    /// <param name="assessment">The assessment, in the revision of the sheet.</param>
    /// <param name="area">Code of its area.</param>
    /// <param name="indicator">Code of the indicator.</param>
    public static IReadOnlyList<string> Subjects(Assessment assessment, string area, string indicator) =>
        [.. Enumerable.Range(1, assessment.Revision).Select(r => SheetName.Of(assessment, r)).SelectMany(name => (string[])[name, $"{name}/{area}", $"{name}/{indicator}"])];

    /// <summary>An entry as it stands in the history; null if it is none of this answer's, or the answer is withheld.</summary>
    /// <param name="ladder">The classifications in use.</param>
    /// <param name="sheet">The assessment as it is opened to whoever looks.</param>
    /// <param name="indicator">Code of the indicator.</param>
    /// <param name="entry">The entry as it is stored, about one of <see cref="Subjects"/>.</param>
    public static HistoryEntry? Read(ClassificationLadder ladder, OpenedSheet sheet, string indicator, AuditEntry entry)
    {
        var isOfTheAnswer = entry.Subject.EndsWith($"/{indicator}", StringComparison.Ordinal);
        var isStep = entry.Action == AuditActions.AreaSigned || Steps.Contains(entry.Action);
        if (sheet.Withheld.Contains(indicator) || (!isOfTheAnswer && entry.Action != AuditActions.AssessmentAdded && !isStep))
            return null;
        var revision = SheetName.RevisionIn(entry.Subject);
        if (entry.Unseal() is not { } content)
            return new HistoryEntry(entry, revision, [], isWithheld: false, isBroken: true);
        var after = content.After as JsonElement?;
        if (!isOfTheAnswer && !isStep && !(after is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty(indicator, out var one) && (after = one) is not null))
            return null;
        // Who marks an answer says a classification, and nothing that is classified.
        var classification = content.Classification ?? (AuditRule.HoldsScores(entry.Action) ? ladder.Highest : null);
        // A piece that was marked up later may be any of the answer's: which one, its entry does not say without being read.
        var isOfHidden = AuditRule.HoldsEvidence(entry.Action) && sheet.WithheldEvidence.Contains(indicator);
        if (isOfHidden || (classification is not null && ladder.Rank(classification) > ladder.Rank(isStep ? AuditRule.PresentOf(ladder, sheet.Assessment) : SeenOf(ladder, sheet, indicator))))
            return new HistoryEntry(entry, revision, [], isWithheld: true, isBroken: false);
        return Told(entry, revision, content.Before as JsonElement?, after, classification);
    }

    /// <summary>An entry as it stands in the history of a task; null if it is of another task.</summary>
    /// <param name="ladder">The classifications in use.</param>
    /// <param name="assessment">The assessment of the task, as whoever looks may open it.</param>
    /// <param name="task">Number of the task.</param>
    /// <param name="entry">The entry as it is stored, about the task's area.</param>
    public static HistoryEntry? ReadTask(ClassificationLadder ladder, Assessment assessment, int task, AuditEntry entry)
    {
        if (entry.Unseal() is not { } content)
            return new HistoryEntry(entry, assessment.Revision, [], isWithheld: false, isBroken: true);
        if (content.After is not JsonElement { ValueKind: JsonValueKind.Object } after || !after.TryGetProperty("task", out var number) || number.GetInt32() != task)
            return null;
        return content.Classification is { } classification && ladder.Rank(classification) > ladder.Rank(AuditRule.PresentOf(ladder, assessment))
            ? new HistoryEntry(entry, assessment.Revision, [], isWithheld: true, isBroken: false)
            : Told(entry, assessment.Revision, content.Before as JsonElement?, after, content.Classification);
    }

    private static HistoryEntry Told(AuditEntry entry, int revision, JsonElement? before, JsonElement? after, string? classification) => new(
        entry, revision, [.. new AuditDetails(before, after, classification).Changes().Where(change => (change.Before ?? "") != (change.After ?? "") && !Counted.Contains(change.Field))],
        isWithheld: false, isBroken: false);

    // The highest classification of what is seen of the answer: the assessment's, its own, its evidence's.
    private static string SeenOf(ClassificationLadder ladder, OpenedSheet sheet, string indicator) => sheet.Scores.Where(s => s.Indicator == indicator).Select(s => s.Marking)
        .Concat(sheet.Evidence.Where(e => e.Indicator == indicator).Select(e => e.Marking))
        .OfType<Marking>().Select(own => own.Classification)
        .Aggregate(sheet.Assessment.Marking.Classification, ladder.Higher);
}
