using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>Signs in who has proved a password and now proves a factor, or proves both at once by a passkey.</summary>
public sealed class SecondStepStore(
    IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, SignInStore signIns, SessionStore sessions, InstallationStore installations, TimeProvider clock)
{
    /// <summary>The factors of whoever has proved a password; null if the proof is void.</summary>
    public async Task<Factors?> ReadAsync(PasswordProof proof, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await FindAsync(context, proof, cancel) is { } person ? await new StoredFactors(context, person).ReadAsync() : null;
    }

    /// <summary>A session of whoever knew the password and shows a one-time or recovery code; null if they are not let in. A wrong one counts as a wrong password does.</summary>
    public async Task<SignInSession?> WithCodeAsync(PasswordProof proof, string code, string device, CancellationToken cancel = default)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (await FindAsync(reading, proof, cancel) is not { } known)
            return null;
        var clean = OneTimeCode.Clean(code);
        var session = await writes.RunAsync(known.ToViewer(), async (context, trail) =>
        {
            var now = clock.GetUtcNow();
            if (await FindAsync(context, proof, cancel) is not { } person || person.IsLockedAt(now))
                return null;
            var factors = new StoredFactors(context, person);
            if (await factors.TakeCodeAsync(clean, now))
                return Begin(context, trail, person, device, "password+code");
            if (await factors.TakeRecoveryAsync(clean) is not { } left)
                return null;
            trail.Record(new AuditFact("recovery-code-used", person.Subject, null, new { Left = left }));
            return Begin(context, trail, person, device, "password+recovery-code");
        }, cancel);
        if (session is null)
            await signIns.FailAsync(known.Name, "wrong-code", cancel);
        return session;
    }

    /// <summary>A session of the person whose passkey was checked; null if they are not let in.</summary>
    public async Task<SignInSession?> WithPasskeyAsync(PasskeyProof proof, string device, CancellationToken cancel = default)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (await reading.Users.AsNoTracking().SingleOrDefaultAsync(p => p.Id == proof.PersonId, cancel) is not { } known)
            return null;
        var session = await writes.RunAsync(known.ToViewer(), async (context, trail) =>
        {
            var person = await context.Users.SingleAsync(p => p.Id == proof.PersonId, cancel);
            if (person.Closed is not null || person.IsLockedAt(clock.GetUtcNow()) || !await new StoredFactors(context, person).TakePasskeyAsync(proof))
                return null;
            return Begin(context, trail, person, device, "passkey");
        }, cancel);
        if (session is null)
            await RefusePasskeyAsync(known.Subject, known.Closed is not null ? "closed" : known.IsLockedAt(clock.GetUtcNow()) ? "locked" : "old-passkey", cancel);
        return session;
    }

    /// <summary>Records a passkey that did not prove anything. It counts against nobody: it names nobody who could be trusted to be meant.</summary>
    public Task RefusePasskeyAsync(CancellationToken cancel = default) => RefusePasskeyAsync("passkey", "wrong-passkey", cancel);

    private async Task RefusePasskeyAsync(string subject, string reason, CancellationToken cancel)
    {
        var home = await installations.FindAsync(cancel) ?? throw new InvalidOperationException("There is no installation to sign in to.");
        await writes.RecordAsync(Viewer.Nobody(home.HomeNation), new AuditFact(AuditActions.SignInFailed, subject, null, new { Reason = reason }), cancel);
    }

    private SignInSession Begin(DashboardContext context, AuditTrail trail, Person person, string device, string means)
    {
        person.Unlock();
        return sessions.Add(context, trail, person, device, means);
    }

    private static Task<Person?> FindAsync(DashboardContext context, PasswordProof proof, CancellationToken cancel) =>
        context.Users.SingleOrDefaultAsync(p => p.Id == proof.PersonId && p.SecurityStamp == proof.Stamp && p.Closed == null, cancel);
}
