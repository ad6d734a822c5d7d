using Dashboard.Core;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.Configuration;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Web.Accounts;

/// <summary>What happens when somebody is back from the issuer: a session of ours, or a sentence that says why not.</summary>
internal sealed partial class IssuerEvents(IssuerSignInStore signIns, IssuerOptions issuer, IssuerTerms terms, ILogger<IssuerEvents> log) : OpenIdConnectEvents
{
    // The handler takes an unsigned token from the issuer's own endpoint, as the standard allows: a signature is asked for all the same.
    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (context.SecurityToken.RawSignature.Length == 0)
            context.Fail(new SecurityTokenInvalidSignatureException("The token is not signed."));
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (request, claims) = (context.HttpContext, ClaimsOf(context));
        var outcome = await signIns.SignInAsync(claims, terms, SignInEndpoints.DeviceOf(request));
        if (outcome.Session is not { } session)
        {
            LogPerson(CodeName.Of(outcome.Refused!.Value), InputException.Shorten(claims.Issuer), InputException.Shorten(claims.Subject));
            request.Response.Redirect(Urls.SignInRefused(outcome.Refused.Value));
            return;
        }

        // This comes before the cookie is read: a session that the browser had is found, and ends.
        await request.AuthenticateAsync();
        await SessionCookie.SignInAsync(request, session);
        request.Response.Redirect(Urls.OwnOrStart(context.ReturnUri));
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        var fault = context.Failure!;
        return RefuseAsync(context.HttpContext, fault switch
        {
            _ when ErrorOf(fault) is not null => IssuerRefusal.Denied,
            HttpRequestException or OperationCanceledException => IssuerRefusal.Unreachable,
            _ => IssuerRefusal.Answer,
        }, fault);
    }

    /// <summary>Records and logs that nothing came of it, and says so.</summary>
    public async Task RefuseAsync(HttpContext request, IssuerRefusal why, Exception fault)
    {
        LogAnswer(fault, CodeName.Of(why));
        await signIns.RefuseAsync(why, DetailOf(fault));
        request.Response.Redirect(Urls.SignInRefused(why));
    }

    private IssuerClaims ClaimsOf(TicketReceivedContext context)
    {
        string[] Of(string claim) => [.. context.Principal!.FindAll(claim).Select(c => c.Value)];
        return new IssuerClaims(string.Concat(Of("iss")), string.Concat(Of("sub")))
        {
            Names = [.. Of("name"), .. Of("preferred_username")],
            Nations = [.. Of(issuer.NationClaim)],
            Clearances = [.. Of(issuer.ClearanceClaim)],
            Roles = [.. Of(issuer.RolesClaim)],
            Scopes = [.. Of(issuer.ScopesClaim)],
        };
    }

    // Where the handler keeps the issuer's own word for it, such as access_denied.
    private static string? ErrorOf(Exception fault) => fault.Data["error"] as string;

    private static string DetailOf(Exception fault) => ErrorOf(fault) ?? fault switch
    {
        // What the handler says before it looks at a token: nothing of it belongs to somebody who left from this browser.
        AuthenticationFailureException => "state",
        OpenIdConnectProtocolInvalidNonceException => "nonce",
        SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException or SecurityTokenInvalidAlgorithmException => "signature",
        SecurityTokenExpiredException or SecurityTokenNotYetValidException => "time",
        SecurityTokenInvalidAudienceException => "audience",
        SecurityTokenInvalidIssuerException or { InnerException: InvalidConfigurationException } => "issuer",
        _ => fault.Message,
    };

    [LoggerMessage(LogLevel.Warning, "Refused a sign-in by OpenID Connect ({Reason}): {Subject} of {Issuer}")]
    private partial void LogPerson(string reason, string issuer, string subject);

    [LoggerMessage(LogLevel.Warning, "Refused a sign-in by OpenID Connect ({Reason})")]
    private partial void LogAnswer(Exception fault, string reason);
}
