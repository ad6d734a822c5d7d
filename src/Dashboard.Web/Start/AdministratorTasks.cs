using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Start;

/// <summary>Something that waits for an administrator.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Text">Why it matters, or whom it is about.</param>
/// <param name="Address">Where it is done; null if not in the browser.</param>
/// <param name="Way">What the way there is called.</param>
internal sealed record AdministratorTask(string Title, string Text, string? Address = null, string Way = "");

/// <summary>What waits for an administrator: first what keeps others from working, then advice.</summary>
internal static class AdministratorTasks
{
    private const int MostNames = 5;

    /// <param name="home">The nation that runs the installation, alpha-3.</param>
    /// <param name="cycles">All cycles.</param>
    /// <param name="accounts">All accounts.</param>
    public static IEnumerable<AdministratorTask> Of(string home, IReadOnlyCollection<Cycle> cycles, IReadOnlyCollection<Account> accounts) =>
        [.. OfCycles(cycles), .. OfRoles(home, accounts), .. OfAccounts(accounts)];

    private static IEnumerable<AdministratorTask> OfCycles(IReadOnlyCollection<Cycle> cycles)
    {
        if (cycles.Count == 0)
            yield return Task("NoCycle", Urls.Cycles);
        else if (cycles.All(c => c.Published is not null))
            yield return Task("NoOpenCycle", Urls.Cycles, Core.Assessments.Cycle.Require(cycles, null).Code);
    }

    private static IEnumerable<AdministratorTask> OfRoles(string home, IReadOnlyCollection<Account> accounts)
    {
        var open = accounts.Where(a => a.State != AccountState.Closed).Select(a => a.Person).ToList();
        if (open.Count == 1)
        {
            yield return Task("Alone", Urls.People);
            yield break;
        }

        foreach (var role in (Roles[])[Roles.Planner, Roles.Reviewer])
            if (!open.Exists(p => p.Nation == home && p.Roles.HasFlag(role)))
                yield return Task($"No{role}", Urls.People, Country.NameOf(home, CultureInfo.CurrentUICulture));
        if (open.Count(p => p.ManagesAccounts) == 1)
            yield return Task("OneAdministrator", Urls.People);
    }

    private static IEnumerable<AdministratorTask> OfAccounts(IReadOnlyCollection<Account> accounts)
    {
        foreach (var (key, which) in ((string, Func<Account, bool>)[])
        [
            ("Locked", a => a.State == AccountState.Locked),
            ("LinkOver", a => a is { State: AccountState.Invited, LinkUntil: null }),
            ("Waiting", a => a is { State: AccountState.Invited, LinkUntil: not null }),
        ])
            if (accounts.Where(which).Select(a => a.Person.Name).ToList() is { Count: > 0 } names)
                yield return new AdministratorTask(Words.Get($"Task.{key}", names.Count), Words.Get($"Task.{key}.Text", Names(names)), Urls.People, Words.Get("Task.ToPeople"));
    }

    private static AdministratorTask Task(string key, string address, params ReadOnlySpan<object?> values) =>
        new(Words.Get($"Task.{key}", values), Words.Get($"Task.{key}.Text", values), address, Words.Get(address == Urls.Cycles ? "Task.ToCycles" : "Task.ToPeople"));

    private static string Names(List<string> names) =>
        string.Join(Texts.Get(CultureInfo.CurrentUICulture, "List.Separator"), names.Take(MostNames)) + (names.Count > MostNames ? " …" : "");
}
