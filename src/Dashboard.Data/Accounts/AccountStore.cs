using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>What administrators do with accounts: each change and its audit entry are one transaction.</summary>
public sealed class AccountStore(
    IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, People people, LinkStore links, SessionStore sessions, FrameworkCache frameworks, ClassificationLadder ladder, TimeProvider clock)
{
    /// <summary>All accounts by name.</summary>
    /// <exception cref="InputException"><paramref name="by"/> is no administrator.</exception>
    public async Task<ImmutableArray<Account>> ListAsync(Viewer by, CancellationToken cancel = default)
    {
        PersonRule.RequireManager(by);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var all = await context.Users.AsNoTracking().OrderBy(p => p.NormalizedUserName).ToListAsync(cancel);
        var issuers = await context.UserLogins.AsNoTracking().ToDictionaryAsync(login => login.UserId, login => login.LoginProvider, cancel);
        var (seen, handedOut) = (await sessions.SeenAsync(context, cancel), await LinkStore.HandedOutAsync(context, cancel));
        var withPasskey = (await context.UserPasskeys.Select(k => k.UserId).Distinct().ToListAsync(cancel)).ToHashSet();
        return [.. all.Select(person => Of(person, seen.GetValueOrDefault(person.Id), handedOut.GetValueOrDefault(person.Id), issuers.GetValueOrDefault(person.Id)) with { HasFactor = person.TwoFactorEnabled || withPasskey.Contains(person.Id) })];
    }

    /// <summary>Adds a person and the link by which they choose their password.</summary>
    /// <exception cref="InputException">No administrator, a name that is taken, or rights that cannot be given.</exception>
    public Task<IssuedLink> InviteAsync(Viewer by, Viewer invited, CancellationToken cancel = default) =>
        WriteAsync(by, async (context, trail) =>
        {
            var person = Person.Of(await CheckedAsync(context, invited, cancel), clock.GetUtcNow());
            await people.AddAsync(context, person);
            trail.Record(new AuditFact("person-invited", person.Subject, null, AuditedRights.Of(person.ToViewer())));
            return await links.IssueAsync(context, LinkPurpose.Invitation, person, cancel);
        }, cancel);

    /// <summary>A new link for a person, to choose a first or another password; earlier ones end, and so does a lockout.</summary>
    /// <exception cref="InputException">No administrator, no such account, it is closed, or an issuer vouches for its person.</exception>
    public Task<IssuedLink> NewLinkAsync(Viewer by, string name, CancellationToken cancel = default) =>
        WriteAsync(by, async (context, trail) =>
        {
            var person = await people.RequireAsync(context, name);
            RequireOpen(person);
            await RequireKeptHereAsync(context, person, cancel);
            person.Unlock();
            var issued = await links.IssueAsync(context, person.PasswordHash is null ? LinkPurpose.Invitation : LinkPurpose.NewPassword, person, cancel);
            trail.Record(new AuditFact("link-made", person.Subject, null, new { Purpose = CodeName.Of(issued.Purpose), issued.Expires }));
            return issued;
        }, cancel);

    /// <summary>Gives a person other rights; they hold from that person's next request on.</summary>
    /// <param name="by">Who changes them.</param>
    /// <param name="rights">The person's name, and all the rights that they have from now on.</param>
    /// <param name="seen">The account as it was shown to whoever decided; null to decide whatever it is now.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">
    /// No administrator, no such account, rights that cannot be given, the last administrator would be none, an issuer decides on the rights,
    /// or somebody else changed or closed the account meanwhile.
    /// </exception>
    public Task<Viewer> ChangeRightsAsync(Viewer by, Viewer rights, Account? seen = null, CancellationToken cancel = default) =>
        WriteAsync(by, async (context, trail) =>
        {
            var person = await people.RequireAsync(context, rights.Name);
            await RequireKeptHereAsync(context, person, cancel);
            if (seen is not null && (seen.Person.RightsText != person.ToViewer().RightsText || seen.State == AccountState.Closed != person.Closed is not null))
                throw InputException.Of("AccountChangedMeanwhile", person.Name);
            var (before, after) = (person.ToViewer(), await CheckedAsync(context, rights with { Name = person.Name }, cancel));
            if (!after.ManagesAccounts && person.Closed is null)
                await RequireAnotherAdministratorAsync(context, person, cancel);
            person.TakeRights(after);
            trail.Record(new AuditFact("rights-changed", person.Subject, AuditedRights.Of(before), AuditedRights.Of(after)));
            return after;
        }, cancel);

    /// <summary>Takes away a person's one-time codes and passkeys, who lost them; their sessions end, and the new link begins them anew.</summary>
    /// <exception cref="InputException">No administrator, no such account, it is closed, or it has none of these.</exception>
    public Task<IssuedLink> RemoveFactorsAsync(Viewer by, string name, CancellationToken cancel = default) =>
        WriteAsync(by, async (context, trail) =>
        {
            var person = await people.RequireAsync(context, name);
            RequireOpen(person);
            if (!await People.HasFactorAsync(context, person, cancel))
                throw InputException.Of("NoFactors", person.Name);
            var passkeys = await context.UserPasskeys.Where(k => k.UserId == person.Id).ToListAsync(cancel);
            trail.Record(new AuditFact("factors-removed", person.Subject, new { Codes = person.TwoFactorEnabled, Passkeys = passkeys.Select(k => k.Data.Name) }, null));
            context.UserPasskeys.RemoveRange(passkeys);
            await new StoredFactors(context, person).SwitchOffAsync();
            person.RenewStamp();
            await People.EndSessionsAsync(context, person, clock.GetUtcNow().UtcDateTime);
            return await links.IssueAsync(context, LinkPurpose.NewPassword, person, cancel);
        }, cancel);

    /// <summary>Ends a lockout before its time.</summary>
    /// <exception cref="InputException">No administrator, no such account, or it is not locked.</exception>
    public Task<Viewer> UnlockAsync(Viewer by, string name, CancellationToken cancel = default) =>
        WriteAsync(by, async (context, trail) =>
        {
            var person = await people.RequireAsync(context, name);
            if (!person.IsLockedAt(clock.GetUtcNow()))
                throw InputException.Of("AccountIsNotLocked", person.Name);
            trail.Record(new AuditFact("account-unlocked", person.Subject, new { Until = person.LockoutEnd }, null));
            person.Unlock();
            return person.ToViewer();
        }, cancel);

    /// <summary>Ends all sessions of a person, who can sign in again.</summary>
    /// <exception cref="InputException">No administrator, no such account, or no session of it holds.</exception>
    public Task<Viewer> EndSessionsAsync(Viewer by, string name, CancellationToken cancel = default) =>
        WriteAsync(by, async (context, trail) =>
        {
            var person = await people.RequireAsync(context, name);
            var number = (await sessions.SeenAsync(context, cancel)).GetValueOrDefault(person.Id)?.Sessions ?? 0;
            if (number == 0)
                throw InputException.Of("NoSessions", person.Name);
            await People.EndSessionsAsync(context, person, clock.GetUtcNow().UtcDateTime);
            trail.Record(new AuditFact("sessions-ended", person.Subject, new { Sessions = number }, null));
            return person.ToViewer();
        }, cancel);

    /// <summary>Closes an account: its sessions and links end with it.</summary>
    /// <exception cref="InputException">No administrator, no such account, it is closed already, or it is the last administrator's.</exception>
    public Task<Viewer> CloseAsync(Viewer by, string name, CancellationToken cancel = default) =>
        WriteAsync(by, async (context, trail) =>
        {
            var person = await people.RequireAsync(context, name);
            RequireOpen(person);
            await RequireAnotherAdministratorAsync(context, person, cancel);
            var now = clock.GetUtcNow().UtcDateTime;
            person.Closed = now;
            await People.EndSessionsAsync(context, person, now);
            await links.EndAsync(context, person, cancel);
            trail.Record(new AuditFact("account-closed", person.Subject, AuditedRights.Of(person.ToViewer()), null));
            return person.ToViewer();
        }, cancel);

    /// <summary>Opens a closed account again, with the rights and the password that it had.</summary>
    /// <exception cref="InputException">No administrator, no such account, or it is open.</exception>
    public Task<Viewer> ReopenAsync(Viewer by, string name, CancellationToken cancel = default) =>
        WriteAsync(by, async (context, trail) =>
        {
            var person = await people.RequireAsync(context, name);
            if (person.Closed is null)
                throw InputException.Of("AccountIsOpen", person.Name);
            person.Closed = null;
            person.Unlock();
            trail.Record(new AuditFact("account-reopened", person.Subject, null, AuditedRights.Of(person.ToViewer())));
            return person.ToViewer();
        }, cancel);

    private Task<T> WriteAsync<T>(Viewer by, Func<DashboardContext, AuditTrail, Task<T>> work, CancellationToken cancel) =>
        writes.RunAsync(by, (context, trail) =>
        {
            PersonRule.RequireManager(by);
            return work(context, trail);
        }, cancel);

    private async Task<Viewer> CheckedAsync(DashboardContext context, Viewer given, CancellationToken cancel) =>
        PersonRule.Require(given, ladder, await frameworks.AreasAsync(context, cancel));

    // Roles are one column of text: the few people of an installation are read, and Core is asked.
    private static async Task RequireAnotherAdministratorAsync(DashboardContext context, Person person, CancellationToken cancel)
    {
        var others = await context.Users.AsNoTracking().Where(p => p.Closed == null && p.Id != person.Id).ToListAsync(cancel);
        PersonRule.RequireAnotherAdministrator(person.ToViewer(), others.Count(p => p.ToViewer().ManagesAccounts));
    }

    private static async Task RequireKeptHereAsync(DashboardContext context, Person person, CancellationToken cancel) =>
        PersonRule.RequireKeptHere(person.Name, await People.IssuerOfAsync(context, person, cancel));

    private static void RequireOpen(Person person)
    {
        if (person.Closed is not null)
            throw InputException.Of("AccountIsClosed", person.Name);
    }

    private Account Of(Person person, PersonSessions? seen, DateTime? linkUntil, string? issuer)
    {
        var now = clock.GetUtcNow();
        var state = person switch
        {
            { Closed: not null } => AccountState.Closed,
            // Guesses at a password that there is none of lock nobody out.
            _ when issuer is not null => AccountState.Open,
            _ when person.IsLockedAt(now) => AccountState.Locked,
            // A demonstration's persona has no password either, and waits for nothing.
            { PasswordHash: null } when linkUntil is not null && seen is null => AccountState.Invited,
            _ => AccountState.Open,
        };
        return new Account(person.ToViewer(), state, issuer)
        {
            LastSignedIn = seen?.Last,
            Sessions = seen?.Sessions ?? 0,
            LinkUntil = linkUntil > now.UtcDateTime ? linkUntil : null,
            LockedUntil = state == AccountState.Locked ? person.LockoutEnd?.UtcDateTime : null,
        };
    }
}
