using System.Text.RegularExpressions;
using Dashboard.Core.Language;

namespace Dashboard.Core.Countries;

/// <summary>What a country group may be called and hold. Who decides that is <see cref="Release.Viewer.ManagesCatalog"/>.</summary>
public static partial class GroupRule
{
    /// <summary>Most characters of a code.</summary>
    public const int CodeLength = 20;

    /// <summary>Most characters of a name.</summary>
    public const int NameLength = 80;

    /// <summary>The first day that a membership may name: what is older is a slip of the pen, or unbounded.</summary>
    public static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>The last day that a membership may name: what is later is a slip of the pen, or unbounded.</summary>
    public static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>Whether the product brings the group along: its code stays, its names and memberships can be changed as those of any other.</summary>
    public static bool IsStanding(string code) => CountryGroup.BuiltIn.Any(group => group.Code == code);

    /// <summary>A new group without memberships.</summary>
    /// <param name="all">The groups that there are.</param>
    /// <param name="code">Its code, in any case.</param>
    /// <param name="names">Its names; English at least.</param>
    /// <exception cref="InputException">A code that cannot be, that a country answers to or that is taken; or a name that cannot be or is taken.</exception>
    public static CountryGroup Found(IReadOnlyCollection<CountryGroup> all, string code, Names names)
    {
        var kept = code.Trim().ToUpperInvariant();
        if (kept.Length > CodeLength || !CodeForm().IsMatch(kept))
            throw InputException.Of("GroupCodeUnfit", InputException.Shorten(code), CodeLength);
        // A release to it would read, and be typed, like a release to that country.
        if (Country.Find(kept) is { } country)
            throw InputException.Of("GroupIsCountry", kept, country.Alpha3);
        RequireFree(all, kept);
        return new CountryGroup(kept, Fit(all, names), []);
    }

    /// <summary>The group under other names.</summary>
    /// <param name="group">The group.</param>
    /// <param name="all">The groups that there are, itself included.</param>
    /// <param name="names">Its names; English at least.</param>
    /// <exception cref="InputException">A name that cannot be or is taken.</exception>
    public static CountryGroup Rename(CountryGroup group, IReadOnlyCollection<CountryGroup> all, Names names) =>
        group with { Names = Fit([.. all.Where(other => other.Code != group.Code)], names) };

    /// <summary>The group with one membership put in, exchanged, or taken out.</summary>
    /// <param name="group">The group as it is.</param>
    /// <param name="before">The membership as it was seen; null to put one in.</param>
    /// <param name="after">The membership as it is to be, its country by code or name; null to take it out.</param>
    /// <exception cref="InputException">What was seen is no longer there, the country is unknown, a day cannot be, the first is not before the last, or the country belongs to the group already on one of the days.</exception>
    public static CountryGroup With(CountryGroup group, Membership? before, Membership? after)
    {
        var place = before is null ? group.Memberships.Length : group.Memberships.IndexOf(before);
        if (place < 0)
            throw InputException.Of("MembershipChanged", before!.Country, group.Code, before.PeriodText());
        var others = before is null ? group.Memberships : group.Memberships.RemoveAt(place);
        if (after is null)
            return group with { Memberships = others };
        var kept = after with { Country = Country.Require(after.Country).Alpha3 };
        RequireDays(kept);
        if (others.FirstOrDefault(other => other.Country == kept.Country && other.Overlaps(kept)) is { } taken)
            throw InputException.Of("MembershipOverlaps", kept.Country, group.Code, taken.PeriodText());
        return group with { Memberships = others.Insert(place, kept) };
    }

    /// <summary>Refuses to take a group away that is still used.</summary>
    /// <param name="group">The group.</param>
    /// <param name="releases">How many assessments name it in a marking.</param>
    /// <exception cref="InputException">It is a standing group, has memberships, or is named.</exception>
    public static void RequireUnused(CountryGroup group, int releases)
    {
        if (IsStanding(group.Code))
            throw InputException.Of("GroupStands", group.Code);
        if (group.Memberships.Length > 0)
            throw InputException.Of("GroupHasMembers", group.Code, group.Memberships.Length);
        if (releases > 0)
            throw InputException.Of("GroupIsNamed", group.Code, releases);
    }

    private static void RequireDays(Membership membership)
    {
        if (!Enum.IsDefined(membership.Role))
            throw InputException.UnknownChoice("membership role", $"{membership.Role:D}", Enum.GetValues<MembershipRole>().Select(CodeName.Of));
        foreach (var day in (DateOnly?[])[membership.From, membership.To])
            if (day < Earliest || day > Latest)
                throw InputException.Of("MembershipDayOutside", membership.Country, day, Earliest, Latest);
        if (membership.From >= membership.To)
            throw InputException.Of("MembershipDays", membership.Country, membership.From, membership.To);
    }

    // Groups are asked for by code or English name: neither may be another's.
    private static void RequireFree(IEnumerable<CountryGroup> others, string text)
    {
        if (others.FirstOrDefault(g => string.Equals(g.Code, text, StringComparison.OrdinalIgnoreCase) || string.Equals(g.Names.English, text, StringComparison.OrdinalIgnoreCase)) is { } other)
            throw InputException.Of("GroupTaken", text, other.Code);
    }

    private static Names Fit(IReadOnlyCollection<CountryGroup> others, Names given)
    {
        var names = new Names(Fit(given.English), Fit(given.Japanese), Fit(given.French));
        if (names.English.Length == 0)
            throw InputException.Of("GroupNameMissing");
        foreach (var name in (string[])[names.English, names.Japanese, names.French])
        {
            RequireFree(others, name);
            if (name.Length > 0 && Country.All.Values.FirstOrDefault(c => c.Names.IsOne(name)) is { } country)
                throw InputException.Of("GroupIsCountry", name, country.Alpha3);
        }

        return names;
    }

    private static string Fit(string given)
    {
        var name = string.Join(' ', given.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length <= NameLength && !Unseen.InLine(name)
            ? name.Normalize()
            : throw InputException.Of("GroupNameUnfit", InputException.Shorten(given), NameLength);
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]+(-[A-Z0-9]+)*$|^[A-Z](-[A-Z0-9]+)+$")]
    private static partial Regex CodeForm();
}
