namespace Dashboard.Core.Readiness;

/// <summary>What a figure of a country is, a score or a level, or which kind of nothing stands in its place; none of the kinds without a value is ever taken for another, or for 0.</summary>
public enum FigureState
{
    /// <summary>A score or a level.</summary>
    Scored,
    /// <summary>An area or a total with too few answers.</summary>
    Insufficient,
    /// <summary>An indicator that nobody has answered.</summary>
    NotAssessed,
    /// <summary>The question does not apply.</summary>
    NotApplicable,
    /// <summary>Something may be there, and this reader may not see it.</summary>
    Withheld,
    /// <summary>Nobody has reported or estimated the country.</summary>
    NotReported,
}
