using Dashboard.Core.Release;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.Configuration;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Web.Accounts;

/// <summary>The way to a token issuer and back; without one configured nothing of it is there.</summary>
internal static class IssuerSignIn
{
    private const string Scheme = "openid-connect";

    // By a key pair: a secret that two share proves nothing to a third.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    // Somebody waits for a page meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddIssuer(this AuthenticationBuilder authentication, IssuerOptions issuer, ClassificationLadder ladder)
    {
        authentication.Services.AddSingleton(issuer).AddSingleton(issuer.Terms(ladder)).AddSingleton<IssuerEvents>();
        authentication.AddOpenIdConnect(Scheme, options => Configure(options, issuer));
        // After the framework's own, which makes the way to the issuer.
        authentication.Services.PostConfigure<OpenIdConnectOptions>(Scheme, options => options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            options.MetadataAddress, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(options.Backchannel) { RequireHttps = options.RequireHttpsMetadata }, new OwnMetadata(issuer.Authority)));
    }

    /// <summary>Who comes back is answered before pages are, and so limited here; passwords are counted for themselves.</summary>
    public static void LimitIssuer(this WebApplication app)
    {
        if (IsUsed(app))
            app.UseWhen(request => request.Request.Path == Urls.IssuerReturn, branch => branch.UseRateLimiter());
    }

    public static void MapIssuer(this WebApplication app)
    {
        if (!IsUsed(app))
            return;
        app.MapGet(Urls.SignInByIssuer, LeaveAsync).AllowAnonymous();
        app.MapGet(Urls.IssuerReturn, () => Results.LocalRedirect(Urls.SignIn)).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
    }

    private static bool IsUsed(WebApplication app) => app.Services.GetRequiredService<Settings>().Issuer is not null;

    private static void Configure(OpenIdConnectOptions options, IssuerOptions issuer)
    {
        options.Authority = issuer.Authority;
        options.ClientId = issuer.ClientId;
        options.ClientSecret = issuer.ClientSecret;
        options.RequireHttpsMetadata = new Uri(issuer.Authority).Scheme == Uri.UriSchemeHttps;
        options.BackchannelTimeout = Patience;
        // Nor does it send us, and our secret, to somebody else.
        options.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false };
        options.CallbackPath = Urls.IssuerReturn;
        // Sessions end here, by our own form; a request from elsewhere ends none.
        options.RemoteSignOutPath = options.SignedOutCallbackPath = default;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // Coming back is a link that is followed, so that cookies can stay with our own site.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.DisableTelemetry = true;
        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        options.Scope.Clear();
        foreach (var scope in issuer.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            options.Scope.Add(scope);
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.EventsType = typeof(IssuerEvents);
    }

    private static async Task<IResult> LeaveAsync(HttpContext request, string? back, IssuerEvents events)
    {
        // Another site must not make somebody sign in; the click is theirs, on our own page.
        if (request.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
            return Results.LocalRedirect(Urls.SignIn);
        try
        {
            await request.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = Urls.OwnOrStart(back) });
            return Results.Empty;
        }
        catch (InvalidOperationException fault) when (!request.Response.HasStarted)
        {
            // Its discovery document cannot be had, or is somebody else's.
            await events.RefuseAsync(request, fault.InnerException is InvalidConfigurationException ? IssuerRefusal.Answer : IssuerRefusal.Unreachable, fault);
            return Results.Empty;
        }
    }

    // The framework takes the issuer's name from its discovery document, whatever it says there.
    private sealed class OwnMetadata(string authority) : IConfigurationValidator<OpenIdConnectConfiguration>
    {
        public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration) => configuration.Issuer == authority
            ? new() { Succeeded = true }
            : new() { ErrorMessage = $"OpenIdConnect:Authority is '{authority}', and its discovery document calls itself '{configuration.Issuer}': both must be the same, to the slash at the end." };
    }
}
