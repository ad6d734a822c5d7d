using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>The four things that a reader may find in a cell; none of them is ever taken for another.</summary>
public enum CellState
{
    /// <summary>Nobody has answered.</summary>
    NotAssessed,
    /// <summary>A level is given and may be seen.</summary>
    Scored,
    /// <summary>The question does not apply.</summary>
    NotApplicable,
    /// <summary>Something may be there, and this reader may not see it.</summary>
    Withheld,
}

/// <summary>One indicator of one country as one reader sees it.</summary>
/// <param name="State">Which of the four.</param>
/// <param name="Level">The level where <paramref name="State"/> is scored; 0 and without meaning otherwise.</param>
/// <param name="Confidence">The confidence where scored; unstated otherwise.</param>
/// <param name="Reason">Why it is withheld; null otherwise.</param>
public readonly record struct Cell(CellState State, int Level = 0, Confidence Confidence = Confidence.Unstated, WithheldReason? Reason = null)
{
    /// <summary>Whether a level is known.</summary>
    public bool IsScored => State == CellState.Scored;

    /// <summary>Whether the cell counts in denominators: everything but not applicable.</summary>
    public bool IsApplicable => State != CellState.NotApplicable;
}
