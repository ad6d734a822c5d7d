using System.Collections.Immutable;
using System.Security.Cryptography;
using Dashboard.Core.Audit;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>Begins and ends sessions, and says who is behind one: as the person's account stands now, not as it stood at sign-in.</summary>
public sealed class SessionStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, AccountOptions options, TimeProvider clock)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    // Asked of every request: what EF Core makes of it is made once.
    private readonly Func<DashboardContext, Guid, CancellationToken, Task<Found?>> _found = EF.CompileAsyncQuery((DashboardContext context, Guid id, CancellationToken cancel) =>
        context.Sessions.AsNoTracking().Where(s => s.Id == id).Join(context.Users.AsNoTracking(), s => s.PersonId, p => p.Id, (session, person) =>
            new Found(session, person, context.UserPasskeys.Any(k => k.UserId == person.Id), context.AuditHeads.Select(h => h.Sequence).Single())).SingleOrDefault());

    /// <summary>Who is signed in by a session; null if it ended or ran out, or the account is closed.</summary>
    /// <param name="id">The session.</param>
    /// <param name="isActivity">Whether its person did something; else it is only looked at, and goes on running out.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<SignedIn?> FindAsync(Guid id, bool isActivity = true, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await _found(context, id, cancel);
        if (found is not { Person.Closed: null } || !found.Session.HoldsAt(now, options))
            return null;
        // Not audited: it says nothing but that somebody who is signed in still looks.
        if (isActivity && now - found.Session.Seen >= SeenEvery)
            await context.Sessions.Where(s => s.Id == id && s.Ended == null && s.Seen < now)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Seen, now), cancel);
        return SignedIn.Of(found.Session, found.Person, found.HasPasskey, found.AuditHead);
    }

    /// <summary>Begins a session of somebody who has proved who they are; null if their account does not let them in.</summary>
    /// <param name="person">As they were when they proved it.</param>
    /// <param name="device">What the browser says of itself.</param>
    /// <param name="means">How they proved it, for the audit: "password".</param>
    /// <param name="stillHolds">Whether the proof still holds for the person as they are stored now.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<SignInSession?> BeginAsync(Person person, string device, string means, Func<Person, bool> stillHolds, CancellationToken cancel = default) =>
        writes.RunAsync(person.ToViewer(), async (context, trail) =>
        {
            var stored = await context.Users.SingleAsync(p => p.Id == person.Id, cancel);
            if (stored.Closed is not null || stored.IsLockedAt(clock.GetUtcNow()) || !stillHolds(stored))
                return null;
            // Whom an issuer vouches for comes in through it alone: no proof that is kept here outlives what it says.
            if (await People.IssuerOfAsync(context, stored, cancel) is not null)
                return null;
            stored.Unlock();
            return Add(context, trail, stored, device, means);
        }, cancel);

    /// <summary>Ends a session; one that has ended stays as it is.</summary>
    public Task EndAsync(SignedIn who, CancellationToken cancel = default) =>
        writes.RunAsync(who.Viewer, async (context, trail) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var ended = await context.Sessions.Where(s => s.Id == who.SessionId && s.Ended == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Ended, now), cancel);
            if (ended > 0)
                trail.Record(new AuditFact(AuditActions.SignedOut, Person.SubjectOf(who.Viewer.Name), null, new { Session = SignInSession.MarkOf(who.SessionId) }));
            return ended;
        }, cancel);

    /// <summary>The sessions of a person that hold, the one seen last first.</summary>
    public async Task<ImmutableArray<SignInSession>> OwnAsync(SignedIn who, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var (began, seen) = (now - options.SessionLife, now - options.Idle);
        return [.. await context.Sessions.AsNoTracking().Where(s => s.PersonId == who.PersonId && s.Ended == null && s.Began > began && s.Seen > seen)
            .OrderByDescending(s => s.Seen).ThenByDescending(s => s.Began).ToListAsync(cancel)];
    }

    /// <summary>Ends other sessions of a person: they hold no longer at their next request, and on open pages within the interval in which these look.</summary>
    /// <param name="who">Whose; the session in which they ask goes on.</param>
    /// <param name="only">The one to end; null for all others.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>How many were ended: somebody else's is none.</returns>
    public Task<int> EndOthersAsync(SignedIn who, Guid? only = null, CancellationToken cancel = default) =>
        writes.RunAsync(who.Viewer, (context, trail) => EndOthersAsync(context, trail, who, only, cancel), cancel);

    /// <summary>Ends other sessions of a person within an operation.</summary>
    internal async Task<int> EndOthersAsync(DashboardContext context, AuditTrail trail, SignedIn who, Guid? only, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var others = context.Sessions.Where(s => s.PersonId == who.PersonId && s.Id != who.SessionId && s.Ended == null && (only == null || s.Id == only));
        var ended = await others.AsNoTracking().OrderBy(s => s.Began).ToListAsync(cancel);
        await others.ExecuteUpdateAsync(set => set.SetProperty(s => s.Ended, now), cancel);
        // One that ran out by itself is over already: nothing happened to it now.
        foreach (var session in ended.Where(s => s.HoldsAt(now, options)))
            trail.Record(new AuditFact("session-ended", Person.SubjectOf(who.Viewer.Name), null, new { Session = SignInSession.MarkOf(session.Id), session.Device }));
        return ended.Count(s => s.HoldsAt(now, options));
    }

    /// <summary>When each person signed in last, and how many of their sessions hold; who never signed in is not in it.</summary>
    internal async Task<Dictionary<Guid, PersonSessions>> SeenAsync(DashboardContext context, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (began, seen) = (now - options.SessionLife, now - options.Idle);
        return await context.Sessions.AsNoTracking().GroupBy(s => s.PersonId)
            .Select(all => new { all.Key, Last = all.Max(s => s.Began), Sessions = all.Count(s => s.Ended == null && s.Began > began && s.Seen > seen) })
            .ToDictionaryAsync(all => all.Key, all => new PersonSessions(all.Last, all.Sessions), cancel);
    }

    /// <summary>What is kept of what a browser says of itself.</summary>
    internal static string Kept(string device) => string.Concat(device.Take(AccountMapping.DeviceLength).Where(c => !char.IsControl(c)));

    /// <summary>Adds a session to an operation that proved who somebody is.</summary>
    internal SignInSession Add(DashboardContext context, AuditTrail trail, Person person, string device, string means)
    {
        var now = clock.GetUtcNow();
        // All of it random, unlike other ids: who knew when somebody signed in should know nothing of it.
        var session = new SignInSession { Id = new Guid(RandomNumberGenerator.GetBytes(16)), PersonId = person.Id, Began = now.UtcDateTime, Seen = now.UtcDateTime, Device = Kept(device) };
        context.Sessions.Add(session);
        trail.Record(new AuditFact(AuditActions.SignedIn, person.Subject, null, new { Session = SignInSession.MarkOf(session.Id), Means = means, session.Device }));
        return session;
    }

    private sealed record Found(SignInSession Session, Person Person, bool HasPasskey, long AuditHead);
}
