using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Data.Assessments;

/// <summary>An assessment that somebody may see, with what decides on a change of it: inside of that change.</summary>
internal sealed record SheetPlace(Assessment Assessment, Cycle Cycle, Framework Framework, ReleaseTerms Terms)
{
    /// <summary>The name of the assessment in the audit.</summary>
    public string Subject => SheetName.Of(Assessment);

    /// <summary>Why nobody may change what it says now; null if those with the right may.</summary>
    public InputException? WhyClosed => WorkflowRule.WhyClosed(Assessment, Cycle.Freezes(Assessment));

    /// <summary>The code of an indicator as the framework writes it.</summary>
    /// <exception cref="InputException">There is none of this code.</exception>
    public string Indicator(string code) => Framework.Indicators[Framework.IndexOf(code)].Code;

    /// <summary>The area of an indicator.</summary>
    public string AreaOf(string indicator) => Framework.AreaOf(Framework.IndexOf(indicator)).Code;

    /// <summary>Why somebody may not change an answer, or what it rests on; null if they may.</summary>
    public InputException? WhyNotAnswer(Viewer viewer, string indicator) =>
        WorkflowRule.WhyNotAnswer(viewer, Assessment, Cycle.Freezes(Assessment), AreaOf(indicator));

    /// <exception cref="InputException">There is an answer, and the viewer may not see it.</exception>
    public void RequireSeen(Viewer viewer, Score? score)
    {
        if (score is not null && Terms.Withholds(viewer, score, Assessment) is not null)
            throw InputException.Of("MarkedAbove", score.Indicator, viewer.Name);
    }
}
