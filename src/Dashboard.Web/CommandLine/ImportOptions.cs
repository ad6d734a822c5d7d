using Dashboard.Core;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Imports;

namespace Dashboard.Web.CommandLine;

/// <summary>What somebody says of a table on the command line.</summary>
internal static class ImportOptions
{
    private static readonly Dictionary<string, ColumnRole> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["country"] = ColumnRole.Country, ["indicator"] = ColumnRole.WhichIndicator, ["level"] = ColumnRole.Level, ["out"] = ColumnRole.LeftOut,
    };

    /// <exception cref="InputException">No sheet of this name.</exception>
    public static FileSheet SheetOf(IncomingFile file, string? name) => name is null
        ? file.Sheets.FirstOrDefault(sheet => !sheet.IsHidden) ?? file.Sheets[0]
        : file.Sheet(name) ?? throw InputException.UnknownChoice("sheet", name, file.Sheets.Select(sheet => sheet.Name));

    /// <exception cref="InputException">A heading that the table does not have, or something that no column can be.</exception>
    public static TableMap Apply(TableMap map, Framework framework, IEnumerable<string> columns, IEnumerable<string> zeros)
    {
        foreach (var (heading, what) in columns.Select(Split))
            map = With(map, heading, column => Roles.TryGetValue(what, out var role)
                ? column with { Role = role, Code = "", IsGuess = false }
                : column with { Role = ColumnRole.Indicator, Code = framework.Indicators[framework.IndexOf(what)].Code, IsGuess = false });
        foreach (var heading in zeros)
            map = With(map, heading, column => column with { ZeroIsMissing = true });
        return map;
    }

    /// <exception cref="InputException">A code that is no country's.</exception>
    public static Dictionary<string, string> Countries(IEnumerable<string> said) => said.Select(Split).ToDictionary(pair => pair.Left, pair => Country.Require(pair.Right).Alpha3, StringComparer.OrdinalIgnoreCase);

    private static TableMap With(TableMap map, string heading, Func<TableColumn, TableColumn> change)
    {
        if (!map.Columns.Any(column => Is(column, heading)))
            throw InputException.UnknownChoice("column", heading, map.Columns.Select(column => column.Heading));
        return map with { Columns = [.. map.Columns.Select(column => Is(column, heading) ? change(column) : column)] };
    }

    private static bool Is(TableColumn column, string heading) => string.Equals(column.Heading, heading.Trim(), StringComparison.OrdinalIgnoreCase);

    private static (string Left, string Right) Split(string text) => text.LastIndexOf('=') is var at and > 0 ? (text[..at].Trim(), text[(at + 1)..].Trim())
        : throw new InputException($"'{InputException.Shorten(text)}' says nothing: write NAME=WHAT, for example \"Korea=KOR\".");
}
