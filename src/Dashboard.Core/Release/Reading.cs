using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>One of several assessments of a country: which nation's, on what basis.</summary>
/// <param name="Basis">On what it rests.</param>
/// <param name="Assessor">Who assesses, alpha-3.</param>
/// <param name="Revision">A revision of it that was approved, for those of the assessing nation: what stood in reports before a correction stays readable. Null for the one that stands there now.</param>
public sealed record SourceChoice(Basis Basis, string Assessor, int? Revision = null)
{
    /// <summary>Whether this is one of an assessment's revisions, whichever.</summary>
    public bool IsOf(Basis basis, string assessor) => (Basis, Assessor) == (basis, assessor);

    /// <summary>The same in the revision that stands in reports.</summary>
    public SourceChoice Current => this with { Revision = null };
}

/// <summary>How one country of a table is read other than by default.</summary>
/// <param name="Country">Alpha-3.</param>
/// <param name="Preview">Whether assessments of the reader's own nation that are not approved yet stand in for the approved ones; only for those who may open them: its planners and reviewers.</param>
/// <param name="Source">The assessment to use where the reader may see it; null for the preferred one.</param>
public sealed record Reading(string Country, bool Preview = false, SourceChoice? Source = null);
