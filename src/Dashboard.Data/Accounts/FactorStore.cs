using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>What people do with their own one-time codes. Keys and codes are in no audit entry.</summary>
public sealed class FactorStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, TimeProvider clock)
{
    /// <summary>A person's own factors.</summary>
    public async Task<Factors> ReadAsync(SignedIn who, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await new StoredFactors(context, await People.RequireAsync(context, who, cancel)).ReadAsync();
    }

    /// <summary>Switches one-time codes on.</summary>
    /// <param name="who">Whose.</param>
    /// <param name="key">The key that their app was given.</param>
    /// <param name="code">What the app shows: it has the key.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The recovery codes; they are shown now and never again.</returns>
    /// <exception cref="InputException">The code is not right, codes are on already, or the person has no password here.</exception>
    public Task<ImmutableArray<string>> SetUpCodesAsync(SignedIn who, string key, string code, CancellationToken cancel = default) =>
        WriteAsync(who, async (context, trail, person) =>
        {
            if (person.TwoFactorEnabled)
                throw InputException.Of("CodesAreOn");
            if (OneTimeCode.StepOf(key, OneTimeCode.Clean(code), clock.GetUtcNow(), long.MinValue) is not { } step)
                throw InputException.Of("CodeWrong");
            var factors = new StoredFactors(context, person);
            await factors.SwitchOnAsync(key, step);
            person.RenewStamp();
            trail.Record(new AuditFact("codes-set-up", person.Subject, null, null));
            return await RenewAsync(factors);
        }, cancel);

    /// <summary>New recovery codes instead of those that are left.</summary>
    /// <exception cref="InputException">There are no one-time codes that they could stand in for.</exception>
    public Task<ImmutableArray<string>> RenewRecoveryAsync(SignedIn who, CancellationToken cancel = default) =>
        WriteAsync(who, async (context, trail, person) =>
        {
            RequireOn(person);
            var factors = new StoredFactors(context, person);
            trail.Record(new AuditFact("recovery-codes-renewed", person.Subject, new { Left = (await factors.RecoveryAsync()).Length }, new { Left = RecoveryCodes.Number }));
            return await RenewAsync(factors);
        }, cancel);

    /// <summary>Switches one-time codes off; the recovery codes go with them.</summary>
    /// <exception cref="InputException">They are off.</exception>
    public Task RemoveCodesAsync(SignedIn who, CancellationToken cancel = default) =>
        WriteAsync(who, async (context, trail, person) =>
        {
            RequireOn(person);
            await new StoredFactors(context, person).SwitchOffAsync();
            person.RenewStamp();
            trail.Record(new AuditFact("codes-removed", person.Subject, null, null));
            return person;
        }, cancel);

    private static async Task<ImmutableArray<string>> RenewAsync(StoredFactors factors)
    {
        var (codes, hashes) = RecoveryCodes.New();
        await factors.SetRecoveryAsync(hashes);
        return codes;
    }

    private static void RequireOn(Person person)
    {
        if (!person.TwoFactorEnabled)
            throw InputException.Of("CodesAreOff");
    }

    private Task<T> WriteAsync<T>(SignedIn who, Func<DashboardContext, AuditTrail, Person, Task<T>> work, CancellationToken cancel) =>
        writes.RunAsync(who.Viewer, async (context, trail) =>
        {
            var person = await People.RequireAsync(context, who, cancel);
            return person.PasswordHash is null ? throw InputException.Of("FactorsElsewhere") : await work(context, trail, person);
        }, cancel);
}
