using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>What people do with their own account: prove again who they are, and change their password.</summary>
public sealed class OwnAccountStore(
    IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, Passwords passwords, SignInStore signIns, SessionStore sessions, TimeProvider clock)
{
    /// <summary>Whether it is the person's password; a wrong one counts as it does at the sign-in, and a locked account takes none.</summary>
    /// <exception cref="InputException">They are signed out meanwhile, or have no password here.</exception>
    public async Task<bool> ConfirmAsync(SignedIn who, string password, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var person = await People.RequireAsync(context, who, cancel);
        if (person.PasswordHash is null)
            throw InputException.Of("FactorsElsewhere");
        if (passwords.Match(person, password) && !person.IsLockedAt(clock.GetUtcNow()))
        {
            await writes.RecordAsync(who.Viewer, new AuditFact("password-confirmed", person.Subject, null, new { Session = SignInSession.MarkOf(who.SessionId) }), cancel);
            return true;
        }

        await signIns.FailAsync(person.Name, "wrong-password", cancel);
        return false;
    }

    /// <summary>Whether the passkey that was checked is the person's and was asked for now.</summary>
    public async Task<bool> ConfirmAsync(SignedIn who, PasskeyProof proof, CancellationToken cancel = default) =>
        proof.PersonId == who.PersonId && await writes.RunAsync(who.Viewer, async (context, trail) =>
        {
            var person = await People.RequireAsync(context, who, cancel);
            if (person.IsLockedAt(clock.GetUtcNow()) || !await new StoredFactors(context, person).TakePasskeyAsync(proof))
                return false;
            trail.Record(new AuditFact("passkey-used", person.Subject, null, new { Session = SignInSession.MarkOf(who.SessionId) }));
            return true;
        }, cancel);

    /// <summary>The address and language in which mails reach the person; both empty for no mails.</summary>
    /// <exception cref="InputException">They are signed out meanwhile.</exception>
    public async Task<(string Address, string Language)> MailAsync(SignedIn who, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var person = await People.RequireAsync(context, who, cancel);
        return (person.Email ?? "", person.Language);
    }

    /// <summary>Says where mails reach the person, and in which language; an empty address ends them.</summary>
    /// <exception cref="InputException">They are signed out meanwhile, or it is no address.</exception>
    public Task SetMailAsync(SignedIn who, string address, string language, CancellationToken cancel = default) =>
        writes.RunAsync(who.Viewer, async (context, trail) =>
        {
            var person = await People.RequireAsync(context, who, cancel);
            var email = PersonRule.MailAddress(address);
            trail.Record(new AuditFact("mail-changed", person.Subject, new { Address = person.Email ?? "" }, new { Address = email }));
            (person.Email, person.NormalizedEmail, person.Language) = email.Length > 0 ? (email, email.ToUpperInvariant(), language) : (null, null, language);
            return trail;
        }, cancel);

    /// <summary>Changes the password; all other sessions end.</summary>
    /// <param name="who">Whose.</param>
    /// <param name="old">The password until now.</param>
    /// <param name="chosen">The new one, twice.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">The old one is not right, or the new one does not do.</exception>
    public async Task ChangePasswordAsync(SignedIn who, string old, (string Password, string Again) chosen, CancellationToken cancel = default)
    {
        if (!await ConfirmAsync(who, old, cancel))
            throw InputException.Of("OldPasswordWrong", SignInStore.MostFailures, (int)SignInStore.LockoutTime.TotalMinutes);
        // Hashed before the transaction: it takes a tenth of a second, and writers queue.
        var hash = passwords.HashNew(who.Viewer, chosen.Password, chosen.Again);
        await writes.RunAsync(who.Viewer, async (context, trail) =>
        {
            var person = await People.RequireAsync(context, who, cancel);
            person.TakePassword(hash);
            trail.Record(new AuditFact("password-changed", person.Subject, null, null));
            return await sessions.EndOthersAsync(context, trail, who, null, cancel);
        }, cancel);
    }
}
