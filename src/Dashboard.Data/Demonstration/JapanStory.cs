using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;

namespace Dashboard.Data.Demonstration;

/// <summary>
/// Japan's invented line, made to agree with what is published: agreement with NATO on the security of information 2010, observer at
/// Cyber Coalition 2015 to 2018, participant since 2019, Locked Shields since 2021, active cyber defence law 2025.
/// </summary>
internal static class JapanStory
{
    // Indicator: levels of 2024, 2025, 2026 ("-" not assessed), then the confidence of all three: h, m, l or u (unstated).
    private const string Levels = """
        LAN-1 222 m|LAN-2 122 m|LAN-3 111 h|LAN-4 222 m|LAN-5 122 h|INF-1 333 h|INF-2 222 m|INF-3 333 m|INF-4 222 m
        REL-1 333 h|REL-2 222 m|REL-3 222 h|REL-4 111 m|EXE-1 333 h|EXE-2 333 h|EXE-3 123 m|EXE-4 222 m|DEC-1 223 m|DEC-2 222 l|DEC-3 222 m
        CTR-1 233 h|CTR-2 222 m|CTR-3 111 m|CTR-4 333 m|ORG-1 333 h|ORG-2 222 m|ORG-3 233 h|LAW-1 333 h|LAW-2 333 m|LAW-3 344 h|LAW-4 333 h
        NET-1 444 h|NET-2 344 m|NET-3 333 m|NET-4 344 m|WRK-1 233 m|WRK-2 222 u|WRK-3 233 h|XDM-1 333 m|XDM-2 222 l|XDM-3 --- m
        CIP-1 333 h|CIP-2 33- m|CIP-3 23- m
        """;

    private static readonly ImmutableDictionary<string, (string Levels, Confidence Confidence)> Line = Levels
        .Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split(' '))
        .ToImmutableDictionary(words => words[0], words => (words[1], words[2] switch
        {
            "h" => Confidence.High,
            "m" => Confidence.Moderate,
            "l" => Confidence.Low,
            _ => Confidence.Unstated,
        }));

    private static readonly ImmutableDictionary<string, string> Rationales = new Dictionary<string, string>
    {
        ["REL-1"] = "Agreement with NATO on the security of information of 25 June 2010 in force.",
        ["EXE-1"] = "Observer at Cyber Coalition 2015 to 2018; formal participant since December 2019; 14 people in 2024.",
        ["EXE-2"] = "Locked Shields 2021; joint team with the United Kingdom in 2022.",
        ["CTR-1"] = "Active cyber defence law of 16 May 2025; its powers come into force on 1 October 2026.",
        ["LAW-1"] = "US-Japan 2+2 of 19 April 2019: a cyber attack can, in certain circumstances, be an armed attack under Article 5.",
        ["WRK-3"] = "Member of the CCDCOE since November 2022.",
    }.ToImmutableDictionary();

    /// <summary>The answer to an indicator.</summary>
    /// <param name="indicator">Its code.</param>
    /// <param name="yearIndex">0 for the first cycle.</param>
    public static Answer Answer(string indicator, int yearIndex)
    {
        var (levels, confidence) = Line[indicator];
        return levels[yearIndex] == '-'
            ? Core.Assessments.Answer.NotAssessed
            : Core.Assessments.Answer.Of(levels[yearIndex] - '0', confidence, yearIndex == 2 ? Rationales.GetValueOrDefault(indicator, "") : "");
    }

    /// <summary>What Japan can do against an attacker, and how soon, is kept closer than the rest of the last cycle.</summary>
    public static Marking? TighterMarking(string indicator, int yearIndex) =>
        yearIndex == 2 && indicator is ("CTR-2" or "CTR-3") ? Marking.OfPart("confidential") : null;

    /// <summary>What the last cycle's answers rest on; two pieces contradict each other, and both stay.</summary>
    public static ImmutableArray<Evidence> Evidence { get; } =
    [
        Piece("REL-1", "Agreement on the security of information", "Government of Japan and NATO", new(2010, 6, 25), 'A', 1, EvidenceOrigin.Allied),
        Piece("EXE-1", "Announcement of Cyber Coalition 2019: 27 allies, about 700 people", "NATO announcement", new(2019, 11, 28), 'B', 2, EvidenceOrigin.Allied),
        Piece("EXE-1", "Report on Cyber Coalition 2019: 28 allies, about 900 people", "Allied Command Transformation", new(2019, 12, 6), 'A', 2, EvidenceOrigin.Exercise),
        Piece("EXE-2", "Locked Shields 2022, joint team with the United Kingdom", "CCDCOE", new(2022, 4, 22), 'A', 1, EvidenceOrigin.Exercise),
        Piece("CTR-1", "Active cyber defence law", "Diet of Japan", new(2025, 5, 16), 'A', 1, EvidenceOrigin.Own),
        Piece("LAW-1", "Joint statement of the Security Consultative Committee", "Japan and the United States", new(2019, 4, 19), 'A', 1, EvidenceOrigin.Allied),
        Piece("NET-2", "Illustrative: findings of a hunt, evaluated with an ally", "Illustrative demonstration data", new(2026, 3, 12), 'B', 2, EvidenceOrigin.Allied),
        Piece("WRK-3", "Membership of the CCDCOE", "CCDCOE", new(2022, 11, 4), 'A', 1, EvidenceOrigin.Allied),
    ];

    private static Evidence Piece(string indicator, string title, string source, DateOnly date, char reliability, int credibility, EvidenceOrigin origin) => new()
    {
        AssessmentId = 0,
        Indicator = indicator,
        Title = title,
        Source = source,
        Date = date,
        Reliability = Enum.Parse<SourceReliability>(reliability.ToString()),
        Credibility = credibility,
        Origin = origin,
    };
}
