using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Web.Tests.Security.Guarded;

/// <summary>A stored assessment, every word of which carries its number.</summary>
/// <param name="Assessment">The assessment, with its number.</param>
/// <param name="SeenBy">Of the readers whose outputs are compared, those who may see its figures.</param>
public sealed record Sheet(Assessment Assessment, string[] SeenBy)
{
    /// <summary>The answer that is marked above everybody but the cleared of its nation, where the sheet has one.</summary>
    public const string Higher = "LAN-1";

    public int Id => Assessment.Id;

    /// <summary>Whether its first answer has a marking of its own.</summary>
    public bool HasHigher { get; init; }

    /// <summary>The words of its rationales, and of whoever gave them.</summary>
    public static string MarkOf(int id) => string.Create(CultureInfo.InvariantCulture, $"CANARY-{id}-");

    /// <summary>The words of its evidence, which the page of an area shows to readers of the nation that assessed, and no other page to anybody.</summary>
    public static string EvidenceMarkOf(int id) => string.Create(CultureInfo.InvariantCulture, $"CANARY-EVIDENCE-{id}-");

    /// <summary>Its answers.</summary>
    /// <param name="seed">Another seed gives other answers, confidences, words and names.</param>
    /// <param name="only">The only answers that follow the seed; null for all.</param>
    public IEnumerable<Score> Scores(int seed, string? only = null) => FrameworkJson.BuiltIn.Indicators.Select((indicator, place) =>
    {
        var mine = only is null || indicator.Code == only ? seed : 0;
        return new Score
        {
            AssessmentId = Id,
            Indicator = indicator.Code,
            Answer = AnswerOf(place, mine),
            Version = 1,
            ChangedBy = $"{MarkOf(Id)}person-{mine}",
            ChangedAt = new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc),
            Marking = HasHigher && indicator.Code == Higher ? Marking.OfPart("secret") : null,
        };
    });

    public Evidence Evidence(int seed) => new()
    {
        Id = Id,
        AssessmentId = Id,
        Indicator = "LAN-2",
        Title = $"{EvidenceMarkOf(Id)}title-{seed}",
        Source = $"{EvidenceMarkOf(Id)}source-{seed}",
        Reference = $"{EvidenceMarkOf(Id)}reference-{seed}",
        Date = new DateOnly(2026, 3, 1),
    };

    // The totals of such answers have many places after the point, and no two sheets the same.
    private Answer AnswerOf(int place, int seed)
    {
        var mixed = unchecked(((uint)Id * 2654435761u) ^ ((uint)(place + 1) * 2246822519u) ^ ((uint)seed * 3266489917u));
        var level = (int)(unchecked((mixed ^ (mixed >> 15)) * 2246822519u) >> 13) % 6;
        var rationale = string.Create(CultureInfo.InvariantCulture, $"{MarkOf(Id)}because-{place}-{seed}");
        // Elsewhere the higher answer is not even a level: what it is must not show at all.
        return seed != 0 && HasHigher && place == 0 ? Answer.NotApplicable(rationale) : Answer.Of(level, (Confidence)(1 + (place + seed) % 3), rationale);
    }
}
