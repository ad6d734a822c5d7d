using System.Text;

namespace Dashboard.Exports;

/// <summary>Which letters take the room of two: the wide ones of Unicode's East Asian Width (UAX #11), by their blocks.</summary>
public static class EastAsianWidth
{
    /// <summary>Whether a letter is as wide as it is high: ideographs, kana, Hangul, and their full-width marks.</summary>
    public static bool IsWide(Rune letter) => letter.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3
        or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0x20000 and <= 0x3FFFD;
}
