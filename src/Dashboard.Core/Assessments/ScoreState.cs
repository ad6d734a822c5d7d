namespace Dashboard.Core.Assessments;

/// <summary>What is known of one indicator. "Withheld" is no state of a score: it exists only in a reader's table.</summary>
public enum ScoreState
{
    /// <summary>Nobody has answered. Never a zero.</summary>
    NotAssessed,
    /// <summary>A level was given.</summary>
    Scored,
    /// <summary>The question does not apply, with a reason; leaves every denominator.</summary>
    NotApplicable,
    /// <summary>Taken over from the cycle before and to be confirmed: until then nothing is answered, and no reader sees a level.</summary>
    Carried,
}

/// <summary>How sure the assessor is of a level.</summary>
public enum Confidence
{
    /// <summary>Not stated: counts as low, and is shown as unstated.</summary>
    Unstated,
    /// <summary>Low: half-width of 1 level.</summary>
    Low,
    /// <summary>Moderate: half-width of 0.5 levels.</summary>
    Moderate,
    /// <summary>High: half-width of 0.25 levels.</summary>
    High,
}
