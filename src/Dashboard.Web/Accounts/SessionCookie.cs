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
internal sealed class SessionCookie(SessionStore sessions) : CookieAuthenticationEvents
{
    /// <summary>The claim that names the session.</summary>
    public const string Session = ClaimTypes.NameIdentifier;

    /// <summary>The claim that holds the rights as they were at the request; an interactive page compares them with those of later.</summary>
    public const string Rights = "rights";

    // What interactive pages speak through. Its requests live as long as a page: what they found out must not be taken for what holds now.
    private const string Circuits = "/_blazor";

    public static void Configure(CookieAuthenticationOptions cookie, AccountOptions options)
    {
        cookie.LoginPath = Urls.SignIn;
        cookie.ReturnUrlParameter = Urls.Back;
        cookie.Cookie.Name = "session";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.SlidingExpiration = false;
        cookie.ExpireTimeSpan = options.SessionLife;
        cookie.EventsType = typeof(SessionCookie);
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
}
