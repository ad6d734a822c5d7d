using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Data.Accounts;

/// <summary>
/// One-time codes as authenticator apps show them (RFC 6238): six digits from a shared key and the half minute. Identity's own provider
/// does not say which half minute a code belongs to, so it could not refuse one that was used.
/// </summary>
public static class OneTimeCode
{
    public const int Digits = 6;

    private const int KeyBytes = 20;
    private const int Seconds = 30;

    // A clock may be half a minute off, and typing takes time.
    private const int Drift = 1;

    /// <summary>A new key, as people type it into an app.</summary>
    public static string NewKey() => Base32.Encode(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>What an app reads from the picture of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="product">Who asks for the codes.</param>
    /// <param name="person">Whose they are.</param>
    public static string Address(string key, string product, string person) =>
        $"otpauth://totp/{Uri.EscapeDataString(product)}:{Uri.EscapeDataString(person)}?secret={key}&issuer={Uri.EscapeDataString(product)}&digits={Digits.ToString(CultureInfo.InvariantCulture)}&period={Seconds.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A key in groups, for people to read.</summary>
    public static string Readable(string key) => Base32.Grouped(key, ' ');

    /// <summary>The half minute of a time, counted from 1970.</summary>
    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of a half minute.</summary>
    public static string Of(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The standard that every app speaks; HMAC does not need its hash to be free of collisions.
        HMACSHA1.HashData(Base32.Decode(key), counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    /// <summary>The half minute that a typed code belongs to, if that is about now and after the last one used; else null.</summary>
    /// <param name="key">The person's key.</param>
    /// <param name="typed">The code, clean.</param>
    /// <param name="now">The time.</param>
    /// <param name="lastUsed">The half minute of the last code that was taken: none of it or before is taken again.</param>
    internal static long? StepOf(string key, string typed, DateTimeOffset now, long lastUsed)
    {
        long? found = null;
        for (var step = StepAt(now) - Drift; step <= StepAt(now) + Drift; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(key, step)), Encoding.UTF8.GetBytes(typed)) && step > lastUsed)
                found ??= step;
        return found;
    }

    /// <summary>What was typed, without spaces and dashes, in the letters and digits of the keyboard that codes are made of.</summary>
    internal static string Clean(string typed) =>
        string.Concat(string.Concat(typed.Take(100)).EnumerateRunes()).Normalize(NormalizationForm.FormKC).ToUpperInvariant()
            .Where(char.IsAsciiLetterOrDigit).Aggregate(new StringBuilder(), (text, c) => text.Append(c)).ToString();
}
