using Dashboard.Core.Audit;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Readiness;
using Dashboard.Data.Storage;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Audit;

/// <summary>The way out for every file: its entry in the audit comes first, and what cannot be recorded does not leave.</summary>
internal sealed partial class RecordedExports(ReportReader reports, AuditedWrites writes, DatabaseOptions options, ILogger<RecordedExports> log)
{
    /// <summary>A report as a file; who is not signed in is sent to do so.</summary>
    /// <param name="signedIn">Who asks.</param>
    /// <param name="request">For what.</param>
    /// <param name="fact">What the audit says of it.</param>
    /// <param name="file">Makes the file; given the head of the audit chain with its entry.</param>
    public Task<IResult> GiveAsync(Task<Viewer?> signedIn, ReportRequest request, Func<GapReport, AuditFact> fact, Func<GapReport, AuditHead, IResult> file) =>
        GiveAsync(signedIn, viewer => reports.ReadAsync(viewer, request), fact, file);

    /// <summary>What is told to a reader as a file: read once, for the audit and for the file.</summary>
    public async Task<IResult> GiveAsync<T>(Task<Viewer?> signedIn, Func<Viewer, Task<T>> read, Func<T, AuditFact> fact, Func<T, AuditHead, IResult> file)
    {
        if (await signedIn is not { } viewer)
            return Results.LocalRedirect(Urls.SignIn);
        var told = await read(viewer);
        return await GiveAsync(viewer, fact(told), head => file(told, head));
    }

    /// <summary>Records that something leaves, then lets it.</summary>
    public async Task<IResult> GiveAsync(Viewer viewer, AuditFact fact, Func<AuditHead, IResult> file)
    {
        AuditHead head;
        try
        {
            head = await writes.RecordAsync(viewer, fact);
        }
        catch (Exception fault) when (StorageFaults.Explain(fault, options) is { } why)
        {
            LogNotRecorded(log, fault, fact.Subject);
            return Results.Text(Texts.Refusal("NotRecorded", why), statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        return file(head);
    }

    [LoggerMessage(LogLevel.Error, "The export of {Subject} was not given because it could not be recorded")]
    private static partial void LogNotRecorded(ILogger log, Exception fault, string subject);
}
