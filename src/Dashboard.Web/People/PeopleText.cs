using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.People;

/// <summary>The short texts about people and their rights.</summary>
internal static class PeopleText
{
    private static string Separator => Texts.Get(CultureInfo.CurrentUICulture, "List.Separator");

    /// <summary>A country's name; for "*", that it is every one.</summary>
    public static string Nation(string code) => code == Scope.Everything.Country ? Words.Get("People.AnyCountry") : Country.NameOf(code, CultureInfo.CurrentUICulture);

    public static string Role(Roles role) => Words.Get($"Role.{CodeName.Of(role)}");

    public static string RolesOf(Viewer person) => string.Join(Separator, person.Roles.Each().Select(Role));

    /// <summary>What a planner is responsible for: "Japan: LAN, INF; every country".</summary>
    public static string ScopesOf(Viewer person) => string.Join(" · ", person.Scopes.Select(scope =>
        Words.Get("People.ScopeOf", Nation(scope.Country), scope.Areas.IsEmpty ? Words.Get("People.AllAreas") : string.Join(Separator, scope.Areas))));

    /// <summary>All rights in one line.</summary>
    public static string RightsOf(Viewer person) =>
        string.Join(" · ", ((string[])[Nation(person.Nation), person.Clearance, RolesOf(person), ScopesOf(person)]).Where(text => text.Length > 0));

    public static string State(AccountState state) => Words.Get($"AccountState.{state}");

    /// <summary>What there is to know about the state beside its word; empty for nothing.</summary>
    public static string More(Account account) => account switch
    {
        { State: AccountState.Locked, LockedUntil: { } until } => Words.Get("People.Until", Time(until)),
        { State: AccountState.Invited, LinkUntil: { } until } => Words.Get("People.LinkUntil", Time(until)),
        { State: AccountState.Invited } => Words.Get("People.LinkOver"),
        _ => "",
    };

    /// <summary>How many people there are in each state: "9 active, 2 invited".</summary>
    public static string Count(IEnumerable<Account> accounts) => string.Join(Separator, accounts
        .CountBy(account => account.State).OrderBy(all => all.Key).Select(all => Words.Get("People.Count", all.Value, State(all.Key))));

    public static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
