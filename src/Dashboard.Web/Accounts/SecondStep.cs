using Dashboard.Data.Accounts;
using Dashboard.Web.Security;

namespace Dashboard.Web.Accounts;

/// <summary>Carries whoever has proved a password to the page that asks for a factor.</summary>
internal static class SecondStep
{
    private const string Cookie = "second-step";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static void Begin(Seals seals, HttpContext request, PasswordProof proof) => seals.Give(request, Cookie, proof);

    /// <summary>Who is on the way; null if nobody is, or no longer.</summary>
    public static PasswordProof? Of(Seals seals, HttpContext request) => seals.Read<PasswordProof>(request, Cookie, Life)?.Value;

    public static void End(HttpContext request) => Seals.Take(request, Cookie);
}
