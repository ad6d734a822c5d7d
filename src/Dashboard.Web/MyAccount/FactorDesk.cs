using Dashboard.Data.Accounts;
using Microsoft.AspNetCore.Http.Features;

namespace Dashboard.Web.MyAccount;

/// <summary>What the pages of somebody's own factors rest on: who it is, what they have, and whether they have confirmed that it is them.</summary>
internal sealed class FactorDesk(Confirmation confirmation, FactorStore factors, IHttpContextAccessor accessor)
{
    public HttpContext Request => accessor.HttpContext!;

    public SignedIn Who => Request.Features.GetRequiredFeature<SignedIn>();

    public bool IsConfirmed => Who.HasPassword && confirmation.AllowsFactors(Request, Who);

    public Task<Factors> ReadAsync() => factors.ReadAsync(Who);
}
