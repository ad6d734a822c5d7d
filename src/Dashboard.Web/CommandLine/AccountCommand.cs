using System.CommandLine;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Tasking;
using Dashboard.Web.Shell;

namespace Dashboard.Web.CommandLine;

/// <summary>account list, invite, link, reset, close, reopen, hand-over</summary>
internal static class AccountCommand
{
    public static Command Create() => new("account", "Invite people, make links by which they choose their password, close accounts.")
    {
        List(),
        Invite(),
        Link(),
        Reset(),
        OnPerson("close", "Close an account; its sessions end. It stays in the list, as the audit names its person.", "closed", (store, by, name, cancel) => store.CloseAsync(by, name, cancel)),
        OnPerson("reopen", "Open a closed account again, with the rights that it had.", "open again", (store, by, name, cancel) => store.ReopenAsync(by, name, cancel)),
        HandOver(),
    };

    private static Argument<string> Name() => new("NAME") { Description = "The person's name: they sign in with it, and the audit shows it." };

    private static Option<string?> Address() => new("--address")
    {
        Description = "The address under which people reach the product, for the link (default: configuration 'Accounts:PublicAddress'; else the link is printed without one).",
        HelpName = "ADDRESS",
    };

    private static Command List()
    {
        var list = new Command("list", "List all accounts.");
        list.Does(create: false, async (_, session, cancel) =>
        {
            var accounts = await session.Get<AccountStore>().ListAsync(session.Viewer, cancel);
            await session.Output.WriteAsync(TextColumns.Lay(
                ["name", "nation", "clearance", "roles", "responsible for", "state"],
                [.. accounts.Select(a => (string[])
                [
                    a.Person.Name, a.Person.Nation, a.Person.Clearance, a.Person.Roles.ToText(),
                    string.Join(' ', a.Person.Scopes.Select(scope => scope.ToText())), CodeName.Of(a.State) + (a.Issuer is { } issuer ? $", through {issuer}" : ""),
                ])]));
            return 0;
        });
        return list;
    }

    private static Command Invite()
    {
        var (name, address) = (Name(), Address());
        var nation = new Option<string>("--nation") { Description = "The nation that the person belongs to.", HelpName = "NATION", Required = true };
        var clearance = new Option<string>("--clearance") { Description = "The person's clearance, a level of the ladder.", HelpName = "LEVEL", Required = true };
        var roles = new Option<string>("--roles") { Description = "With commas: planner, reviewer, releasing-officer, executive, administrator, auditor.", HelpName = "ROLES", Required = true };
        var scopes = new Option<string[]>("--scope") { Description = "What a planner is responsible for: a country or *, with or without areas, for example JPN:LAN,INF; may be repeated (default: all areas of the own nation).", HelpName = "SCOPE" };
        var command = new Command("invite", "Make an account and print the link by which its person chooses a password, once and within 7 days.") { name, nation, clearance, roles, scopes, address };
        command.Does(create: true, options => new Viewer(
            options.GetRequiredValue(name), options.GetRequiredValue(nation), options.GetRequiredValue(clearance), RoleText.Parse(options.GetRequiredValue(roles)),
            [.. options.GetValue(scopes) is { Length: > 0 } given ? given.Select(Scope.Parse) : [new Scope(options.GetRequiredValue(nation), [])]]), async (person, session, cancel) =>
        {
            var issued = await session.Get<AccountStore>().InviteAsync(session.Viewer, person, cancel);
            return await SayAsync(session, issued, address);
        });
        return command;
    }

    private static Command Link()
    {
        var (name, address) = (Name(), Address());
        var command = new Command("link", "Print a new link by which a person chooses a password; earlier links end, and so does a lockout.") { name, address };
        command.Does(create: false, async (options, session, cancel) =>
            await SayAsync(session, await session.Get<AccountStore>().NewLinkAsync(session.Viewer, options.GetRequiredValue(name), cancel), address));
        return command;
    }

    private static Command Reset()
    {
        var (name, address) = (Name(), Address());
        var command = new Command("reset", "Take away the one-time codes and passkeys of a person who lost them, end their sessions, and print a link by which they choose a new password.") { name, address };
        command.Does(create: false, async (options, session, cancel) =>
            await SayAsync(session, await session.Get<AccountStore>().RemoveFactorsAsync(session.Viewer, options.GetRequiredValue(name), cancel), address));
        return command;
    }

    private static Command HandOver()
    {
        var from = new Argument<string>("FROM") { Description = "Whose tasks." };
        var to = new Argument<string>("TO") { Description = "The successor: a planner of the same nation who may answer all of them." };
        var command = new Command("hand-over", "Hand all open tasks of a person to a successor, with days, numbers and history: all of them or none.") { from, to };
        command.Does(create: false, async (options, session, cancel) =>
        {
            var (leaver, heir) = (options.GetRequiredValue(from), options.GetRequiredValue(to));
            var moved = await session.Get<TaskStore>().HandOverAsync(session.Viewer, leaver, heir, cancel);
            await session.Output.WriteLineAsync($"Tasks handed over from {leaver} to {heir}: {moved}.");
            return 0;
        });
        return command;
    }

    private static Command OnPerson(string verb, string what, string done, Func<AccountStore, Viewer, string, CancellationToken, Task<Viewer>> step)
    {
        var name = Name();
        var command = new Command(verb, what) { name };
        command.Does(create: false, async (options, session, cancel) =>
        {
            var person = await step(session.Get<AccountStore>(), session.Viewer, options.GetRequiredValue(name), cancel);
            await session.Output.WriteLineAsync($"The account of {person.Name} is {done}.");
            return 0;
        });
        return command;
    }

    private static async Task<int> SayAsync(Session session, IssuedLink issued, Option<string?> address)
    {
        var host = session.Options.GetValue(address) ?? session.Get<AccountOptions>().PublicAddress ?? "";
        await session.Output.WriteLineAsync(host.TrimEnd('/') + Urls.Link(issued));
        await session.Errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"It can be used once, until {issued.Expires:yyyy-MM-dd HH:mm} UTC. Hand it over in a way that only its person reads."));
        return 0;
    }
}
