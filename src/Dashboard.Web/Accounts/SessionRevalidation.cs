using Dashboard.Data.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Dashboard.Web.Accounts;

/// <summary>Signs an interactive page out when its session has ended or its person's rights have changed since it was opened.</summary>
internal sealed class SessionRevalidation(ILoggerFactory logs, SessionStore sessions, AccountOptions options) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => options.Revalidation;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        SessionCookie.IdOf(authenticationState.User) is { } id
        && await sessions.FindAsync(id, isActivity: false, cancellationToken) is { } who
        && authenticationState.User.HasClaim(SessionCookie.Rights, who.Viewer.RightsText);
}
