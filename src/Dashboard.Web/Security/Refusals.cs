using Dashboard.Core;

namespace Dashboard.Web.Security;

/// <summary>How a refusal is told and noted: what somebody has no right to is 403 and stands in the log with their name, bad input is 400.</summary>
internal sealed partial class Refusals(IHttpContextAccessor request, ILogger<Refusals> log)
{
    /// <summary>The status of a refused request; one that is about rights is noted.</summary>
    public int StatusOf(InputException refused)
    {
        if (!refused.IsAboutRights)
            return StatusCodes.Status400BadRequest;
        Note();
        return StatusCodes.Status403Forbidden;
    }

    /// <summary>Gives a page that says why it refuses the status that says it too.</summary>
    public void Tell(InputException refused) => request.HttpContext!.Response.StatusCode = StatusOf(refused);

    /// <summary>The same for a page that is not for whoever asks.</summary>
    public void Tell(int status)
    {
        request.HttpContext!.Response.StatusCode = status;
        Note();
    }

    // The question in the address is left out: it may hold anything.
    private void Note()
    {
        var context = request.HttpContext!;
        LogRefused(InputException.Shorten(context.User.Identity?.Name ?? ""), context.Request.Method, context.Request.Path);
    }

    [LoggerMessage(LogLevel.Warning, "Refused {Person}: {Method} {Path}")]
    private partial void LogRefused(string person, string method, PathString path);
}
