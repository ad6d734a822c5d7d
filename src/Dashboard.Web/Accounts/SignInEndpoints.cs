using System.Security.Claims;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Web.Accounts;

/// <summary>Signs a persona in and out, in demonstration mode only.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost(Urls.SignIn, async (HttpContext request, [FromForm] string persona, [FromServices] DemonstrationMode demonstration) =>
        {
            if (!await demonstration.IsOnAsync() || Persona.All.All(p => p.Key != persona))
                return Results.LocalRedirect(Urls.SignIn);
            var identity = new ClaimsIdentity([new Claim(ViewerSource.Claim, persona)], CookieAuthenticationDefaults.AuthenticationScheme);
            await request.SignInAsync(new ClaimsPrincipal(identity));
            return Results.LocalRedirect(Urls.Start);
        }).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        app.MapPost(Urls.SignOut, async (HttpContext request, [FromForm] string? _) =>
        {
            await request.SignOutAsync();
            return Results.LocalRedirect(Urls.SignIn);
        }).AllowAnonymous();
    }
}
