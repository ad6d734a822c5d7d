using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Readiness;

/// <summary>How much of a cycle somebody may take along.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Assessments">Assessments that they may see.</param>
/// <param name="Answers">Lines: one for each indicator of each assessment, and of each country of which they may see none.</param>
/// <param name="Marking">The marking of all that is shown of it.</param>
public sealed record CycleExtent(Cycle Cycle, int Assessments, int Answers, Marking Marking);

/// <summary>What an export of answers will hold.</summary>
/// <param name="Cycles">Cycle by cycle, the earliest first.</param>
/// <param name="Marking">The marking of all of them together.</param>
/// <param name="IsDemonstration">Whether the data are invented.</param>
public sealed record ScoreExtent(ImmutableArray<CycleExtent> Cycles, Marking Marking, bool IsDemonstration)
{
    /// <summary>Assessments in all of them.</summary>
    public int Assessments => Cycles.Sum(cycle => cycle.Assessments);

    /// <summary>Lines in all of them.</summary>
    public int Answers => Cycles.Sum(cycle => cycle.Answers);
}

/// <summary>Every answer that a reader may see, cycle by cycle: no more than one of them is ever in memory.</summary>
public sealed class ScoreReader(IDbContextFactory<DashboardContext> contexts, FrameworkCache frameworks, TermsSource terms, KnownReadings known)
{
    /// <summary>How much there is and how it is marked; everything is read once for it, and it stays known until something changes.</summary>
    /// <param name="viewer">Who reads.</param>
    /// <param name="cycle">Code of one cycle; null for all.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">The viewer reads no scores, or an unknown cycle.</exception>
    public async Task<ScoreExtent> ExtentAsync(Viewer viewer, string? cycle, CancellationToken cancel = default)
    {
        ReleaseRule.RequireReader(viewer);
        var now = await known.NowAsync(cancel);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var cycles = await context.Cycles.AsNoTracking().OrderBy(c => c.AsOf).ThenBy(c => c.Code).ToListAsync(cancel);
        if (cycle is not null)
            cycles = [Cycle.Require(cycles, cycle)];
        return await now.GetAsync((viewer.Name, viewer.RightsText, cycle is null ? null : cycles[0].Code), () => MeasureAsync(viewer, cycles), cancel);
    }

    /// <summary>Each assessment as the reader may see it, and each country of which they may see none; by cycle and country.</summary>
    /// <param name="viewer">Who reads.</param>
    /// <param name="extent">What was said of it before.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="InputException">The viewer reads no scores, or a cycle no longer holds what was said of it: nothing of that cycle was given.</exception>
    public async IAsyncEnumerable<ListedSheet> ListAsync(Viewer viewer, ScoreExtent extent, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ReleaseRule.RequireReader(viewer);
        foreach (var told in extent.Cycles)
        {
            var (sheets, release) = await ReadAsync(viewer, told.Cycle, cancel);
            // Each line carries the marking of the whole, which is on the way already.
            if (ExtentOf(viewer, release, told.Cycle, sheets) != told)
                throw InputException.Of("ExportChanged", told.Cycle.Code);
            foreach (var sheet in sheets)
            {
                cancel.ThrowIfCancellationRequested();
                yield return sheet;
            }
        }
    }

    private async Task<ScoreExtent> MeasureAsync(Viewer viewer, List<Cycle> cycles)
    {
        var (extents, parts) = (ImmutableArray.CreateBuilder<CycleExtent>(), new HashSet<(Marking, string)>());
        foreach (var cycle in cycles)
        {
            var (sheets, release) = await ReadAsync(viewer, cycle, CancellationToken.None);
            extents.Add(ExtentOf(viewer, release, cycle, sheets));
            parts.UnionWith(ListedSheet.PartsOf(sheets));
        }

        await using var context = await contexts.CreateDbContextAsync();
        return new ScoreExtent(
            extents.ToImmutable(), ListMarking.Of(await terms.OfAsync(context), viewer, parts), await context.Installations.AnyAsync(i => i.IsDemonstration));
    }

    private static CycleExtent ExtentOf(Viewer viewer, ReleaseTerms release, Cycle cycle, List<ListedSheet> sheets) => new(
        cycle, sheets.Count(sheet => sheet.Scores.Source is not null), sheets.Sum(sheet => sheet.Scores.Cells.Length), ListMarking.Of(release, viewer, ListedSheet.PartsOf(sheets)));

    private async Task<(List<ListedSheet> Sheets, ReleaseTerms Release)> ReadAsync(Viewer viewer, Cycle cycle, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var release = await terms.OfAsync(context, cancel);
        var (framework, stored) = await CycleSheets.ReadAsync(context, frameworks, cycle, cancel);
        // The words of other nations stay with them.
        var evidence = (await context.Evidence.AsNoTracking()
            .Where(e => context.Assessments.Any(a => a.Id == e.AssessmentId && a.Cycle == cycle.Code && a.Assessor == viewer.Nation && a.Status == AssessmentStatus.Approved))
            .ToListAsync(cancel)).ToLookup(e => e.AssessmentId);
        return ([.. ReleaseRule.List(viewer, release, cycle, framework, stored.Select(sheet => sheet with { Evidence = [.. evidence[sheet.Assessment.Id]] }))], release);
    }
}
