using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>Number formats that show an unrounded figure as <see cref="Shown"/> writes it.</summary>
internal static class Formats
{
    public const string Level = "0.0";
    public const string Uncounted = "0.0\" *\"";
    public const string Whole = "0";
    public const string Percent = "0%";

    /// <summary>A gap with its sign always; U+2212 for minus.</summary>
    public const string Gap = "+0.0;\"−\"0.0;\"±\"0.0";

    // Excel chooses the part of a format by the unrounded number, so that −0.04 would be "−0.0".
    private const string Even = "\"±\"0.0;\"±\"0.0;\"±\"0.0";

    /// <param name="gap">The gap.</param>
    /// <param name="isFlagged">Whether a star points to a note.</param>
    public static string OfGap(double gap, bool isFlagged = false)
    {
        var format = Shown.Round(gap) == 0 ? Even : Gap;
        return isFlagged ? string.Join(';', format.Split(';').Select(part => part + "\" *\"")) : format;
    }

    /// <summary>An end of a gap band: near zero with as many decimals as its sign needs.</summary>
    public static string OfGapEnd(double end)
    {
        var shown = Shown.GapEnd(end, System.Globalization.CultureInfo.InvariantCulture);
        var decimals = new string('0', shown.Length - shown.IndexOf('.') - 1);
        return shown[0] == '±' ? Even : $"+0.{decimals};\"−\"0.{decimals}";
    }
}
