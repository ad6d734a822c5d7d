using System.Text;

namespace Dashboard.Web.CommandLine;

/// <summary>Lays out a table in columns of equal width; columns that hold figures to the right, the others to the left.</summary>
internal static class TextColumns
{
    private const string Gutter = "  ";

    public static string Lay(string[] heading, IReadOnlyList<string[]> rows)
    {
        var widths = heading.Select((h, column) => rows.Select(row => row[column].Length).Append(h.Length).Max()).ToArray();
        var right = heading.Select((_, column) => column > 0 && rows.Any(row => IsFigure(row[column]))).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(heading))
        {
            var cells = row.Select((cell, column) => right[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.Append(string.Join(Gutter, cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsFigure(string cell) => cell.Length > 0 && (char.IsAsciiDigit(cell[0]) || cell[0] is '+' or '±' or '\u2212');
}
