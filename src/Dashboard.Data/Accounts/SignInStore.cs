using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>Signs people in by name and password, and counts what fails.</summary>
public sealed class SignInStore(
    IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, People people, Passwords passwords, SessionStore sessions, InstallationStore installations, TimeProvider clock)
{
    /// <summary>So many failures after each other lock an account.</summary>
    public const int MostFailures = 5;

    private const int MostOfAName = 200;

    /// <summary>How long it is locked then.</summary>
    public static TimeSpan LockoutTime { get; } = TimeSpan.FromMinutes(15);

    /// <summary>A session of the person of this name and password, or the way to the second step if they have a factor; null if they are not let in.</summary>
    /// <remarks>
    /// Nobody learns why: an unknown name, a wrong password, a closed and a locked account give the same answer after the same work.
    /// A locked account must not be told apart even after the right password: who guesses would go on guessing while it is locked,
    /// learn the password from the other answer, and come back after the fifteen minutes. The page says the rule to everybody instead.
    /// </remarks>
    public async Task<SignInOutcome?> WithPasswordAsync(string name, string password, string device, CancellationToken cancel = default)
    {
        var wanted = name[..Math.Min(name.Length, MostOfAName)];
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var person = await people.FindAsync(context, wanted);
        // Compared before the transaction: it takes a tenth of a second, and writers queue.
        if (passwords.Match(person, password))
        {
            if (person is { Closed: null } && !person.IsLockedAt(clock.GetUtcNow()) && await People.HasFactorAsync(context, person, cancel))
            {
                // Who knew the password and went no further is worth knowing: it may have been somebody else.
                await writes.RecordAsync(await NobodyAsync(cancel), new AuditFact("password-proved", person.Subject, null, new { Device = SessionStore.Kept(device) }), cancel);
                return new SignInOutcome(null, new PasswordProof(person.Id, person.SecurityStamp!));
            }

            // The stamp is another one when the password, or what is needed beside it, is another one.
            if (await sessions.BeginAsync(person!, device, "password", stored => stored.SecurityStamp == person!.SecurityStamp, cancel) is { } session)
                return new SignInOutcome(session, null);
        }

        await FailAsync(wanted, "wrong-password", cancel);
        return null;
    }

    /// <summary>Records a failure under nobody's name, and counts it against the person of that name.</summary>
    /// <param name="name">The name that was given.</param>
    /// <param name="wrong">What was wrong if the account is open and not locked.</param>
    /// <param name="cancel">Stops waiting.</param>
    internal async Task FailAsync(string name, string wrong, CancellationToken cancel)
    {
        await writes.RunAsync(await NobodyAsync(cancel), async (context, trail) =>
        {
            var now = clock.GetUtcNow();
            var person = await people.FindAsync(context, name);
            var reason = person switch
            {
                null => "unknown-name",
                { Closed: not null } => "closed",
                _ => person.IsLockedAt(now) ? "locked" : wrong,
            };
            trail.Record(new AuditFact(AuditActions.SignInFailed, person?.Subject ?? Person.SubjectOf(InputException.Shorten(name)), null, new { Reason = reason }));
            if (person is not null && reason == wrong && ++person.AccessFailedCount >= MostFailures)
            {
                (person.AccessFailedCount, person.LockoutEnd) = (0, now + LockoutTime);
                trail.Record(new AuditFact("account-locked", person.Subject, null, new { Until = person.LockoutEnd }));
            }

            return reason;
        }, cancel);
    }

    private async Task<Viewer> NobodyAsync(CancellationToken cancel) => Viewer.Nobody(
        (await installations.FindAsync(cancel) ?? throw new InvalidOperationException("There is no installation to sign in to.")).HomeNation);
}
