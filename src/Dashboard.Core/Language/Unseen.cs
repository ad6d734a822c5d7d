using System.Globalization;
using System.Text;

namespace Dashboard.Core.Language;

/// <summary>Characters that nobody sees and that change what is read: controls, and what turns the direction of writing. No text that is kept holds any.</summary>
internal static class Unseen
{
    // Turn the direction of what is written after them, so that a text or a link reads as another one.
    private static readonly int[] Turning = [0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069];

    /// <summary>Whether a text of one line holds such a character; a line break is one.</summary>
    public static bool InLine(string text) => text.EnumerateRunes().Any(IsUnseen);

    /// <summary>Whether a text of several lines holds such a character; line breaks and tabulators are none.</summary>
    public static bool InText(string text) => text.EnumerateRunes().Any(rune => rune.Value is not ('\n' or '\r' or '\t') && IsUnseen(rune));

    /// <summary>Whether a text shows nothing: no letter, only spaces and what is not seen.</summary>
    public static bool IsBlank(string text) => text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || IsUnseen(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);

    private static bool IsUnseen(Rune rune) => rune == Rune.ReplacementChar || Turning.Contains(rune.Value)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
