using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dashboard.Web.Tests.Security.Guarded;

namespace Dashboard.Web.Tests.Security.Canaries;

/// <summary>What would give a stored assessment away: the words in it, and the figure that only its answers make.</summary>
internal static partial class Marks
{
    /// <summary>Of each assessment, who is entitled to its total, and the report that shows it to them.</summary>
    public static readonly (int Sheet, string Reader, string Report)[] Totals =
    [
        (1, "executive", "/gaps/JPN.json?against=NATO&cycle=2026"),
        (2, "desk", "/gaps/JPN.json?against=NATO&cycle=2026&preview=true"),
        (3, "executive", "/gaps/EST.json?against=NATO&cycle=2026&basis=self-assessed&assessor=EST"),
        (4, "executive", "/gaps/EST.json?against=NATO&cycle=2026&basis=estimated&assessor=JPN"),
        (6, "desk", "/gaps/POL.json?against=NATO&cycle=2026&preview=true"),
        (7, "executive-fra", "/gaps/FRA.json?against=NATO&cycle=2026"),
        (8, "executive", "/gaps/GBR.json?against=NATO&cycle=2026"),
        (11, "foreign", "/gaps/EST.json?against=NATO&cycle=2026"),
        (12, "foreign", "/gaps/FIN.json?against=NATO&cycle=2026"),
        (13, "reviewer", "/gaps/NOR.json?against=NATO&cycle=2026&preview=true"),
        (14, "foreign", "/gaps/LVA.json?against=NATO&cycle=2026&preview=true"),
        (21, "executive", "/gaps/JPN.json?against=NATO&cycle=2025"),
        (24, "executive", "/gaps/EST.json?against=NATO&cycle=2025"),
    ];

    /// <summary>Of each working sheet, who is entitled to its words, and where they stand.</summary>
    public static readonly (int Sheet, string Reader, string Page)[] Words =
    [
        (1, "uncleared", "/areas/JPN/LAN?against=NATO&cycle=2026"),
        (11, "foreign", "/areas/EST/LAN?against=NATO&cycle=2026"),
        (11, "officer-est", "/areas/EST/LAN?against=NATO&cycle=2026"),
        (24, "foreign", "/areas/EST/LAN?against=NATO&cycle=2025"),
        (24, "officer-est", "/areas/EST/LAN?against=NATO&cycle=2025"),
        (5, "partner", "/areas/USA/LAN?against=NATO&cycle=2026"),
        (22, "partner", "/areas/USA/LAN?against=NATO&cycle=2025"),
        (1, "uncleared", "/briefings/JPN.xlsx?against=NATO&cycle=2026"),
        (5, "partner", "/briefings/USA.xlsx?against=NATO&cycle=2026"),
        (2, "desk", "/scoring/JPN?cycle=2026"),
        (4, "desk", "/scoring/EST?cycle=2026"),
        (6, "desk", "/scoring/POL?cycle=2026"),
        (11, "foreign", "/scoring/EST?cycle=2026"),
        (11, "officer-est", "/scoring/EST?cycle=2026"),
        (12, "officer-est", "/scoring/FIN?cycle=2026"),
        (12, "foreign", "/scoring/FIN?cycle=2026"),
        (13, "reviewer", "/scoring/NOR?cycle=2026"),
        (14, "foreign", "/scoring/LVA?cycle=2026"),
        (21, "desk", "/scoring/JPN?cycle=2025"),
        (6, "auditor", "/audit.json?action=score-saved"),
        (14, "auditor-est", "/audit.json?action=score-saved"),
    ];

    /// <summary>The total of a report with so many digits that no other makes it.</summary>
    public static string TotalOf(string report)
    {
        using var json = JsonDocument.Parse(report[report.IndexOf('{')..]);
        var digits = json.RootElement.GetProperty("total").GetProperty("score").GetDouble().ToString("R", CultureInfo.InvariantCulture);
        Assert.True(digits.Length > 10, $"{digits} could be anybody's total: take other answers.");
        return digits[..10];
    }

    /// <summary>The numbers of the assessments whose words a text holds.</summary>
    public static IEnumerable<int> In(string text) => Mark().Matches(text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct();

    /// <summary>The keys of the people whose names a text holds.</summary>
    public static IEnumerable<string> PeopleIn(string text) => Everybody.All.Keys.Where(key => Regex.IsMatch(text, $@"\b{Everybody.NameOf(key)}(?![\w-])"));

    [GeneratedRegex("CANARY-(?:EVIDENCE-)?([0-9]+)-")]
    private static partial Regex Mark();
}
