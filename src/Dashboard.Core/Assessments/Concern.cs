namespace Dashboard.Core.Assessments;

/// <summary>What the checks of an assessment look for, in the order in which it is told.</summary>
public enum ConcernKind
{
    /// <summary>Nothing at all is answered.</summary>
    Empty,
    /// <summary>Too few areas have a score for a country total.</summary>
    NoTotal,
    /// <summary>Too little of an area is answered for an area score.</summary>
    NoAreaScore,
    /// <summary>An indicator has no answer.</summary>
    NotAnswered,
    /// <summary>An answer was carried over from the cycle before and is not confirmed.</summary>
    Carried,
    /// <summary>Level 4 or 5 without evidence that is recent enough.</summary>
    NotShown,
    /// <summary>Evidence no longer holds.</summary>
    Expired,
    /// <summary>An indicator is said not to apply: approving agrees to that.</summary>
    NotApplicable,
    /// <summary>Marked above what the reader may see, and so not checked for them.</summary>
    NotSeen,
}

/// <summary>One thing to look at before an assessment goes on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Code of the indicator or area; null for the assessment as a whole.</param>
/// <param name="Count">Level given (not shown), pieces (expired), indicators answered (no area score), areas with a score (no total); else 0.</param>
/// <param name="Of">Of how many that apply: indicators of the area, areas; else 0.</param>
public sealed record Concern(ConcernKind Kind, string? At = null, int Count = 0, int Of = 0)
{
    /// <summary>
    /// Whether the assessment cannot be sent to review. Only an empty one: planners may have to submit with gaps, and the report shows every
    /// gap as one; but of nothing there is nothing to review.
    /// </summary>
    public bool Hinders => Kind == ConcernKind.Empty;
}
