using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Scoring;

/// <summary>Which sheet a page shows and where it begins: what the document hands to its interactive parts.</summary>
/// <param name="Country">Alpha-3 of the assessed country.</param>
/// <param name="Cycle">Code of the cycle.</param>
/// <param name="Basis">On what the assessment rests.</param>
/// <param name="Against">Code of the group that it is held against.</param>
/// <param name="At">Code of an area or indicator to begin with; null for the first.</param>
/// <param name="Revision">An earlier revision, to be read; null for the latest.</param>
public sealed record SheetAddress(string Country, string Cycle, Basis Basis, string Against, string? At, int? Revision = null)
{
    /// <summary>What an address asks for: the latest cycle, the basis of the viewer's nation and the usual group where it does not say.</summary>
    /// <exception cref="InputException">Unknown country, cycle or basis.</exception>
    internal static SheetAddress Of(Viewer viewer, IEnumerable<Cycle> cycles, string subject, string? cycle, string? basis, string? against = null, string? at = null, int? revision = null)
    {
        var country = Core.Countries.Country.Require(subject).Alpha3;
        return new SheetAddress(
            country, Core.Assessments.Cycle.Require([.. cycles], string.IsNullOrWhiteSpace(cycle) ? null : cycle).Code,
            string.IsNullOrWhiteSpace(basis) ? Bases.DefaultFor(viewer.Nation, country) : CodeName.Parse<Basis>("basis", basis),
            string.IsNullOrWhiteSpace(against) ? Urls.DefaultGroup : against, at, revision);
    }

    internal SheetKey Key => new(Country, Cycle, Basis, Against, Revision);

    internal string Url(string? against = null, string? at = null) => Urls.Score(Country, Cycle, Basis, against ?? Against, at ?? At, Revision);
}
