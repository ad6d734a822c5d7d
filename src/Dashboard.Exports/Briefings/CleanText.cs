using System.Text;

namespace Dashboard.Exports.Briefings;

/// <summary>Names come from frameworks and groups that people write: what XML cannot hold must not stop a briefing.</summary>
internal static class CleanText
{
    /// <summary>The text with spaces for control characters (but line breaks) and U+FFFD for halves of letters.</summary>
    public static string Clean(this string text) => string.Concat(text.EnumerateRunes().Select(
        rune => (Rune.IsControl(rune) && rune.Value != '\n') || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString()));
}
