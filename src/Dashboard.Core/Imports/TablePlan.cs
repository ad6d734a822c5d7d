using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Imports;

/// <summary>A level that a table gives.</summary>
/// <param name="Country">Alpha-3 of the country.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Level">The level.</param>
/// <param name="Place">Where it stands: "Data, C12".</param>
public sealed record TableLevel(string Country, string Indicator, int Level, string Place);

/// <summary>A cell of a table that somebody has to look at: nothing is taken from it.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">What it says.</param>
/// <param name="Why">What is unclear, and how to mend it.</param>
public sealed record UnclearCell(string Place, string Text, string Why);

/// <summary>
/// What a table gives: levels, how many cells give none, and what is unclear. Pure: nothing is saved by it. An empty cell, a dash, #N/A and
/// the like are not assessed and never 0; what is unclear is told and never guessed.
/// </summary>
/// <param name="Map">Where the table stands and what its columns are.</param>
/// <param name="Levels">The levels, in the table's order; a country and an indicator together once.</param>
/// <param name="Missing">Cells of countries that give no value.</param>
/// <param name="Unclear">What somebody has to look at.</param>
public sealed record TablePlan(TableMap Map, ImmutableArray<TableLevel> Levels, int Missing, ImmutableArray<UnclearCell> Unclear)
{
    /// <summary>Alpha-3 of the countries that are given any level, in the table's order.</summary>
    public ImmutableArray<string> Countries => [.. Levels.Select(level => level.Country).Distinct()];

    /// <summary>What a table gives.</summary>
    /// <param name="map">Where it stands.</param>
    /// <param name="framework">The framework of the cycle that it is for.</param>
    /// <param name="said">What somebody said of names that were unclear: the text of the table to alpha-3.</param>
    /// <exception cref="InputException">No column names countries, or none gives levels, or two give those of one indicator.</exception>
    public static TablePlan Of(TableMap map, Framework framework, IReadOnlyDictionary<string, string> said)
    {
        if (map.Country is not { } country)
            throw InputException.Of("TableNoCountry", Heading(map));
        if (!map.Levels.Any())
            throw InputException.Of("TableNoLevels", Heading(map), framework.Indicators[0].Code);
        if (map.Twice is [var twice, ..])
            throw InputException.Of("TableTwice", twice);
        return new Reader(map, framework, said).Read(country);
    }

    private static string Heading(TableMap map) => InputException.Shorten(string.Join(" | ", map.Columns.Select(column => column.Heading)));

    private sealed class Reader(TableMap map, Framework framework, IReadOnlyDictionary<string, string> said)
    {
        private readonly Dictionary<(string Country, string Indicator), TableLevel> _levels = [];
        private readonly List<UnclearCell> _unclear = [];
        private readonly HashSet<(string Country, string Indicator)> _disputed = [];
        private readonly Dictionary<int, bool> _comma = [];
        private int _missing;

        public TablePlan Read(TableColumn country)
        {
            var rows = map.Rows().ToList();
            foreach (var column in map.Levels)
                _comma[column.Column] = ValueText.UsesComma(rows.Select(row => row.At(column.Column)).OfType<FileCell>());
            foreach (var row in rows)
                Read(row, row.At(country.Column));
            return new TablePlan(map, [.. _levels.Where(level => !_disputed.Contains(level.Key)).Select(level => level.Value)], _missing, [.. _unclear]);
        }

        private void Read(FileRow row, FileCell? named)
        {
            // A row without a name and without levels is no row: tails of blanks, notes at the end.
            if (named is not { } name || name.Text.Trim().Length == 0)
            {
                if (map.Levels.Any(column => !ValueText.IsMissing(row.At(column.Column))))
                    Doubt(row, map.Country!.Column, "", InputException.Of("TableNoName").Message);
                return;
            }

            if (map.Levels.All(column => row.At(column.Column) is null))
                return;
            if (CountryOf(row, name) is { } country)
                foreach (var column in map.Levels)
                    Read(row, column, country);
        }

        private string? CountryOf(FileRow row, FileCell name)
        {
            var text = name.Text.Trim();
            if (said.TryGetValue(text, out var code))
                return code;
            var match = CountryNames.Find(text);
            if (match.Country is { } country)
                return country.Alpha3;
            var near = string.Join(Language.Texts.Get(CultureInfo.CurrentUICulture, "List.Separator"), match.Near.Select(c => $"{c.Alpha3} ({c.Names.In(CultureInfo.CurrentUICulture)})"));
            Doubt(row, name.Column, text, near.Length > 0 ? InputException.Of("TableWhichCountry", near).Message : InputException.Of("TableNoSuchCountry").Message);
            return null;
        }

        private void Read(FileRow row, TableColumn column, string country)
        {
            if (IndicatorOf(row, column) is not { } indicator)
                return;
            var cell = row.At(column.Column);
            var value = ValueText.Read(cell, _comma[column.Column], column.ZeroIsMissing);
            if (value.Kind == ValueKind.Missing)
                _missing++;
            else if (value.Kind == ValueKind.Unclear || value.Value != Math.Floor(value.Value) || value.Value < framework.Minimum || value.Value > framework.Maximum)
                Doubt(row, column.Column, cell!.Value.Text, InputException.Of("TableNoLevel", framework.Minimum, framework.Maximum).Message);
            else
                Take(row, column, new TableLevel(country, indicator, (int)value.Value, Place(row, column.Column)));
        }

        // Two rows may name one country, under an old and a new name: if they say the same, it is said once.
        private void Take(FileRow row, TableColumn column, TableLevel level)
        {
            var key = (level.Country, level.Indicator);
            if (!_levels.TryAdd(key, level) && _levels[key].Level != level.Level)
            {
                _disputed.Add(key);
                Doubt(row, column.Column, level.Level.ToString(CultureInfo.InvariantCulture), InputException.Of("TableTwoRows", level.Country, level.Indicator, _levels[key].Level, _levels[key].Place).Message);
            }
        }

        private string? IndicatorOf(FileRow row, TableColumn column)
        {
            if (!map.IsLong)
                return column.Code;
            var which = map.Columns.First(c => c.Role == ColumnRole.WhichIndicator);
            var text = row.At(which.Column)?.Text.Trim() ?? "";
            if (TableColumn.Of(which.Column, text, framework) is { Role: ColumnRole.Indicator, IsGuess: false } named)
                return named.Code;
            Doubt(row, which.Column, text, InputException.Of("TableNoIndicator", framework.Edition, framework.Indicators[0].Code).Message);
            return null;
        }

        private void Doubt(FileRow row, int column, string text, string why) => _unclear.Add(new UnclearCell(Place(row, column), InputException.Shorten(text), why));

        private string Place(FileRow row, int column) => (map.Sheet.Name.Length > 0 ? $"{map.Sheet.Name}, " : "") + string.Create(CultureInfo.InvariantCulture, $"{FileCell.NameOf(column)}{row.Number}");
    }
}
