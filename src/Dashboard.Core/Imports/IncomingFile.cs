using System.Collections.Immutable;

namespace Dashboard.Core.Imports;

/// <summary>A row of a file that holds anything.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Cells">The filled cells, by ascending column.</param>
public sealed record FileRow(int Number, ImmutableArray<FileCell> Cells)
{
    /// <summary>The cell of a column; null if it is empty.</summary>
    public FileCell? At(int column)
    {
        foreach (var cell in Cells)
            if (cell.Column == column)
                return cell;
        return null;
    }
}

/// <summary>A sheet of a workbook, or the whole of a file that has none.</summary>
/// <param name="Name">Its name; empty for a file without sheets.</param>
/// <param name="IsHidden">Whether its program does not show it.</param>
/// <param name="Rows">The rows that hold anything, by ascending number.</param>
public sealed record FileSheet(string Name, bool IsHidden, ImmutableArray<FileRow> Rows);

/// <summary>A file from outside as it was read: cells, and nothing of what they mean.</summary>
/// <param name="Name">The name under which it came, for messages.</param>
/// <param name="Sheets">Its sheets, in the file's order.</param>
public sealed record IncomingFile(string Name, ImmutableArray<FileSheet> Sheets)
{
    /// <summary>The sheet of a name; null if there is none.</summary>
    public FileSheet? Sheet(string name) => Sheets.FirstOrDefault(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase));
}
