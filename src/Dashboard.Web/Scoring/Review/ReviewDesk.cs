using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Scoring.Review;

/// <summary>Comments, signatures and consents, as those who work on a sheet give them; what is refused is told, and nothing that is typed is lost by it.</summary>
internal sealed partial class ReviewDesk(CommentStore comments, SignOffStore signatures, ILogger<ReviewDesk> log)
{
    /// <summary>Says something of an answer.</summary>
    /// <returns>Why it is not kept; null if it is.</returns>
    public Task<string?> SayAsync(WorkingSheet sheet, ScoringRow row, Comment? thread, string text) =>
        TryAsync(sheet, () => sheet.DoAsync(viewer => comments.AddAsync(viewer, new CellKey(sheet.Assessment.Id, row.Indicator.Code), thread?.Id, text)));

    /// <summary>Calls a thread settled, or opens it again.</summary>
    /// <returns>Why it stays as it was; null if it does not.</returns>
    public Task<string?> SettleAsync(WorkingSheet sheet, Comment thread, bool resolved) =>
        TryAsync(sheet, () => sheet.DoAsync(viewer => comments.SettleAsync(viewer, thread, resolved)));

    /// <summary>Signs areas as they were seen. What the viewer has saved since, they know.</summary>
    /// <returns>Why none is signed; null if they are.</returns>
    public Task<string?> SignAsync(WorkingSheet sheet, IReadOnlyCollection<Area> areas, OpenedSheet seen) => TryAsync(sheet, async () =>
    {
        await sheet.ReadRowsAsync();
        var known = seen.WithOwn(sheet.Opened, sheet.Viewer.Name);
        await sheet.DoAsync(viewer => signatures.SignAsync(viewer, sheet.Assessment.Id, areas.ToDictionary(area => area.Code, area => Signature.SealOf(area, known))));
    });

    /// <summary>Agrees that an indicator does not apply.</summary>
    /// <returns>Why not; null if it is agreed to.</returns>
    public Task<string?> AgreeAsync(WorkingSheet sheet, Score seen) =>
        TryAsync(sheet, async () =>
        {
            if (await sheet.DoAsync(viewer => signatures.AgreeAsync(viewer, new CellKey(sheet.Assessment.Id, seen.Indicator), seen.Version)) is SaveOutcome.Conflict)
                throw new InputException(Words.Get("Agree.Changed", seen.Indicator));
        });

    private async Task<string?> TryAsync(WorkingSheet sheet, Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (InputException refused)
        {
            return refused.Message;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault, sheet.Assessment.Id);
            return Words.Get("Review.Fault");
        }
    }

    [LoggerMessage(LogLevel.Error, "A comment, signature or consent of assessment {Assessment} could not be kept")]
    private partial void LogFault(Exception fault, int assessment);
}
