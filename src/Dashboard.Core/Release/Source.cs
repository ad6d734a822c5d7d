using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>Whose word a country's figures are.</summary>
/// <param name="Country">The country assessed, alpha-3.</param>
/// <param name="Basis">On what the assessment rests.</param>
/// <param name="Assessor">Who assessed, alpha-3.</param>
/// <param name="Revision">Which revision.</param>
/// <param name="Status">Approved, unless the reader previews a draft.</param>
public sealed record Source(string Country, Basis Basis, string Assessor, int Revision, AssessmentStatus Status)
{
    /// <summary>Whether another nation estimated the country: its figures are marked wherever they are drawn.</summary>
    public bool IsEstimated => Basis == Basis.Estimated;
}
