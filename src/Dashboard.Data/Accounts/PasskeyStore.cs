using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>What people do with their own passkeys. Who made and who checked a signature is the web's matter; here it is kept.</summary>
public sealed class PasskeyStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, People people, TimeProvider clock)
{
    /// <summary>Most characters of a passkey's name.</summary>
    public const int NameLength = 60;

    /// <summary>Most passkeys of a person.</summary>
    public const int Most = 10;

    /// <summary>Lets Identity's passkey handler read people and passkeys; whatever it changes is not kept.</summary>
    public async Task<T> ReadAsync<T>(Func<UserManager<Person>, Task<T>> read, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await read(people.In(context));
    }

    /// <summary>Adds a passkey whose making was checked.</summary>
    /// <exception cref="InputException">An unfit name, too many passkeys, or the person has no password here.</exception>
    public Task AddAsync(SignedIn who, UserPasskeyInfo made, string name, CancellationToken cancel = default) =>
        WriteAsync(who, async (trail, person, own) =>
        {
            if (person.PasswordHash is null)
                throw InputException.Of("FactorsElsewhere");
            if ((await own.PasskeysAsync()).Count >= Most)
                throw InputException.Of("PasskeysMany", Most);
            if (await own.IsKnownAsync(made.CredentialId))
                throw InputException.Of("PasskeyKnown");
            // The product's time, as everywhere.
            var kept = new UserPasskeyInfo(made.CredentialId, made.PublicKey, clock.GetUtcNow(), made.SignCount, made.Transports, made.IsUserVerified, made.IsBackupEligible, made.IsBackedUp, made.AttestationObject, made.ClientDataJson) { Name = Named(name) };
            await own.KeepAsync(kept);
            person.RenewStamp();
            trail.Record(new AuditFact("passkey-added", person.Subject, null, new { kept.Name }));
            return kept;
        }, cancel);

    /// <summary>Calls a passkey something else.</summary>
    /// <exception cref="InputException">An unfit name, or no such passkey.</exception>
    public Task RenameAsync(SignedIn who, string id, string name, CancellationToken cancel = default) =>
        WriteAsync(who, async (trail, person, own) =>
        {
            var (passkey, before) = (await RequireAsync(own, id), "");
            (before, passkey.Name) = (passkey.Name ?? "", Named(name));
            await own.KeepAsync(passkey);
            trail.Record(new AuditFact("passkey-renamed", person.Subject, new { Name = before }, new { passkey.Name }));
            return passkey;
        }, cancel);

    /// <summary>Removes a passkey.</summary>
    /// <exception cref="InputException">No such passkey.</exception>
    public Task RemoveAsync(SignedIn who, string id, CancellationToken cancel = default) =>
        WriteAsync(who, async (trail, person, own) =>
        {
            var passkey = await RequireAsync(own, id);
            await own.RemoveAsync(passkey);
            person.RenewStamp();
            trail.Record(new AuditFact("passkey-removed", person.Subject, new { passkey.Name }, null));
            return passkey;
        }, cancel);

    private static async Task<UserPasskeyInfo> RequireAsync(StoredFactors own, string id) => await own.PasskeyAsync(id) ?? throw InputException.Of("NoPasskey");

    private static string Named(string given)
    {
        var name = string.Join(' ', given.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length is > 0 and <= NameLength && !name.Any(char.IsControl) ? name : throw InputException.Of("PasskeyName", NameLength);
    }

    private Task<T> WriteAsync<T>(SignedIn who, Func<AuditTrail, Person, StoredFactors, Task<T>> work, CancellationToken cancel) =>
        writes.RunAsync(who.Viewer, async (context, trail) =>
        {
            var person = await People.RequireAsync(context, who, cancel);
            return await work(trail, person, new StoredFactors(context, person));
        }, cancel);
}
