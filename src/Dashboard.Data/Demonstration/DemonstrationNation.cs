using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;

namespace Dashboard.Data.Demonstration;

/// <summary>One invented assessment of a nation: on what it rests, whose it is, how it is marked, since which year it is made, whether it was corrected in the last one.</summary>
internal sealed record DemonstrationReport(Basis Basis, string Assessor, Marking Marking, int From = 2024, bool IsDraft = false, bool IsCorrected = false);

/// <summary>How a nation appears in the demonstration data. The level is invented.</summary>
internal sealed record DemonstrationNation(string Code, double Level, ImmutableArray<DemonstrationReport> Reports)
{
    // Code, invented level, reports: S self-assessed and released to Japan and NATO (s only since 2025), C to Switzerland too,
    // W self-assessed and withheld from Japan, E estimated by Japan, O observed by Japan at an exercise, P:XXX peer-reviewed by XXX,
    // D a draft estimate by Japan, R an estimate by Japan released to the United States, whose correction is not.
    private const string Table = """
        ALB 2.2 E|ARM 1.9 E|AUS 3.7 S E|AUT 3.0 E|BEL 3.1 C|BIH 1.9 E|BGR 2.5 E|CAN 3.5 S|CHE 3.2 S|CYP 2.4 S|CZE 3.2 C P:EST|DEU 3.4 C|DNK 3.4 S|ESP 3.2 C
        EST 3.8 C P:FIN|FIN 3.6 C|FRA 3.6 S E|GBR 3.9 S O|GEO 2.5 s E|GRC 2.8 W E|HRV 2.7 E|HUN 2.8 W|IND 2.9 E|IRL 2.8 C|ISL 2.6 S|ITA 3.1 C|JOR 2.0 E
        KOR 3.4 S E|LTU 3.2 C|LUX 2.9 E|LVA 3.0 s E|MDA 2.0 R|MKD 2.2 E|MLT 2.3 E|MNE 2.1 D|NLD 3.6 C P:BEL|NOR 3.5 S|NZL 3.2 S|PHL 2.2 E
        POL 3.3 S|PRT 3.0 C|ROU 2.8 E|SGP 3.5 W|SVK 2.7 C|SVN 2.8 E|SWE 3.5 C|TUR 2.9 W E|UKR 3.4 S|USA 4.0 S E
        """;

    public static ImmutableArray<DemonstrationNation> All { get; } =
        [.. Table.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse)];

    /// <summary>France's two answers on counterattack are not for others; everything else follows its assessment.</summary>
    public Marking? TighterMarking(DemonstrationReport report, string indicator) =>
        Code == "FRA" && report.Basis == Basis.SelfAssessed && indicator is "CTR-2" or "CTR-3" ? new Marking("secret") : null;

    private static DemonstrationNation Parse(string entry)
    {
        var words = entry.Split(' ');
        return new DemonstrationNation(words[0], double.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture), [.. words.Skip(2).Select(w => Report(words[0], w))]);
    }

    private static DemonstrationReport Report(string nation, string kind) => kind[0] switch
    {
        // What the United States release piece by piece is restricted as a whole.
        'C' => new(Basis.SelfAssessed, nation, new Marking("unclassified", ["JPN", "NATO", "CHE"])),
        'S' => new(Basis.SelfAssessed, nation, new Marking("unclassified", ["JPN", "NATO"], nation == "USA" ? "restricted" : null)),
        's' => new(Basis.SelfAssessed, nation, new Marking("unclassified", ["JPN", "NATO"]), From: 2025),
        'W' => new(Basis.SelfAssessed, nation, new Marking("restricted", [nation == "SGP" ? "FVEY" : "NATO"])),
        'O' => new(Basis.ExerciseObserved, DemonstrationData.HomeNation, new Marking("restricted")),
        'P' => new(Basis.PeerReviewed, kind[2..], new Marking("unclassified", ["JPN", "NATO"]), From: 2026),
        'R' => new(Basis.Estimated, DemonstrationData.HomeNation, new Marking("restricted", ["USA"]), IsCorrected: true),
        'D' => new(Basis.Estimated, DemonstrationData.HomeNation, new Marking("restricted"), From: 2026, IsDraft: true),
        _ => new(Basis.Estimated, DemonstrationData.HomeNation, new Marking("restricted")),
    };
}
