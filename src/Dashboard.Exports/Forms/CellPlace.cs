using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Core.Imports;

namespace Dashboard.Exports.Forms;

/// <summary>A cell's place in its sheet, from 1.</summary>
internal readonly partial record struct CellPlace(int Row, int Column)
{
    public override string ToString() => FileCell.NameOf(Column) + Row.ToString(CultureInfo.InvariantCulture);

    /// <summary>"B4"; null for anything else.</summary>
    public static CellPlace? Of(string? reference) => reference is not null && Form().Match(reference) is { Success: true } match
        ? new CellPlace(int.Parse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), match.Groups[1].Value.Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1))
        : null;

    [GeneratedRegex("^([A-Z]{1,3})([0-9]{1,7})$")]
    private static partial Regex Form();
}

/// <summary>Cells side by side.</summary>
internal readonly record struct CellRange(CellPlace From, CellPlace To)
{
    public bool Holds(CellPlace place) => place.Row >= From.Row && place.Row <= To.Row && place.Column >= From.Column && place.Column <= To.Column;

    /// <summary>"B4:C9" or "B4"; null for anything else.</summary>
    public static CellRange? Of(string? reference)
    {
        var ends = reference?.Replace("$", "", StringComparison.Ordinal).Split(':') ?? [];
        return ends.Length is 1 or 2 && CellPlace.Of(ends[0]) is { } from && CellPlace.Of(ends[^1]) is { } to ? new CellRange(from, to) : null;
    }
}
