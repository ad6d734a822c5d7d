using System.Collections.Frozen;
using System.Collections.Immutable;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Forms;

/// <summary>Everything that a form can ask for under one framework, by the names under which it does. Case does not count.</summary>
public sealed class FormVocabulary
{
    /// <summary>How the names of cells begin that a form asks by.</summary>
    public const string CellPrefix = "acr.";

    private const int Nearest = 3;

    private static readonly string[] OfReport =
        ["subject", "subject.code", "group", "group.code", "benchmark", "statistic", "cycle", "as-of", "framework", "marking", "headline", "source", "members"];

    private static readonly string[] OfRow = ["name", "score", "benchmark", "gap", "n", "finding", "weakest"];
    private static readonly string[] OfIndicator = ["name", "level", "state", "benchmark", "n"];
    private static readonly string[] OfProfile = ["", "name", "met", "missed", "unknown", "not-applicable"];

    private readonly FrozenDictionary<string, FormField> _byName, _byCell;

    /// <param name="framework">The framework whose areas, indicators and profiles can be asked for.</param>
    public FormVocabulary(Framework framework)
    {
        Framework = framework;
        Fields =
        [
            .. OfReport.Select(key => new FormField(FormScope.Report, null, key)),
            .. framework.Areas.Select(area => (string?)area.Code).Prepend(null).SelectMany(code => OfRow.Select(key => new FormField(FormScope.Row, code, key))),
            .. framework.Indicators.SelectMany(indicator => OfIndicator.Select(key => new FormField(FormScope.Indicator, indicator.Code, key))),
            .. framework.Profiles.SelectMany(profile => OfProfile.Select(key => new FormField(FormScope.Profile, profile.Code, key))),
        ];
        _byName = Unambiguous(field => field.Name);
        _byCell = Unambiguous(field => field.CellName);
    }

    /// <summary>The framework.</summary>
    public Framework Framework { get; }

    /// <summary>Everything that can be asked for: the report, the total, areas, indicators and profiles in framework order.</summary>
    public ImmutableArray<FormField> Fields { get; }

    /// <summary>What is asked for between double braces; null if nothing answers to it. Blanks stand for points: "profile STORYLINE-LEAD".</summary>
    public FormField? Find(string name) => _byName.GetValueOrDefault(Plain(name));

    /// <summary>What a named cell asks for; null if nothing answers to it.</summary>
    public FormField? FindCell(string name) => _byCell.GetValueOrDefault(name);

    /// <summary>Whether a name of a cell is one that asks.</summary>
    public static bool Asks(string cellName) => cellName.StartsWith(CellPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The names that are written most like one that nothing answers to, the nearest first.</summary>
    /// <param name="name">What stands between the braces, or the name of a cell.</param>
    public ImmutableArray<string> Near(string name)
    {
        var given = Plain(name).ToUpperInvariant();
        return
        [
            .. Fields.Select(field => Asks(given) ? field.CellName : field.Name)
                .Select((known, place) => (known, place, Steps: Steps(given, known.ToUpperInvariant())))
                .OrderBy(x => x.Steps).ThenBy(x => x.place).Take(Nearest).Select(x => x.known),
        ];
    }

    private static string Plain(string name) => string.Join('.', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Codes that become one name where a name of a cell does not take a character: nobody could tell which is meant.
    private FrozenDictionary<string, FormField> Unambiguous(Func<FormField, string> nameOf) => Fields
        .GroupBy(nameOf, StringComparer.OrdinalIgnoreCase).Where(alike => alike.Count() == 1)
        .ToFrozenDictionary(alike => alike.Key, alike => alike.Single(), StringComparer.OrdinalIgnoreCase);

    // Levenshtein: letters to put in, take out or exchange.
    private static int Steps(string from, string to)
    {
        var before = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var now = new int[to.Length + 1];
            now[0] = i;
            for (var j = 1; j <= to.Length; j++)
                now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
            before = now;
        }

        return before[^1];
    }
}
