using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Assessments;

/// <summary>Adds, changes and removes what answers rest on: with the rights of the answer, each change one transaction with its audit entry.</summary>
public sealed class EvidenceStore(AuditedWrites writes, SheetSource sheets)
{
    /// <summary>Adds a piece, or changes the one of its number.</summary>
    /// <param name="viewer">Who saves.</param>
    /// <param name="piece">What it says then. Number 0 adds it; else its version is the one that the writer saw. Of its marking, the classification counts; releases of its own stay.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Saved, or the conflict with what somebody else saved meanwhile.</returns>
    /// <exception cref="InputException">No such assessment, indicator or piece, no right to it, or the piece cannot be so; nothing is changed.</exception>
    public Task<EvidenceOutcome> SaveAsync(Viewer viewer, Evidence piece, CancellationToken cancel = default) =>
        writes.RunAsync<EvidenceOutcome>(viewer, async (context, trail) =>
        {
            var (place, indicator, score) = await RequireAsync(context, viewer, new CellKey(piece.AssessmentId, piece.Indicator), cancel);
            var current = await FindAsync(context, place, viewer, piece with { Indicator = indicator }, cancel);
            if (piece.Id != 0 && current?.Version != piece.Version)
                return new EvidenceOutcome.Conflict(current);
            var there = await context.Evidence.AsNoTracking().Where(e => e.AssessmentId == place.Assessment.Id && e.Indicator == indicator).ToListAsync(cancel);
            if (piece.Id == 0 && there.Count >= EvidenceRule.MostPieces)
                throw InputException.Of("EvidenceMany", indicator, EvidenceRule.MostPieces);

            var saved = piece with
            {
                Indicator = indicator,
                Title = piece.Title.Trim(),
                Source = piece.Source.Trim(),
                Reference = piece.Reference.Trim(),
                Marking = Marked(viewer, place, indicator, (piece.Marking, current?.Marking)),
                Version = piece.Version + 1,
            };
            saved.Check(place.Terms.Today);
            // Sent again, because its writer never heard that it was stored: one piece says it once.
            if (piece.Id == 0 && there.Find(e => e with { Id = 0, Version = saved.Version } == saved) is { } same)
                return new EvidenceOutcome.Saved(same);
            if (current is not null && saved with { Version = current.Version } == current)
                return new EvidenceOutcome.Saved(current);
            if (current is null)
            {
                context.Evidence.Add(saved);
                // Its number is part of what is recorded.
                await context.SaveChangesAsync(cancel);
            }
            else
            {
                context.Evidence.Update(saved).Property(e => e.Version).OriginalValue = current.Version;
            }

            var classification = AuditRule.ClassificationOf(place.Terms.Ladder, place.Assessment, score, saved);
            trail.Record(current is null
                ? new AuditFact(AuditActions.EvidenceAdded, SheetName.Of(place.Assessment, indicator), null, AuditedEvidence.Of(saved), Classification: classification)
                : new AuditFact(AuditActions.EvidenceChanged, SheetName.Of(place.Assessment, indicator), AuditedEvidence.Of(current), AuditedEvidence.Of(saved),
                    Classification: place.Terms.Ladder.Higher(classification, AuditRule.ClassificationOf(place.Terms.Ladder, place.Assessment, score, current))));
            return new EvidenceOutcome.Saved(saved);
        }, cancel);

    /// <summary>Takes a piece away; the audit keeps what it said.</summary>
    /// <param name="viewer">Who removes it.</param>
    /// <param name="piece">The piece as the viewer saw it.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Removed, or the conflict with what somebody else saved meanwhile.</returns>
    /// <exception cref="InputException">No such assessment or piece, or no right to it; nothing is changed.</exception>
    public Task<EvidenceOutcome> RemoveAsync(Viewer viewer, Evidence piece, CancellationToken cancel = default) =>
        writes.RunAsync<EvidenceOutcome>(viewer, async (context, trail) =>
        {
            var (place, indicator, score) = await RequireAsync(context, viewer, new CellKey(piece.AssessmentId, piece.Indicator), cancel);
            var current = await FindAsync(context, place, viewer, piece with { Indicator = indicator }, cancel);
            if (current is null || current.Version != piece.Version)
                return new EvidenceOutcome.Conflict(current);
            context.Evidence.Remove(current);
            trail.Record(new AuditFact(AuditActions.EvidenceRemoved, SheetName.Of(place.Assessment, indicator), AuditedEvidence.Of(current), null,
                Classification: AuditRule.ClassificationOf(place.Terms.Ladder, place.Assessment, score, current)));
            return new EvidenceOutcome.Removed();
        }, cancel);

    // The answer that the evidence is for, to somebody who may change it now.
    private async Task<(SheetPlace, string, Score?)> RequireAsync(DashboardContext context, Viewer viewer, CellKey cell, CancellationToken cancel)
    {
        var place = await sheets.PlaceAsync(context, viewer, cell.AssessmentId, cancel);
        var indicator = place.Indicator(cell.Indicator);
        if (place.WhyNotAnswer(viewer, indicator) is { } refusal)
            throw refusal;
        var score = await context.Scores.AsNoTracking().SingleOrDefaultAsync(s => s.AssessmentId == cell.AssessmentId && s.Indicator == indicator, cancel);
        place.RequireSeen(viewer, score);
        return (place, indicator, score);
    }

    // A piece that the viewer may not see is answered like one that is not there.
    private static async Task<Evidence?> FindAsync(DashboardContext context, SheetPlace place, Viewer viewer, Evidence piece, CancellationToken cancel) =>
        await context.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == piece.Id && e.AssessmentId == piece.AssessmentId && e.Indicator == piece.Indicator, cancel) is { } found
        && place.Terms.Withholds(viewer, found, place.Assessment) is null
            ? found
            : null;

    // Nobody marks what they could then not see themselves.
    private static Marking? Marked(Viewer viewer, SheetPlace place, string indicator, (Marking? Asked, Marking? Current) marking)
    {
        if (marking.Asked is not { } asked)
            return null;
        var level = place.Terms.Ladder.Require(asked.Classification);
        if (!place.Terms.Ladder.Reaches(viewer.Clearance, level))
            throw InputException.Of("MarkAboveClearance", viewer.Name, level);
        var own = marking.Current?.Classified(level, null) ?? Marking.OfPart(level);
        place.Terms.RequireTighter(own, place.Assessment, indicator);
        return own;
    }
}

/// <summary>What became of a change of evidence.</summary>
public abstract record EvidenceOutcome
{
    private EvidenceOutcome()
    {
    }

    /// <summary>It is stored.</summary>
    public sealed record Saved(Evidence Piece) : EvidenceOutcome;

    /// <summary>It is gone.</summary>
    public sealed record Removed : EvidenceOutcome;

    /// <summary>Somebody changed the piece meanwhile; nothing was changed. Null if it is no longer there.</summary>
    public sealed record Conflict(Evidence? Current) : EvidenceOutcome;
}

/// <summary>A piece of evidence as the audit keeps it.</summary>
internal sealed record AuditedEvidence(
    int Number, string Title, string Source, DateOnly Date, DateOnly? Expiry, string Reference, string Grade, string Bearing, string Origin, string? Classification, int Version)
{
    public static AuditedEvidence Of(Evidence piece) => new(
        piece.Id, piece.Title, piece.Source, piece.Date, piece.Expiry, piece.Reference, piece.Grade, CodeName.Of(piece.Bearing), CodeName.Of(piece.Origin), piece.Marking?.Classification, piece.Version);
}
