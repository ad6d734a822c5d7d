using System.Collections.Immutable;
using Dashboard.Core.Language;

namespace Dashboard.Core.Countries;

/// <summary>A group of countries that can be compared against, with its memberships over time.</summary>
/// <param name="Code">Short code such as NATO; upper case, never three letters that are a country's code.</param>
/// <param name="Names">Names in English, Japanese and French.</param>
/// <param name="Memberships">Who belonged when and as what; a country may have several that follow each other.</param>
public sealed record CountryGroup(string Code, Names Names, ImmutableArray<Membership> Memberships)
{
    /// <summary>The built-in groups: NATO, EU, Five Eyes, Quad, AUKUS, CCDCOE and the parties of the Japan-US treaty.</summary>
    public static ImmutableArray<CountryGroup> BuiltIn { get; } = ReadBuiltIn();

    /// <summary>Alpha-3 codes of those who belong on <paramref name="day"/>, each once, in alphabetical order.</summary>
    /// <param name="day">For a benchmark: the cycle's as-of date.</param>
    /// <param name="withObservers">Whether observers and partners count too.</param>
    public ImmutableArray<string> MembersAt(DateOnly day, bool withObservers = false) =>
        [.. Memberships.Where(m => m.Covers(day) && (withObservers || m.Counts))
            .Select(m => m.Country).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether observers or partners belong to it on <paramref name="day"/>, who count only if asked for.</summary>
    public bool HasObserversAt(DateOnly day) => Memberships.Any(m => m.Covers(day) && !m.Counts);

    /// <summary>Whether it is one country that others are held against, see <see cref="Of"/>, and no group.</summary>
    public bool IsOneCountry => Country.All.ContainsKey(Code);

    /// <summary>One country to be held against like a group: its only member, whatever the day.</summary>
    public static CountryGroup Of(Country country) =>
        new(country.Alpha3, country.Names, [new Membership(country.Alpha3, MembershipRole.Member, null, null)]);

    /// <summary>Finds what a country is held against: a group as <see cref="Require"/> finds it, or a single country.</summary>
    /// <exception cref="InputException">No group and no country answers to <paramref name="text"/>; the message lists the groups.</exception>
    public static CountryGroup RequireOrCountry(IEnumerable<CountryGroup> groups, string text) =>
        Find(groups, text) is { } group ? group
        : Country.Find(text) is { } country ? Of(country)
        : throw InputException.UnknownChoice("country group", text, groups.Select(g => g.Code).Order(StringComparer.Ordinal), Texts.Refusal("OrOneCountry"));

    /// <summary>Finds a group by code or English name, in any case.</summary>
    /// <exception cref="InputException">No group answers to <paramref name="text"/>; the message lists the valid ones.</exception>
    public static CountryGroup Require(IEnumerable<CountryGroup> groups, string text) =>
        Find(groups, text) ?? throw InputException.UnknownChoice("country group", text, groups.Select(g => g.Code).Order(StringComparer.Ordinal));

    private static CountryGroup? Find(IEnumerable<CountryGroup> groups, string text) =>
        groups.OrderBy(g => g.Code, StringComparer.Ordinal).FirstOrDefault(g => string.Equals(g.Code, text.Trim(), StringComparison.OrdinalIgnoreCase)
            || string.Equals(g.Names.English, text.Trim(), StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<CountryGroup> ReadBuiltIn()
    {
        var memberships = EmbeddedTable.Read("memberships.tsv").ToLookup(row => row[0], row => new Membership(
            row[1], Enum.Parse<MembershipRole>(row[2].Replace("-", ""), ignoreCase: true),
            Membership.ParseDate(row[3]), Membership.ParseDate(row[4])));
        return
        [
            Group("NATO", new("NATO", "NATO", "OTAN")),
            Group("EU", new("European Union", "欧州連合", "Union européenne")),
            Group("FVEY", new("Five Eyes", "ファイブ・アイズ", "Five Eyes")),
            Group("QUAD", new("Quad", "日米豪印（クアッド）", "Quad")),
            Group("AUKUS", new("AUKUS", "AUKUS", "AUKUS")),
            Group("CCDCOE", new("CCDCOE", "CCDCOE", "CCDCOE")),
            Group("JP-US", new("Japan-US Security Treaty", "日米安全保障条約", "Traité de sécurité Japon-États-Unis")),
        ];

        CountryGroup Group(string code, Names names) => new(code, names, [.. memberships[code]]);
    }
}
