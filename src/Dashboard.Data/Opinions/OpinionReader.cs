using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Opinions;

/// <summary>Reads second opinions, each through the release rule: before it is handed in, only its reviewer sees what it says, and they nothing else of the assessment.</summary>
public sealed class OpinionReader(IDbContextFactory<DashboardContext> contexts, FrameworkCache frameworks, TermsSource terms)
{
    /// <summary>The second opinions on an assessment of the viewer's nation; null if there is no such assessment that they work on and may see.</summary>
    public async Task<OpinionView?> OfAsync(Viewer viewer, string country, string cycle, Basis basis, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var revisions = await context.Assessments.AsNoTracking()
            .Where(a => a.Country == country && a.Cycle == cycle && a.Basis == basis && a.Assessor == viewer.Nation).OrderByDescending(a => a.Revision).ToListAsync(cancel);
        var all = await OpinionsAsync(context, context.Assessments.Where(a => a.Country == country && a.Cycle == cycle && a.Basis == basis && a.Assessor == viewer.Nation), cancel);
        if (revisions.Count == 0)
            return null;
        var release = await terms.OfAsync(context, cancel);
        var framework = await frameworks.OfAsync(context, await context.Cycles.AsNoTracking().SingleAsync(c => c.Code == cycle, cancel), cancel);
        var own = all.Find(o => o.Opinion.State == OpinionState.UnderWay && o.Opinion.Reviewer == viewer.Name);
        var assessment = own is null ? revisions[0] : revisions.Single(a => a.Id == own.Opinion.AssessmentId);
        var sheet = await SheetAsync(context, assessment, cancel);
        if (own is not null)
            return ReleaseRule.OpenBlind(viewer, release, sheet) is { } blind
                ? new OpinionView(assessment, framework, blind.MarkingIn(terms.Ladder)) { Own = own, Sheet = blind, IsDemonstration = await IsDemonstrationAsync(context, cancel) }
                : null;
        if (ReleaseRule.Open(viewer, release, sheet) is null)
            return null;
        var compared = new List<(OpinionComparison Compared, AssessmentSheet Sheet)>();
        foreach (var (opinion, answers) in all)
        {
            var about = opinion.AssessmentId == assessment.Id ? sheet : await SheetAsync(context, revisions.Single(a => a.Id == opinion.AssessmentId), cancel);
            if (ReleaseRule.Compare(viewer, release, framework, about, (opinion, answers)) is { } one)
                compared.Add((one, about));
        }

        return new OpinionView(assessment, framework, Marked(release, viewer, assessment, compared))
        {
            UnderWay = [.. all.Select(o => o.Opinion).Where(o => o.State == OpinionState.UnderWay)],
            Compared = [.. compared.Select(c => c.Compared).OrderByDescending(c => c.Opinion.Ended)],
            WhyNot = await OpinionFacts.WhyNotAsync(context, viewer, assessment, cancel),
            IsDemonstration = await IsDemonstrationAsync(context, cancel),
        };
    }

    /// <summary>Whether the viewer gives a second opinion on any assessment now, so that their reading differs from others' with the same rights.</summary>
    public async Task<bool> IsBlindAsync(Viewer viewer, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Opinions.AnyAsync(o => o.State == OpinionState.UnderWay && o.Reviewer == viewer.Name, cancel);
    }

    /// <summary>The assessments on which the viewer gives a second opinion now, the one begun first before the others.</summary>
    public async Task<ImmutableArray<OwnOpinion>> MineAsync(Viewer viewer, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = await (from opinion in context.Opinions
                          join assessment in context.Assessments on opinion.AssessmentId equals assessment.Id
                          where opinion.State == OpinionState.UnderWay && opinion.Reviewer == viewer.Name && assessment.Assessor == viewer.Nation
                          orderby opinion.Begun
                          select new { opinion, assessment }).AsNoTracking().ToListAsync(cancel);
        var release = await terms.OfAsync(context, cancel);
        var mine = ImmutableArray.CreateBuilder<OwnOpinion>();
        foreach (var row in rows.Where(r => ReleaseRule.OpenBlind(viewer, release, new AssessmentSheet(r.assessment, [])) is not null))
            mine.Add(new OwnOpinion(row.opinion, row.assessment, await context.OpinionAnswers.CountAsync(a => a.OpinionId == row.opinion.Id && a.Answer.State != ScoreState.NotAssessed, cancel)));
        return mine.ToImmutable();
    }

    /// <summary>Every second opinion that was handed in and that the viewer may see beside its assessment, the newest cycle first, with the marking of all of them together.</summary>
    public async Task<(ImmutableArray<OpinionComparison> Compared, Marking Marking)> AgreementsAsync(Viewer viewer, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var release = await terms.OfAsync(context, cancel);
        var cycles = await context.Cycles.AsNoTracking().ToDictionaryAsync(c => c.Code, cancel);
        var compared = new List<(OpinionComparison Compared, AssessmentSheet Sheet)>();
        foreach (var (opinion, answers) in await OpinionsAsync(context, context.Assessments.Where(a => a.Assessor == viewer.Nation), cancel))
        {
            if (opinion.State != OpinionState.HandedIn)
                continue;
            var sheet = await SheetAsync(context, await context.Assessments.AsNoTracking().SingleAsync(a => a.Id == opinion.AssessmentId, cancel), cancel);
            var framework = await frameworks.OfAsync(context, cycles[sheet.Assessment.Cycle], cancel);
            if (ReleaseRule.Compare(viewer, release, framework, sheet, (opinion, answers)) is { } one)
                compared.Add((one, sheet));
        }

        return ([.. compared.Select(c => c.Compared).OrderByDescending(c => cycles[c.Assessment.Cycle].AsOf).ThenBy(c => c.Assessment.Country, StringComparer.Ordinal).ThenBy(c => c.Opinion.Ended)],
            ListMarking.Of(release, viewer, compared.Select(c => PartOf(release, c))));
    }

    private static Marking Marked(ReleaseTerms release, Viewer viewer, Assessment assessment, List<(OpinionComparison, AssessmentSheet)> compared) =>
        ListMarking.Of(release, viewer, compared.Select(c => PartOf(release, c)).Append((assessment.Marking, assessment.Assessor)));

    private static (Marking, string) PartOf(ReleaseTerms release, (OpinionComparison Compared, AssessmentSheet Sheet) c)
    {
        var shown = c.Compared.Rows.Select(r => r.Indicator).ToHashSet();
        return ListMarking.PartOf(release, c.Sheet.Assessment, c.Sheet.Scores.Where(s => shown.Contains(s.Indicator)));
    }

    private static async Task<List<OpinionWithAnswers>> OpinionsAsync(DashboardContext context, IQueryable<Assessment> about, CancellationToken cancel)
    {
        var opinions = context.Opinions.AsNoTracking().Where(o => about.Any(a => a.Id == o.AssessmentId));
        var answers = (await context.OpinionAnswers.AsNoTracking().Where(a => opinions.Any(o => o.Id == a.OpinionId)).ToListAsync(cancel)).ToLookup(a => a.OpinionId);
        return [.. (await opinions.OrderBy(o => o.Id).ToListAsync(cancel)).Select(o => new OpinionWithAnswers(o, [.. answers[o.Id]]))];
    }

    private static async Task<AssessmentSheet> SheetAsync(DashboardContext context, Assessment assessment, CancellationToken cancel) =>
        new(assessment, [.. await context.Scores.AsNoTracking().Where(s => s.AssessmentId == assessment.Id).ToListAsync(cancel)])
        {
            Evidence = [.. await context.Evidence.AsNoTracking().Where(e => e.AssessmentId == assessment.Id).OrderBy(e => e.Id).ToListAsync(cancel)],
        };

    private static Task<bool> IsDemonstrationAsync(DashboardContext context, CancellationToken cancel) => context.Installations.AnyAsync(i => i.IsDemonstration, cancel);
}
