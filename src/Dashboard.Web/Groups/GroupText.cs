using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Groups;

/// <summary>The short texts of country groups, and a membership as forms and addresses carry it.</summary>
internal static class GroupText
{
    private const char Between = '_';
    private const int Parts = 4;

    public static string Kind(CountryGroup group) => Words.Get(GroupRule.IsStanding(group.Code) ? "Groups.Standing" : "Groups.Own");

    public static string Role(MembershipRole role) => Texts.Of(role, CultureInfo.CurrentUICulture);

    /// <summary>A day as a field of a form holds it; empty for no bound.</summary>
    public static string Field(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The names other than the one that the reader sees anyway.</summary>
    public static IEnumerable<(string Language, string Name)> OtherNames(Names names)
    {
        var shown = names.In(CultureInfo.CurrentUICulture);
        return ((string Language, string Name)[])[("en", names.English), ("ja", names.Japanese), ("fr", names.French)] is var all
            ? all.Where(n => n.Name.Length > 0 && n.Name != shown).DistinctBy(n => n.Name) : [];
    }

    /// <summary>What a membership means on a day.</summary>
    public static string Today(Membership membership, DateOnly today) => Words.Get(
        membership.To <= today ? "Groups.Today.Over"
        : membership.From > today ? "Groups.Today.Later"
        : membership.Counts ? "Groups.Today.Counts" : "Groups.Today.Aside");

    /// <summary>A membership in one text: "FIN_full-member_2023-04-04_".</summary>
    public static string Of(Membership membership) =>
        string.Join(Between, membership.Country, CodeName.Of(membership.Role), Field(membership.From), Field(membership.To));

    /// <summary>The membership that such a text says.</summary>
    /// <exception cref="InputException">It says none.</exception>
    public static Membership Read(string text)
    {
        var parts = text.Split(Between);
        return parts.Length == Parts
            ? Entered(parts[0], parts[1], parts[2], parts[3])
            : throw InputException.Of("MembershipUnread", InputException.Shorten(text));
    }

    /// <summary>The membership that somebody entered.</summary>
    /// <exception cref="InputException">An unknown country or role, or what is no day.</exception>
    public static Membership Entered(string? country, string? role, string? from, string? to) => new(
        Country.Require(country ?? "").Alpha3, CodeName.Parse<MembershipRole>("membership role", role ?? ""),
        Membership.ParseDate((from ?? "").Trim()), Membership.ParseDate((to ?? "").Trim()));
}
