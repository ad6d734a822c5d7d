using Dashboard.Core;
using Dashboard.Data.Accounts;
using Dashboard.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Accounts;

/// <summary>What the browser is asked for, and the same as the server will compare it.</summary>
internal sealed record PasskeyQuestion(string Options, string State);

/// <summary>
/// Has a passkey made or used by the browser and checks the answer, by Identity's handler. The question travels sealed in the form itself:
/// nothing is kept on the server until it is answered.
/// </summary>
internal sealed class PasskeyCeremony(PasskeyStore passkeys, IOptions<IdentityPasskeyOptions> options, Seals seals)
{
    private const string Making = "passkey-made";
    private const string Using = "passkey-used";

    // A page may stay open for a while before somebody reaches for their key.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>User verification makes a passkey two factors; a discoverable one needs no name to be typed.</summary>
    /// <param name="passkey">Identity's options.</param>
    /// <param name="publicAddress">Where people reach the product; null to take the address of the request.</param>
    public static void Configure(IdentityPasskeyOptions passkey, string? publicAddress)
    {
        (passkey.UserVerificationRequirement, passkey.ResidentKeyRequirement, passkey.AttestationConveyancePreference) = ("required", "required", "none");
        if (publicAddress is { Length: > 0 })
            passkey.ServerDomain = new Uri(publicAddress).Host;
    }

    /// <summary>Asks for a new passkey of a person.</summary>
    public Task<PasskeyQuestion> AskForNewAsync(HttpContext request, SignedIn who) => passkeys.ReadAsync(async people =>
    {
        var person = new PasskeyUserEntity { Id = who.PersonId.ToString(), Name = who.Viewer.Name, DisplayName = who.Viewer.Name };
        var made = await new PasskeyHandler<Person>(people, options).MakeCreationOptionsAsync(person, request);
        return new PasskeyQuestion(made.CreationOptionsJson, seals.Seal(Making, made.AttestationState));
    });

    /// <summary>The new passkey.</summary>
    /// <exception cref="InputException">The answer does not belong to the question, or is too late.</exception>
    public async Task<UserPasskeyInfo> MadeAsync(HttpContext request, SignedIn who, string? state, string? credential)
    {
        if (seals.Open<string>(Making, state, Life) is not { } asked || string.IsNullOrWhiteSpace(credential))
            throw InputException.Of("PasskeyNotMade");
        var context = new PasskeyAttestationContext { HttpContext = request, CredentialJson = credential, AttestationState = asked.Value };
        var result = await passkeys.ReadAsync(people => new PasskeyHandler<Person>(people, options).PerformAttestationAsync(context));
        return result.Succeeded && result.UserEntity.Id == who.PersonId.ToString() ? result.Passkey : throw InputException.Of("PasskeyNotMade");
    }

    /// <summary>Asks for any passkey that the browser has for us.</summary>
    public Task<PasskeyQuestion> AskAsync(HttpContext request) => passkeys.ReadAsync(async people =>
    {
        var asked = await new PasskeyHandler<Person>(people, options).MakeRequestOptionsAsync(null, request);
        return new PasskeyQuestion(asked.RequestOptionsJson, seals.Seal(Using, asked.AssertionState));
    });

    /// <summary>Whose passkey it is; null if the answer does not belong to the question, or is too late.</summary>
    public async Task<PasskeyProof?> UsedAsync(HttpContext request, string? state, string? credential)
    {
        if (seals.Open<string>(Using, state, Life) is not { } asked || string.IsNullOrWhiteSpace(credential))
            return null;
        var context = new PasskeyAssertionContext { HttpContext = request, CredentialJson = credential, AssertionState = asked.Value };
        var result = await passkeys.ReadAsync(people => new PasskeyHandler<Person>(people, options).PerformAssertionAsync(context));
        return result.Succeeded ? new PasskeyProof(result.User.Id, result.Passkey, asked.At) : null;
    }
}
