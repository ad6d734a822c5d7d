using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>What became of somebody whom an issuer sent: their session, or why there is none.</summary>
public sealed record IssuerOutcome(SignInSession? Session, IssuerRefusal? Refused = null);

/// <summary>
/// Signs in whom a token issuer vouches for. At each sign-in the rights become what it states, together with the session and the audit
/// entries of both; who is refused changes nothing.
/// </summary>
public sealed class IssuerSignInStore(
    IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, People people, SessionStore sessions, InstallationStore installations, FrameworkCache frameworks, ClassificationLadder ladder, TimeProvider clock)
{
    /// <summary>What the audit calls this way of signing in.</summary>
    internal const string Means = "openid-connect";

    /// <summary>A session of the person of an issuer's statement, who is added when they come for the first time.</summary>
    public async Task<IssuerOutcome> SignInAsync(IssuerClaims claims, IssuerTerms terms, string device, CancellationToken cancel = default)
    {
        var (reading, known) = await ReadAsync(claims, terms, cancel);
        if (reading.Person is { } person)
        {
            // A lock is for guessed passwords, and nobody is to lock out who has none.
            var outcome = await writes.RunAsync(person, (context, trail) => EnterAsync(context, trail, claims, person, terms, device, cancel), cancel);
            if (outcome.Session is not null)
                return outcome;
            reading = new IssuerReading(null, outcome.Refused, person.Name);
        }

        await RefuseAsync(reading.Refused!.Value, reading.Given, known, claims, cancel);
        return new IssuerOutcome(null, reading.Refused);
    }

    /// <summary>Records that somebody came back from the issuer, or could not go there, without a statement that counts.</summary>
    /// <param name="why">Why they are not let in.</param>
    /// <param name="detail">What exactly was wrong, in a word.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task RefuseAsync(IssuerRefusal why, string detail, CancellationToken cancel = default) => RefuseAsync(why, detail, null, null, cancel);

    private async Task<(IssuerReading Reading, string? Known)> ReadAsync(IssuerClaims claims, IssuerTerms terms, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var known = (await FindAsync(context, claims, cancel)).Person?.Name;
        return (IssuerRule.Read(claims, known, terms, ladder, await frameworks.AreasAsync(context, cancel)), known);
    }

    private async Task<IssuerOutcome> EnterAsync(
        DashboardContext context, AuditTrail trail, IssuerClaims claims, Viewer rights, IssuerTerms terms, string device, CancellationToken cancel)
    {
        var (person, refused) = await FindAsync(context, claims, cancel);
        if (refused is not null || person is { Closed: not null })
            return new IssuerOutcome(null, refused ?? IssuerRefusal.Closed);
        if (person is null)
        {
            var isFirst = !await context.Users.AnyAsync(cancel);
            if (isFirst && !IssuerRule.MayBeFirst(rights, terms))
                return new IssuerOutcome(null, IssuerRefusal.NotSetUp);
            // Never taken for the same person: whoever names people there must not thereby choose accounts here.
            if (await people.FindAsync(context, rights.Name) is not null)
                return new IssuerOutcome(null, IssuerRefusal.NameTaken);
            person = await AddAsync(context, trail, claims, rights, isFirst);
        }
        else if (person.ToViewer() is var before && before.RightsText != rights.RightsText)
        {
            person.TakeRights(rights);
            trail.Record(new AuditFact("rights-from-issuer", person.Subject, AuditedRights.Of(before), AuditedRights.Of(rights)));
        }

        person.Unlock();
        return new IssuerOutcome(sessions.Add(context, trail, person, device, Means));
    }

    private async Task<Person> AddAsync(DashboardContext context, AuditTrail trail, IssuerClaims claims, Viewer rights, bool isFirst)
    {
        var person = Person.Of(rights, clock.GetUtcNow());
        await people.AddAsync(context, person);
        context.UserLogins.Add(new IdentityUserLogin<Guid> { LoginProvider = claims.Issuer, ProviderKey = claims.Subject, UserId = person.Id });
        trail.Record(isFirst
            ? new AuditFact("administrator-set-up", person.Subject, null, AuditedRights.Of(rights))
            : new AuditFact("person-added", person.Subject, null, AuditedRights.Of(rights)));
        trail.Record(new AuditFact("issuer-linked", person.Subject, null, new { claims.Issuer, claims.Subject }));
        return person;
    }

    // Some databases compare without regard to case and to blanks at the end: subjects that differ in it are two people.
    private static async Task<(Person? Person, IssuerRefusal? Refused)> FindAsync(DashboardContext context, IssuerClaims claims, CancellationToken cancel)
    {
        var login = await context.UserLogins.AsNoTracking().SingleOrDefaultAsync(l => l.LoginProvider == claims.Issuer && l.ProviderKey == claims.Subject, cancel);
        if (login is null)
            return (null, null);
        return login.LoginProvider == claims.Issuer && login.ProviderKey == claims.Subject
            ? (await context.Users.SingleAsync(p => p.Id == login.UserId, cancel), null)
            : (null, IssuerRefusal.Subject);
    }

    private async Task RefuseAsync(IssuerRefusal why, string given, string? known, IssuerClaims? claims, CancellationToken cancel)
    {
        var home = await installations.FindAsync(cancel) ?? throw new InvalidOperationException("There is no installation to sign in to.");
        await writes.RecordAsync(Viewer.Nobody(home.HomeNation), new AuditFact(AuditActions.SignInFailed, known is null ? Means : Person.SubjectOf(known), null, new
        {
            Means,
            Reason = CodeName.Of(why),
            Given = InputException.Shorten(given),
            Issuer = claims is null ? null : InputException.Shorten(claims.Issuer),
            Subject = claims is null ? null : InputException.Shorten(claims.Subject),
        }), cancel);
    }
}
