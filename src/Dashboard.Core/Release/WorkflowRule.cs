using Dashboard.Core.Assessments;
using Dashboard.Core.Language;

namespace Dashboard.Core.Release;

/// <summary>A step of an assessment's way into reports.</summary>
public enum SheetStep
{
    /// <summary>Vouching for an area as it is.</summary>
    SignArea,
    /// <summary>Sending it to review.</summary>
    Submit,
    /// <summary>A reviewer agrees that an indicator does not apply.</summary>
    Agree,
    /// <summary>Signing it for its next step: as reviewer, or as releasing officer after the reviewer. The last one approves it.</summary>
    Approve,
    /// <summary>Sending it back to its planners.</summary>
    Return,
    /// <summary>Saying something of an answer, and calling that settled.</summary>
    Comment,
}

/// <summary>Who may take which step of the workflow, and when: asked by the stores before a step and by pages before they offer it.</summary>
public static class WorkflowRule
{
    /// <summary>Why somebody may not take a step; null if they may.</summary>
    /// <param name="viewer">Who would.</param>
    /// <param name="standing">How the assessment stands.</param>
    /// <param name="step">The step.</param>
    /// <param name="area">Code of the area that would be signed; needed for that step alone.</param>
    public static InputException? WhyNot(Viewer viewer, SheetStanding standing, SheetStep step, string area = "") => step switch
    {
        SheetStep.SignArea => WhyNotSign(viewer, standing, area),
        SheetStep.Submit => WhyNotSubmit(viewer, standing),
        SheetStep.Agree => WhyNotAgree(viewer, standing),
        SheetStep.Approve => WhyNotApprove(viewer, standing),
        SheetStep.Return => WhyNotReturn(viewer, standing),
        SheetStep.Comment => WhyNotComment(viewer, standing),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>Why a reviewer may not agree that one answer does not apply; null if they may.</summary>
    /// <param name="viewer">Who would.</param>
    /// <param name="standing">How the assessment stands.</param>
    /// <param name="score">The answer; nobody agrees to their own.</param>
    public static InputException? WhyNotAgreeTo(Viewer viewer, SheetStanding standing, Score score) => WhyNotAgree(viewer, standing)
        ?? (score.Answer.State != ScoreState.NotApplicable ? InputException.Of("NothingToAgree", score.Indicator)
            : !viewer.MayApproveAfter(score.ChangedBy) ? InputException.Of("MayNotAgreeOwn", viewer.Name, score.Indicator)
            : null);

    /// <summary>Whether somebody may take a step.</summary>
    public static bool May(Viewer viewer, SheetStanding standing, SheetStep step, string area = "") => WhyNot(viewer, standing, step, area) is null;

    /// <summary>Whether the next signature of one in review is the viewer's to give or to refuse, whatever has to come before it: as reviewer, or as releasing officer after one.</summary>
    public static bool IsTurnOf(Viewer viewer, SheetStanding standing) => standing.Assessment.Status == AssessmentStatus.InReview && HasTurn(viewer, standing);

    /// <summary>The reason with which an assessment is sent back as it is kept; null where open comments alone say it.</summary>
    /// <param name="given">What the reviewer wrote.</param>
    /// <param name="standing">How the assessment stands.</param>
    /// <exception cref="InputException">Neither a reason nor an open comment says why, or the reason cannot be kept: planners are never left to guess.</exception>
    public static string? ReturnReason(string given, SheetStanding standing) =>
        !Unseen.IsBlank(given) ? Comment.Check(given, standing.Assessment.Country)
        : standing.OpenThreads > 0 ? null
        : throw InputException.Of("ReturnWithoutReason", standing.Assessment.Country, standing.Assessment.Cycle);

    /// <summary>Whether its next signature is somebody else's to give, because the viewer saved its last change or signed the step before.</summary>
    public static bool NeedsAnother(Viewer viewer, SheetStanding standing) =>
        WhyNotApprove(viewer, standing) is { Key: "MayNotApproveOwn" or "MayNotSignTwice" };

    private static InputException? WhyNotSign(Viewer viewer, SheetStanding standing, string area)
    {
        var assessment = standing.Assessment;
        return !viewer.MayScore(assessment, area) ? InputException.Of("MayNotSign", viewer.Name, area, assessment.Country, assessment.Assessor) : WhyClosed(standing);
    }

    private static InputException? WhyNotSubmit(Viewer viewer, SheetStanding standing) =>
        Common(viewer, standing, AssessmentStatus.InReview, viewer.MayMove(standing.Assessment, AssessmentStatus.InReview))
        ?? (standing.IsEmpty ? InputException.Of("NothingAnswered", standing.Assessment.Country, standing.Assessment.Cycle)
            : standing.Terms.AsksAreaLeads && !standing.Unsigned.IsEmpty
                ? InputException.Of("AreasUnsigned", string.Join(Texts.Get(System.Globalization.CultureInfo.CurrentUICulture, "List.Separator"), standing.Unsigned))
                : null);

    private static InputException? WhyNotApprove(Viewer viewer, SheetStanding standing)
    {
        var assessment = standing.Assessment;
        return Common(viewer, standing, AssessmentStatus.Approved, HasTurn(viewer, standing))
            ?? (!viewer.MayApproveAfter(standing.LastEditor) ? InputException.Of("MayNotApproveOwn", viewer.Name, assessment.Country, assessment.Cycle)
                : standing.AwaitsOfficer && !viewer.MayApproveAfter(standing.Reviewed?.By) ? InputException.Of("MayNotSignTwice", viewer.Name, assessment.Country, assessment.Cycle)
                : standing.NotAgreed > 0 ? InputException.Of("NotAgreed", standing.NotAgreed)
                : null);
    }

    private static bool HasTurn(Viewer viewer, SheetStanding standing) =>
        standing.AwaitsOfficer ? viewer.MayClear(standing.Assessment) : viewer.MayMove(standing.Assessment, AssessmentStatus.Approved);

    private static InputException? WhyNotReturn(Viewer viewer, SheetStanding standing) => Common(viewer, standing, AssessmentStatus.Returned,
        viewer.MayMove(standing.Assessment, AssessmentStatus.Returned) || (standing.AwaitsOfficer && viewer.MayClear(standing.Assessment)));

    private static InputException? WhyNotAgree(Viewer viewer, SheetStanding standing) =>
        Common(viewer, standing, AssessmentStatus.Approved, viewer.MayMove(standing.Assessment, AssessmentStatus.Approved))
        ?? (standing.AwaitsOfficer ? InputException.Of("AgreeTooLate") : !viewer.MayApproveAfter(standing.LastEditor) ? InputException.Of("MayNotApproveOwn", viewer.Name, standing.Assessment.Country, standing.Assessment.Cycle) : null);

    private static InputException? WhyNotComment(Viewer viewer, SheetStanding standing)
    {
        var assessment = standing.Assessment;
        return !viewer.MayOpen(assessment) ? InputException.Of("MayNotComment", viewer.Name, assessment.Country, assessment.Assessor)
            : assessment.Status == AssessmentStatus.Approved ? InputException.Of("CommentClosed")
            : standing.IsFrozen ? InputException.Of("FrozenMove", assessment.Cycle)
            : null;
    }

    /// <summary>Why somebody may not change an answer, or what it rests on; null if they may.</summary>
    /// <param name="viewer">Who would.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="isFrozen">Whether its cycle no longer lets it change.</param>
    /// <param name="area">Code of the area of the answer.</param>
    public static InputException? WhyNotAnswer(Viewer viewer, Assessment assessment, bool isFrozen, string area) =>
        viewer.MayScore(assessment, area) ? WhyClosed(assessment, isFrozen) : InputException.Of("MayNotScore", viewer.Name, area, assessment.Country, assessment.Assessor);

    /// <summary>Why nobody may change what an assessment says now; null if those with the right may.</summary>
    public static InputException? WhyClosed(SheetStanding standing) => WhyClosed(standing.Assessment, standing.IsFrozen);

    /// <summary>Why nobody may change what an assessment says now; null if those with the right may.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="isFrozen">Whether its cycle no longer lets it change.</param>
    public static InputException? WhyClosed(Assessment assessment, bool isFrozen) =>
        assessment.Status == AssessmentStatus.InReview ? InputException.Of("InReview")
        : !assessment.Status.IsOpen() ? InputException.Of("Closed", Texts.RefusalWord(assessment.Status))
        : isFrozen ? InputException.Of("FrozenScore", assessment.Cycle)
        : null;

    private static InputException? Common(Viewer viewer, SheetStanding standing, AssessmentStatus to, bool hasRight)
    {
        var assessment = standing.Assessment;
        return !hasRight ? InputException.Of("MayNotMove", viewer.Name, assessment.Country, assessment.Assessor, Texts.RefusalWord(to))
            : standing.IsFrozen ? InputException.Of("FrozenMove", assessment.Cycle)
            : !assessment.Status.MayBecome(to) ? InputException.Of("NoSuchStep", Texts.RefusalWord(assessment.Status), Texts.RefusalWord(to))
            : null;
    }
}
