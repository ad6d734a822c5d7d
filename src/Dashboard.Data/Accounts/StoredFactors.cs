using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Dashboard.Data.Accounts;

/// <summary>A person's factors as Identity's tables of tokens and passkeys keep them, within one operation.</summary>
internal sealed class StoredFactors(DashboardContext context, Person person)
{
    private const string Provider = "factors";
    private const string Key = "code-key";
    private const string Step = "code-step";
    private const string Recovery = "recovery-codes";
    private const string Asked = "passkey-asked";

    private readonly UserOnlyStore<Person, DashboardContext, Guid> _store = People.StoreIn(context);

    /// <summary>All of them, as their person sees them.</summary>
    public async Task<Factors> ReadAsync() => new(person.TwoFactorEnabled, (await RecoveryAsync()).Length,
        [.. (await PasskeysAsync()).OrderBy(k => k.CreatedAt).Select(k => new Passkey(Base64Url.EncodeToString(k.CredentialId), k.Name ?? "", k.CreatedAt.UtcDateTime))]);

    public Task<IList<UserPasskeyInfo>> PasskeysAsync() => _store.GetPasskeysAsync(person, default);

    /// <summary>The passkey of an id in base64url; null if the person has none of it.</summary>
    public async Task<UserPasskeyInfo?> PasskeyAsync(string id) => Base64Url.IsValid(id) ? await _store.FindPasskeyAsync(person, Base64Url.DecodeFromChars(id), default) : null;

    public async Task<bool> IsKnownAsync(byte[] passkey) => await _store.FindByPasskeyIdAsync(passkey, default) is not null;

    public Task KeepAsync(UserPasskeyInfo passkey) => _store.AddOrUpdatePasskeyAsync(person, passkey, default);

    public Task RemoveAsync(UserPasskeyInfo passkey) => _store.RemovePasskeyAsync(person, passkey.CredentialId, default);

    /// <summary>The key of the one-time codes; null if there are none.</summary>
    public Task<string?> KeyAsync() => GetAsync(Key);

    /// <summary>Hashes of the recovery codes that are left.</summary>
    public async Task<ImmutableArray<string>> RecoveryAsync() => [.. (await GetAsync(Recovery) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)];

    public Task SetRecoveryAsync(ImmutableArray<string> hashes) => SetAsync(Recovery, string.Join(';', hashes));

    /// <summary>Switches one-time codes on, with the code that proved that the app has the key.</summary>
    public async Task SwitchOnAsync(string key, long step)
    {
        person.TwoFactorEnabled = true;
        await SetAsync(Key, key);
        await SetNumberAsync(Step, step);
    }

    /// <summary>Forgets the key, what was used of it, and the recovery codes.</summary>
    public async Task SwitchOffAsync()
    {
        person.TwoFactorEnabled = false;
        foreach (var token in (string[])[Key, Step, Recovery])
            await _store.RemoveTokenAsync(person, Provider, token, default);
    }

    /// <summary>Takes a one-time code, so that it cannot be taken again.</summary>
    /// <returns>Whether it was right, of about now, and not used.</returns>
    public async Task<bool> TakeCodeAsync(string clean, DateTimeOffset now)
    {
        if (await KeyAsync() is not { } key || OneTimeCode.StepOf(key, clean, now, await NumberAsync(Step)) is not { } step)
            return false;
        await SetNumberAsync(Step, step);
        return true;
    }

    /// <summary>Takes a recovery code; it is gone then.</summary>
    /// <returns>How many are left; null if it is none of them.</returns>
    public async Task<int?> TakeRecoveryAsync(string clean)
    {
        var (left, hash) = (await RecoveryAsync(), RecoveryCodes.HashOf(clean));
        if (!left.Contains(hash))
            return null;
        await SetRecoveryAsync(left.Remove(hash));
        return left.Length - 1;
    }

    /// <summary>Takes what a passkey proved, and keeps its new count of uses.</summary>
    /// <returns>Whether the passkey is still the person's, and nothing that was asked for then or later was proved before.</returns>
    public async Task<bool> TakePasskeyAsync(PasskeyProof proof)
    {
        if (await _store.FindPasskeyAsync(person, proof.Passkey.CredentialId, default) is not { } stored || proof.Asked.UtcTicks <= await NumberAsync(Asked))
            return false;
        stored.SignCount = proof.Passkey.SignCount;
        stored.IsBackedUp = proof.Passkey.IsBackedUp;
        await KeepAsync(stored);
        await SetNumberAsync(Asked, proof.Asked.UtcTicks);
        return true;
    }

    private Task<string?> GetAsync(string name) => _store.GetTokenAsync(person, Provider, name, default);

    private Task SetAsync(string name, string value) => _store.SetTokenAsync(person, Provider, name, value, default);

    private async Task<long> NumberAsync(string name) => await GetAsync(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : long.MinValue;

    private Task SetNumberAsync(string name, long value) => SetAsync(name, value.ToString(CultureInfo.InvariantCulture));
}
