using System.Security.Claims;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;

namespace Dashboard.Web.Accounts;

/// <summary>Who looks at this request: in demonstration mode the persona of the cookie, else nobody yet.</summary>
internal sealed class ViewerSource(IHttpContextAccessor requests, DemonstrationMode demonstration)
{
    public const string Claim = ClaimTypes.NameIdentifier;

    /// <summary>The persona signed in; null if nobody is.</summary>
    public async Task<Persona?> PersonaAsync() =>
        requests.HttpContext?.User.FindFirstValue(Claim) is { } key && await demonstration.IsOnAsync()
            ? Persona.All.FirstOrDefault(p => p.Key == key)
            : null;

    /// <summary>The viewer; null if nobody is signed in.</summary>
    public async Task<Viewer?> ViewerAsync() => (await PersonaAsync())?.Viewer;
}

/// <summary>Whether personas may be used: asked for at the start, and everything in the database is demonstration data.</summary>
internal sealed class DemonstrationMode(Settings settings, InstallationStore installations)
{
    public async Task<bool> IsOnAsync() => settings.Demo && await installations.FindAsync() is { IsDemonstration: true };
}
