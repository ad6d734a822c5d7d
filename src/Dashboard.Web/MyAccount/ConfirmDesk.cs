using Dashboard.Data.Accounts;
using Dashboard.Web.Accounts;
using Microsoft.AspNetCore.Http.Features;

namespace Dashboard.Web.MyAccount;

/// <summary>Lets who is signed in prove again who they are.</summary>
internal sealed class ConfirmDesk(OwnAccountStore store, SecondStepStore steps, FactorStore factors, PasskeyCeremony ceremony, Confirmation confirmation, IHttpContextAccessor accessor)
{
    public SignedIn Who => Request.Features.GetRequiredFeature<SignedIn>();

    private HttpContext Request => accessor.HttpContext!;

    public async Task<bool> HasPasskeyAsync() => !(await factors.ReadAsync(Who)).Passkeys.IsEmpty;

    public async Task<bool> WithPasswordAsync(string password) => Who.HasPassword && Give(await store.ConfirmAsync(Who, password));

    public async Task<bool> WithPasskeyAsync(string? state, string? credential)
    {
        if (await ceremony.UsedAsync(Request, state, credential) is { } proof && await store.ConfirmAsync(Who, proof))
            return Give(true);
        await steps.RefusePasskeyAsync();
        return false;
    }

    private bool Give(bool proved)
    {
        if (proved)
            confirmation.Give(Request, Who);
        return proved;
    }
}
