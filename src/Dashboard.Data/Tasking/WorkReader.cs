using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Opinions;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tasking;

/// <summary>What waits for somebody who works on assessments.</summary>
/// <param name="Tasks">Areas given to them, the first due first.</param>
/// <param name="Returned">Assessments that a reviewer sent back.</param>
/// <param name="ToReview">Assessments whose next signature is theirs to give, or that they may return: as reviewer, or as releasing officer after one.</param>
/// <param name="Expiring">Evidence of open assessments that no longer holds, or soon will not; the earliest first.</param>
/// <param name="Today">The day of reading (UTC).</param>
public sealed record Work(ImmutableArray<TaskLine> Tasks, ImmutableArray<Returned> Returned, ImmutableArray<SheetStanding> ToReview, ImmutableArray<Expiring> Expiring, DateOnly Today)
{
    /// <summary>Second opinions that they have begun and not handed in.</summary>
    public ImmutableArray<OwnOpinion> Opinions { get; init; } = [];

    /// <summary>Areas given to people that their coordinator has to follow up: returned as nil, then overdue.</summary>
    public ImmutableArray<TaskLine> ToFollowUp { get; init; } = [];

    /// <summary>Assessments of every cycle that they may go on with, but those of <see cref="Returned"/>; the latest cycle first.</summary>
    public ImmutableArray<Unfinished> Unfinished { get; init; } = [];

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => !Assessments.Any();

    /// <summary>The assessments that are named.</summary>
    public IEnumerable<Assessment> Assessments =>
    [
        .. Tasks.Concat(ToFollowUp).Select(t => t.Assessment), .. Returned.Select(r => r.Assessment), .. ToReview.Select(s => s.Assessment),
        .. Unfinished.Select(u => u.Assessment), .. Expiring.Select(e => e.Assessment), .. Opinions.Select(o => o.Assessment),
    ];
}

/// <summary>An assessment that was sent back.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Note">By whom, when and why.</param>
/// <param name="Comments">How many threads of comments are open that the reader may see.</param>
public sealed record Returned(Assessment Assessment, ReturnNote Note, int Comments);

/// <summary>An assessment that is neither sent to review nor approved.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Answered">Indicators with an answer, as far as the reader knows.</param>
/// <param name="Of">Indicators of its cycle's framework.</param>
public sealed record Unfinished(Assessment Assessment, int Answered, int Of);

/// <summary>A piece of evidence and the assessment that it belongs to.</summary>
public sealed record Expiring(Assessment Assessment, Evidence Piece);

/// <summary>Reads what waits for somebody: of assessments that they may open alone.</summary>
public sealed class WorkReader(IDbContextFactory<DashboardContext> contexts, AssessmentStore assessments, FrameworkCache frameworks, TaskReader tasks, OpinionReader opinions, TimeProvider clock)
{
    public async Task<Work> OfAsync(Viewer viewer, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var cycles = await context.Cycles.AsNoTracking().ToDictionaryAsync(c => c.Code, cancel);
        var sheets = (await assessments.UnfinishedAsync(viewer, cancel)).Where(s => !cycles[s.Assessment.Cycle].Freezes(s.Assessment)).ToList();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var returned = new List<Returned>();
        foreach (var sheet in sheets.Where(s => s.Assessment.Status == AssessmentStatus.Returned && viewer.MayMove(s.Assessment, AssessmentStatus.InReview)))
            if (await assessments.ReturnOf(context, viewer, sheet.Assessment, cancel) is { } note)
                returned.Add(new Returned(sheet.Assessment, note, sheet.Comments.Count(c => c.IsOpen)));
        var unfinished = new List<Unfinished>();
        foreach (var sheet in sheets.Where(s => s.Assessment.Status.IsOpen() && viewer.MayAssess(s.Assessment.Country) && !returned.Exists(r => r.Assessment.Id == s.Assessment.Id)))
            unfinished.Add(new Unfinished(sheet.Assessment, sheet.Answered, (await frameworks.OfAsync(context, cycles[sheet.Assessment.Cycle], cancel)).Indicators.Length));
        return new Work(
            await tasks.MineAsync(viewer, cancel),
            [.. returned.OrderByDescending(r => r.Note.At)],
            [.. sheets.Select(s => s.Standing!).Where(standing => WorkflowRule.IsTurnOf(viewer, standing))],
            [.. sheets.Where(s => s.Assessment.Status.IsOpen() && viewer.MayAssess(s.Assessment.Country))
                .SelectMany(s => s.Evidence.Where(e => e.HasExpired(today) || e.ExpiresSoon(today)).Select(e => new Expiring(s.Assessment, e))).OrderBy(e => e.Piece.Expiry).ThenBy(e => e.Piece.Id)],
            today)
        {
            ToFollowUp = await tasks.ToFollowUpAsync(viewer, cancel),
            Unfinished = [.. unfinished.OrderByDescending(u => cycles[u.Assessment.Cycle].AsOf)],
            Opinions = await opinions.MineAsync(viewer, cancel),
        };
    }
}
