using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>One of several assessments of a country: which nation's, on what basis.</summary>
/// <param name="Basis">On what it rests.</param>
/// <param name="Assessor">Who assesses, alpha-3.</param>
public sealed record SourceChoice(Basis Basis, string Assessor);

/// <summary>How one country of a table is read other than by default.</summary>
/// <param name="Country">Alpha-3.</param>
/// <param name="Preview">Whether assessments of the reader's own nation that are not approved yet stand in for the approved ones; only for those who may open them: its planners and reviewers.</param>
/// <param name="Source">The assessment to use where the reader may see it; null for the preferred one.</param>
public sealed record Reading(string Country, bool Preview = false, SourceChoice? Source = null);
