using System.Collections.Immutable;
using System.Globalization;

namespace Dashboard.Web.Search;

/// <summary>The words that are looked for: all of them must be found, in any order, whatever their case, accents, width and kind of kana.</summary>
internal readonly struct SearchText(string? text)
{
    /// <summary>Longer than any name; what is beyond is not looked for.</summary>
    public const int Longest = 100;

    private const CompareOptions Alike = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreKanaType | CompareOptions.IgnoreWidth;

    private readonly ImmutableArray<string> _words = [.. (text ?? "").Trim() is { Length: > Longest } tooLong ? [tooLong[..Longest]] : (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Whether nothing is looked for: everything answers then.</summary>
    public bool IsEmpty => _words.IsEmpty;

    /// <summary>Whether the texts hold every word between them.</summary>
    public bool IsIn(params IEnumerable<string> texts) =>
        _words.All(word => texts.Any(text => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, Alike) >= 0));
}
