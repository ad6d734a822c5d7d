using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;

namespace Dashboard.Data.Assessments;

/// <summary>Keeps what people say of answers: comments are added and settled, and never changed or removed.</summary>
public sealed class CommentStore(AuditedWrites writes, SheetSource sheets, TimeProvider clock)
{
    /// <summary>Begins a thread, or replies; a reply to a settled thread opens it again.</summary>
    /// <param name="viewer">Who says it.</param>
    /// <param name="cell">Of which answer.</param>
    /// <param name="replyTo">The comment that begins the thread; null to begin one.</param>
    /// <param name="text">What is said.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">No such assessment, indicator or thread, no right to it, it is approved, or the text cannot be kept; nothing is changed.</exception>
    public Task<Comment> AddAsync(Viewer viewer, CellKey cell, int? replyTo, string text, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (place, sheet, score, indicator) = await RequireAsync(context, viewer, cell, cancel);
            var said = Comment.Check(text, indicator);
            var thread = sheet.Comments.Where(c => c.Indicator == indicator).ToList();
            var first = replyTo is { } id ? thread.Find(c => c.Id == id && c.ReplyTo is null) ?? throw InputException.Of("NoThread", indicator) : null;
            // Sent again, because its writer never heard that it was kept.
            if (thread.LastOrDefault() is { } last && last.By == viewer.Name && last.ReplyTo == first?.Id && last.Text == said)
                return last;
            if (thread.Count >= Comment.Most)
                throw InputException.Of("CommentMany", indicator, Comment.Most);
            var comment = new Comment { AssessmentId = cell.AssessmentId, Indicator = indicator, ReplyTo = first?.Id, Text = said, By = viewer.Name, At = clock.GetUtcNow().UtcDateTime, Version = 1 };
            context.Comments.Add(comment);
            if (first is { ResolvedBy: not null })
                Update(context, first, first with { ResolvedBy = null, ResolvedAt = null });
            // Its number is part of what is recorded.
            await context.SaveChangesAsync(cancel);
            trail.Record(new AuditFact(AuditActions.CommentAdded, SheetName.Of(place.Assessment, indicator), null, new { Thread = first?.Id ?? comment.Id, Comment = said },
                Classification: AuditRule.ClassificationOf(place.Terms.Ladder, place.Assessment, score)));
            return comment;
        }, cancel);

    /// <summary>Calls a thread settled, or opens it again.</summary>
    /// <param name="viewer">Who does.</param>
    /// <param name="seen">The comment that begins it, as the viewer saw it.</param>
    /// <param name="resolved">Whether it is settled then.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The comment as it is then; the one that somebody else made of it meanwhile is given back unchanged.</returns>
    /// <exception cref="InputException">No such assessment or thread, no right to it, or it is approved; nothing is changed.</exception>
    public Task<Comment> SettleAsync(Viewer viewer, Comment seen, bool resolved, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (place, sheet, score, indicator) = await RequireAsync(context, viewer, new CellKey(seen.AssessmentId, seen.Indicator), cancel);
            var current = sheet.Comments.FirstOrDefault(c => c.Id == seen.Id && c.ReplyTo is null && c.Indicator == indicator) ?? throw InputException.Of("NoThread", indicator);
            if (current.Version != seen.Version || current.IsOpen != resolved)
                return current;
            var settled = current with { ResolvedBy = resolved ? viewer.Name : null, ResolvedAt = resolved ? clock.GetUtcNow().UtcDateTime : null };
            trail.Record(new AuditFact(resolved ? AuditActions.CommentResolved : AuditActions.CommentReopened, SheetName.Of(place.Assessment, indicator), null, new { Thread = current.Id },
                Classification: AuditRule.ClassificationOf(place.Terms.Ladder, place.Assessment, score)));
            return Update(context, current, settled);
        }, cancel);

    private static Comment Update(DashboardContext context, Comment current, Comment next)
    {
        var raised = next with { Version = current.Version + 1 };
        context.Comments.Update(raised).Property(c => c.Version).OriginalValue = current.Version;
        return raised;
    }

    // What the viewer may not see of an answer, they say nothing of.
    private async Task<(SheetPlace, AssessmentSheet, Score?, string)> RequireAsync(DashboardContext context, Viewer viewer, CellKey cell, CancellationToken cancel)
    {
        var (place, sheet, standing) = await sheets.WholeAsync(context, viewer, cell.AssessmentId, cancel);
        if (WorkflowRule.WhyNot(viewer, standing, SheetStep.Comment) is { } why)
            throw why;
        var indicator = place.Indicator(cell.Indicator);
        var score = sheet.Scores.FirstOrDefault(s => s.Indicator == indicator);
        place.RequireSeen(viewer, score);
        return (place, sheet, score, indicator);
    }
}
