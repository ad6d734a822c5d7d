using System.Security.Claims;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Web.Accounts;

/// <summary>
/// Who a signed-in user is, with the rights of now: of this request, which has looked it up already, or, on an interactive page, looked
/// up each time that somebody asks.
/// </summary>
internal sealed class ViewerSource(SessionStore sessions, IHttpContextAccessor request)
{
    /// <summary>The viewer; null if nobody is signed in, or no longer.</summary>
    public async Task<Viewer?> ViewerAsync(ClaimsPrincipal user) => (await SignedInAsync(user))?.Viewer;

    /// <summary>The viewer of a component's cascading state.</summary>
    public async Task<Viewer?> ViewerAsync(Task<AuthenticationState> state) => await ViewerAsync((await state).User);

    /// <summary>The viewer with their session; null if nobody is signed in, or no longer.</summary>
    public async Task<SignedIn?> SignedInAsync(ClaimsPrincipal user) =>
        SessionCookie.IdOf(user) is not { } id ? null
        : request.HttpContext?.Features.Get<SignedIn>() is { } known && known.SessionId == id ? known : await sessions.FindAsync(id);
}
