using System.Globalization;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Assessments;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Export;

/// <summary>Every answer that a reader may see, as files: written to them as the answers come from the database, cycle by cycle.</summary>
internal static class ExportRequests
{
    /// <summary>The header that says how many lines a file will have: the page shows by it how far it is.</summary>
    public const string Lines = "Expected-Lines";

    public static void MapExport(this WebApplication app)
    {
        foreach (var format in Enum.GetValues<ScoreFormat>())
            app.MapGet(Urls.Scores(format), (string? cycle, ScoreReader reader, RecordedExports exports, ViewerSource viewers, HttpContext context) =>
                GiveAsync(string.IsNullOrWhiteSpace(cycle) ? null : cycle, format, reader, exports, viewers, context)).RequireRateLimiting(RateLimits.Exports);
    }

    private static async Task<IResult> GiveAsync(string? asked, ScoreFormat format, ScoreReader reader, RecordedExports exports, ViewerSource viewers, HttpContext context)
    {
        if (await viewers.ViewerAsync(context.User) is not { } viewer)
            return Results.LocalRedirect(Urls.SignIn);
        // Whoever gives up is not read for any further.
        var gone = context.RequestAborted;
        var extent = await reader.ExtentAsync(viewer, asked, gone);
        var cycle = asked is null ? null : extent.Cycles[0].Cycle.Code;
        return await exports.GiveAsync(viewer, ScoreFile.Exported(cycle, extent.Marking, format), head =>
        {
            context.Response.Headers[Lines] = extent.Answers.ToString(CultureInfo.InvariantCulture);
            var about = new ScoreFileWords(CultureInfo.CurrentUICulture, extent.Marking, cycle, extent.Assessments, extent.Answers, extent.IsDemonstration, head);
            return Results.Stream(stream => ScoreFile.WriteAsync(stream, format, reader.ListAsync(viewer, extent, gone), about, gone),
                ScoreFile.ContentTypeOf(format), ScoreFile.Name(cycle, extent.Marking, format));
        });
    }
}
