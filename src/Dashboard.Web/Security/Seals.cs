using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Dashboard.Web.Security;

/// <summary>What the server hands to a browser and takes back later as it was: in a form's hidden field, or in a cookie that no script reads.</summary>
internal sealed class Seals(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Seals a value for one purpose, with the time.</summary>
    public string Seal<T>(string purpose, T value) => Protector(purpose).Protect(JsonSerializer.Serialize(new Opened<T>(value, clock.GetUtcNow())));

    /// <summary>What was sealed for this purpose within the given time; null for anything else.</summary>
    public Opened<T>? Open<T>(string purpose, string? seal, TimeSpan life)
    {
        try
        {
            return seal is { Length: > 0 } && JsonSerializer.Deserialize<Opened<T>>(Protector(purpose).Unprotect(seal)) is { } opened && clock.GetUtcNow() - opened.At < life ? opened : null;
        }
        catch (CryptographicException)
        {
            // Not sealed by us, or for something else: as if it were not there.
            return null;
        }
    }

    /// <summary>Seals a value into a cookie.</summary>
    public void Give<T>(HttpContext request, string cookie, T value) => request.Response.Cookies.Append(cookie, Seal(cookie, value), Options(request));

    /// <summary>What a cookie was given within the given time; null if there is none.</summary>
    public Opened<T>? Read<T>(HttpContext request, string cookie, TimeSpan life) => Open<T>(cookie, request.Request.Cookies[cookie], life);

    /// <summary>Takes a cookie back.</summary>
    public static void Take(HttpContext request, string cookie) => request.Response.Cookies.Delete(cookie, Options(request));

    private IDataProtector Protector(string purpose) => protection.CreateProtector("seal", purpose);

    private static CookieOptions Options(HttpContext request) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.Request.IsHttps, IsEssential = true };
}

/// <summary>What was sealed, and when.</summary>
internal sealed record Opened<T>(T Value, DateTimeOffset At);
