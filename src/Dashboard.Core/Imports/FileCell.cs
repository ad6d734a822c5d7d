using System.Globalization;

namespace Dashboard.Core.Imports;

/// <summary>What a cell of a file holds.</summary>
public enum FileCellKind
{
    /// <summary>Text as it was written; everything in a file without types.</summary>
    Text,
    /// <summary>A number, in invariant form.</summary>
    Number,
    /// <summary>A number that its program shows as a percentage: 0.85 is shown as 85 %.</summary>
    Percent,
    /// <summary>A number that its program shows as a date or a time: programs make such of "1/2".</summary>
    Date,
    /// <summary>TRUE or FALSE.</summary>
    Truth,
    /// <summary>An error such as #N/A.</summary>
    Error,
}

/// <summary>A filled cell of a file, as it stands there.</summary>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">What it says; of a formula what it last came to.</param>
public readonly record struct FileCell(int Column, FileCellKind Kind, string Text)
{
    /// <summary>The number that a cell of kind number, percent or date holds; null for any other.</summary>
    public double? Number => Kind is FileCellKind.Number or FileCellKind.Percent or FileCellKind.Date && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>"C": the letters by which spreadsheet programs call the column.</summary>
    public string ColumnName => NameOf(Column);

    /// <summary>The letters of a column.</summary>
    /// <param name="column">From 1.</param>
    public static string NameOf(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : NameOf((column - 1) / 26) + NameOf((column - 1) % 26 + 1);
}
