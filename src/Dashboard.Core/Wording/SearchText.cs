using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Countries;

namespace Dashboard.Core.Wording;

/// <summary>
/// The words that are looked for: all of them must be found, in any order, each where a word begins, whatever their case, accents, width and
/// kind of kana. What names a country in English, by another name or by its code is found as a whole word only: who asks for "USA" does not mean "usage".
/// </summary>
/// <param name="text">What was typed; null or white space for nothing.</param>
public readonly struct SearchText(string? text)
{
    /// <summary>In UTF-16 units; longer than any name, what is beyond is not looked for.</summary>
    public const int Longest = 100;

    private const CompareOptions Alike = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreKanaType | CompareOptions.IgnoreWidth;

    private static readonly CompareInfo Compare = CultureInfo.InvariantCulture.CompareInfo;

    private readonly ImmutableArray<(string Text, bool IsWhole)> _words = [.. WordsOf(text ?? "").Select(word => (word, Country.Find(word) is not null))];

    /// <summary>Whether nothing is looked for: everything answers then.</summary>
    public bool IsEmpty => _words.IsEmpty;

    /// <summary>Whether the texts hold every word between them.</summary>
    public bool IsIn(params IEnumerable<string> texts) => _words.All(word => texts.Any(held => Holds(held, word.Text, word.IsWhole)));

    private static string[] WordsOf(string text) =>
        text.Trim() is { Length: > Longest } tooLong ? [tooLong[..Longest]] : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool Holds(string text, string word, bool isWhole)
    {
        for (var from = 0; from < text.Length; from++)
        {
            var at = Compare.IndexOf(text.AsSpan(from), word, Alike, out var length);
            if (at < 0)
                return false;
            from += at;
            if (IsEdge(text, from) && (!isWhole || IsEdge(text, from + length)))
                return true;
        }

        return false;
    }

    // Whether a word may begin or end there: beside what is no letter, and everywhere in what is written without spaces.
    private static bool IsEdge(string text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]) || IsUnspaced(text[at - 1]) || IsUnspaced(text[at]);

    // Kana and ideographs, which follow all scripts that stand in our texts.
    private static bool IsUnspaced(char letter) => letter >= '\u2E80';
}
