using System.Collections.Immutable;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Imports;

/// <summary>Where a table stands in a sheet, and what its columns are.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Heading">Number of the row of the headings.</param>
/// <param name="Columns">The columns that have a heading.</param>
public sealed record TableMap(FileSheet Sheet, int Heading, ImmutableArray<TableColumn> Columns)
{
    // Titles, notes and dates stand above a table, but not a hundred of them.
    private const int MostAbove = 100;

    /// <summary>Whether each row is about one indicator of one country.</summary>
    public bool IsLong => Columns.Any(column => column.Role == ColumnRole.WhichIndicator) && Columns.Any(column => column.Role == ColumnRole.Level)
        && Columns.All(column => column.Role != ColumnRole.Indicator);

    /// <summary>The column of the countries; null if there is none.</summary>
    public TableColumn? Country => Columns.FirstOrDefault(column => column.Role == ColumnRole.Country);

    /// <summary>The columns whose cells are levels.</summary>
    public IEnumerable<TableColumn> Levels => Columns.Where(column => column.Role == (IsLong ? ColumnRole.Level : ColumnRole.Indicator));

    /// <summary>The same columns, each thing once: a heading that stands twice would give two answers.</summary>
    public ImmutableArray<string> Twice => [.. Levels.Where(column => column.Code.Length > 0).GroupBy(column => column.Code).Where(same => same.Count() > 1).Select(same => same.Key)];

    /// <summary>What a sheet seems to hold: the headings are the first row of those that name most.</summary>
    public static TableMap Of(FileSheet sheet, Framework framework)
    {
        var none = new TableMap(sheet, 0, []);
        return sheet.Rows.Take(MostAbove).Select(row => new TableMap(sheet, row.Number, ColumnsOf(row, framework))).Append(none)
            .MaxBy(map => map.Columns.Count(column => column.Role != ColumnRole.LeftOut))!;
    }

    /// <summary>The rows of the table: beneath the headings, without those that only repeat them.</summary>
    public IEnumerable<FileRow> Rows() => Sheet.Rows.Where(row => row.Number > Heading && !Repeats(row));

    private static ImmutableArray<TableColumn> ColumnsOf(FileRow row, Framework framework)
    {
        var columns = row.Cells.Where(cell => cell.Kind == FileCellKind.Text).Select(cell => TableColumn.Of(cell.Column, cell.Text.Trim(), framework)).ToImmutableArray();
        // Of several that name a country the first with a plain heading counts, and the others are left out: a code beside a name.
        var country = columns.FirstOrDefault(column => column is { Role: ColumnRole.Country, IsGuess: false }) ?? columns.FirstOrDefault(column => column.Role == ColumnRole.Country);
        return [.. columns.Select(column => column.Role == ColumnRole.Country && column != country ? column with { Role = ColumnRole.LeftOut, IsGuess = false } : column)];
    }

    private bool Repeats(FileRow row) => Columns.Where(column => column.Role != ColumnRole.LeftOut).All(column => row.At(column.Column) is { } cell && string.Equals(cell.Text.Trim(), column.Heading, StringComparison.OrdinalIgnoreCase));
}
