using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Data.Accounts;

/// <summary>What a person has beside a password.</summary>
/// <param name="HasCodes">Whether an app shows one-time codes for them.</param>
/// <param name="RecoveryCodes">How many recovery codes are left.</param>
/// <param name="Passkeys">Their passkeys, oldest first.</param>
public sealed record Factors(bool HasCodes, int RecoveryCodes, ImmutableArray<Passkey> Passkeys)
{
    /// <summary>Whether there is any.</summary>
    public bool Any => HasCodes || !Passkeys.IsEmpty;
}

/// <summary>A passkey of a person as they see it.</summary>
/// <param name="Id">What the browser calls it, in base64url.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="Added">When it was added, UTC.</param>
public sealed record Passkey(string Id, string Name, DateTime Added);

/// <summary>What the second step of a sign-in rests on: somebody knew the password of a person who also has a factor.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Stamp">Identity's stamp at that time: another password or another factor makes the proof void.</param>
public sealed record PasswordProof(Guid PersonId, string Stamp);

/// <summary>A passkey whose signature was checked.</summary>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Passkey">The passkey with its count of uses after this one.</param>
/// <param name="Asked">When it was asked for: nothing that was asked for earlier, or at that time, is taken afterwards.</param>
public sealed record PasskeyProof(Guid PersonId, UserPasskeyInfo Passkey, DateTimeOffset Asked);

/// <summary>How far somebody came who is let in: into a session, or to the second step.</summary>
/// <param name="Session">The session; null if the second step is missing.</param>
/// <param name="Proof">What the second step rests on; null if none is needed.</param>
public sealed record SignInOutcome(SignInSession? Session, PasswordProof? Proof);
