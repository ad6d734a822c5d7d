using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Release;

/// <summary>Decides to whom approved assessments are released.</summary>
public sealed class ReleaseStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, SheetSource sheets, TermsSource terms)
{
    /// <summary>The approved assessments of the viewer's nation in a cycle that they may decide on, by country and basis.</summary>
    public async Task<ImmutableArray<ReleaseStanding>> ListAsync(Viewer viewer, string cycle, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var release = await terms.OfAsync(context, cancel);
        var own = await context.Assessments.AsNoTracking().Where(a => a.Cycle == cycle && a.Assessor == viewer.Nation).ToListAsync(cancel);
        return
        [
            .. own.GroupBy(a => (a.Country, a.Basis)).Select(ReleaseStanding.Of).OfType<ReleaseStanding>()
                .Where(s => viewer.MayRelease(s.Latest) && release.Withholds(viewer, s.Latest) is null)
                .OrderBy(s => s.Latest.Country, StringComparer.Ordinal).ThenBy(s => s.Latest.Basis),
        ];
    }

    /// <summary>What a releasing officer decides on; null if there is no such approved assessment that they may see and decide on.</summary>
    /// <param name="viewer">Who decides.</param>
    /// <param name="assessmentId">Any revision of it.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<ReleaseCase?> OpenAsync(Viewer viewer, int assessmentId, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == assessmentId, cancel) is not { } one
            || await StandingAsync(context, one, cancel) is not { } standing || !viewer.MayRelease(standing.Latest))
            return null;
        var scores = await context.Scores.AsNoTracking().Where(s => s.AssessmentId == standing.Latest.Id).OrderBy(s => s.Indicator).ToListAsync(cancel);
        var place = await sheets.PlaceAsync(context, standing.Latest, cancel);
        if (ReleaseRule.Open(viewer, place.Terms, new AssessmentSheet(standing.Latest, [.. scores])) is not { } sheet)
            return null;
        var marking = ListMarking.Of(place.Terms, viewer, [ListMarking.PartOf(place.Terms, standing.Latest, scores)]);
        return new ReleaseCase(standing, sheet, marking, place.Terms, place.Framework, await context.Installations.AnyAsync(i => i.IsDemonstration, cancel));
    }

    /// <summary>Releases the newest approved revision to those named and to nobody else; earlier revisions are withdrawn by the same decision.</summary>
    /// <param name="viewer">Who decides.</param>
    /// <param name="assessmentId">The revision that was looked at.</param>
    /// <param name="releasableTo">Nations and groups separated by commas; empty withdraws the assessment from everybody.</param>
    /// <param name="expectedReleasableTo">To whom it was released when it was looked at: <see cref="ReleaseStanding.ReleasableTo"/>.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">No such assessment, no right to it, not the newest approved revision, an unknown nation or group, or somebody decided meanwhile; nothing is changed.</exception>
    public Task<Assessment> ReleaseAsync(Viewer viewer, int assessmentId, string releasableTo, string expectedReleasableTo, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var place = await sheets.PlaceAsync(context, viewer, assessmentId, cancel);
            var (assessment, subject) = (place.Assessment, place.Subject);
            if (!viewer.MayRelease(assessment))
                throw assessment.Status != AssessmentStatus.Approved && viewer.MayRelease(assessment with { Status = AssessmentStatus.Approved })
                    ? InputException.Of("ReleaseUnapproved", subject, Texts.RefusalWord(assessment.Status))
                    : InputException.Of("MayNotRelease", viewer.Name, assessment.Country, assessment.Assessor);
            // The originator needs no release of its own.
            var to = string.Join(',', Marking.ReadReleases(place.Terms.Groups, releasableTo).Split(',').Where(code => code != assessment.Assessor));
            var standing = (await StandingAsync(context, assessment, cancel))!;
            if (standing.Latest.Id != assessment.Id)
                throw InputException.Of("OnlyLatestReleased", standing.Latest.Revision, subject);
            if (standing.ReleasableTo != expectedReleasableTo)
                throw InputException.Of("ReleasedMeanwhile", subject, standing.ReleasableTo.Length > 0 ? standing.ReleasableTo.Replace(",", ", ") : Texts.Refusal("Nobody"));

            foreach (var decided in standing.Decide(to))
            {
                var before = standing.Approved.Single(a => a.Id == decided.Id);
                context.Assessments.Update(decided);
                trail.Record(new AuditFact("assessment-released", SheetName.Of(decided), new { before.Marking.ReleasableTo }, new { decided.Marking.ReleasableTo }));
            }

            return assessment with { Marking = assessment.Marking.ReleasedTo(to) };
        }, cancel);

    private static async Task<ReleaseStanding?> StandingAsync(DashboardContext context, Assessment of, CancellationToken cancel) => ReleaseStanding.Of(
        await context.Assessments.AsNoTracking()
            .Where(a => a.Country == of.Country && a.Cycle == of.Cycle && a.Assessor == of.Assessor && a.Basis == of.Basis).ToListAsync(cancel));
}

/// <summary>What a releasing officer looks at to decide.</summary>
/// <param name="Standing">The approved revisions and their releases.</param>
/// <param name="Sheet">The newest of them, as the officer may see it.</param>
/// <param name="Marking">The marking of what is shown of it.</param>
/// <param name="Terms">The terms of the day.</param>
/// <param name="Framework">The framework of its cycle.</param>
/// <param name="IsDemonstration">Whether it is demonstration data.</param>
public sealed record ReleaseCase(ReleaseStanding Standing, OpenedSheet Sheet, Marking Marking, ReleaseTerms Terms, Framework Framework, bool IsDemonstration);
