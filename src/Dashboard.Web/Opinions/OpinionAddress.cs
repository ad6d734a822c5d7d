using Dashboard.Core.Assessments;

namespace Dashboard.Web.Opinions;

/// <summary>Which assessment a page of second opinions is about: what the document hands to its interactive part.</summary>
/// <param name="Country">Alpha-3 of the assessed country.</param>
/// <param name="Cycle">Code of the cycle.</param>
/// <param name="Basis">On what the assessment rests.</param>
public sealed record OpinionAddress(string Country, string Cycle, Basis Basis);
