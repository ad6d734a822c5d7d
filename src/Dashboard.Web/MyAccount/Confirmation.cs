using Dashboard.Data.Accounts;
using Dashboard.Web.Security;

namespace Dashboard.Web.MyAccount;

/// <summary>
/// Whoever finds a signed-in browser must not be able to change how its person proves who they are: that asks for the password or a
/// passkey again, which holds for ten minutes of the same session.
/// </summary>
internal sealed class Confirmation(Seals seals, TimeProvider clock)
{
    private const string Cookie = "confirmed";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public void Give(HttpContext request, SignedIn who) => seals.Give(request, Cookie, who.SessionId);

    /// <summary>Whether somebody has just confirmed who they are.</summary>
    public bool Holds(HttpContext request, SignedIn who) => seals.Read<Guid>(request, Cookie, Life)?.Value == who.SessionId;

    /// <summary>Whether somebody may change their factors: confirmed, or just signed in and about to set up the first one.</summary>
    public bool AllowsFactors(HttpContext request, SignedIn who) =>
        Holds(request, who) || (!who.HasFactor && clock.GetUtcNow().UtcDateTime - who.Began < Life);
}
