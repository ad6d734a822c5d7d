using System.Globalization;
using System.Threading.RateLimiting;
using Dashboard.Web.Shell;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Security;

/// <summary>Slows down who guesses passwords or carries everything away.</summary>
internal static class RateLimits
{
    /// <summary>For what proves who somebody is, by address; looking at the page that asks for it is free.</summary>
    public const string SignIn = "sign-in";

    /// <summary>For downloads: by person.</summary>
    public const string Exports = "exports";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IServiceCollection services, Limits limits) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(SignIn, request => IsAttempt(request.Request) ? PerMinute(AddressOf(request), limits.SignInsPerMinute) : RateLimitPartition.GetNoLimiter(""));
        limiter.AddPolicy(Exports, request => PerMinute(request.User.Identity?.Name ?? AddressOf(request), limits.ExportsPerMinute));
        limiter.OnRejected = async (rejected, cancel) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            var seconds = Math.Ceiling(wait.TotalSeconds);
            rejected.HttpContext.Response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
            await rejected.HttpContext.Response.WriteAsync(Words.Get("TooMany", seconds), cancel);
        };
    });

    // Who comes back from the issuer brings the proof in the address.
    private static bool IsAttempt(HttpRequest request) => HttpMethods.IsPost(request.Method) || request.Path == Urls.IssuerReturn;

    private static string AddressOf(HttpContext request) => request.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> PerMinute(string who, int most) => RateLimitPartition.GetFixedWindowLimiter(
        who, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window });
}
