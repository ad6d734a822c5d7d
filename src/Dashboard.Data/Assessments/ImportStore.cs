using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Imports;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Assessments;

/// <summary>Into which assessments the levels of a table go.</summary>
/// <param name="Cycle">Code of the cycle; null for the latest.</param>
/// <param name="Basis">On what they rest; null for self-assessed of the own country and estimated of others.</param>
/// <param name="Classification">How an assessment is classified that has to be begun; null for the lowest.</param>
/// <param name="Replaces">Whether answers that say something else are replaced. If not, and there is one, nothing is saved.</param>
public sealed record ImportTarget(string? Cycle = null, Basis? Basis = null, string? Classification = null, bool Replaces = false);

/// <summary>A level of a table where something else is stored.</summary>
/// <param name="Level">The level.</param>
/// <param name="Now">What is stored; without its words where they are not for this viewer.</param>
public sealed record DifferentLevel(TableLevel Level, Score Now);

/// <summary>What an import does, or would do.</summary>
/// <param name="Begun">Alpha-3 of the countries of which an assessment is begun.</param>
/// <param name="Saved">Levels that are saved.</param>
/// <param name="Same">Levels that are stored already.</param>
/// <param name="Different">Levels where something else is stored; they are among the saved ones if they are to be replaced.</param>
/// <param name="Refused">Countries of which nothing can be saved, with the reason; there is none once something was saved.</param>
public sealed record ImportOutcome(ImmutableArray<string> Begun, int Saved, int Same, ImmutableArray<DifferentLevel> Different, ImmutableArray<(string Country, string Why)> Refused);

/// <summary>Takes levels from tables into assessments of the viewer's nation: all of them in one transaction, or none.</summary>
public sealed class ImportStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, SheetSource sheets, FrameworkCache frameworks, TimeProvider clock)
{
    /// <summary>The framework of the cycle that a table is for.</summary>
    /// <exception cref="InputException">Unknown cycle.</exception>
    public async Task<Core.Frameworks.Framework> FrameworkAsync(Viewer viewer, ImportTarget target, CancellationToken cancel = default)
    {
        Require(viewer);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await frameworks.OfAsync(context, await CycleAsync(context, target, cancel), cancel);
    }

    /// <summary>What an import would do. Nothing is changed by asking.</summary>
    /// <exception cref="InputException">As <see cref="SaveAsync"/>, but for answers that would be replaced: those are told.</exception>
    public async Task<ImportOutcome> PlanAsync(Viewer viewer, ImportTarget target, IReadOnlyCollection<TableLevel> levels, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        // What is put into this context is never saved.
        return await TakeAsync(context, new AuditTrail(), viewer, target, levels, file: null, cancel);
    }

    /// <summary>Saves the levels of a table.</summary>
    /// <param name="viewer">Who brings it.</param>
    /// <param name="target">Where to.</param>
    /// <param name="levels">The levels; a country and an indicator together once.</param>
    /// <param name="file">Where they come from: the audit and the rationale of each say so.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">Unknown cycle, an assessment that is closed or not the viewer's, or an answer that would be replaced: nothing is saved.</exception>
    public Task<ImportOutcome> SaveAsync(Viewer viewer, ImportTarget target, IReadOnlyCollection<TableLevel> levels, TakenFile file, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var outcome = await TakeAsync(context, trail, viewer, target, levels, file, cancel);
            if (!target.Replaces && outcome.Different is [var first, ..])
                throw InputException.Of("ImportReplaces", outcome.Different.Length, first.Level.Country, first.Level.Indicator, first.Level.Place);
            if (outcome.Saved > 0)
                trail.Record(new AuditFact(AuditActions.TableImported, $"tables/{(await CycleAsync(context, target, cancel)).Code}", null, new { File = file, Levels = outcome.Saved, outcome.Begun }));
            return outcome;
        }, cancel);

    private async Task<ImportOutcome> TakeAsync(DashboardContext context, AuditTrail trail, Viewer viewer, ImportTarget target, IReadOnlyCollection<TableLevel> levels, TakenFile? file, CancellationToken cancel)
    {
        Require(viewer);
        var cycle = await CycleAsync(context, target, cancel);
        var own = (await context.Assessments.AsNoTracking().Where(a => a.Cycle == cycle.Code && a.Assessor == viewer.Nation).ToListAsync(cancel))
            .GroupBy(a => (a.Country, a.Basis)).ToDictionary(same => same.Key, same => same.MaxBy(a => a.Revision)!);
        var taking = new Taking(context, trail, viewer, file);
        foreach (var country in levels.GroupBy(level => level.Country, StringComparer.Ordinal))
        {
            var basis = target.Basis ?? Bases.DefaultFor(viewer.Nation, country.Key);
            try
            {
                await TakeAsync(taking, await OfAsync(taking, cycle, own, country.Key, basis, target.Classification, cancel), [.. country], cancel);
            }
            catch (InputException why) when (file is null)
            {
                taking.Refused.Add((country.Key, why.Message));
            }
            catch (InputException why) when (!AuditedWrites.IsRefusal(why))
            {
                throw InputException.Of("ImportRefused", country.Key, why.Message);
            }
        }

        return new ImportOutcome([.. taking.Begun], taking.Saved, taking.Same, [.. taking.Different], [.. taking.Refused]);
    }

    private async Task<Assessment> OfAsync(Taking taking, Cycle cycle, Dictionary<(string, Basis), Assessment> own, string country, Basis basis, string? classification, CancellationToken cancel)
    {
        if (own.TryGetValue((country, basis), out var assessment))
            return assessment;
        assessment = AssessmentStore.Begin(taking.Context, taking.Trail, taking.Viewer, sheets.Ladder, country, cycle, basis, classification ?? sheets.Ladder.Lowest);
        taking.Begun.Add(country);
        // Its number is given by the database: only where all of it is to be saved.
        if (taking.File is not null)
            await taking.Context.SaveChangesAsync(cancel);
        return assessment;
    }

    private async Task TakeAsync(Taking taking, Assessment assessment, IReadOnlyCollection<TableLevel> levels, CancellationToken cancel)
    {
        var place = await sheets.PlaceAsync(taking.Context, assessment, cancel);
        if (SheetSource.WhyHidden(taking.Viewer, place.Terms, assessment) is { } hidden)
            throw hidden;
        foreach (var level in levels)
            if (place.WhyNotAnswer(taking.Viewer, level.Indicator) is { } refused)
                throw refused;
        var stored = (await taking.Context.Scores.AsNoTracking().Where(s => s.AssessmentId == assessment.Id).ToListAsync(cancel)).ToDictionary(s => s.Indicator, StringComparer.OrdinalIgnoreCase);
        foreach (var level in levels)
            Take(taking, place, level, stored.GetValueOrDefault(level.Indicator));
    }

    private void Take(Taking taking, SheetPlace place, TableLevel level, Score? current)
    {
        place.RequireSeen(taking.Viewer, current);
        if (current?.Answer is { State: ScoreState.Scored } given && given.Level == level.Level)
        {
            taking.Same++;
            return;
        }

        if (current is not null && current.Answer != Answer.NotAssessed)
            taking.Different.Add(new DifferentLevel(level, current));
        taking.Saved++;
        var answer = Answer.Of(level.Level, rationale: $"{taking.File?.Name}: {level.Place}");
        answer.Check(place.Framework, level.Indicator);
        var score = ScoreWrite.Put(taking.Context, taking.Viewer, clock, new CellKey(place.Assessment.Id, level.Indicator), current, answer, current?.Marking);
        taking.Trail.Record(new AuditFact(AuditActions.ScoreSaved, SheetName.Of(place.Assessment, level.Indicator), AuditedScore.Of(current), AuditedScore.Of(score),
            Classification: AuditRule.ClassificationOf(place.Terms.Ladder, place.Assessment, score)));
    }

    private static void Require(Viewer viewer)
    {
        if (!viewer.WorksOnAssessments)
            throw InputException.Of("MayNotImport", viewer.Name);
    }

    private static async Task<Cycle> CycleAsync(DashboardContext context, ImportTarget target, CancellationToken cancel) =>
        Cycle.Require(await context.Cycles.AsNoTracking().ToListAsync(cancel), target.Cycle);

    /// <summary>One table while it is taken; without a file it is only looked at.</summary>
    private sealed record Taking(DashboardContext Context, AuditTrail Trail, Viewer Viewer, TakenFile? File)
    {
        public List<string> Begun { get; } = [];
        public List<DifferentLevel> Different { get; } = [];
        public List<(string Country, string Why)> Refused { get; } = [];
        public int Saved { get; set; }
        public int Same { get; set; }
    }
}
