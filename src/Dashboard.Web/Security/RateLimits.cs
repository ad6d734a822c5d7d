using System.Globalization;
using System.Threading.RateLimiting;
using Dashboard.Web.Health;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Security;

/// <summary>Slows down who guesses passwords, carries everything away, or asks without end.</summary>
internal static partial class RateLimits
{
    /// <summary>For what proves who somebody is, by address; looking at the page that asks for it is free.</summary>
    public const string SignIn = "sign-in";

    /// <summary>For downloads: by person.</summary>
    public const string Exports = "exports";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IServiceCollection services, Limits limits) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(request => IsForEverybody(request) ? RateLimitPartition.GetNoLimiter("") : PerMinute(WhoAsks(request), limits.RequestsPerMinute));
        limiter.AddPolicy(SignIn, request => IsAttempt(request.Request) ? PerMinute(AddressOf(request), limits.SignInsPerMinute) : RateLimitPartition.GetNoLimiter(""));
        limiter.AddPolicy(Exports, request => PerMinute(WhoAsks(request), limits.ExportsPerMinute));
        limiter.OnRejected = async (rejected, cancel) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            var seconds = Math.Ceiling(wait.TotalSeconds);
            var (request, response) = (rejected.HttpContext.Request, rejected.HttpContext.Response);
            LogTooMany(rejected.HttpContext.RequestServices.GetRequiredService<ILogger<Limits>>(), request.Method, request.Path, AddressOf(rejected.HttpContext));
            response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync(Words.Get("TooMany", seconds), cancel);
        };
    });

    // Who comes back from the issuer brings the proof in the address.
    private static bool IsAttempt(HttpRequest request) => HttpMethods.IsPost(request.Method) || request.Path == Urls.IssuerReturn;

    // Style sheets are cheap, and who watches over the server must not be sent away.
    private static bool IsForEverybody(HttpContext request) =>
        request.GetEndpoint()?.Metadata is { } about && (about.GetMetadata<StaticAssetDescriptor>() is not null || about.GetMetadata<HealthEndpoints.Mark>() is not null);

    private static string WhoAsks(HttpContext request) => request.User.Identity?.Name ?? AddressOf(request);

    private static string AddressOf(HttpContext request) => request.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> PerMinute(string who, int most) => RateLimitPartition.GetFixedWindowLimiter(
        who, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window });

    [LoggerMessage(LogLevel.Warning, "Refused {Method} {Path} from {Address}: more than one may ask for in a minute")]
    private static partial void LogTooMany(ILogger log, string method, PathString path, string address);
}
