using System.Globalization;
using System.Text;
using Dashboard.Exports;

namespace Dashboard.Web.Charts;

/// <summary>
/// Breaks a text into lines where no browser does it: in a drawing. Widths are those of common sans-serif letters, rounded up, and East
/// Asian letters are square. Lines break where <see cref="PhraseEnds"/> finds the best place.
/// </summary>
internal static class TextLines
{
    private const double Letter = 0.56, BoldLetter = 0.64, Space = 0.3;

    /// <param name="text">The text.</param>
    /// <param name="room">Width of a line in pixels.</param>
    /// <param name="size">Size of the letters in pixels.</param>
    /// <param name="bold">Whether they are bold.</param>
    public static IReadOnlyList<string> Break(string text, double room, double size, bool bold = false)
    {
        List<string> lines = [];
        var line = "";
        foreach (var piece in Pieces(text, PhraseEnd.Phrase))
        {
            if (line.Length > 0 && !Fits(line + piece))
            {
                lines.Add(line.TrimEnd());
                line = "";
            }

            line += piece;
        }

        if (line.Length > 0)
            lines.Add(line.TrimEnd());
        return lines;

        bool Fits(string part) => Width(part.TrimEnd(), bold) * size <= room;

        // What is too long for a line of its own breaks at weaker places.
        IEnumerable<string> Pieces(string part, PhraseEnd weakest) => PhraseEnds.Split(part, weakest)
            .SelectMany(piece => weakest == PhraseEnd.Letter || Fits(piece) ? [piece] : Pieces(piece, weakest + 1));
    }

    /// <summary>The width of a text, in letters' sizes.</summary>
    public static double Width(string text, bool bold = false) => text.EnumerateRunes().Sum(rune =>
        EastAsianWidth.IsWide(rune) ? 1 : Rune.IsWhiteSpace(rune) ? Space : Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? 0 : bold ? BoldLetter : Letter);
}
