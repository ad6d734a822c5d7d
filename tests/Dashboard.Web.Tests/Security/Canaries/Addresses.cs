using Dashboard.Web.Tests.Security.Walk;

namespace Dashboard.Web.Tests.Security.Canaries;

/// <summary>What is asked of every GET endpoint to find what should not be there.</summary>
internal static class Addresses
{
    private static readonly string[] Subjects = ["JPN", "EST", "USA", "POL", "FRA", "GBR", "FIN", "NOR", "LVA"];

    // The areas of the answer with a marking of its own, and of others.
    private static readonly string[] Areas = ["LAN", "CIP"];

    /// <summary>Every address of the walk, and of each page and file the countries, cycles, sources, drafts and numbers that are stored.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        // Signing out would end the looking around.
        .. EndpointTable.Visits.Where(visit => visit.Method != "POST").Select(visit => visit.Request),
        .. Subjects.SelectMany(OfCountry),
        "/gaps/JPN?against=FVEY&cycle=2026&statistic=best", "/gaps/JPN.json?against=FVEY&cycle=2026&statistic=mean", "/gaps/USA.json?against=QUAD&cycle=2026&statistic=upper-quartile",
        "/gaps/USA?against=NATO&cycle=2025", "/gaps/EST?against=NATO&cycle=2025", "/gaps/JPN?against=NATO&cycle=2025", "/gaps/JPN.json?against=NATO&cycle=2025", "/gaps/JPN",
        "/briefings/JPN.xlsx?against=NATO&cycle=2026", "/briefings/USA.xlsx?against=NATO&cycle=2026", "/briefings/EST.xlsx?against=NATO&cycle=2026", "/briefings/EST.xlsx?against=NATO&cycle=2025", "/briefings/groups/NATO.xlsx?cycle=2026", "/briefings/groups/EU.xlsx?cycle=2025&statistic=best",
        "/areas/JPN/LAN?against=NATO&cycle=2025", "/areas/EST/LAN?against=NATO&cycle=2025", "/areas/JPN/LAN?against=NATO&cycle=2026&basis=self-assessed&assessor=JPN&revision=1",
        "/forms/RSF/JPN.xlsx?against=NATO&cycle=2026", "/forms/RSF/USA.xlsx?against=NATO&cycle=2026", "/forms/RSF/EST.xlsx?against=NATO&cycle=2026", "/forms/RSF/FIN.xlsx?against=NATO&cycle=2026", "/forms/RSF/JPN.xlsx?against=NATO&cycle=2025",
        "/scores.csv", "/scores.json?cycle=2025", "/scores.xlsx?cycle=2026",
        "/scoring?cycle=2025", "/scoring?cycle=2027",
        .. Guarded.Sheets.All.SelectMany(sheet => (string[])[$"/releases/{sheet.Id}", $"/scoring/sheets/{sheet.Id}"]),
        .. Guarded.Sheets.All.Select(sheet => $"/releases/{sheet.Id}?look=true&to=NATO"),
        "/releases?cycle=2025",
        "/audit?action=score-saved", "/audit.json?action=score-saved", "/audit.csv?action=score-saved", "/audit?subject=JPN/2026", "/audit?verify=true",
    ];

    /// <summary>Those of <see cref="All"/> that answer the same as long as the same may be seen: the audit grows by the looking.</summary>
    public static IEnumerable<string> Steady => All.Where(address => !address.StartsWith("/audit", StringComparison.Ordinal) || address.Contains("action=", StringComparison.Ordinal)).Distinct();

    private static IEnumerable<string> OfCountry(string country) =>
    [
        $"/gaps/{country}?against=NATO&cycle=2026", $"/gaps/{country}.json?against=NATO&cycle=2026", $"/gaps/{country}.csv?against=NATO&cycle=2026", $"/gaps/{country}.svg?against=NATO&cycle=2026", $"/shape/{country}.svg?against=NATO&cycle=2026", $"/gaps/JPN?against={country}&cycle=2026",
        $"/trend/{country}?against=NATO&cycle=2026", $"/trend/{country}.csv?against=NATO&cycle=2026", $"/trend/{country}.svg?against=NATO&cycle=2026", $"/trend/JPN?against={country}&cycle=2026",
        $"/present/{country}?against=NATO&cycle=2026", $"/present/JPN?against={country}", $"/search?of={country}", $"/search?of={country}&q=a", $"/search?q={country}",
        $"/overview/{country}?against=NATO&cycle=2026", $"/overview/JPN?against={country}", .. Areas.SelectMany(area => (string[])[$"/areas/{country}/{area}?against=NATO&cycle=2026", $"/areas/{country}/{area}.csv?against=NATO&cycle=2026", $"/areas/{country}/{area}.svg?against=NATO&cycle=2026"]),
        $"/compare/{country}?against=NATO&cycle=2026", $"/compare/{country}?against=NATO&cycle=2026&area=LAN&sort=-LAN", $"/compare/{country}.csv?against=NATO&cycle=2026&area=LAN", $"/compare/{country}.svg?against=NATO&cycle=2026",
        $"/position/{country}?against=NATO&cycle=2026", $"/position/JPN?against={country}&cycle=2026", $"/position/{country}.csv?against=NATO&cycle=2026", $"/position/{country}.svg?against=NATO&cycle=2026",
        $"/requirements/{country}?against=NATO&cycle=2026", $"/requirements/{country}?against=NATO&cycle=2026&profile=STORYLINE-LEAD&sort=-LAN-1", $"/requirements/{country}.csv?against=NATO&cycle=2026&profile=STORYLINE-LEAD", $"/requirements/{country}.svg?against=NATO&cycle=2026",
        $"/gaps/{country}.json?against=NATO&cycle=2026&preview=true", $"/gaps/{country}.json?against=NATO&cycle=2026&basis=self-assessed&assessor={country}",
        $"/gaps/{country}.json?against=NATO&cycle=2026&preview=true&basis=estimated&assessor=JPN", $"/gaps/{country}.json?against=NATO&cycle=2026&basis=estimated&assessor=EST",
        $"/scoring/{country}?cycle=2026", $"/scoring/{country}?cycle=2026&basis=estimated", $"/scoring/{country}/tasks?cycle=2026", $"/scoring/{country}/tasks?cycle=2026&basis=estimated", $"/scoring/{country}/offline?cycle=2026", $"/scoring/{country}/offline?cycle=2026&basis=estimated", $"/scoring/{country}/workbook.xlsx?cycle=2026", $"/scoring/{country}/workbook.xlsx?cycle=2026&basis=estimated", $"/scoring/{country}/opinion?cycle=2026", $"/scoring/{country}/opinion?cycle=2026&basis=estimated",
    ];
}
