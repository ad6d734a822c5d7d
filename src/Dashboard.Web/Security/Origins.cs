using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Security;

/// <summary>Refuses what another site sends in a person's name, and personal pages over an open wire.</summary>
internal sealed partial class Origins(Settings settings, ILogger<Origins> log)
{
    /// <summary>Forms and circuits are accepted from pages of the same origin only.</summary>
    public Task RefuseForeign(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var onlyReads = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Headers.ContainsKey(HeaderNames.Upgrade);
        if (onlyReads || request.Headers.Origin is not [{ } origin, ..] || IsOwn(origin, request))
            return next(context);
        LogForeign(Cut(origin), request.Method, request.Path);
        return RefuseAsync(context, "This came from another site and was not carried out: open the product's own page and try again.");
    }

    /// <summary>Without encryption only this machine itself is served, unless the operator answers for the wire.</summary>
    public Task RequireEncryption(HttpContext context, RequestDelegate next)
    {
        if (context.Request.IsHttps || settings.AllowPlainHttp || context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote))
            return next(context);
        LogPlain(remote);
        return RefuseAsync(context, "This address is not encrypted: use https. The administrator sets up a certificate or a proxy (see README), or answers for the wire with AllowPlainHttp=true.");
    }

    /// <summary>Notes a form without the token that our pages put into theirs; whoever takes the form refuses it.</summary>
    public Task NoteForged(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
            LogForged(context.Request.Method, context.Request.Path);
        return next(context);
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext context, string why) =>
        Results.Text(why, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);

    private static string Cut(string text) => Core.InputException.Shorten(text);

    [LoggerMessage(LogLevel.Warning, "Refused {Method} {Path}: it came from the foreign origin {Origin}")]
    private partial void LogForeign(string origin, string method, PathString path);

    [LoggerMessage(LogLevel.Warning, "Refused {Method} {Path}: the token of its form is missing or not ours")]
    private partial void LogForged(string method, PathString path);

    [LoggerMessage(LogLevel.Warning, "Refused a request from {Remote} without encryption")]
    private partial void LogPlain(IPAddress remote);
}
