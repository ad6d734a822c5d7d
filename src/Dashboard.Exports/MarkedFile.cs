using Dashboard.Core.Release;

namespace Dashboard.Exports;

/// <summary>Names of files that say how they are marked.</summary>
public static class MarkedFile
{
    /// <summary>"briefing-JPN-NATO-2026-RESTRICTED.xlsx": the classification last, in capitals; what a file system might refuse becomes a hyphen.</summary>
    /// <param name="what">What the file holds.</param>
    /// <param name="marking">How it is marked.</param>
    /// <param name="extension">Without the dot.</param>
    public static string Name(string what, Marking marking, string extension) =>
        string.Concat($"{what}-{marking.Classification.ToUpperInvariant()}".Select(c => char.IsLetterOrDigit(c) || c is '-' or '.' ? c : '-')) + $".{extension}";
}
