using System.CommandLine;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Data.Catalog;

namespace Dashboard.Web.CommandLine;

/// <summary>group list, show, add, rename, remove, member, briefing</summary>
internal static class GroupCommand
{
    private static readonly Option<string> English = new("--name") { Description = "The name in English.", HelpName = "NAME", Required = true };
    private static readonly Option<string?> Japanese = new("--name-ja") { Description = "The name in Japanese (default: the English one is shown).", HelpName = "NAME" };
    private static readonly Option<string?> French = new("--name-fr") { Description = "The name in French (default: the English one is shown).", HelpName = "NAME" };

    public static Command Create() => new("group", "Work with country groups: whom a country is compared with, and whom a release reaches.")
    {
        List(),
        Show(),
        Add(),
        Rename(),
        Remove(),
        MembershipCommands.Create(),
        GroupBriefingCommand.Create(),
    };

    /// <summary>The group that a command is about.</summary>
    public static Argument<string> Code() => new("GROUP") { Description = "Code of the group, for example NATO." };

    /// <summary>The group of a code or English name.</summary>
    public static async Task<CountryGroup> FindAsync(Session session, string code, CancellationToken cancel) =>
        CountryGroup.Require(await session.Get<CatalogStore>().GroupsAsync(cancel), code);

    /// <summary>How many belong to a group today.</summary>
    public static int Members(Session session, CountryGroup group) => group.MembersAt(Today(session)).Length;

    public static DateOnly Today(Session session) => DateOnly.FromDateTime(session.Get<TimeProvider>().GetUtcNow().UtcDateTime);

    /// <summary>A day as it is printed; a hyphen for no bound.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    private static Command List()
    {
        var list = new Command("list", "List all groups with the number of their members today.");
        list.Does(create: false, async (_, session, cancel) =>
        {
            var groups = await session.Get<CatalogStore>().GroupsAsync(cancel);
            await session.Output.WriteAsync(TextColumns.Lay(
                ["code", "name", "members", "kind"],
                [.. groups.Select(g => (string[])[g.Code, g.Names.English, Members(session, g).ToString(CultureInfo.InvariantCulture), GroupRule.IsStanding(g.Code) ? "standing" : "own"])]));
            return 0;
        });
        return list;
    }

    private static Command Show()
    {
        var code = Code();
        var show = new Command("show", "List the memberships of a group; the last day is the first on which a membership no longer holds.") { code };
        show.Does(create: false, async (options, session, cancel) =>
        {
            var group = await FindAsync(session, options.GetRequiredValue(code), cancel);
            await session.Output.WriteAsync(TextColumns.Lay(
                ["country", "role", "from", "to"],
                [.. group.Memberships.OrderBy(m => m.Country, StringComparer.Ordinal).ThenBy(m => m.From).Select(m => (string[])[m.Country, CodeName.Of(m.Role), Day(m.From), Day(m.To)])]));
            return 0;
        });
        return show;
    }

    private static Command Add()
    {
        var code = new Argument<string>("GROUP") { Description = "Its code, for example NB8; it cannot be changed later." };
        var add = new Command("add", "Add a group without members.") { code, English, Japanese, French };
        add.Does(create: false, async (options, session, cancel) =>
        {
            var group = await session.Get<GroupStore>().AddAsync(session.Viewer, options.GetRequiredValue(code), NamesOf(options, new Names("")), cancel);
            await session.Output.WriteLineAsync($"Group {group.Code} is added: {group.Names.English}.");
            return 0;
        });
        return add;
    }

    private static Command Rename()
    {
        var code = Code();
        var rename = new Command("rename", "Give a group other names; what is not given stays, and \"\" takes a name away.") { code, English, Japanese, French };
        rename.Does(create: false, async (options, session, cancel) =>
        {
            var group = await FindAsync(session, options.GetRequiredValue(code), cancel);
            var renamed = await session.Get<GroupStore>().RenameAsync(session.Viewer, group.Code, group.Names, NamesOf(options, group.Names), cancel);
            await session.Output.WriteLineAsync($"Group {renamed.Code} is called {string.Join(", ", ((string[])[renamed.Names.English, renamed.Names.Japanese, renamed.Names.French]).Where(name => name.Length > 0))}.");
            return 0;
        });
        return rename;
    }

    private static Command Remove()
    {
        var code = Code();
        var remove = new Command("remove", "Remove a group of the installation's own that has no memberships and that no release names.") { code };
        remove.Does(create: false, async (options, session, cancel) =>
        {
            var group = await session.Get<GroupStore>().RemoveAsync(session.Viewer, options.GetRequiredValue(code), cancel);
            await session.Output.WriteLineAsync($"Group {group.Code} is removed.");
            return 0;
        });
        return remove;
    }

    private static Names NamesOf(ParseResult options, Names stored) =>
        new(options.GetRequiredValue(English), options.GetValue(Japanese) ?? stored.Japanese, options.GetValue(French) ?? stored.French);
}
