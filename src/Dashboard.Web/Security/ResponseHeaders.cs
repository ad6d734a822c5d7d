using Dashboard.Web.Shell;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Security;

/// <summary>What every answer tells the browser to refuse, and that nothing personal is kept.</summary>
internal static class ResponseHeaders
{
    private const string Working = "working";
    private const int Year = 365 * 24 * 60 * 60;

    public static void AddResponseHeaders(this IServiceCollection services) => services.AddSecurityHeaderPolicies()
        .SetDefaultPolicy(headers => Common(headers).AddContentSecurityPolicy(csp =>
        {
            OwnOnly(csp).AddStyleSrc().Self();
            csp.AddBaseUri().None();
            // A download that shows how far it is.
            csp.AddConnectSrc().Self();
        }))
        // MudBlazor sets sizes and places by style attributes, and Blazor asks for a base address.
        .AddPolicy(Working, headers => Common(headers).AddContentSecurityPolicy(csp =>
        {
            OwnOnly(csp).AddStyleSrc().Self().UnsafeInline();
            csp.AddBaseUri().Self();
            csp.AddConnectSrc().Self();
        }))
        .SetPolicySelector(context => WorkingPages.IsWorking(context.HttpContext.GetEndpoint()) ? context.ConfiguredPolicies[Working] : context.DefaultPolicy);

    public static void UseResponseHeaders(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                KeepNothing(context);
                NameTheLetters(context.Response);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static HeaderPolicyCollection Common(HeaderPolicyCollection headers) => headers
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        // Links with one-time codes stay with us; forms of our own still say where they come from.
        .AddReferrerPolicySameOrigin()
        .AddStrictTransportSecurity(Year, includeSubdomains: true, preload: false)
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddDefaultSecureDirectives();
            // The slides fill the screen.
            policy.AddFullscreen().Self();
            policy.AddPublickeyCredentialsGet().Self();
            policy.AddPublickeyCredentialsCreate().Self();
        });

    private static CspBuilder OwnOnly(CspBuilder csp)
    {
        csp.AddDefaultSrc().None();
        csp.AddScriptSrc().Self();
        csp.AddImgSrc().Self();
        csp.AddFormAction().Self();
        csp.AddObjectSrc().None();
        csp.AddFrameAncestors().None();
        return csp;
    }

    // Style sheets and scripts hold nothing personal and are kept by their own rules.
    private static void KeepNothing(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            context.Response.Headers[HeaderNames.CacheControl] = "no-store";
    }

    // Every text of ours is UTF-8; files and the framework's own answers do not always say so.
    private static void NameTheLetters(HttpResponse response)
    {
        if (response.ContentType is { } type && (type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal))
            && !type.Contains("charset", StringComparison.OrdinalIgnoreCase))
            response.ContentType = $"{type}; charset=utf-8";
    }
}
