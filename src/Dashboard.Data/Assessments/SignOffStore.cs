using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;

namespace Dashboard.Data.Assessments;

/// <summary>What people vouch for on an assessment's way: area leads for areas, reviewers for what does not apply.</summary>
public sealed class SignOffStore(AuditedWrites writes, SheetSource sheets, TimeProvider clock)
{
    /// <summary>Signs areas as they were seen; one that is signed so already stays as it is.</summary>
    /// <param name="viewer">Who vouches.</param>
    /// <param name="assessmentId">The assessment.</param>
    /// <param name="seen">What each of the areas said as the viewer saw it, by code of the area: see <see cref="Signature.SealOf(Core.Frameworks.Area, OpenedSheet)"/>.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Codes of the areas that were signed now.</returns>
    /// <exception cref="InputException">No such assessment or area, no right to one of them, something in one of them that may not be seen or was changed since, or it is closed; nothing is signed.</exception>
    public Task<ImmutableArray<string>> SignAsync(Viewer viewer, int assessmentId, IReadOnlyDictionary<string, string> seen, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (place, sheet, standing) = await sheets.WholeAsync(context, viewer, assessmentId, cancel);
            var chosen = seen.Select(one => (Area: place.Framework.RequireArea(one.Key), Seal: one.Value)).ToList();
            foreach (var (area, _) in chosen)
                if (WorkflowRule.WhyNot(viewer, standing, SheetStep.SignArea, area.Code) is { } why)
                    throw why;
            var opened = ReleaseRule.Open(viewer, place.Terms, sheet) ?? throw InputException.Of("NoAssessment", assessmentId, viewer.Name);
            var signed = new List<string>();
            foreach (var (area, seal) in chosen.Where(c => !standing.Signed.ContainsKey(c.Area.Code)))
            {
                // Nobody vouches for what they may not see.
                if (area.Indicators.FirstOrDefault(i => opened.Withheld.Contains(i.Code) || opened.WithheldEvidence.Contains(i.Code)) is { } hidden)
                    throw InputException.Of("MarkedAbove", hidden.Code, viewer.Name);
                // Nor for what somebody wrote after they looked.
                if (Signature.SealOf(area, opened) != seal)
                    throw InputException.Of("AreaChanged", area.Code);
                var signature = new Signature
                {
                    AssessmentId = assessmentId,
                    Step = SignOffStep.AreaLead,
                    Area = area.Code,
                    By = viewer.Name,
                    At = clock.GetUtcNow().UtcDateTime,
                    Seal = seal,
                };
                if (sheet.Signatures.Any(s => s.Step == SignOffStep.AreaLead && s.Area == area.Code))
                    context.Signatures.Update(signature);
                else
                    context.Signatures.Add(signature);
                trail.Record(new AuditFact(AuditActions.AreaSigned, SheetName.Of(place.Assessment, area.Code), null, null));
                signed.Add(area.Code);
            }

            return signed.ToImmutableArray();
        }, cancel);

    /// <summary>A reviewer agrees that an indicator does not apply.</summary>
    /// <param name="viewer">The reviewer.</param>
    /// <param name="cell">Which answer.</param>
    /// <param name="expectedVersion">The version that they saw.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Saved, or the conflict with what somebody else did meanwhile.</returns>
    /// <exception cref="InputException">No such assessment or answer, no right to it, it is not in review, or the answer does not say so; nothing is changed.</exception>
    public Task<SaveOutcome> AgreeAsync(Viewer viewer, CellKey cell, int expectedVersion, CancellationToken cancel = default) =>
        writes.RunAsync<SaveOutcome>(viewer, async (context, trail) =>
        {
            var (place, sheet, standing) = await sheets.WholeAsync(context, viewer, cell.AssessmentId, cancel);
            if (WorkflowRule.WhyNot(viewer, standing, SheetStep.Agree) is { } why)
                throw why;
            if (sheet.Scores.FirstOrDefault(s => string.Equals(s.Indicator, cell.Indicator, StringComparison.OrdinalIgnoreCase)) is not { } current)
                throw InputException.Of("NothingToAgree", InputException.Shorten(cell.Indicator));
            place.RequireSeen(viewer, current);
            if (current.Version != expectedVersion)
                return new SaveOutcome.Conflict(current);
            if (current.AgreedBy is not null)
                return new SaveOutcome.Saved(current, current.Version);
            if (WorkflowRule.WhyNotAgreeTo(viewer, standing, current) is { } refusal)
                throw refusal;
            var agreed = current with { AgreedBy = viewer.Name, Version = current.Version + 1 };
            context.Scores.Update(agreed).Property(s => s.Version).OriginalValue = current.Version;
            trail.Record(new AuditFact(AuditActions.ScoreAgreed, SheetName.Of(place.Assessment, current.Indicator), AuditedScore.Of(current), AuditedScore.Of(agreed),
                Classification: AuditRule.ClassificationOf(place.Terms.Ladder, place.Assessment, current)));
            return new SaveOutcome.Saved(agreed, agreed.Version);
        }, cancel);
}
