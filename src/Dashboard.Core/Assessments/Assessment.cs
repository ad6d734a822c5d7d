using Dashboard.Core.Release;

namespace Dashboard.Core.Assessments;

/// <summary>
/// One nation's answers about one country in one cycle. Country, cycle, assessor, basis and revision together are unique.
/// It belongs to its assessor: Japan's estimate of Estonia is Japan's.
/// </summary>
public sealed record Assessment
{
    /// <summary>Number given by the store; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>The country that is assessed, alpha-3.</summary>
    public required string Country { get; init; }

    /// <summary>Code of the cycle.</summary>
    public required string Cycle { get; init; }

    /// <summary>The nation that assesses and to which the assessment belongs, alpha-3.</summary>
    public required string Assessor { get; init; }

    /// <summary>On what it rests.</summary>
    public required Basis Basis { get; init; }

    /// <summary>1 at first; a correction after publication is a new revision, and the old one stays.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Where it stands; only approved assessments enter reports.</summary>
    public AssessmentStatus Status { get; init; }

    /// <summary>Classification and release of the assessment as a whole.</summary>
    public required Marking Marking { get; init; }
}
