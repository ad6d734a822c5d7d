using Dashboard.Data.Demonstration;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Web.Accounts;

/// <summary>Signs a persona in, in demonstration mode only, and anybody out.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost(Urls.SignInPersona, async (HttpContext request, [FromForm] string persona, [FromForm] string? back, DemonstrationMode demonstration, DemonstrationPeople people) =>
        {
            if (!await demonstration.IsOnAsync() || Persona.All.FirstOrDefault(p => p.Key == persona) is not { } chosen
                || await people.SignInAsync(chosen.Viewer.Name, DeviceOf(request)) is not { } session)
                return Results.LocalRedirect(Urls.SignIn);
            await SessionCookie.SignInAsync(request, session);
            return Results.LocalRedirect(Urls.OwnOrStart(back));
        }).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        app.MapPost(Urls.SignOut, async (HttpContext request, [FromForm] string? _) =>
        {
            await SessionCookie.SignOutAsync(request);
            // What the way back would show. What is unsent in the browser's storage is other people's too: the page's script removes its own.
            request.Response.Headers["Clear-Site-Data"] = "\"cache\"";
            return Results.LocalRedirect(Urls.SignIn);
        }).AllowAnonymous();
    }

    /// <summary>What the browser says of itself.</summary>
    public static string DeviceOf(HttpContext request) => request.Request.Headers.UserAgent.ToString();
}
