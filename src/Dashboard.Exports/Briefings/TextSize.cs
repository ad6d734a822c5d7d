using System.Globalization;
using System.Text;

namespace Dashboard.Exports.Briefings;

/// <summary>How much room a text takes, in characters of a column: measuring fonts needs a graphics library that bare Linux lacks.</summary>
internal static class TextSize
{
    private const double LineHeight = 1.36;
    private const double StandardSize = 11;

    // Letters run a little narrower than the digits that column widths are counted in, bold ones as wide.
    private const double BoldSlack = 1.06;

    /// <summary>Width in digits of the standard font: East Asian letters count twice.</summary>
    public static double Width(string text) => text.EnumerateRunes().Sum(Width);

    /// <summary>Lines that a text needs in a column, words kept whole where the script has words.</summary>
    public static int Lines(string text, double columnWidth, double fontSize = StandardSize, bool bold = false)
    {
        var room = Math.Max(1, columnWidth / (fontSize / StandardSize) / (bold ? BoldSlack : 1));
        return text.Split('\n').Sum(line => Lines(line, room));
    }

    /// <summary>Height in points of so many lines.</summary>
    public static double Height(int lines, double fontSize = StandardSize) => Math.Min(409, lines * fontSize * LineHeight + 4);

    private static int Lines(string line, double room)
    {
        int lines = 1;
        double used = 0;
        foreach (var word in line.Split(' '))
        {
            var width = Width(word);
            if (used > 0 && used + 1 + width > room)
            {
                lines++;
                used = 0;
            }

            used += (used > 0 ? 1 : 0) + width;
            var more = (int)Math.Ceiling(used / room) - 1;
            if (more <= 0)
                continue;
            lines += more;
            used -= more * room;
        }

        return lines;
    }

    private static double Width(Rune letter) =>
        EastAsianWidth.IsWide(letter) ? 2 : Rune.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark ? 0 : 1;
}
