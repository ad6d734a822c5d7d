using System.Globalization;
using System.Text;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Audit;
using Dashboard.Exports;
using Dashboard.Exports.Audit;
using Dashboard.Web.Accounts;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Audit;

/// <summary>The entries that the page's filter chooses, as files: written to the reader as they come from the database.</summary>
internal static class AuditRequests
{
    public static void MapAudit(this WebApplication app)
    {
        app.MapGet($"{Urls.Audit}.csv", ([AsParameters] AuditQuery query, AuditReader reader, RecordedExports exports, ViewerSource viewers, HttpContext context) =>
            GiveAsync(query.Of(), reader, exports, viewers.ViewerAsync(context.User), context, new Format("csv", "text/csv; charset=utf-8", AuditCsv.WriteAsync))).RequireRateLimiting(RateLimits.Exports);
        app.MapGet($"{Urls.Audit}.json", ([AsParameters] AuditQuery query, AuditReader reader, RecordedExports exports, ViewerSource viewers, HttpContext context) =>
            GiveAsync(query.Of(), reader, exports, viewers.ViewerAsync(context.User), context, new Format("json", "application/json", AuditJson.WriteAsync))).RequireRateLimiting(RateLimits.Exports);
    }

    // The entries are read twice: the file's name and every line of it carry the marking of all of them.
    private static async Task<IResult> GiveAsync(AuditFilter filter, AuditReader reader, RecordedExports exports, Task<Viewer?> signedIn, HttpContext context, Format format)
    {
        if (await signedIn is not { } viewer)
            return Results.LocalRedirect(Urls.SignIn);
        var extent = await reader.ExtentAsync(viewer, filter, after: 0);
        var name = MarkedFile.Name(string.Create(CultureInfo.InvariantCulture, $"audit-{viewer.Nation}-{extent.Through}"), extent.Marking, format.Name);
        var fact = new AuditFact(AuditActions.Exported, string.Create(CultureInfo.InvariantCulture, $"audit/{extent.Through}"), null,
            new { Format = format.Name, Marking = extent.Marking.ToLine(), File = name, Entries = extent.Count, Filter = filter });
        return await exports.GiveAsync(viewer, fact, _ => Results.Stream(async stream =>
        {
            // Whoever gives up is not read for any further.
            await using var text = new StreamWriter(stream, format.Encoding, leaveOpen: true);
            await format.WriteAsync(text, reader.ListAsync(viewer, filter, 0, extent.Through, context.RequestAborted), extent.Marking);
        }, format.ContentType, name));
    }

    private sealed record Format(string Name, string ContentType, Func<TextWriter, IAsyncEnumerable<AuditReading>, Marking, Task> WriteAsync)
    {
        // Spreadsheets take a list without a byte order mark for one in the machine's old code page, and names in Japanese for rubbish.
        public Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: Name == "csv");
    }
}
