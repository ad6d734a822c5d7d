using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Assessments;

/// <summary>Takes answers over from the cycle before, to be confirmed, and confirms them: many in one transaction, each with an audit entry of its own.</summary>
public sealed class CarryStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, SheetSource sheets, TimeProvider clock)
{
    /// <summary>The assessment that answers could be carried over from; null if there is none that the viewer may open.</summary>
    /// <exception cref="InputException">No such assessment that the viewer may open.</exception>
    public async Task<EarlierSheet?> EarlierAsync(Viewer viewer, int assessmentId, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await EarlierAsync(context, viewer, (await OpenAsync(context, viewer, assessmentId, cancel)).Place, cancel);
    }

    /// <summary>Fills what has no answer yet from the cycle before.</summary>
    /// <returns>What was filled, and what was left out; nothing is filled if everything has an answer.</returns>
    /// <exception cref="InputException">No such assessment or none before, no right to any area with something to fill, it is closed or frozen, or what it would take over is marked higher; nothing is changed.</exception>
    public Task<CarryPlan> CarryAsync(Viewer viewer, int assessmentId, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (place, sheet) = await OpenAsync(context, viewer, assessmentId, cancel);
            RequireOpen(viewer, place);
            var assessment = place.Assessment;
            var earlier = await EarlierAsync(context, viewer, place, cancel)
                ?? throw InputException.Of("NothingBefore", assessment.Country, Texts.RefusalWord(assessment.Basis), assessment.Cycle, viewer.Name);
            var plan = CarryPlan.Of(viewer, place.Terms.Ladder, place.Framework, sheet, earlier);
            if (plan.Fills.IsEmpty && !plan.Elsewhere.IsEmpty)
                throw InputException.Of("MayNotCarry", viewer.Name, assessment.Country, assessment.Assessor);
            if (!plan.Fills.IsEmpty && plan.Least != assessment.Marking)
                throw InputException.Of("CarryMarkFirst", plan.From, Say(plan.Least));
            foreach (var fill in plan.Fills)
            {
                var current = sheet.Scores.FirstOrDefault(s => s.Indicator == fill.Indicator);
                var carried = ScoreWrite.Put(context, viewer, clock, new CellKey(assessment.Id, fill.Indicator), current, fill.Answer, current?.Marking ?? fill.Marking);
                trail.Record(new AuditFact(AuditActions.ScoreCarried, SheetName.Of(assessment, fill.Indicator), AuditedScore.Of(current), AuditedCarry.Of(carried, plan.From),
                    Classification: AuditRule.ClassificationOf(place.Terms.Ladder, assessment, carried)));
            }

            return plan;
        }, cancel);

    /// <summary>Makes answers of what was carried over, as far as it is still as the viewer saw it.</summary>
    /// <param name="viewer">Who confirms.</param>
    /// <param name="assessmentId">The assessment.</param>
    /// <param name="seen">What is confirmed, in the versions that were seen.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">No such assessment, no right to any of it, or it is closed or frozen; nothing is changed.</exception>
    public Task<ConfirmOutcome> ConfirmAsync(Viewer viewer, int assessmentId, IReadOnlyCollection<Score> seen, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (place, sheet) = await OpenAsync(context, viewer, assessmentId, cancel);
            RequireOpen(viewer, place);
            var assessment = place.Assessment;
            var mine = seen.ToLookup(s => viewer.MayScore(assessment, place.AreaOf(s.Indicator)));
            if (!mine[true].Any() && mine[false].Any())
                throw InputException.Of("MayNotCarry", viewer.Name, assessment.Country, assessment.Assessor);
            var confirmed = new List<Score>();
            foreach (var one in mine[true].DistinctBy(s => s.Indicator))
            {
                var current = sheet.Scores.FirstOrDefault(s => s.Indicator == one.Indicator);
                if (current is not { Answer.State: ScoreState.Carried } || current.Version != one.Version)
                    continue;
                var score = ScoreWrite.Put(context, viewer, clock, new CellKey(assessment.Id, one.Indicator), current, current.Answer.Confirmed(), current.Marking);
                confirmed.Add(score);
                trail.Record(new AuditFact(AuditActions.ScoreConfirmed, SheetName.Of(assessment, score.Indicator), AuditedScore.Of(current), AuditedScore.Of(score),
                    Classification: AuditRule.ClassificationOf(place.Terms.Ladder, assessment, score)));
            }

            return new ConfirmOutcome([.. confirmed], [.. mine[true].Select(s => s.Indicator).Except(confirmed.Select(s => s.Indicator))], [.. mine[false].Select(s => s.Indicator)]);
        }, cancel);

    private static void RequireOpen(Viewer viewer, SheetPlace place)
    {
        if (!place.Framework.Areas.Any(area => viewer.MayScore(place.Assessment, area.Code)))
            throw InputException.Of("MayNotCarry", viewer.Name, place.Assessment.Country, place.Assessment.Assessor);
        if (place.WhyClosed is { } closed)
            throw closed;
    }

    private async Task<(SheetPlace Place, OpenedSheet Sheet)> OpenAsync(DashboardContext context, Viewer viewer, int id, CancellationToken cancel)
    {
        var place = await sheets.PlaceAsync(context, viewer, id, cancel);
        return (place, await OpenAsync(context, viewer, place, cancel) ?? throw InputException.Of("NoAssessment", id, viewer.Name));
    }

    private static async Task<OpenedSheet?> OpenAsync(DashboardContext context, Viewer viewer, SheetPlace place, CancellationToken cancel) =>
        ReleaseRule.Open(viewer, place.Terms,
            new AssessmentSheet(place.Assessment, [.. await context.Scores.AsNoTracking().Where(s => s.AssessmentId == place.Assessment.Id).ToListAsync(cancel)]));

    private async Task<EarlierSheet?> EarlierAsync(DashboardContext context, Viewer viewer, SheetPlace place, CancellationToken cancel)
    {
        var now = place.Assessment;
        if (place.Cycle.Before(await context.Cycles.AsNoTracking().ToListAsync(cancel)) is not { } cycle)
            return null;
        var latest = await context.Assessments.AsNoTracking()
            .Where(a => a.Cycle == cycle.Code && a.Country == now.Country && a.Assessor == now.Assessor && a.Basis == now.Basis && a.Status == AssessmentStatus.Approved)
            .OrderByDescending(a => a.Revision).FirstOrDefaultAsync(cancel);
        if (latest is null)
            return null;
        var before = await sheets.PlaceAsync(context, latest, cancel);
        return await OpenAsync(context, viewer, before, cancel) is { } sheet ? new EarlierSheet(before.Cycle, before.Framework, sheet) : null;
    }

    private static string Say(Marking marking) => marking.Compilation is { } whole ? $"{marking.Classification} ({whole})" : marking.Classification;
}

/// <summary>What became of a confirmation.</summary>
/// <param name="Confirmed">The answers as they are now.</param>
/// <param name="Overtaken">Indicators that somebody else changed meanwhile, or that are no longer carried: unchanged.</param>
/// <param name="Elsewhere">Indicators whose area is not the viewer's to score: unchanged.</param>
public sealed record ConfirmOutcome(ImmutableArray<Score> Confirmed, ImmutableArray<string> Overtaken, ImmutableArray<string> Elsewhere);

/// <summary>A score as the audit keeps it when it is carried over.</summary>
internal sealed record AuditedCarry(string State, int? Level, string Confidence, string Rationale, int Version, string From)
{
    public static AuditedCarry Of(Score score, string from) => new(
        CodeName.Of(score.Answer.State), score.Answer.Level, CodeName.Of(score.Answer.Confidence), score.Answer.Rationale, score.Version, from);
}
