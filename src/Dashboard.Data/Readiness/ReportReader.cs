using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Wording;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Readiness;

/// <summary>What somebody asks of the reader, in their own words; codes are looked up.</summary>
/// <param name="Country">Code or name of the subject.</param>
/// <param name="Against">Code or name of the group.</param>
/// <param name="Statistic">The statistic.</param>
/// <param name="Cycle">Code of the cycle; null for the latest in which the reader sees the subject.</param>
/// <param name="WithObservers">Whether observers and partners of the group count.</param>
/// <param name="Preview">Whether a draft of the reader's own nation stands in for its approved assessment of the subject, where the reader may open it.</param>
/// <param name="Source">Which of several assessments of the subject to use; null for the preferred one.</param>
public sealed record ReportRequest(
    string Country, string Against, Statistic Statistic = Statistic.Median, string? Cycle = null, bool WithObservers = false, bool Preview = false, SourceChoice? Source = null);

/// <summary>Where a country stands against every group.</summary>
/// <param name="Reports">One report for each group that has members to compare with, in the groups' order.</param>
/// <param name="Marking">The marking of all of them together.</param>
public sealed record Overview(ImmutableArray<GapReport> Reports, Marking Marking);

/// <summary>Every answer of every approved assessment that a reader may see.</summary>
/// <param name="Rows">By cycle and country.</param>
/// <param name="Marking">The marking of all of them together.</param>
public sealed record ScoreList(ImmutableArray<(Cycle Cycle, Framework Framework, CountryScores Scores)> Rows, Marking Marking);

/// <summary>The one way to a report: everything stored of a cycle goes through the release rule, and what comes out is analysed.</summary>
public sealed class ReportReader(IDbContextFactory<DashboardContext> contexts, FrameworkCache frameworks, TermsSource terms)
{
    /// <summary>Answers a question for a reader.</summary>
    /// <exception cref="Core.InputException">The viewer reads no scores, an unknown country, group or cycle, or a source that is not there for this reader.</exception>
    public async Task<GapReport> ReadAsync(Viewer viewer, ReportRequest request, CancellationToken cancel = default)
    {
        ReleaseRule.RequireReader(viewer);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var cycles = await CyclesAsync(context, cancel);
        var chosen = Cycle.Require(cycles, request.Cycle);
        var release = await terms.OfAsync(context, cancel);
        var question = new GapQuestion(
            await SubjectAsync(), CountryGroup.Require(release.Groups, request.Against), request.Statistic, request.WithObservers, request.Source);
        var reading = new Reading(question.Subject, request.Preview, request.Source);
        var table = await SeenAsync(reading);
        Require(request.Source, table.Of(question.Subject));
        var earlier = table.Cycle.Before(cycles) is { } before ? await TableAsync(context, viewer, release, before, reading with { Preview = false, Source = reading.Source?.Current }, cancel) : null;
        return GapAnalysis.Run(question, table, earlier) with { IsDemonstration = await IsDemonstrationAsync(context, cancel) };

        // Whoever names no country is offered those of which they see an assessment, and no others.
        async Task<string> SubjectAsync() => Country.Find(request.Country)?.Alpha3
            ?? throw Country.Unknown(request.Country, (await SeenAsync(new Reading(viewer.Nation))).Assessed);

        Task<ScoreTable> SeenAsync(Reading of) => request.Cycle is null
            ? LatestSeenAsync(context, viewer, release, cycles, of, cancel)
            : TableAsync(context, viewer, release, chosen, of, cancel);
    }

    /// <summary>Answers, for a reader, how a country stands against each group in the latest cycle in which they see it, from one reading of the data.</summary>
    /// <exception cref="Core.InputException">The viewer reads no scores, an unknown country, or there is no cycle yet.</exception>
    public async Task<Overview> ReadAllAsync(Viewer viewer, string country, CancellationToken cancel = default)
    {
        ReleaseRule.RequireReader(viewer);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var cycles = await CyclesAsync(context, cancel);
        _ = Cycle.Require(cycles, null);
        var release = await terms.OfAsync(context, cancel);
        var reading = new Reading(Country.Require(country).Alpha3);
        var table = await LatestSeenAsync(context, viewer, release, cycles, reading, cancel);
        var earlier = table.Cycle.Before(cycles) is { } before ? await TableAsync(context, viewer, release, before, reading, cancel) : null;
        List<GapQuestion> questions = [.. release.Groups.Select(group => new GapQuestion(reading.Country, group)).Where(q => !q.PeersAt(table.Cycle.AsOf).IsEmpty)];
        var isDemonstration = await IsDemonstrationAsync(context, cancel);
        return new Overview(
            [.. questions.Select(question => GapAnalysis.Run(question, table, earlier) with { IsDemonstration = isDemonstration })],
            GapAnalysis.MarkingOf(questions, table, earlier));
    }

    private static Task<bool> IsDemonstrationAsync(DashboardContext context, CancellationToken cancel) =>
        context.Installations.AnyAsync(i => i.IsDemonstration, cancel);

    // A cycle that was only just opened says nothing of the country yet: the latest that does is the answer; the newest if none does.
    private async Task<ScoreTable> LatestSeenAsync(
        DashboardContext context, Viewer viewer, ReleaseTerms release, List<Cycle> cycles, Reading reading, CancellationToken cancel)
    {
        ScoreTable? newest = null;
        foreach (var cycle in Enumerable.Reverse(cycles))
        {
            var table = await TableAsync(context, viewer, release, cycle, reading, cancel);
            if (table.Of(reading.Country).Source is not null)
                return table;
            newest ??= table;
        }

        return newest!;
    }

    private async Task<ScoreTable> TableAsync(
        DashboardContext context, Viewer viewer, ReleaseTerms release, Cycle cycle, Reading reading, CancellationToken cancel) => ReleaseRule.Apply(
        viewer, release, cycle, await frameworks.OfAsync(context, cycle, cancel), await SheetsAsync(context, cycle, cancel), reading);

    // What is withheld is answered like what is not there.
    private static void Require(SourceChoice? chosen, CountryScores scores)
    {
        if (chosen is null || (scores.Source is { } used && chosen.IsOf(used.Basis, used.Assessor) && (chosen.Revision ?? used.Revision) == used.Revision))
            return;
        if (chosen.Revision is { } number)
            throw Core.InputException.Of("NoRevision", number, Named(chosen.Basis, chosen.Assessor), scores.Country);
        var seen = scores.Alternatives.Prepend(scores.Source).OfType<Source>().Select(s => Named(s.Basis, s.Assessor)).ToList();
        throw Core.InputException.UnknownChoice("source", Named(chosen.Basis, chosen.Assessor), seen,
            seen.Count > 0 ? Texts.Refusal("SourceOf", scores.Country) : Texts.Refusal("NoSourceOf", scores.Country));

        static string Named(Basis basis, string assessor) => Texts.Refusal("SourceBy", Texts.RefusalWord(basis), assessor);
    }

    /// <summary>Every approved assessment that the reader may see, by cycle and country.</summary>
    /// <param name="viewer">Who reads.</param>
    /// <param name="cycle">Code of one cycle; null for all.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="Core.InputException">The viewer reads no scores, or an unknown cycle.</exception>
    public async Task<ScoreList> ListAsync(Viewer viewer, string? cycle, CancellationToken cancel = default)
    {
        ReleaseRule.RequireReader(viewer);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var cycles = await CyclesAsync(context, cancel);
        if (cycle is not null)
            cycles = [Cycle.Require(cycles, cycle)];
        var release = await terms.OfAsync(context, cancel);
        var rows = ImmutableArray.CreateBuilder<(Cycle, Framework, CountryScores)>();
        var markings = new List<(Marking, string)>();
        foreach (var one in cycles)
        {
            var framework = await frameworks.OfAsync(context, one, cancel);
            var sheets = await SheetsAsync(context, one, cancel);
            List<CountryScores> listed = [.. ReleaseRule.List(viewer, release, framework, sheets)];
            rows.AddRange(listed.Select(scores => (one, framework, scores)));
            markings.AddRange(ListMarking.PartsOf(release, framework, sheets, listed));
        }

        return new ScoreList(rows.ToImmutable(), ListMarking.Of(release, viewer, markings));
    }

    private static async Task<List<Cycle>> CyclesAsync(DashboardContext context, CancellationToken cancel) =>
        await context.Cycles.AsNoTracking().OrderBy(c => c.AsOf).ThenBy(c => c.Code).ToListAsync(cancel);

    // Assessments first: the scores of one that was approved then no longer change.
    internal static async Task<List<AssessmentSheet>> SheetsAsync(DashboardContext context, Cycle cycle, CancellationToken cancel)
    {
        var assessments = await context.Assessments.AsNoTracking().Where(a => a.Cycle == cycle.Code).OrderBy(a => a.Id).ToListAsync(cancel);
        var scores = await context.Scores.AsNoTracking()
            .Where(s => context.Assessments.Any(a => a.Id == s.AssessmentId && a.Cycle == cycle.Code))
            .OrderBy(s => s.AssessmentId).ThenBy(s => s.Indicator).ToListAsync(cancel);
        var byAssessment = scores.ToLookup(s => s.AssessmentId);
        return [.. assessments.Select(a => new AssessmentSheet(a, [.. byAssessment[a.Id]]))];
    }
}
