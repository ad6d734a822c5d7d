using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>The first person of an installation: made by a link that only who runs the program sees, so that there is no default password.</summary>
public sealed class SetUpStore(
    IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, People people, Passwords passwords, SessionStore sessions, LinkStore links, InstallationStore installations, ClassificationLadder ladder, TimeProvider clock)
{
    /// <summary>What the audit calls it.</summary>
    internal const string Subject = "set-up";

    /// <summary>Whether anybody has an account.</summary>
    public async Task<bool> HasPeopleAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Users.AnyAsync(cancel);
    }

    /// <summary>A new link to the set-up, which ends all earlier ones; null if there are people.</summary>
    public async Task<IssuedLink?> OfferAsync(CancellationToken cancel = default)
    {
        if (await HasPeopleAsync(cancel) || await installations.FindAsync(cancel) is not { } installation)
            return null;
        return await writes.RunAsync<IssuedLink?>(Viewer.Operator(installation.HomeNation, ladder), async (context, trail) =>
        {
            if (await context.Users.AnyAsync(cancel))
                return null;
            var issued = await links.IssueAsync(context, LinkPurpose.SetUp, null, cancel);
            trail.Record(new AuditFact("set-up-offered", Subject, null, new { issued.Expires }));
            return issued;
        }, cancel);
    }

    /// <summary>Makes the first administrator, of the home nation that they choose for the installation, and signs them in.</summary>
    /// <exception cref="InputException">An unknown nation, an unfit name, or a password that does not do; the link can still be used.</exception>
    public async Task<LinkOutcome> UseAsync(string code, string homeNation, string name, (string Password, string Again) chosen, string device, CancellationToken cancel = default)
    {
        if (await links.LookAsync(code, isSetUp: true, cancel) is { State: not LinkState.Open } closed)
            return new LinkOutcome(closed.State);
        // The least clearance: an administrator needs none, and can give it later.
        var first = PersonRule.Require(new Viewer(name, homeNation, ladder.Lowest, Roles.Administrator, []), ladder, []);
        var hash = passwords.HashNew(first, chosen.Password, chosen.Again);
        var session = await writes.RunAsync(first, async (context, trail) =>
        {
            var (link, _, state) = await links.ReadAsync(context, code, isSetUp: true, cancel);
            if (state != LinkState.Open)
                return null;
            await links.UseUpAsync(context, link!, cancel);
            await SetHomeNationAsync(context, trail, first.Nation, cancel);
            var person = Person.Of(first, clock.GetUtcNow());
            person.PasswordHash = hash;
            await people.AddAsync(context, person);
            trail.Record(new AuditFact("administrator-set-up", person.Subject, null, AuditedRights.Of(first)));
            return sessions.Add(context, trail, person, device, "link");
        }, cancel);
        return session is null ? new LinkOutcome((await links.LookAsync(code, isSetUp: true, cancel)).State) : new LinkOutcome(LinkState.Open, session);
    }

    private static async Task SetHomeNationAsync(DashboardContext context, AuditTrail trail, string nation, CancellationToken cancel)
    {
        var before = await context.Installations.AsNoTracking().SingleAsync(cancel);
        if (before.HomeNation == nation)
            return;
        await context.Installations.ExecuteUpdateAsync(set => set.SetProperty(i => i.HomeNation, nation), cancel);
        trail.Record(new AuditFact("home-nation-set", nation, before, before with { HomeNation = nation }));
    }
}
