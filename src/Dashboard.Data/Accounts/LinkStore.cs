using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>A link that somebody follows.</summary>
/// <param name="State">How it stands with it.</param>
/// <param name="Purpose">What it is for, whatever its state; null for one that nobody handed out.</param>
/// <param name="Person">Whose it is; null for a set-up and for one that nobody handed out.</param>
public sealed record FollowedLink(LinkState State, LinkPurpose? Purpose = null, Viewer? Person = null);

/// <summary>What became of a link that somebody used: the session that it opened, the proof with which a person who has a factor goes on, or why neither.</summary>
public sealed record LinkOutcome(LinkState State, SignInSession? Session = null, PasswordProof? Proof = null);

/// <summary>Links by which people choose their password: each can be used once, and whoever comes second is told so.</summary>
public sealed class LinkStore(
    IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, Passwords passwords, SessionStore sessions, InstallationStore installations, TimeProvider clock)
{
    /// <summary>Looks at a link without using it; one that cannot be used is recorded.</summary>
    /// <param name="code">The secret part of its address.</param>
    /// <param name="isSetUp">Whether it was followed to the page of the set-up.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<FollowedLink> LookAsync(string code, bool isSetUp, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var (link, person, state) = await ReadAsync(context, code, isSetUp, cancel);
        if (state != LinkState.Open)
            await RefuseAsync(link, person, state, cancel);
        return new FollowedLink(state, link?.Purpose, person?.ToViewer());
    }

    /// <summary>Gives the person of an invitation or new-password link the password, and signs them in.</summary>
    /// <exception cref="InputException">The password does not do; the link can still be used.</exception>
    public async Task<LinkOutcome> UseAsync(string code, string password, string again, string device, CancellationToken cancel = default)
    {
        if (await LookAsync(code, isSetUp: false, cancel) is var followed && followed is not { State: LinkState.Open, Person: not null })
            return new LinkOutcome(followed.State);
        // Hashed before the transaction: it takes a tenth of a second, and writers queue.
        var hash = passwords.HashNew(followed.Person, password, again);
        var outcome = await writes.RunAsync(followed.Person, async (context, trail) =>
        {
            var (link, person, state) = await ReadAsync(context, code, isSetUp: false, cancel);
            if (state != LinkState.Open)
                return null;
            await UseUpAsync(context, link!, cancel);
            person!.TakePassword(hash);
            await People.EndSessionsAsync(context, person, clock.GetUtcNow().UtcDateTime);
            trail.Record(new AuditFact(link!.Purpose == LinkPurpose.Invitation ? "invitation-accepted" : "password-changed", person.Subject, null, null));
            // A link takes the place of the password and of nothing else.
            return await People.HasFactorAsync(context, person, cancel)
                ? new LinkOutcome(LinkState.Open, Proof: new PasswordProof(person.Id, person.SecurityStamp!))
                : new LinkOutcome(LinkState.Open, sessions.Add(context, trail, person, device, "link"));
        }, cancel);
        // Whoever was not the first is told what the link is now.
        return outcome ?? new LinkOutcome((await LookAsync(code, isSetUp: false, cancel)).State);
    }

    /// <summary>Makes a link within an operation; older ones of the same person, or of the set-up, end.</summary>
    internal async Task<IssuedLink> IssueAsync(DashboardContext context, LinkPurpose purpose, Person? person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await EndAsync(context, person, cancel);
        var (link, issued) = AccountLink.New(purpose, person, now);
        context.AccountLinks.Add(link);
        return issued;
    }

    /// <summary>Ends the links of a person, or those of the set-up.</summary>
    internal Task EndAsync(DashboardContext context, Person? person, CancellationToken cancel)
    {
        var (id, now) = (person?.Id, clock.GetUtcNow().UtcDateTime);
        return context.AccountLinks.Where(l => l.PersonId == id && l.Used == null && l.Expires > now)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Expires, now), cancel);
    }

    /// <summary>Until when the newest link of each person holds or held that was not used, UTC.</summary>
    internal static Task<Dictionary<Guid, DateTime?>> HandedOutAsync(DashboardContext context, CancellationToken cancel) => context.AccountLinks.AsNoTracking()
        .Where(l => l.PersonId != null && l.Used == null).GroupBy(l => l.PersonId!.Value).Select(all => new { all.Key, Until = all.Max(l => l.Expires) })
        .ToDictionaryAsync(all => all.Key, all => (DateTime?)all.Until, cancel);

    /// <summary>The link of a code as it stands now, and its person, to be changed.</summary>
    internal async Task<(AccountLink? Link, Person? Person, LinkState State)> ReadAsync(DashboardContext context, string code, bool isSetUp, CancellationToken cancel)
    {
        var hash = AccountLink.HashOf(code);
        var link = await context.AccountLinks.AsNoTracking().SingleOrDefaultAsync(l => l.CodeHash == hash, cancel);
        if (link is null || link.Purpose == LinkPurpose.SetUp != isSetUp)
            return (null, null, LinkState.Unknown);
        var person = link.PersonId is { } id ? await context.Users.SingleAsync(p => p.Id == id, cancel) : null;
        var state = AccountLink.StateOf(link, clock.GetUtcNow().UtcDateTime);
        // A set-up makes the first person and no other; a closed account takes no password.
        var isVoid = isSetUp ? await context.Users.AnyAsync(cancel) : person is not { Closed: null };
        return (link, person, state == LinkState.Open && isVoid ? LinkState.Expired : state);
    }

    internal async Task UseUpAsync(DashboardContext context, AccountLink link, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await context.AccountLinks.Where(l => l.Id == link.Id && l.Used == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.Used, now), cancel) != 1)
            throw new InvalidOperationException("A link was used twice in one transaction.");
    }

    private async Task RefuseAsync(AccountLink? link, Person? person, LinkState state, CancellationToken cancel)
    {
        var home = await installations.FindAsync(cancel) ?? throw new InvalidOperationException("There is no installation that hands out links.");
        await writes.RunAsync(Viewer.Nobody(home.HomeNation), (_, trail) =>
        {
            trail.Record(new AuditFact("link-refused", person?.Subject ?? (link is null ? "link" : SetUpStore.Subject), null, new { Reason = CodeName.Of(state) }));
            return Task.FromResult(state);
        }, cancel);
    }
}
