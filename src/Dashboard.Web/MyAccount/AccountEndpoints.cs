using Dashboard.Data.Accounts;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Web.MyAccount;

/// <summary>Ends a person's own sessions, and keeps who must set up a second proof first from everything else.</summary>
internal static class AccountEndpoints
{
    /// <summary>What a form sends to end all sessions but this one.</summary>
    public const string Others = "others";

    public static void MapMyAccount(this WebApplication app) =>
        app.MapPost(Urls.EndSessions, async (HttpContext request, [FromForm] string session, Confirmation confirmation, SessionStore sessions) =>
        {
            var who = request.Features.GetRequiredFeature<SignedIn>();
            if (who.HasPassword && !confirmation.Holds(request, who))
                return Results.LocalRedirect(Urls.ConfirmFor(Urls.MyAccount));
            if (session == Others)
                await sessions.EndOthersAsync(who);
            else if (Guid.TryParse(session, out var id))
                await sessions.EndOthersAsync(who, id);
            return Results.LocalRedirect(Urls.MyAccount);
        });

    /// <summary>Without a second proof that is asked for, the own account is all that there is. The session gives no rights until then either.</summary>
    public static Task LeadToSetUp(HttpContext context, RequestDelegate next)
    {
        var isOpen = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || context.Request.Path.StartsWithSegments(Urls.MyAccount);
        if (isOpen || context.Features.Get<SignedIn>() is not { MustSetUpFactor: true })
            return next(context);
        context.Response.Redirect(Urls.MyAccount);
        return Task.CompletedTask;
    }
}
