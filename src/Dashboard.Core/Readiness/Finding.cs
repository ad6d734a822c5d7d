namespace Dashboard.Core.Readiness;

/// <summary>What may be said of a gap.</summary>
public enum Finding
{
    /// <summary>The whole gap band is below 0.</summary>
    Behind,
    /// <summary>The whole gap band is above 0.</summary>
    Ahead,
    /// <summary>The gap band contains 0.</summary>
    TooCloseToCall,
    /// <summary>The subject has too few answers for a score.</summary>
    Insufficient,
    /// <summary>The area does not apply to the subject.</summary>
    NotApplicable,
    /// <summary>Nobody has assessed the subject.</summary>
    NotReported,
    /// <summary>The subject's assessment is withheld from the reader.</summary>
    Withheld,
    /// <summary>No member of the group has a score that counts and that the reader may see.</summary>
    NoPeers,
}

/// <summary>Why a number is unknown.</summary>
public enum Unknown
{
    /// <summary>Too few of the applicable answers are given.</summary>
    Insufficient,
    /// <summary>Nothing applies to the subject.</summary>
    NotApplicable,
    /// <summary>Nobody has reported or estimated the subject.</summary>
    NotReported,
    /// <summary>There is an assessment, and the reader may not see it.</summary>
    Withheld,
    /// <summary>No member's score counts.</summary>
    NoPeers,
}
