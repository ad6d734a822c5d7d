using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;

namespace Dashboard.Core.Release;

/// <summary>
/// Somebody who gives a second opinion on an assessment and has not handed it in: they see nothing of its answers, in none of its revisions,
/// for a revision begins as a copy of the one before.
/// </summary>
/// <param name="Country">The assessed country, alpha-3.</param>
/// <param name="Cycle">Code of the cycle.</param>
/// <param name="Assessor">The nation that assesses, alpha-3; the reviewer is of it.</param>
/// <param name="Basis">On what it rests.</param>
/// <param name="Name">Name of the reviewer.</param>
public sealed record BlindReviewer(string Country, string Cycle, string Assessor, Basis Basis, string Name)
{
    /// <summary>Whether this is the viewer, and the assessment that they score blind.</summary>
    internal bool Is(Viewer viewer, Assessment a) =>
        IsOne(viewer) && (Country, Cycle, Assessor, Basis) == (a.Country, a.Cycle, a.Assessor, a.Basis);

    /// <summary>Whether this is the viewer, and the audit's name is of the assessment that they score blind, or of something of it.</summary>
    internal bool Is(Viewer viewer, string subject) =>
        IsOne(viewer) && subject.StartsWith(SheetName.OfAllRevisions(Country, Cycle, Assessor, Basis), StringComparison.Ordinal);

    private bool IsOne(Viewer viewer) => Name == viewer.Name && Assessor == viewer.Nation;
}
