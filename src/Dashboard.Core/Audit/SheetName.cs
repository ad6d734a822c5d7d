using System.Globalization;
using Dashboard.Core.Assessments;

namespace Dashboard.Core.Audit;

/// <summary>How the audit names assessments: country, cycle, assessor, basis and revision, and what of it is meant, between slashes.</summary>
public static class SheetName
{
    private const int Assessor = 2;
    private const int Revision = 4;

    /// <summary>An assessment: "MNE/2026/JPN/estimated/1".</summary>
    public static string Of(Assessment assessment) => Of(assessment, assessment.Revision);

    /// <summary>Something of an assessment: an area, an indicator, or "" for how the names of all of them begin.</summary>
    public static string Of(Assessment assessment, string part) => $"{Of(assessment)}/{part}";

    /// <summary>How the names of an assessment in all its revisions, and of everything of them, begin.</summary>
    public static string OfAllRevisions(Assessment assessment) => OfAllRevisions(assessment.Country, assessment.Cycle, assessment.Assessor, assessment.Basis);

    /// <inheritdoc cref="OfAllRevisions(Assessment)"/>
    internal static string OfAllRevisions(string country, string cycle, string assessor, Basis basis) => $"{country}/{cycle}/{assessor}/{CodeName.Of(basis)}/";

    /// <summary>A revision of an assessment.</summary>
    internal static string Of(Assessment assessment, int revision) => string.Create(CultureInfo.InvariantCulture, $"{OfAllRevisions(assessment)}{revision}");

    /// <summary>The nation whose assessment a name is of; null if it is of none.</summary>
    internal static string? AssessorIn(string name) => name.Split('/').ElementAtOrDefault(Assessor);

    /// <summary>The revision that a name is of.</summary>
    /// <exception cref="FormatException">It is of none.</exception>
    internal static int RevisionIn(string name) => int.Parse(name.Split('/')[Revision], CultureInfo.InvariantCulture);
}
