using Dashboard.Core.Release;

namespace Dashboard.Core.Assessments;

/// <summary>What the checks of an assessment look for, in the order in which it is told.</summary>
public enum ConcernKind
{
    /// <summary>Nothing at all is answered.</summary>
    Empty,
    /// <summary>Nobody who answers an area vouches for it as it is now.</summary>
    NotSigned,
    /// <summary>Too few areas have a score for a country total.</summary>
    NoTotal,
    /// <summary>Too little of an area is answered for an area score.</summary>
    NoAreaScore,
    /// <summary>An indicator has no answer.</summary>
    NotAnswered,
    /// <summary>An answer was carried over from the cycle before and is not confirmed.</summary>
    Carried,
    /// <summary>Level 4 or 5 without allied evidence that is recent enough.</summary>
    NotShown,
    /// <summary>Evidence no longer holds.</summary>
    Expired,
    /// <summary>An indicator is said not to apply, and no reviewer has agreed.</summary>
    NotApplicable,
    /// <summary>What was said of an answer is not settled.</summary>
    Discussed,
    /// <summary>Marked above what the reader may see, and so not checked for them.</summary>
    NotSeen,
}

/// <summary>One thing to look at before an assessment goes on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Code of the indicator or area; null for the assessment as a whole.</param>
/// <param name="Count">Level given (not shown), pieces (expired), threads (discussed), indicators answered (no area score), areas with a score (no total); else 0.</param>
/// <param name="Of">Of how many that apply: indicators of the area, areas; of a level that is not shown, how many pieces would show it if they said that an ally vouches for them, and say nothing; else 0.</param>
public sealed record Concern(ConcernKind Kind, string? At = null, int Count = 0, int Of = 0)
{
    /// <summary>
    /// The step that it keeps an assessment from; null for none. Planners may have to submit with gaps, and the report shows every gap as one;
    /// but of nothing there is nothing to review, somebody vouches for each area where that is asked for, and what is left out of every
    /// figure is agreed to.
    /// </summary>
    public SheetStep? Hinders => Kind switch
    {
        ConcernKind.Empty or ConcernKind.NotSigned => SheetStep.Submit,
        ConcernKind.NotApplicable => SheetStep.Approve,
        _ => null,
    };
}
