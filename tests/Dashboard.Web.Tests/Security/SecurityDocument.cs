using System.Text.RegularExpressions;

namespace Dashboard.Web.Tests.Security;

/// <summary>
/// Reads the table of docs/security.md and says what is wrong with it. In backticks it cites tests (`Class.Method`), places in the sources
/// (`path: Name, Name` or `path`) and settings (`Section:Key`); links lead to the document's own headings.
/// </summary>
internal static class SecurityDocument
{
    private static readonly string[] Outcomes = ["met by ", "does not apply: ", "not met: "];
    private static readonly Lazy<HashSet<string>> Tests = new(Repository.Tests);
    private static readonly Lazy<HashSet<string>> Keys = new(ReadKeys);

    /// <summary>Every complaint, each with the requirement that it is about.</summary>
    /// <param name="text">The document.</param>
    /// <param name="wanted">The requirements of levels 1 and 2, as "V1.2.3 L1".</param>
    public static IEnumerable<string> Check(string text, IReadOnlyCollection<string> wanted)
    {
        var rows = text.Split('\n').Where(line => Regex.IsMatch(line, @"^\| V\d")).Select(Cells).ToList();
        var ids = rows.Select(row => $"{row[0]} {row.ElementAtOrDefault(1)}").ToList();
        foreach (var missing in wanted.Except(ids))
            yield return $"{missing}: is not in the table";
        foreach (var unknown in ids.Except(wanted))
            yield return $"{unknown}: is no requirement of levels 1 and 2";
        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
            yield return $"{twice.Key}: is there {twice.Count()} times";
        var headings = Headings(text);
        foreach (var row in rows)
            foreach (var complaint in CheckRow(row, headings))
                yield return $"{row[0]}: {complaint}";
    }

    /// <summary>Counts of the outcomes: met, does not apply, not met.</summary>
    public static int[] Count(string text) =>
        [.. Outcomes.Select(outcome => text.Split('\n').Count(line => Regex.IsMatch(line, @"^\| V\d") && line.Contains($"| **{outcome.Trim(' ', ':')}**", StringComparison.Ordinal)))];

    private static IEnumerable<string> CheckRow(string[] row, HashSet<string> headings)
    {
        if (row.Length != 4 || row[2].Length == 0)
        {
            yield return "has not the four columns";
            yield break;
        }

        var outcome = Outcomes.FirstOrDefault(o => row[3].StartsWith($"**{o.Trim(' ', ':')}**{(o.Contains(':') ? ":" : "")} ", StringComparison.Ordinal));
        if (outcome is null)
            yield return "has none of the three outcomes";
        var cited = Regex.Matches(row[3], "`([^`]+)`").Select(m => m.Groups[1].Value).ToList();
        var links = Regex.Matches(row[3], @"\]\(#([^)]+)\)").Select(m => m.Groups[1].Value).ToList();
        if (outcome == Outcomes[0] && cited.Count + links.Count == 0)
            yield return "cites nothing that meets it";
        foreach (var citation in cited.Where(c => !IsThere(c)))
            yield return $"cites '{citation}', which is not there";
        foreach (var link in links.Where(l => !headings.Contains(l)))
            yield return $"links to #{link}, which is not there";
    }

    private static bool IsThere(string citation)
    {
        if (Regex.IsMatch(citation, @"^[A-Z]\w*\.[A-Z]\w*$"))
            return Tests.Value.Contains(citation);
        if (Regex.IsMatch(citation, @"^[A-Z]\w*(:[\w.]+)*$"))
            return Keys.Value.Contains(citation);
        var (path, names) = citation.Split(": ", 2) is [var file, var after] ? (file, after.Split(", ")) : (citation, []);
        return Repository.Has(path) && names.All(name => Regex.IsMatch(Repository.Read(path), $@"(?<!\w){Regex.Escape(name)}(?!\w)"));
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim())];

    // As GitHub names them.
    private static HashSet<string> Headings(string text) => [.. Regex.Matches(text, "^#+ (.+)$", RegexOptions.Multiline)
        .Select(m => Regex.Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-'))];

    // Of sections: the properties of what is read from them. Beside them what is asked for by its name, and what stands in appsettings.json.
    private static HashSet<string> ReadKeys()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var sources = Repository.Files("src", ".cs").Select(Repository.Read).ToList();
        foreach (var read in sources.SelectMany(source => Regex.Matches(source, @"Read<(\w+)>\(configuration, ""(\w+)""")))
            foreach (var property in sources.SelectMany(source => Regex.Matches(source, $@"record {read.Groups[1].Value}\b.*?^}}", RegexOptions.Singleline | RegexOptions.Multiline))
                .SelectMany(type => Regex.Matches(type.Value, @"public \S+ (\w+) \{ get; init; \}")))
                keys.Add($"{read.Groups[2].Value}:{property.Groups[1].Value}");
        foreach (var asked in sources.SelectMany(source => Regex.Matches(source, @"configuration(?:\.GetSection\(|\[)""(\w+)""")))
            keys.Add(asked.Groups[1].Value);
        var path = new List<string>();
        foreach (var line in Repository.Read("src/Dashboard.Web/appsettings.json").Split('\n'))
        {
            if (Regex.Match(line, @"^( *)""([\w.]+)"":") is not { Success: true } key)
                continue;
            path = [.. path.Take(key.Groups[1].Length / 2 - 1), key.Groups[2].Value];
            keys.Add(string.Join(':', path));
        }

        return keys;
    }
}
