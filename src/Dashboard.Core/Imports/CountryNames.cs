using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dashboard.Core.Countries;

namespace Dashboard.Core.Imports;

/// <summary>What a table may mean by a country.</summary>
/// <param name="Country">The country if it is sure; null if somebody has to say.</param>
/// <param name="Near">Countries that it could be; empty if it is sure, or none is near.</param>
public sealed record CountryMatch(Country? Country, ImmutableArray<Country> Near);

/// <summary>
/// Finds countries as tables of others write them: by alpha-2, alpha-3 or numeric code, by name in English, Japanese or French and by known
/// aliases, whatever the case, accents, width and punctuation, and with the words turned round ("Korea, Republic of"). A name that is only
/// near is never taken: it is asked.
/// </summary>
public static class CountryNames
{
    private const int MostNear = 4;

    private static readonly FrozenDictionary<string, ImmutableArray<Country>> ByKey = Country.All.Values
        .SelectMany(country => KeysOf(country).Distinct(StringComparer.Ordinal).Select(key => (key, country)))
        .GroupBy(entry => entry.key, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.Select(entry => entry.country).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>What a text means.</summary>
    public static CountryMatch Find(string text)
    {
        var found = Turned(text).Select(Key).Where(key => key.Length > 0).SelectMany(key => ByKey.GetValueOrDefault(key, [])).Distinct().ToImmutableArray();
        return found is [var one] ? new CountryMatch(one, []) : new CountryMatch(null, found.IsEmpty ? Near(Key(text)) : found);
    }

    private static IEnumerable<string> KeysOf(Country country)
    {
        string[] names = [country.Names.English, country.Names.Japanese, country.Names.French, .. country.Aliases];
        // A table that lost its leading zeros still means the code.
        return names.Append(country.Alpha2).Append(country.Alpha3).Append(country.Numeric).Append(country.Numeric.TrimStart('0')).SelectMany(Turned).Select(Key);
    }

    // "Korea, Republic of" and "Korea (Republic of)" are "Republic of Korea" too. What stands in brackets is not thrown away: there are two Koreas.
    private static IEnumerable<string> Turned(string name)
    {
        yield return name;
        var at = name.IndexOfAny([',', '(']);
        if (at > 0 && name[(at + 1)..].Trim().TrimEnd(')') is { Length: > 0 } rest)
            yield return $"{rest} {name[..at]}";
    }

    // Letters and digits alone, without case and accents; "&" and "St" as words.
    private static string Key(string text)
    {
        var words = Words(text).ToList();
        // One word alone is a name or a code: LA, IS, ST.
        return words is [var only] ? only : string.Concat(words.Select(word => word switch
        {
            "the" or "of" or "la" or "le" or "les" => "",
            "st" => "saint",
            "ste" => "sainte",
            "rep" => "republic",
            "dem" => "democratic",
            "fed" => "federated",
            "is" => "islands",
            _ => word,
        }));
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in Plain(text))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
                continue;
            }

            // U.S.A. is one word, l'Inde two.
            if (letter == '.')
                continue;
            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
            if (letter == '&')
                yield return "and";
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            // Marks are dropped from Latin letters alone: those of kana make other letters.
            if (letter < '\u2E80')
                plain.Append(letter.ToString().Normalize(NormalizationForm.FormD).Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark).ToArray());
            else
                plain.Append(letter);
        }

        return plain.ToString();
    }

    private static ImmutableArray<Country> Near(string key) => key.Length < 3 ? [] :
    [
        .. ByKey.Select(entry => (entry.Value, Far: Distance(entry.Key, key)))
            .Where(entry => entry.Far <= (key.Length < 6 ? 1 : 2))
            .Concat(ByKey.Where(entry => entry.Key.Length > 3 && (entry.Key.Contains(key, StringComparison.Ordinal) || (entry.Key.Length > 4 && key.Contains(entry.Key, StringComparison.Ordinal)))).Select(entry => (entry.Value, Far: 3)))
            .OrderBy(entry => entry.Far).SelectMany(entry => entry.Value).Distinct().Take(MostNear),
    ];

    /// <summary>How many letters have to be put in, taken out or changed to make one text of another (Levenshtein).</summary>
    internal static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0]++;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
