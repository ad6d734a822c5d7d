using System.CommandLine;
using Dashboard.Core;
using Dashboard.Core.Countries;
using Dashboard.Data.Catalog;

namespace Dashboard.Web.CommandLine;

/// <summary>group member add, change, end, remove</summary>
internal static class MembershipCommands
{
    private const string None = "none";

    public static Command Create() => new("member", "Change who belongs to a group. It changes at once who may read what is released to the group.")
    {
        Add(),
        Change(),
        End(),
        Remove(),
    };

    private static Argument<string> Member() => SharedOptions.Country("The country, by code or English name.");

    private static Option<string?> Bound(string name, string what) => new(name) { Description = $"{what}: a year, a day yyyy-MM-dd, or none for no bound.", HelpName = "DATE" };

    private static Option<string?> Since() => Bound("--since", "Which of several memberships of the country: the day it began");

    private static Command Add()
    {
        var (code, country) = (GroupCommand.Code(), Member());
        var role = new Option<string>("--role") { Description = "member, full-member, sponsoring-nation, contributing-participant, party, observer or partner.", HelpName = "ROLE", DefaultValueFactory = _ => CodeName.Of(MembershipRole.Member) };
        var (from, to) = (Bound("--from", "The first day"), Bound("--to", "The first day on which it no longer holds"));
        var add = new Command("add", "Add a country to a group.") { code, country, role, from, to };
        add.Does(create: false, options => new Membership(Country.Require(options.GetRequiredValue(country)).Alpha3, Role(options.GetRequiredValue(role)), Day(options.GetValue(from)), Day(options.GetValue(to))),
            (membership, session, cancel) => SaveAsync(session, code, null, membership, cancel));
        return add;
    }

    private static Command Change()
    {
        var (code, country, since) = (GroupCommand.Code(), Member(), Since());
        var role = new Option<string?>("--role") { Description = "Another role (default: as it is).", HelpName = "ROLE" };
        var (from, to) = (Bound("--from", "Another first day"), Bound("--to", "Another first day on which it no longer holds"));
        var change = new Command("change", "Change the role or the days of a membership; what is not given stays.") { code, country, role, from, to, since };
        change.Does(create: false, async (options, session, cancel) =>
        {
            var before = await FindAsync(session, code, country, since, cancel);
            var after = new Membership(before.Country, options.GetValue(role) is { } other ? Role(other) : before.Role,
                options.GetValue(from) is { } first ? Day(first) : before.From, options.GetValue(to) is { } last ? Day(last) : before.To);
            return await SaveAsync(session, code, before, after, cancel);
        });
        return change;
    }

    private static Command End()
    {
        var (code, country, since) = (GroupCommand.Code(), Member(), Since());
        var day = Bound("--on", "The first day on which it no longer holds (default: today)");
        var end = new Command("end", "End a membership; what was stays, also in comparisons as of earlier days.") { code, country, day, since };
        end.Does(create: false, async (options, session, cancel) =>
        {
            var before = await FindAsync(session, code, country, since, cancel);
            return await SaveAsync(session, code, before, before with { To = options.GetValue(day) is { } given ? Day(given) : GroupCommand.Today(session) }, cancel);
        });
        return end;
    }

    private static Command Remove()
    {
        var (code, country, since) = (GroupCommand.Code(), Member(), Since());
        var remove = new Command("remove", "Remove a membership that never was; one that is over is ended instead.") { code, country, since };
        remove.Does(create: false, async (_, session, cancel) => await SaveAsync(session, code, await FindAsync(session, code, country, since, cancel), null, cancel));
        return remove;
    }

    private static MembershipRole Role(string text) => CodeName.Parse<MembershipRole>("membership role", text);

    private static DateOnly? Day(string? text) =>
        string.Equals(text?.Trim(), None, StringComparison.OrdinalIgnoreCase) ? null : Membership.ParseDate((text ?? "").Trim());

    private static async Task<Membership> FindAsync(Session session, Argument<string> code, Argument<string> country, Option<string?> since, CancellationToken cancel)
    {
        var group = await GroupCommand.FindAsync(session, session.Options.GetRequiredValue(code), cancel);
        var alpha3 = Country.Require(session.Options.GetRequiredValue(country)).Alpha3;
        var wanted = session.Options.GetValue(since);
        var found = group.Memberships.Where(m => m.Country == alpha3 && (wanted is null || m.From == Day(wanted))).ToList();
        return found.Count == 1
            ? found[0]
            : throw new InputException(found.Count == 0
                ? $"{group.Code} has no such membership of {alpha3}: 'group show {group.Code}' lists them."
                : $"{group.Code} has {found.Count} memberships of {alpha3}: say with --since when the one began, one of {string.Join(", ", found.Select(m => m.From is null ? None : GroupCommand.Day(m.From)))}.");
    }

    private static async Task<int> SaveAsync(Session session, Argument<string> code, Membership? before, Membership? after, CancellationToken cancel)
    {
        var store = session.Get<GroupStore>();
        var group = await store.ChangeMembershipAsync(session.Viewer, session.Options.GetRequiredValue(code), before, after, cancel);
        var released = await store.ReleasedToAsync(session.Viewer, group.Code, cancel);
        var country = (after ?? before)!.Country;
        await session.Output.WriteLineAsync(after is null
            ? $"{group.Code}: the membership of {country} is removed."
            : $"{group.Code}: {country}, {CodeName.Of(after.Role)}, from {GroupCommand.Day(after.From)} to {GroupCommand.Day(after.To)}.");
        await session.Errors.WriteLineAsync($"It has {GroupCommand.Members(session, group)} members today. Assessments released to it: {released}; its members of today may read them.");
        return 0;
    }
}
