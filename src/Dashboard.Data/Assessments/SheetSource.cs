using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Assessments;

/// <summary>Reads all that is stored of assessments, and how they stand on their way into reports: before the release rule, for stores alone.</summary>
public sealed class SheetSource(FrameworkCache frameworks, TermsSource terms, SignOffTerms signOff)
{
    /// <summary>The place of an assessment that somebody works on.</summary>
    /// <exception cref="InputException">One that the viewer may not see is answered like one that is not there.</exception>
    internal async Task<SheetPlace> PlaceAsync(DashboardContext context, Viewer viewer, int id, CancellationToken cancel)
    {
        var assessment = await context.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw InputException.Of("NoAssessment", id, viewer.Name);
        var place = await PlaceAsync(context, assessment, cancel);
        return WhyHidden(viewer, place.Terms, assessment) is { } hidden ? throw hidden : place;
    }

    /// <summary>The place of an assessment, for whoever was found to have a right to it.</summary>
    internal async Task<SheetPlace> PlaceAsync(DashboardContext context, Assessment assessment, CancellationToken cancel)
    {
        var cycle = await context.Cycles.AsNoTracking().SingleAsync(c => c.Code == assessment.Cycle, cancel);
        return new SheetPlace(assessment, cycle, await frameworks.OfAsync(context, cycle, cancel), await terms.OfAsync(context, cancel));
    }

    /// <summary>The place of an assessment with all that is stored of it, and how it stands.</summary>
    /// <exception cref="InputException">One that the viewer may not see is answered like one that is not there.</exception>
    internal async Task<(SheetPlace Place, AssessmentSheet Sheet, SheetStanding Standing)> WholeAsync(DashboardContext context, Viewer viewer, int id, CancellationToken cancel)
    {
        var place = await PlaceAsync(context, viewer, id, cancel);
        var sheet = await OfAsync(context, place.Assessment, cancel);
        return (place, sheet, await StandingAsync(context, sheet, cancel));
    }

    /// <summary>The classifications in use.</summary>
    internal ClassificationLadder Ladder => terms.Ladder;

    /// <summary>The sign-off steps that are asked for.</summary>
    internal SignOffTerms SignOff => signOff;

    internal async Task<IReadOnlyList<AssessmentSheet>> OfAsync(DashboardContext context, IReadOnlyCollection<Assessment> assessments, CancellationToken cancel)
    {
        var ids = assessments.Select(a => a.Id).ToList();
        var scores = (await context.Scores.AsNoTracking().Where(s => ids.Contains(s.AssessmentId)).OrderBy(s => s.Indicator).ToListAsync(cancel)).ToLookup(s => s.AssessmentId);
        var evidence = (await context.Evidence.AsNoTracking().Where(e => ids.Contains(e.AssessmentId)).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.AssessmentId);
        var comments = (await context.Comments.AsNoTracking().Where(c => ids.Contains(c.AssessmentId)).OrderBy(c => c.Id).ToListAsync(cancel)).ToLookup(c => c.AssessmentId);
        var signatures = (await context.Signatures.AsNoTracking().Where(s => ids.Contains(s.AssessmentId)).ToListAsync(cancel)).ToLookup(s => s.AssessmentId);
        return
        [
            .. assessments.Select(a => new AssessmentSheet(a, [.. scores[a.Id]])
            {
                Evidence = [.. evidence[a.Id]],
                Comments = [.. comments[a.Id]],
                Signatures = [.. signatures[a.Id]],
            }),
        ];
    }

    internal async Task<AssessmentSheet> OfAsync(DashboardContext context, Assessment assessment, CancellationToken cancel) => (await OfAsync(context, [assessment], cancel))[0];

    /// <summary>The later revisions of an assessment, whole.</summary>
    internal async Task<IReadOnlyList<AssessmentSheet>> LaterAsync(DashboardContext context, Assessment assessment, CancellationToken cancel) => await OfAsync(context, await context.Assessments.AsNoTracking()
        .Where(a => a.Country == assessment.Country && a.Cycle == assessment.Cycle && a.Basis == assessment.Basis && a.Assessor == assessment.Assessor && a.Revision > assessment.Revision).ToListAsync(cancel), cancel);

    /// <summary>How an assessment stands.</summary>
    internal async Task<SheetStanding> StandingAsync(DashboardContext context, AssessmentSheet sheet, CancellationToken cancel)
    {
        var cycle = await context.Cycles.AsNoTracking().SingleAsync(c => c.Code == sheet.Assessment.Cycle, cancel);
        var lastEditor = sheet.Assessment.Status == AssessmentStatus.InReview ? await LastEditorAsync(context, sheet.Assessment, cancel) : null;
        return SheetStanding.Of(await frameworks.OfAsync(context, cycle, cancel), cycle, signOff, sheet, lastEditor);
    }

    // Who gives a second opinion on it knows that it is there.
    internal static InputException? WhyHidden(Viewer viewer, ReleaseTerms terms, Assessment assessment) => terms.Withholds(viewer, assessment) switch
    {
        null => null,
        WithheldReason.Blind => InputException.Of("MayNotWhileBlind", viewer.Name, assessment.Country, assessment.Cycle),
        _ => InputException.Of("NoAssessment", assessment.Id, viewer.Name),
    };

    // By the audit: a score's own columns name also whoever marked it last, and a revision's are copies of the one before.
    private static Task<string?> LastEditorAsync(DashboardContext context, Assessment assessment, CancellationToken cancel)
    {
        var (whole, parts) = (SheetName.Of(assessment), SheetName.Of(assessment, ""));
        return context.AuditEntries.AsNoTracking().Where(e => AuditActions.Authored.Contains(e.Action) && (e.Subject == whole || e.Subject.StartsWith(parts)))
            .OrderByDescending(e => AuditActions.Edits.Contains(e.Action)).ThenByDescending(e => e.Sequence).Select(e => e.Actor).FirstOrDefaultAsync(cancel);
    }
}
