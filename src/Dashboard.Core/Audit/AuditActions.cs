using System.Collections.Immutable;

namespace Dashboard.Core.Audit;

/// <summary>The audit's words for what is done to an assessment, as far as a rule asks for them: who writes an entry and who closes it to a reader must mean the same.</summary>
public static class AuditActions
{
    /// <summary>An answer was saved; in it the answer.</summary>
    public const string ScoreSaved = "score-saved";
    /// <summary>An answer was taken over from the cycle before.</summary>
    public const string ScoreCarried = "score-carried";
    /// <summary>A carried answer was confirmed.</summary>
    public const string ScoreConfirmed = "score-confirmed";
    /// <summary>Scoring workbooks came back, and answers were taken from them; in it how many, and from which files. Each answer has an entry of its own.</summary>
    public const string SheetReturned = "sheet-returned";
    /// <summary>Levels were taken from a table; in it how many, and from which file. Each has an entry of its own.</summary>
    public const string TableImported = "table-imported";
    /// <summary>A reviewer agreed that an indicator does not apply.</summary>
    public const string ScoreAgreed = "score-agreed";
    /// <summary>Something was said of an answer.</summary>
    public const string CommentAdded = "comment-added";
    /// <summary>A thread of comments was called settled.</summary>
    public const string CommentResolved = "comment-resolved";
    /// <summary>It was opened again.</summary>
    public const string CommentReopened = "comment-reopened";
    /// <summary>A piece of evidence was added.</summary>
    public const string EvidenceAdded = "evidence-added";
    /// <summary>A piece of evidence was changed.</summary>
    public const string EvidenceChanged = "evidence-changed";
    /// <summary>A piece of evidence was removed.</summary>
    public const string EvidenceRemoved = "evidence-removed";
    /// <summary>A second opinion was handed in; in it its answers.</summary>
    public const string OpinionHandedIn = "opinion-handed-in";
    /// <summary>Somebody vouched for an area.</summary>
    public const string AreaSigned = "area-signed";
    /// <summary>An assessment was added as a whole, with its answers.</summary>
    public const string AssessmentAdded = "assessment-added";
    /// <summary>A revision was begun, with the answers of the one before.</summary>
    public const string AssessmentRevised = "assessment-revised";
    /// <summary>The reviewer signed, and a releasing officer has the last word.</summary>
    public const string AssessmentReviewed = "assessment-reviewed";
    /// <summary>It was sent to review.</summary>
    public const string AssessmentInReview = "assessment-in-review";
    /// <summary>It was approved for reports.</summary>
    public const string AssessmentApproved = "assessment-approved";
    /// <summary>It was sent back to its planners.</summary>
    public const string AssessmentReturned = "assessment-returned";

    /// <summary>An assessment was given another classification.</summary>
    public const string AssessmentMarked = "assessment-marked";
    /// <summary>An answer was given a classification of its own, or lost it.</summary>
    public const string ScoreMarked = "score-marked";

    /// <summary>Something left as a file.</summary>
    public const string Exported = "exported";
    /// <summary>Somebody was let in.</summary>
    public const string SignedIn = "signed-in";
    /// <summary>Somebody left.</summary>
    public const string SignedOut = "signed-out";
    /// <summary>Somebody was not let in.</summary>
    public const string SignInFailed = "sign-in-failed";
    /// <summary>Somebody was reminded by mail.</summary>
    public const string ReminderSent = "reminder-sent";

    /// <summary>What happens often and changes nothing that is read of approved assessments: answers of open ones, what is said of them, comings and goings. Of whatever is not named here it is taken that it may.</summary>
    public static ImmutableArray<string> LeaveReports { get; } =
    [
        ScoreSaved, ScoreCarried, ScoreConfirmed, SheetReturned, TableImported, CommentAdded, CommentResolved, CommentReopened,
        Exported, SignedIn, SignedOut, SignInFailed, ReminderSent,
    ];

    /// <summary>What changes what an answer says, or what it rests on. Carrying over is not among them: it says nothing of its cycle, and is confirmed first.</summary>
    public static ImmutableArray<string> Edits { get; } = [ScoreSaved, ScoreConfirmed, EvidenceAdded, EvidenceChanged, EvidenceRemoved];

    /// <summary>What a revision is somebody's by, who does not sign it alone: an edit, and where there is none, its beginning or a marking.</summary>
    public static ImmutableArray<string> Authored { get; } = [.. Edits, AssessmentRevised, AssessmentMarked, ScoreMarked];

    /// <summary>What nobody does to an assessment without seeing of its answers: whoever did one of them gives no second opinion on it.</summary>
    public static ImmutableArray<string> Sighted { get; } =
    [
        .. Edits, ScoreCarried, ScoreAgreed, CommentAdded, CommentResolved, CommentReopened, AreaSigned,
        AssessmentRevised, AssessmentInReview, AssessmentReviewed, AssessmentApproved, AssessmentReturned,
    ];
}
