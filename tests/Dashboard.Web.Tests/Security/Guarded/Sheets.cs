using Dashboard.Core.Assessments;
using Dashboard.Core.Release;

namespace Dashboard.Web.Tests.Security.Guarded;

/// <summary>What is stored on the guarded server, and which of the readers that are watched may see its figures.</summary>
public static class Sheets
{
    private const string Partner = "partner";
    private const string Foreign = "foreign";
    private const string Uncleared = "uncleared";
    private const AssessmentStatus Approved = AssessmentStatus.Approved;

    public static readonly Sheet[] All =
    [
        new(Of(1, "2026", "JPN", "JPN", 1, Approved, "unclassified", "USA"), [Partner, Uncleared]) { HasHigher = true },
        new(Of(2, "2026", "JPN", "JPN", 2, AssessmentStatus.Draft, "unclassified", ""), []),
        new(Of(3, "2026", "EST", "EST", 1, Approved, "confidential", "JPN"), [Foreign]),
        new(Of(4, "2026", "EST", "JPN", 1, Approved, "restricted", ""), []),
        new(Of(5, "2026", "USA", "USA", 1, Approved, "unclassified", "JPN,EST"), [Partner, Foreign, Uncleared]),
        new(Of(6, "2026", "POL", "JPN", 1, AssessmentStatus.Draft, "restricted", ""), []),
        new(Of(7, "2026", "FRA", "FRA", 1, Approved, "unclassified", ""), []),
        new(Of(8, "2026", "GBR", "GBR", 1, Approved, "unclassified", "JPN,NATO", "secret"), [Foreign]),
        new(Of(9, "2026", "DEU", "DEU", 1, Approved, "unclassified", "JPN,NATO"), [Partner, Foreign, Uncleared]),
        new(Of(10, "2026", "NLD", "NLD", 1, Approved, "unclassified", "JPN,NATO"), [Partner, Foreign, Uncleared]),
        new(Of(11, "2026", "EST", "EST", 2, Approved, "restricted", ""), [Foreign]),
        new(Of(12, "2026", "FIN", "EST", 1, Approved, "secret", ""), [Foreign]),
        new(Of(13, "2026", "NOR", "JPN", 1, AssessmentStatus.InReview, "restricted", ""), []),
        new(Of(14, "2026", "LVA", "EST", 1, AssessmentStatus.Draft, "restricted", ""), [Foreign]),
        new(Of(21, "2025", "JPN", "JPN", 1, Approved, "secret", ""), []),
        new(Of(22, "2025", "USA", "USA", 1, Approved, "unclassified", "JPN,EST"), [Partner, Foreign, Uncleared]),
        new(Of(23, "2025", "DEU", "DEU", 1, Approved, "unclassified", "JPN,NATO"), [Partner, Foreign, Uncleared]),
        new(Of(24, "2025", "EST", "EST", 1, Approved, "unclassified", "JPN"), [Foreign, Uncleared]),
    ];

    /// <summary>Whether that there is such an assessment is hidden from a reader too: drafts of others, and revisions and sources behind those that they see.</summary>
    public static bool IsHiddenAltogether(Sheet sheet, string reader) =>
        !sheet.SeenBy.Contains(reader) && (sheet.Assessment.Status != Approved || sheet.Assessment.Revision > 1 || (sheet.Id == 4 && reader == Foreign));

    private static Assessment Of(int id, string cycle, string country, string assessor, int revision, AssessmentStatus status, string classification, string to, string? compilation = null) => new()
    {
        Id = id,
        Cycle = cycle,
        Country = country,
        Assessor = assessor,
        Basis = Bases.DefaultFor(assessor, country),
        Revision = revision,
        Status = status,
        Marking = new Marking(classification, to.Split(','), compilation),
    };
}
