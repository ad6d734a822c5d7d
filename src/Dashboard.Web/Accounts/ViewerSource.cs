using System.Security.Claims;
using Dashboard.Core.Release;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Web.Accounts;

/// <summary>Who a signed-in user is: in demonstration mode the persona of the cookie, else nobody yet.</summary>
internal sealed class ViewerSource(DemonstrationMode demonstration)
{
    public const string Claim = ClaimTypes.NameIdentifier;

    /// <summary>The persona; null if nobody is signed in.</summary>
    public async Task<Persona?> PersonaAsync(ClaimsPrincipal user) =>
        user.FindFirstValue(Claim) is { } key && await demonstration.IsOnAsync()
            ? Persona.All.FirstOrDefault(p => p.Key == key)
            : null;

    /// <summary>The persona of a component's cascading state.</summary>
    public async Task<Persona?> PersonaAsync(Task<AuthenticationState> state) => await PersonaAsync((await state).User);

    /// <summary>The viewer; null if nobody is signed in.</summary>
    public async Task<Viewer?> ViewerAsync(ClaimsPrincipal user) => (await PersonaAsync(user))?.Viewer;

    /// <summary>The viewer of a component's cascading state.</summary>
    public async Task<Viewer?> ViewerAsync(Task<AuthenticationState> state) => await ViewerAsync((await state).User);
}
