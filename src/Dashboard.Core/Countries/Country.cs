using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Language;

namespace Dashboard.Core.Countries;

/// <summary>A country or territory of ISO 3166-1.</summary>
/// <param name="Alpha3">ISO 3166-1 alpha-3 code, upper case: the key used everywhere.</param>
/// <param name="Alpha2">ISO 3166-1 alpha-2 code, upper case.</param>
/// <param name="Numeric">ISO 3166-1 numeric code, three digits.</param>
/// <param name="Names">Short names in English, Japanese and French.</param>
/// <param name="Aliases">Other names by which people ask for it, in any language; may be none.</param>
public sealed record Country(string Alpha3, string Alpha2, string Numeric, Names Names, ImmutableArray<string> Aliases)
{
    private static readonly ILookup<string, string> AliasesByCode = EmbeddedTable.Read("aliases.tsv").ToLookup(row => row[0], row => row[1]);


    /// <summary>The 250 built-in countries by alpha-3, in its order. Source: i18n-iso-countries 7.14 (MIT), single names corrected.</summary>
    public static ImmutableSortedDictionary<string, Country> All { get; } = EmbeddedTable.Read("countries.tsv")
        .Select(row => new Country(row[1], row[0], row[2], new Names(row[3], row[4], row[5]), [.. AliasesByCode[row[1]]]))
        .ToImmutableSortedDictionary(country => country.Alpha3, country => country, StringComparer.Ordinal);

    // A page looks up hundreds.
    private static readonly FrozenDictionary<string, Country> Quickly = All.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<CultureInfo, ImmutableArray<Country>> ByNames = [];

    /// <summary>All of them in the alphabetical order of their names in the given language.</summary>
    public static ImmutableArray<Country> ByName(CultureInfo culture) =>
        ByNames.GetOrAdd(culture, language => [.. All.Values.OrderBy(country => country.Names.In(language), StringComparer.Create(language, ignoreCase: false))]);

    private static readonly ConcurrentDictionary<CultureInfo, FrozenDictionary<string, int>> Places = [];

    /// <summary>Some countries in that order; what is none of them is left out.</summary>
    /// <param name="codes">Their alpha-3, each once.</param>
    /// <param name="culture">The language.</param>
    public static IEnumerable<Country> ByName(IEnumerable<string> codes, CultureInfo culture)
    {
        var places = Places.GetOrAdd(culture, static language => ByName(language).Select((country, place) => (country.Alpha3, place)).ToFrozenDictionary(x => x.Alpha3, x => x.place));
        return codes.Where(places.ContainsKey).OrderBy(code => places[code]).Select(code => Quickly[code]);
    }

    /// <summary>Finds a country by alpha-3 or alpha-2 code, by its exact English name or by another name that people use for it, in any case.</summary>
    /// <exception cref="InputException">No country answers to <paramref name="text"/>; the message offers near ones.</exception>
    public static Country Require(string text) => Find(text) ?? throw Unknown(text);

    /// <summary>As <see cref="Require"/>, and null if no country answers to <paramref name="text"/>.</summary>
    public static Country? Find(string text)
    {
        var wanted = text.Trim();
        return All.TryGetValue(wanted.ToUpperInvariant(), out var country) ? country
            : All.Values.FirstOrDefault(c => string.Equals(c.Alpha2, wanted, StringComparison.OrdinalIgnoreCase)
                || string.Equals(c.Names.English, wanted, StringComparison.OrdinalIgnoreCase) || c.Aliases.Contains(wanted, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Why <paramref name="text"/> is refused: no country answers to it.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="others">Alpha-3 codes to offer where none is near; only what whoever asked may know of.</param>
    public static InputException Unknown(string text, params IEnumerable<string> others)
    {
        var near = Near(text.Trim()).ToList();
        return InputException.UnknownChoice("country", text,
            (near.Count > 0 ? near : others.Select(code => All[code])).Select(c => $"{c.Alpha3} ({c.Names.In(CultureInfo.CurrentUICulture)})"),
            Texts.Refusal("UseAlpha3"));
    }

    /// <summary>The short name in the given language; the code itself if it is not a known country.</summary>
    public static string NameOf(string alpha3, CultureInfo culture) =>
        Quickly.TryGetValue(alpha3, out var country) ? country.Names.In(culture) : alpha3;

    private static IEnumerable<Country> Near(string wanted) => All.Values
        .Where(c => wanted.Length >= 2 && (c.Alpha3.StartsWith(wanted[..2], StringComparison.OrdinalIgnoreCase)
            || c.Names.English.StartsWith(wanted[..2], StringComparison.OrdinalIgnoreCase)));
}
