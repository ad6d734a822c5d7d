using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Assessments;

/// <summary>Begins, revises and moves assessments.</summary>
public sealed class AssessmentStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, FrameworkCache frameworks, TermsSource terms, SheetSource sheets, TimeProvider clock)
{
    /// <summary>
    /// The viewer's own nation's assessment of a country in a cycle; null if there is none or they may not see it. Whoever may not open the
    /// latest revision is given the latest one that they may open: a releasing officer the approved one, while its correction is a draft.
    /// </summary>
    /// <param name="viewer">Who opens it.</param>
    /// <param name="country">The country, alpha-3.</param>
    /// <param name="cycle">Code of the cycle.</param>
    /// <param name="basis">On what it rests.</param>
    /// <param name="revision">Which revision, to be read; null for the latest.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<OpenedSheet?> OwnAsync(Viewer viewer, string country, string cycle, Basis basis, int? revision = null, CancellationToken cancel = default)
    {
        if ((await LatestAsync(viewer, all => Own(all, viewer, country, cycle, basis).Where(a => revision == null || a.Revision == revision), cancel)).SingleOrDefault() is not { } opened)
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var later = revision is null ? [] : await sheets.LaterAsync(context, opened.Assessment, cancel);
        return !ReleaseRule.MayReadBehind(viewer, await terms.OfAsync(context, cancel), later) ? null : opened with
        {
            Return = await ReturnOf(context, viewer, opened.Assessment, cancel),
            Latest = later.Select(s => s.Assessment.Revision).Append(opened.Latest).Max(),
        };
    }

    /// <summary>The revision of an assessment of the viewer's own nation that has a number; null if there is none or they may not see it.</summary>
    public async Task<OpenedSheet?> OwnAsync(Viewer viewer, int id, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) is { } one && one.Assessor == viewer.Nation
            ? await OwnAsync(viewer, one.Country, one.Cycle, one.Basis, one.Revision, cancel) : null;
    }

    /// <summary>The viewer's own nation's assessments in a cycle that they may see, of each the latest revision that they may open, by country and basis.</summary>
    public Task<ImmutableArray<OpenedSheet>> OwnAsync(Viewer viewer, string cycle, CancellationToken cancel = default) =>
        LatestAsync(viewer, all => all.Where(a => a.Cycle == cycle && a.Assessor == viewer.Nation), cancel);

    /// <summary>The viewer's own nation's assessments of all cycles that are not approved and that they may see.</summary>
    public Task<ImmutableArray<OpenedSheet>> UnfinishedAsync(Viewer viewer, CancellationToken cancel = default) =>
        LatestAsync(viewer, all => all.Where(a => a.Assessor == viewer.Nation && a.Status != AssessmentStatus.Approved), cancel);

    /// <summary>How a list of assessments is marked, and whether they are demonstration data.</summary>
    public async Task<(Marking Marking, bool IsDemonstration)> MarkingOfAsync(Viewer viewer, IEnumerable<Assessment> assessments, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return (ListMarking.Of(await terms.OfAsync(context, cancel), viewer, assessments.Select(a => (a.Marking, a.Assessor))), await context.Installations.AnyAsync(i => i.IsDemonstration, cancel));
    }

    /// <summary>How the answers of one assessment are marked that somebody may see: what they take along of it.</summary>
    public async Task<Marking> MarkingOfAsync(Viewer viewer, OpenedSheet sheet, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var release = await terms.OfAsync(context, cancel);
        return ListMarking.Of(release, viewer, [ListMarking.PartOf(release, sheet.Assessment, sheet.Scores)]);
    }

    /// <summary>Begins an assessment by the viewer's nation as an empty draft, released to nobody else: that is decided after approval.</summary>
    /// <exception cref="InputException">Unknown country, cycle or classification, one above the own clearance, a published cycle, no right to it, a basis that does not fit, or it exists already.</exception>
    public Task<Assessment> BeginAsync(Viewer viewer, string country, string cycleCode, Basis basis, string classification, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var code = Country.Require(country).Alpha3;
            var cycle = Cycle.Require(await context.Cycles.AsNoTracking().ToListAsync(cancel), cycleCode);
            if (await Own(context.Assessments, viewer, code, cycle.Code, basis).AnyAsync(cancel))
                throw InputException.Of("AlreadyBegun", viewer.Nation, code, Texts.RefusalWord(basis), cycle.Code);
            var assessment = Begin(context, trail, viewer, terms.Ladder, code, cycle, basis, classification);
            await context.SaveChangesAsync(cancel);
            return assessment;
        }, cancel);

    /// <summary>
    /// Begins a new revision of an approved assessment, with all its scores and evidence. It is released to nobody yet; the approved one
    /// stays in reports until the new one is approved, and with other nations until the new one is released.
    /// </summary>
    /// <exception cref="InputException">No such assessment, no right to it, or it is not the approved latest revision.</exception>
    public Task<Assessment> ReviseAsync(Viewer viewer, int assessmentId, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var old = (await sheets.PlaceAsync(context, viewer, assessmentId, cancel)).Assessment;
            if (!viewer.MayRevise(old))
                throw InputException.Of("MayNotRevise", viewer.Name, old.Country, old.Assessor);
            var latest = await Own(context.Assessments, viewer, old.Country, old.Cycle, old.Basis).MaxAsync(a => a.Revision, cancel);
            if (old.Status != AssessmentStatus.Approved || old.Revision != latest)
                throw InputException.Of("OnlyLatestRevised", latest, SheetName.Of(old));

            var revised = old with { Id = 0, Revision = latest + 1, Status = AssessmentStatus.Draft, Marking = old.Marking.ReleasedTo("") };
            context.Assessments.Add(revised);
            await context.SaveChangesAsync(cancel);
            foreach (var score in await context.Scores.AsNoTracking().Where(s => s.AssessmentId == old.Id).ToListAsync(cancel))
                context.Scores.Add(score with { AssessmentId = revised.Id });
            foreach (var evidence in await context.Evidence.AsNoTracking().Where(e => e.AssessmentId == old.Id).ToListAsync(cancel))
                context.Evidence.Add(evidence with { Id = 0, AssessmentId = revised.Id });
            trail.Record(new AuditFact(AuditActions.AssessmentRevised, SheetName.Of(revised), null, new { old.Revision }));
            return revised;
        }, cancel);

    /// <summary>Moves an assessment along its workflow.</summary>
    /// <param name="viewer">Who takes the step.</param>
    /// <param name="assessmentId">The assessment.</param>
    /// <param name="to">Where to. "Approved" signs it for its next step: while a releasing officer still has the last word, it stays in review.</param>
    /// <param name="reason">Why it is sent back; of no other step. May be empty where an open thread of comments says it.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">No such assessment, no right to the step, no such step, or something that has to come first; nothing is changed.</exception>
    public Task<Assessment> MoveAsync(Viewer viewer, int assessmentId, AssessmentStatus to, string reason = "", CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (place, sheet, standing) = await sheets.WholeAsync(context, viewer, assessmentId, cancel);
            var (assessment, subject) = (place.Assessment, place.Subject);
            if (WorkflowRule.WhyNot(viewer, standing, StepTo(assessment, to)) is { } why)
                throw why;
            if (to == AssessmentStatus.Approved)
                context.Signatures.Add(new Signature { AssessmentId = assessment.Id, Step = standing.AwaitsOfficer ? SignOffStep.ReleasingOfficer : SignOffStep.Reviewer, By = viewer.Name, At = clock.GetUtcNow().UtcDateTime });
            if (to == AssessmentStatus.Approved && standing.Terms.AsksOfficer && !standing.AwaitsOfficer)
            {
                trail.Record(new AuditFact(AuditActions.AssessmentReviewed, subject, null, null));
                return assessment;
            }

            var said = to == AssessmentStatus.Returned ? WorkflowRule.ReturnReason(reason, standing) : null;
            // What was signed for the whole is asked for anew once it comes back.
            if (to == AssessmentStatus.Returned)
                context.Signatures.RemoveRange(sheet.Signatures.Where(s => s.Step != SignOffStep.AreaLead));
            var moved = assessment with { Status = to };
            context.Assessments.Update(moved);
            trail.Record(new AuditFact($"assessment-{CodeName.Of(to)}", subject, new { Status = CodeName.Of(assessment.Status) },
                said is null ? new { Status = CodeName.Of(to) } : new { Status = CodeName.Of(to), Reason = said },
                Classification: said is null ? null : AuditRule.PresentOf(terms.Ladder, assessment)));
            return moved;
        }, cancel);

    /// <summary>Stores whole assessments with their scores and evidence in one transaction, one audit entry for each.</summary>
    /// <exception cref="InputException">An answer or a piece of evidence cannot be used; nothing is stored.</exception>
    internal Task<int> AddAsync(Viewer viewer, IReadOnlyCollection<NewSheet> sheets, Func<DashboardContext, AuditTrail, Task>? first = null, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            if (first is not null)
                await first(context, trail);
            var stored = sheets.Select(s => s with { Assessment = s.Assessment with { Id = 0 } }).ToList();
            context.Assessments.AddRange(stored.Select(s => s.Assessment));
            await context.SaveChangesAsync(cancel);
            var cycles = await context.Cycles.AsNoTracking().ToDictionaryAsync(c => c.Code, cancel);
            var release = await terms.OfAsync(context, cancel);
            foreach (var sheet in stored)
            {
                var framework = await frameworks.OfAsync(context, cycles[sheet.Assessment.Cycle], cancel);
                terms.Ladder.RequireCompilation(sheet.Assessment.Marking.Compilation, sheet.Assessment.Marking.Classification);
                foreach (var score in sheet.Scores)
                {
                    score.Answer.Check(framework, framework.Indicators[framework.IndexOf(score.Indicator)].Code);
                    release.RequireTighter(score.Marking, sheet.Assessment, score.Indicator);
                }

                foreach (var evidence in sheet.Evidence)
                {
                    evidence.Check(release.Today);
                    release.RequireTighter(evidence.Marking, sheet.Assessment, evidence.Indicator);
                }

                context.Scores.AddRange(sheet.Scores.Select(s => s with { AssessmentId = sheet.Assessment.Id }));
                context.Evidence.AddRange(sheet.Evidence.Select(e => e with { AssessmentId = sheet.Assessment.Id, Version = 1 }));
                trail.Record(new AuditFact(AuditActions.AssessmentAdded, SheetName.Of(sheet.Assessment), null,
                    sheet.Scores.ToDictionary(s => s.Indicator, AuditedScore.Of),
                    Classification: AuditRule.ClassificationOf(terms.Ladder, new AssessmentSheet(sheet.Assessment, sheet.Scores))));
            }

            return sheets.Count;
        }, cancel);

    private async Task<ImmutableArray<OpenedSheet>> LatestAsync(Viewer viewer, Func<IQueryable<Assessment>, IQueryable<Assessment>> choose, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var release = await terms.OfAsync(context, cancel);
        var all = (await choose(context.Assessments.AsNoTracking()).ToListAsync(cancel)).GroupBy(a => (a.Cycle, a.Country, a.Basis)).Select(same => same.OrderByDescending(a => a.Revision).ToList())
            .OrderBy(same => same[0].Country, StringComparer.Ordinal).ThenBy(same => same[0].Basis).ToList();
        var opened = ImmutableArray.CreateBuilder<OpenedSheet>();
        foreach (var (latest, revisions) in (await sheets.OfAsync(context, [.. all.Select(same => same[0])], cancel)).Zip(all))
        {
            var sheet = viewer.MayOpen(latest.Assessment) ? latest : await BehindAsync(context, viewer, release, revisions, cancel);
            if (sheet is not null && ReleaseRule.Open(viewer, release, sheet) is { } seen)
                opened.Add(seen with { Standing = await sheets.StandingAsync(context, sheet, cancel), Latest = revisions[0].Revision });
        }

        return opened.ToImmutable();
    }

    // Behind a revision that is not the viewer's to open: what is withheld of it by its marking, or because they score it blind, closes those before it too.
    private async Task<AssessmentSheet?> BehindAsync(DashboardContext context, Viewer viewer, ReleaseTerms release, List<Assessment> newestFirst, CancellationToken cancel) =>
        newestFirst.Find(viewer.MayOpen) is { } behind && ReleaseRule.MayReadBehind(viewer, release, await sheets.LaterAsync(context, behind, cancel)) ? await sheets.OfAsync(context, behind, cancel) : null;

    private static SheetStep StepTo(Assessment assessment, AssessmentStatus to) => to switch
    {
        AssessmentStatus.InReview => SheetStep.Submit,
        AssessmentStatus.Approved => SheetStep.Approve,
        AssessmentStatus.Returned => SheetStep.Return,
        _ => throw InputException.Of("NoSuchStep", Texts.RefusalWord(assessment.Status), Texts.RefusalWord(to)),
    };

    /// <summary>Who sent an assessment back, when and why; null unless it is returned.</summary>
    internal async Task<ReturnNote?> ReturnOf(DashboardContext context, Viewer viewer, Assessment assessment, CancellationToken cancel)
    {
        if (assessment.Status != AssessmentStatus.Returned)
            return null;
        var subject = SheetName.Of(assessment);
        var entry = await context.AuditEntries.AsNoTracking().Where(e => e.Action == AuditActions.AssessmentReturned && e.Subject == subject).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancel);
        return entry is null ? null : ReturnNote.Of(viewer, terms.Ladder, entry);
    }

    /// <summary>Begins an assessment that is not there yet, inside of a change.</summary>
    /// <exception cref="InputException">As <see cref="BeginAsync"/>.</exception>
    internal static Assessment Begin(DashboardContext context, AuditTrail trail, Viewer viewer, ClassificationLadder ladder, string country, Cycle cycle, Basis basis, string classification)
    {
        if (!viewer.MayAssess(country))
            throw InputException.Of("MayNotAssess", viewer.Name, country);
        if (cycle.Published is not null)
            throw InputException.Of("FrozenBegin", cycle.Code);
        if (!basis.Fits(viewer.Nation, country))
            throw InputException.Of("BasisDoesNotFit", viewer.Nation, country, Fitting(viewer.Nation, country));
        var marking = new Marking(ladder.Require(classification));
        if (!ladder.Reaches(viewer.Clearance, marking.Classification))
            throw InputException.Of("MarkAboveClearance", viewer.Name, marking.Classification);
        var assessment = new Assessment { Country = country, Cycle = cycle.Code, Assessor = viewer.Nation, Basis = basis, Marking = marking };
        context.Assessments.Add(assessment);
        trail.Record(new AuditFact("assessment-begun", SheetName.Of(assessment), null, new { assessment.Marking.Classification }));
        return assessment;
    }

    private static string Fitting(string assessor, string country) => string.Join(
        Texts.Get(CultureInfo.CurrentUICulture, "List.Separator"), Enum.GetValues<Basis>().Where(b => b.Fits(assessor, country)).Select(Texts.RefusalWord));

    private static IQueryable<Assessment> Own(IQueryable<Assessment> all, Viewer viewer, string country, string cycle, Basis basis) =>
        all.Where(a => a.Country == country && a.Cycle == cycle && a.Basis == basis && a.Assessor == viewer.Nation);
}

/// <summary>An assessment that is to be stored, with all that belongs to it.</summary>
internal sealed record NewSheet(Assessment Assessment, ImmutableArray<Score> Scores, ImmutableArray<Evidence> Evidence);
