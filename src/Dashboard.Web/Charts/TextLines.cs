using System.Globalization;
using System.Text;

namespace Dashboard.Web.Charts;

/// <summary>
/// Breaks a text into lines where no browser does it: in a drawing. Widths are those of common sans-serif letters, rounded up; East Asian
/// letters are square, and lines break between them but before no closing mark.
/// </summary>
internal static class TextLines
{
    private const double Letter = 0.56, BoldLetter = 0.64, Space = 0.3;
    private const string NeverFirst = "、。，．：；！？）」』】〉》・ーっゃゅょッャュョ％,.:;!?)]}»’”";

    /// <param name="text">The text.</param>
    /// <param name="room">Width of a line in pixels.</param>
    /// <param name="size">Size of the letters in pixels.</param>
    /// <param name="bold">Whether they are bold.</param>
    public static IReadOnlyList<string> Break(string text, double room, double size, bool bold = false)
    {
        List<string> lines = [];
        var line = new StringBuilder();
        var used = 0.0;
        foreach (var piece in Pieces(text))
        {
            var width = Width(piece, bold) * size;
            if (used > 0 && used + Width(piece.TrimEnd(), bold) * size > room)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
                used = 0;
            }

            line.Append(piece);
            used += width;
        }

        if (line.Length > 0)
            lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    /// <summary>The width of a text, in letters' sizes.</summary>
    public static double Width(string text, bool bold = false) => text.EnumerateRunes().Sum(rune =>
        IsWide(rune) ? 1 : Rune.IsWhiteSpace(rune) ? Space : Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? 0 : bold ? BoldLetter : Letter);

    // A word with the space behind it, or one East Asian letter with the marks that may not begin a line.
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var endsHere = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (piece.Length > 0 && (endsHere || IsWide(rune)) && !Rune.IsWhiteSpace(rune) && !NeverFirst.Contains(rune.ToString(), StringComparison.Ordinal))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
            endsHere = IsWide(rune) || Rune.IsWhiteSpace(rune) && rune.Value != '\u00A0' || endsHere && NeverFirst.Contains(rune.ToString(), StringComparison.Ordinal);
        }

        if (piece.Length > 0)
            yield return piece.ToString();
    }

    private static bool IsWide(Rune rune) => rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3
        or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0x20000 and <= 0x3FFFD;
}
