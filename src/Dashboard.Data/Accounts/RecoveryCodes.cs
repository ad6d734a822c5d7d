using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Data.Accounts;

/// <summary>Codes for the day when the app is lost: shown once, used once each. Only their hashes are kept.</summary>
internal static class RecoveryCodes
{
    public const int Number = 10;

    // 120 bits: what cannot be guessed needs no slow hash.
    private const int Bytes = 15;

    /// <summary>New codes, and their hashes to be kept.</summary>
    public static (ImmutableArray<string> Codes, ImmutableArray<string> Hashes) New()
    {
        var codes = Enumerable.Range(0, Number).Select(_ => Base32.Encode(RandomNumberGenerator.GetBytes(Bytes))).ToList();
        return ([.. codes.Select(code => Base32.Grouped(code, '-'))], [.. codes.Select(HashOf)]);
    }

    public static string HashOf(string clean) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clean)));
}
