using System.Globalization;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;
using Dashboard.Core.Release;

namespace Dashboard.Core.Assessments;

/// <summary>Who may give a second opinion on an assessment, and what it may say.</summary>
public static class OpinionRule
{
    /// <summary>From this distance on, in levels, a difference is listed.</summary>
    public const int Apart = 2;

    /// <summary>Whether somebody gives second opinions on an assessment at all: a reviewer of the nation it belongs to. The operator of the command line is no person.</summary>
    public static bool MayGive(Viewer viewer, Assessment assessment) =>
        viewer.Roles.HasFlag(Roles.Reviewer) && viewer.Nation == assessment.Assessor && viewer.Name != Viewer.OperatorName;

    /// <summary>Why somebody may not begin a second opinion now; null if they may.</summary>
    /// <param name="viewer">Who would.</param>
    /// <param name="assessment">The assessment, in its latest revision.</param>
    /// <param name="cycle">Its cycle.</param>
    /// <param name="hasSeen">Whether they did anything to any of its revisions for which one sees its answers.</param>
    /// <param name="given">Their last opinion on any of its revisions, whatever its state; null for none.</param>
    public static InputException? WhyNot(Viewer viewer, Assessment assessment, Cycle cycle, bool hasSeen, Opinion? given)
    {
        if (!MayGive(viewer, assessment))
            return InputException.Of("MayNotGiveOpinion", viewer.Name, assessment.Country, assessment.Assessor);
        if (hasSeen)
            return InputException.Of("MayNotOpinionOwn", viewer.Name, assessment.Country, assessment.Cycle);
        if (given is not null)
            return InputException.Of("OpinionOnce", Texts.Of(given.State, CultureInfo.CurrentUICulture));
        return assessment.Status == AssessmentStatus.Approved || cycle.Freezes(assessment) ? InputException.Of("OpinionClosed") : null;
    }

    /// <summary>An answer as a second opinion keeps it: without a confidence, its note trimmed. That an indicator does not apply needs no reason here, for nothing of an opinion enters a report.</summary>
    /// <exception cref="InputException">A level outside the scale, a level without "scored" or the reverse, a carried answer, or too long a note.</exception>
    public static Answer Checked(Answer given, Framework framework, string indicator)
    {
        var answer = given with { Confidence = Confidence.Unstated, Rationale = given.Rationale.Trim() };
        if (answer.State == ScoreState.Carried)
            throw InputException.Of("CarriedNotSaved", indicator);
        if (answer.Rationale.Length > Answer.RationaleLength)
            throw InputException.Of("NoteTooLong", indicator, answer.Rationale.Length, Answer.RationaleLength);
        (answer.State == ScoreState.NotApplicable ? answer with { State = ScoreState.NotAssessed } : answer).Check(framework, indicator);
        return answer;
    }
}
