using System.CommandLine;

namespace Dashboard.Web.Tests.Security.Canaries;

/// <summary>Every command, as somebody who only reads would try it.</summary>
internal static class ReaderCommands
{
    public static readonly string[] All =
    [
        "gaps JPN --against NATO --cycle 2026", "gaps JPN --against NATO --cycle 2026 --format json --preview-drafts", "gaps EST --against NATO --cycle 2026 --format json", "gaps USA --against NATO --cycle 2026 --with-observers",
        "gaps POL --against NATO --preview-drafts", "gaps USA --against NATO --cycle 2025 --statistic best",
        "briefing JPN --against NATO --cycle 2026 --output @file", "briefing USA --against NATO --cycle 2026 --output @file --language fr", "group briefing NATO --cycle 2026 --output @file",
        "scores", "scores --cycle 2026", "scores --cycle 2025", "scores --format xlsx --output @file",
        "import @file --cycle 2026", "score JPN LAN-1 3 --cycle 2026", "score POL LAN-1 3 --cycle 2026",
        "assessment begin LVA --cycle 2026", "assessment revise JPN --cycle 2025", "assessment carry POL --cycle 2026", "assessment submit POL --cycle 2026", "assessment approve NOR --cycle 2026", "assessment return NOR --cycle 2026", "assessment sign POL --cycle 2026", "assessment agree NOR LAN-1 --cycle 2026", "assessment comment NOR LAN-1 --cycle 2026 --text Why?",
        "assessment release JPN --cycle 2026 --to EST", "assessment withdraw JPN --cycle 2026", "assessment mark JPN --cycle 2026 --classification secret",
        "cycle add 2031 --as-of 2031-06-30", "cycle publish 2026", "framework add @file",
        "account list", "account invite Newcomer --nation JPN --clearance secret --roles planner", "account link desk", "account reset desk", "account close desk", "account reopen desk", "account hand-over desk planner",
        "group list", "group show NATO", "group add NB8 --name Eight", "group rename QUAD --name Four", "group remove QUAD",
        "group member add QUAD EST", "group member change QUAD JPN --role observer", "group member end QUAD JPN", "group member remove QUAD JPN",
        "form list", "form add @file --code NEW --name New", "form fill RSF JPN --against NATO --cycle 2026 --output @file", "form fill RSF USA --against NATO --cycle 2026 --output @file --language ja", "form remove RSF",
        "audit list", "audit list --format json", "audit verify",
    ];

    /// <summary>Those that change nothing and give something.</summary>
    public static IEnumerable<string> Giving => All.Where(command => command.StartsWith("gaps", StringComparison.Ordinal) || command.Contains("briefing ", StringComparison.Ordinal) || command.StartsWith("scores", StringComparison.Ordinal));

    /// <summary>The commands that there are, "serve" aside.</summary>
    public static IEnumerable<string> There() => Leaves(Dashboard.Web.CommandLine.Commands.Root(), "").Where(name => name != "serve");

    private static IEnumerable<string> Leaves(Command command, string name) => command.Subcommands.Count == 0
        ? [name.Trim()]
        : command.Subcommands.SelectMany(sub => Leaves(sub, $"{name} {sub.Name}"));
}
