using Dashboard.Data.Accounts;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Accounts;

/// <summary>Leads who is on the way from the password to the factor, or comes with a passkey, into their session.</summary>
internal sealed class SecondStepDesk(SecondStepStore store, PasskeyCeremony ceremony, Seals seals, IHttpContextAccessor accessor)
{
    private HttpContext Request => accessor.HttpContext!;

    private string Device => SignInEndpoints.DeviceOf(Request);

    /// <summary>The factors of whoever is on the way; null if nobody is.</summary>
    public async Task<Factors?> FactorsAsync() => SecondStep.Of(seals, Request) is { } proof ? await store.ReadAsync(proof) : null;

    /// <summary>Takes somebody from the password on: into the session that it began, or to the second step.</summary>
    /// <returns>The page to go to.</returns>
    public async Task<string> GoOnAsync(SignInSession? session, PasswordProof? proof, string? back)
    {
        if (session is not null)
        {
            await SessionCookie.SignInAsync(Request, session);
            return Urls.OwnOrStart(back);
        }

        SecondStep.Begin(seals, Request, proof ?? throw new ArgumentException("Whoever has no session needs a proof.", nameof(proof)));
        return Urls.SecondStepFor(back);
    }

    /// <summary>Whether the code lets them in.</summary>
    public async Task<bool> WithCodeAsync(string code) =>
        SecondStep.Of(seals, Request) is { } proof && await LetInAsync(await store.WithCodeAsync(proof, code, Device));

    /// <summary>Whether the passkey lets them in; it proves both factors, so that no password need have been proved.</summary>
    public async Task<bool> WithPasskeyAsync(string? state, string? credential)
    {
        if (await ceremony.UsedAsync(Request, state, credential) is { } proof)
            return await LetInAsync(await store.WithPasskeyAsync(proof, Device));
        await store.RefusePasskeyAsync();
        return false;
    }

    private async Task<bool> LetInAsync(SignInSession? session)
    {
        if (session is null)
            return false;
        SecondStep.End(Request);
        await SessionCookie.SignInAsync(Request, session);
        return true;
    }
}
