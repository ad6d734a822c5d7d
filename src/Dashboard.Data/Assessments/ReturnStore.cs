using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Imports;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Assessments;

/// <summary>An answer that somebody decided on, looking at what scoring workbooks would change.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Version">The version that they saw stored; 0 for nothing.</param>
public sealed record DecidedAnswer(string Indicator, Answer Answer, int Version);

/// <summary>A file from which answers were taken.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">SHA-256 over its bytes, lower-case hexadecimal.</param>
public sealed record TakenFile(string Name, string Sha256);

/// <summary>Takes answers from scoring workbooks that came back: looked at first, then all of them in one transaction or none.</summary>
public sealed class ReturnStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, SheetSource sheets, TimeProvider clock)
{
    /// <summary>What files would change of an assessment as it is now. Nothing is changed by asking.</summary>
    /// <exception cref="InputException">No such assessment that the viewer may open, it is closed, or a file is none of it.</exception>
    public async Task<ReturnPlan> PlanAsync(Viewer viewer, int assessmentId, ImmutableArray<ReturnedSheet> files, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var (place, sheet) = await OpenAsync(context, viewer, assessmentId, cancel);
        return ReturnPlan.Of(viewer, place.Framework, place.Cycle.Freezes(place.Assessment), sheet, files);
    }

    /// <summary>Saves what was decided on, if all of it is still stored as it was seen.</summary>
    /// <param name="viewer">Who saves.</param>
    /// <param name="assessmentId">The assessment.</param>
    /// <param name="decided">The answers, each indicator once.</param>
    /// <param name="files">Where they come from, for the audit.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Indicators that somebody changed meanwhile; if there is one, nothing was saved. Empty once all is saved.</returns>
    /// <exception cref="InputException">No such assessment, one of the answers is not the viewer's to give, or it cannot be saved so: nothing was saved.</exception>
    public Task<ImmutableArray<string>> SaveAsync(Viewer viewer, int assessmentId, IReadOnlyCollection<DecidedAnswer> decided, IReadOnlyCollection<TakenFile> files, CancellationToken cancel = default) =>
        writes.RunAsync<ImmutableArray<string>>(viewer, async (context, trail) =>
        {
            var (place, sheet) = await OpenAsync(context, viewer, assessmentId, cancel);
            var stored = sheet.Scores.ToDictionary(score => score.Indicator, StringComparer.OrdinalIgnoreCase);
            ImmutableArray<string> overtaken = [.. decided.Where(d => (stored.GetValueOrDefault(d.Indicator)?.Version ?? 0) != d.Version).Select(d => d.Indicator)];
            if (!overtaken.IsEmpty)
                return overtaken;
            foreach (var one in decided)
                Save(viewer, context, trail, place, sheet, one with { Indicator = place.Indicator(one.Indicator) });
            if (decided.Count > 0)
                trail.Record(new AuditFact(AuditActions.SheetReturned, place.Subject, null, new { Answers = decided.Count, Files = files }, Classification: place.Assessment.Marking.Classification));
            return [];
        }, cancel);

    private void Save(Viewer viewer, DashboardContext context, AuditTrail trail, SheetPlace place, OpenedSheet sheet, DecidedAnswer one)
    {
        one.Answer.Check(place.Framework, one.Indicator);
        if (place.WhyNotAnswer(viewer, one.Indicator) is { } refused)
            throw refused;
        if (sheet.Withheld.Contains(one.Indicator))
            throw InputException.Of("MarkedAbove", one.Indicator, viewer.Name);
        var current = sheet.Scores.FirstOrDefault(score => score.Indicator == one.Indicator);
        if (!one.Answer.MayFollow(current?.Answer))
            throw InputException.Of("CarriedNotSaved", one.Indicator);
        var score = ScoreWrite.Put(context, viewer, clock, new CellKey(place.Assessment.Id, one.Indicator), current, one.Answer, current?.Marking);
        trail.Record(new AuditFact(AuditActions.ScoreSaved, SheetName.Of(place.Assessment, one.Indicator), AuditedScore.Of(current), AuditedScore.Of(score),
            Classification: AuditRule.ClassificationOf(place.Terms.Ladder, place.Assessment, score)));
    }

    private async Task<(SheetPlace Place, OpenedSheet Sheet)> OpenAsync(DashboardContext context, Viewer viewer, int id, CancellationToken cancel)
    {
        var (place, whole, _) = await sheets.WholeAsync(context, viewer, id, cancel);
        return (place, ReleaseRule.Open(viewer, place.Terms, whole) ?? throw InputException.Of("NoAssessment", id, viewer.Name));
    }
}
