using System.Text.Json;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;

namespace Dashboard.Core.Release;

/// <summary>
/// What auditors see: who did what and when, of every nation for those of the home nation, else of their own; what an entry holds only
/// of their own nation, within their clearance, and of no assessment on which they give a second opinion just now.
/// </summary>
public static class AuditRule
{
    // Entries that hold scores, also those sealed before entries said how they are classified.
    private static readonly string[] WithScores = [AuditActions.ScoreSaved, AuditActions.ScoreCarried, AuditActions.ScoreConfirmed, AuditActions.ScoreAgreed, AuditActions.CommentAdded, AuditActions.AssessmentAdded, AuditActions.EvidenceAdded, AuditActions.EvidenceChanged, AuditActions.EvidenceRemoved, AuditActions.OpinionHandedIn];

    /// <summary>Whether somebody may have the chain checked: auditors and administrators.</summary>
    public static bool MayVerify(Viewer viewer) => (viewer.Roles & (Roles.Auditor | Roles.Administrator)) != 0;

    /// <summary>Whether somebody reads entries: auditors alone.</summary>
    public static bool MayRead(Viewer viewer) => viewer.Roles.HasFlag(Roles.Auditor);

    /// <summary>Whether entries of an action hold what scores rest on.</summary>
    internal static bool HoldsEvidence(string action) => action.StartsWith("evidence-", StringComparison.Ordinal);

    /// <summary>Whether entries of an action hold scores or what they rest on.</summary>
    internal static bool HoldsScores(string action) => WithScores.Contains(action);

    /// <summary>The only nation whose entries an auditor sees; null for all.</summary>
    /// <param name="viewer">The auditor.</param>
    /// <param name="homeNation">The nation that runs the installation, alpha-3.</param>
    public static string? OnlyNation(Viewer viewer, string homeNation) => viewer.Nation == homeNation ? null : viewer.Nation;

    /// <summary>An entry as an auditor may see it; null if they may not know of it.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="homeNation">The nation that runs the installation, alpha-3.</param>
    /// <param name="terms">The classifications in use, and who scores what blind.</param>
    /// <param name="entry">The entry as it is stored.</param>
    /// <param name="present">How what the entry is about is classified now: what was marked up since is closed in the audit too; null if it is not there any more, or never was classified.</param>
    public static AuditReading? Read(Viewer viewer, string homeNation, ReleaseTerms terms, AuditEntry entry, string? present)
    {
        var ladder = terms.Ladder;
        if (!MayRead(viewer) || (OnlyNation(viewer, homeNation) is { } only && entry.Nation != only))
            return null;
        if (entry.Unseal() is not { } content)
            return new AuditReading(entry, null, null);
        var holdsScores = HoldsScores(entry.Action);
        var classification = content.Classification ?? (holdsScores ? ladder.Highest : null);
        if (classification is not null && present is not null)
            classification = ladder.Higher(classification, present);
        WithheldReason? withheld =
            entry.Nation != viewer.Nation || (holdsScores && SheetName.AssessorIn(entry.Subject) != viewer.Nation) ? WithheldReason.NotReleased
            : classification is not null && !ladder.Reaches(viewer.Clearance, classification) ? WithheldReason.AboveClearance
            : terms.IsBlindTo(viewer, entry.Subject) ? WithheldReason.Blind
            : null;
        return new AuditReading(entry, withheld is null ? new AuditDetails(content.Before as JsonElement?, content.After as JsonElement?, classification) : null, withheld);
    }

    /// <summary>The higher of the highest so far and of what an entry shows.</summary>
    public static string Higher(ClassificationLadder ladder, string highest, AuditReading shown) =>
        shown.Details?.Classification is { } classification ? ladder.Higher(highest, classification) : highest;

    /// <summary>The marking of entries together: what they hold is the auditor's own nation's and released to nobody else.</summary>
    /// <param name="viewer">The auditor.</param>
    /// <param name="highest">The highest classification of what is shown.</param>
    public static Marking MarkingOf(Viewer viewer, string highest) => new(highest, [viewer.Nation]);

    /// <summary>How an entry about one score is classified: by the assessment's classification and the score's own where it is higher.</summary>
    public static string ClassificationOf(ClassificationLadder ladder, Assessment assessment, Score? score) =>
        score?.Marking is { } own ? ladder.Higher(assessment.Marking.Classification, own.Classification) : assessment.Marking.Classification;

    /// <summary>How everything that the audit holds of an assessment is classified now: its entries can be read together, so that the compilation counts for each.</summary>
    /// <param name="ladder">The classifications in use.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="parts">The markings of their own of what the entry is about: the score's, its evidence's.</param>
    public static string PresentOf(ClassificationLadder ladder, Assessment assessment, params IEnumerable<Marking> parts) => parts.Select(own => own.Classification)
        .Append(assessment.Marking.Compilation ?? assessment.Marking.Classification)
        .Aggregate(assessment.Marking.Classification, ladder.Higher);

    /// <summary>How an entry about a piece of evidence is classified: by its own classification, the score's and the assessment's, whichever is highest.</summary>
    public static string ClassificationOf(ClassificationLadder ladder, Assessment assessment, Score? score, Evidence piece) =>
        piece.Marking is { } own ? ladder.Higher(ClassificationOf(ladder, assessment, score), own.Classification) : ClassificationOf(ladder, assessment, score);

    /// <summary>How an entry about a whole assessment is classified: by the highest of its scores, and by the compilation.</summary>
    public static string ClassificationOf(ClassificationLadder ladder, AssessmentSheet whole) => whole.Scores
        .Select(score => ClassificationOf(ladder, whole.Assessment, score))
        .Append(whole.Assessment.Marking.Compilation ?? whole.Assessment.Marking.Classification)
        .Aggregate(whole.Assessment.Marking.Classification, ladder.Higher);
}
