using Microsoft.AspNetCore.CookiePolicy;

namespace Dashboard.Web.Security;

/// <summary>
/// Over an encrypted wire the name of every cookie binds it to this host: browsers take such a name only from the host itself and only
/// encrypted, and what does not bear it was set by somebody else and is not read.
/// </summary>
internal static class HostCookies
{
    private const string Prefix = "__Host-";

    public static void AddHostCookies(this IServiceCollection services) => services.Configure<CookiePolicyOptions>(policy =>
    {
        // No script of ours reads a cookie.
        policy.HttpOnly = HttpOnlyPolicy.Always;
        policy.Secure = CookieSecurePolicy.SameAsRequest;
        policy.OnAppendCookie = cookie => cookie.CookieName = NameOf(cookie.Context, cookie.CookieName, cookie.CookieOptions);
        policy.OnDeleteCookie = cookie => cookie.CookieName = NameOf(cookie.Context, cookie.CookieName, cookie.CookieOptions);
    });

    /// <summary>Lets the rest of the program see cookies under their plain names.</summary>
    public static void UseHostCookies(this WebApplication app)
    {
        app.UseCookiePolicy();
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.IsHttps && request.Headers.Cookie.Count > 0)
                request.Headers.Cookie = string.Join("; ", request.Headers.Cookie
                    .SelectMany(line => (line ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    .Where(cookie => cookie.StartsWith(Prefix, StringComparison.Ordinal))
                    .Select(cookie => cookie[Prefix.Length..]));
            return next(context);
        });
    }

    // The prefix asks for the whole host's path.
    private static string NameOf(HttpContext context, string name, CookieOptions options)
    {
        if (!context.Request.IsHttps)
            return name;
        options.Path = "/";
        return Prefix + name;
    }
}
