using System.Security.Cryptography;
using Dashboard.Data.Accounts;
using Dashboard.Web.Security;

namespace Dashboard.Web.Scoring.Saving;

/// <summary>What a page locks its outbox with.</summary>
/// <param name="Account">Names the account without telling it: what lies in the browser is found by it.</param>
/// <param name="Key">256 bits, base64; kept in the page's memory alone.</param>
/// <param name="Seal">The key as the browser may keep it: only the server opens it, and only for the same account.</param>
internal sealed record OutboxKey(string Account, string Key, string Seal);

/// <summary>
/// Keys for what a browser keeps of changes that the server has not acknowledged. Each page has a key of its own, kept beside what it
/// locks as a seal that the server opens for the same account alone: another account on the same machine finds nothing that it could read.
/// </summary>
internal sealed class OutboxKeys(Seals seals)
{
    private const string Purpose = "outbox";
    private const int KeyBytes = 32;

    // Longer than anybody leaves a page alone and still wants to know what it held.
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    public OutboxKey Make(SignedIn who)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
        return new OutboxKey(AccountOf(who), key, seals.Seal(PurposeOf(who), key));
    }

    /// <summary>The key in a seal; null if it was not made for this account.</summary>
    public string? Open(SignedIn who, string seal) => seals.Open<string>(PurposeOf(who), seal, Life)?.Value;

    public static string AccountOf(SignedIn who) => Convert.ToHexStringLower(SHA256.HashData(who.PersonId.ToByteArray()))[..16];

    private static string PurposeOf(SignedIn who) => $"{Purpose} {who.PersonId:N}";
}
