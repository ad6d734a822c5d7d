using System.Security.Claims;
using Dashboard.Data.Accounts;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;

namespace Dashboard.Web.Accounts;

/// <summary>
/// The cookie carries a session's id and nothing else: at each request the session and its person are looked up, so that an ended
/// session, a closed account or a changed right holds at once.
/// </summary>
internal sealed partial class SessionCookie(SessionStore sessions) : CookieAuthenticationEvents
{
    /// <summary>The claim that names the session.</summary>
    public const string Session = ClaimTypes.NameIdentifier;

    /// <summary>The claim that holds the rights as they were at the request; an interactive page compares them with those of later.</summary>
    public const string Rights = "rights";

    private const string Name = "session";

    // Set on a request whose cookie could be read, whatever came of it.
    private static readonly object Readable = new();

    // What interactive pages speak through. Its requests live as long as a page: what they found out must not be taken for what holds now.
    private const string Circuits = "/_blazor";

    public static void Configure(CookieAuthenticationOptions cookie, AccountOptions options)
    {
        cookie.LoginPath = Urls.SignIn;
        cookie.ReturnUrlParameter = Urls.Back;
        cookie.Cookie.Name = Name;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.SlidingExpiration = false;
        cookie.ExpireTimeSpan = options.SessionLife;
        cookie.EventsType = typeof(SessionCookie);
    }

    /// <summary>Whether the browser sent a session that cannot be read: it was changed, is too old, or another program's. It is nobody's.</summary>
    public static bool IsUnreadable(HttpContext request) => request.Request.Cookies.ContainsKey(Name) && !request.Items.ContainsKey(Readable);

    /// <summary>Notes such a cookie in the log; the sign-in page says it.</summary>
    public static Task NoteUnreadable(HttpContext request, RequestDelegate next)
    {
        if (IsUnreadable(request) && request.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            LogUnreadable(request.RequestServices.GetRequiredService<ILogger<SessionCookie>>(), request.Request.Method, request.Request.Path, request.Connection.RemoteIpAddress);
        return next(request);
    }

    /// <summary>Gives the browser a session that was begun; one that it had ends.</summary>
    public static async Task SignInAsync(HttpContext request, SignInSession session)
    {
        await EndAsync(request);
        await request.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(Session, session.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme)));
    }

    /// <summary>Ends the browser's session, in the database too.</summary>
    public static async Task SignOutAsync(HttpContext request)
    {
        await EndAsync(request);
        await request.SignOutAsync();
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        context.HttpContext.Items[Readable] = true;
        // A style sheet is the same for everybody: no need to ask who they are.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || IdOf(context.Principal) is not { } id
            || await sessions.FindAsync(id, cancel: context.HttpContext.RequestAborted) is not { } who)
        {
            context.RejectPrincipal();
            return;
        }

        if (!context.HttpContext.Request.Path.StartsWithSegments(Circuits))
            context.HttpContext.Features.Set(who);
        context.ReplacePrincipal(new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(Session, id.ToString()), new Claim(ClaimTypes.Name, who.Viewer.Name), new Claim(Rights, who.Viewer.RightsText)],
            CookieAuthenticationDefaults.AuthenticationScheme)));
    }

    /// <summary>The session that a principal names; null for none.</summary>
    public static Guid? IdOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(Session), out var id) ? id : null;

    private static async Task EndAsync(HttpContext request)
    {
        if (request.Features.Get<SignedIn>() is { } who)
            await request.RequestServices.GetRequiredService<SessionStore>().EndAsync(who);
    }

    [LoggerMessage(LogLevel.Warning, "Refused the session cookie of {Method} {Path} from {Address}: it was changed, is too old, or is not ours")]
    private static partial void LogUnreadable(ILogger log, string method, PathString path, System.Net.IPAddress? address);
}
