using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Dashboard.Core.Imports;

/// <summary>What a cell of a table says of a value.</summary>
public enum ValueKind
{
    /// <summary>Nothing: not assessed, never 0.</summary>
    Missing,
    /// <summary>A number.</summary>
    Number,
    /// <summary>Something that nobody should guess at.</summary>
    Unclear,
}

/// <summary>A cell of a table as a value.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Value">The number; 0 unless there is one.</param>
public readonly record struct ValueReading(ValueKind Kind, double Value = 0)
{
    /// <summary>Nothing.</summary>
    public static ValueReading Missing { get; } = new(ValueKind.Missing);

    /// <summary>Nobody should guess.</summary>
    public static ValueReading Unclear { get; } = new(ValueKind.Unclear);
}

/// <summary>How numbers and their absence are written in tables of others. Which mark parts the decimals is found out for a whole column, because "1,234" alone says nothing.</summary>
public static class ValueText
{
    private static readonly ImmutableHashSet<string> Absent =
    [
        "", "-", "--", "–", "—", "−", ".", "..", "...", "…", ":", "?", "*", "x", "na", "n/a", "n.a.", "n.a", "#n/a", "n/d", "nd", "n.d.", "nil", "null", "none", "nan", "no data", "not available", "not assessed", "not-assessed", "missing", "unknown", "tbd",
        "non disponible", "non évalué", "s/o", "未評価", "不明", "なし", "該当なし", "ー", "#null!", "#value!", "#ref!", "#div/0!", "#name?", "#num!",
    ];

    /// <summary>Whether a cell says that there is no value.</summary>
    public static bool IsMissing(FileCell? cell) => cell is not { } given || given.Kind == FileCellKind.Error || Absent.Contains(Plain(given.Text).ToLowerInvariant());

    /// <summary>Whether a column parts its decimals by a comma: one of its texts can be read in no other way, and none in the other alone.</summary>
    public static bool UsesComma(IEnumerable<FileCell> column)
    {
        var texts = column.Where(cell => cell.Kind == FileCellKind.Text && !IsMissing(cell)).Select(cell => Plain(cell.Text)).ToList();
        return texts.Any(text => Read(text, ',') is not null && Read(text, '.') is null) && !texts.Any(text => text.Contains('.') && Read(text, ',') is null);
    }

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell; null if it is empty.</param>
    /// <param name="usesComma">Whether its column parts decimals by a comma.</param>
    /// <param name="zeroIsMissing">Whether its column writes 0 where there is no value.</param>
    public static ValueReading Read(FileCell? cell, bool usesComma, bool zeroIsMissing = false)
    {
        if (IsMissing(cell))
            return ValueReading.Missing;
        double? number = cell!.Value.Kind switch
        {
            FileCellKind.Number or FileCellKind.Percent => cell.Value.Number * (cell.Value.Kind == FileCellKind.Percent ? 100 : 1),
            FileCellKind.Text => ReadText(Plain(cell.Value.Text), usesComma),
            // A date is what a program made of "1/2"; what stood there nobody knows.
            _ => null,
        };
        return number is not { } value ? ValueReading.Unclear : value == 0 && zeroIsMissing ? ValueReading.Missing : new ValueReading(ValueKind.Number, value);
    }

    private static double? ReadText(string text, bool usesComma) => text.EndsWith('%') ? Read(text[..^1].TrimEnd(), usesComma ? ',' : '.') : Read(text, usesComma ? ',' : '.');

    // Thousands are parted by the other mark, a space or an apostrophe: in groups of three, or not at all.
    private static double? Read(string text, char mark)
    {
        var other = mark == ',' ? '.' : ',';
        var parts = text.Split(mark);
        if (parts.Length > 2 || (parts.Length == 2 && !parts[1].All(char.IsAsciiDigit)))
            return null;
        var groups = parts[0].TrimStart('+', '-', '\u2212').Split([other, ' ', '\'', '’']);
        if (!groups.All(group => group.Length > 0 && group.All(char.IsAsciiDigit)) || (groups.Length > 1 && (groups[0].Length > 3 || groups.Skip(1).Any(group => group.Length != 3))))
            return null;
        var sign = parts[0].StartsWith('-') || parts[0].StartsWith('\u2212') ? "-" : "";
        return double.TryParse(sign + string.Concat(groups) + (parts.Length == 2 ? "." + parts[1] : ""), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    // Full width, and every kind of space as one.
    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter)).Trim();
}
