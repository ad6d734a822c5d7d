namespace Dashboard.Core.Release;

/// <summary>Why a reader does not see something that exists.</summary>
public enum WithheldReason
{
    /// <summary>No role of the reader reads scores.</summary>
    NoReadingRole,
    /// <summary>Its classification is above the reader's clearance.</summary>
    AboveClearance,
    /// <summary>The compilation as a whole is classified above the reader's clearance.</summary>
    CompilationAboveClearance,
    /// <summary>It is another nation's and not released to the reader's.</summary>
    NotReleased,
    /// <summary>The reader gives a second opinion on it and has not handed it in.</summary>
    Blind,
}
