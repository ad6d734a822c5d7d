using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Readiness;

/// <summary>What one reader may see of each cycle: everything stored of it, through the release rule.</summary>
/// <param name="Viewer">Who reads.</param>
/// <param name="Release">The terms of release on the day of reading.</param>
/// <param name="Cycles">All cycles, the earliest first.</param>
internal sealed record ReaderTables(Viewer Viewer, ReleaseTerms Release, IReadOnlyList<Cycle> Cycles, Func<Cycle, Task<CycleSheets>> SheetsOf)
{
    /// <summary>A cycle as the reader may see it.</summary>
    public async Task<ScoreTable> OfAsync(Cycle cycle, Reading reading)
    {
        var (framework, sheets) = await SheetsOf(cycle);
        return ReleaseRule.Apply(Viewer, Release, cycle, framework, sheets, reading);
    }

    /// <summary>The latest cycle in which the reader sees the country: one that was only just opened says nothing of it yet. The newest if there is none.</summary>
    public async Task<ScoreTable> LatestSeenAsync(Reading reading)
    {
        ScoreTable? newest = null;
        foreach (var cycle in Cycles.Reverse())
        {
            var table = await OfAsync(cycle, reading);
            if (table.Of(reading.Country).Source is not null)
                return table;
            newest ??= table;
        }

        return newest!;
    }

    /// <summary>The cycle that is asked for; for null the latest in which the reader sees a member of the group, the newest if there is none.</summary>
    public async Task<ScoreTable> GroupSeenAsync(CountryGroup group, string? asked, bool withObservers)
    {
        var reading = new Reading(Viewer.Nation);
        if (asked is not null)
            return await OfAsync(Cycle.Require(Cycles, asked), reading);
        foreach (var cycle in Cycles.Reverse())
        {
            var table = await OfAsync(cycle, reading);
            if (group.MembersAt(cycle.AsOf, withObservers).Any(member => table.Of(member).Source is not null))
                return table;
        }

        return await OfAsync(Cycle.Require(Cycles, null), reading);
    }

    /// <summary>The cycles before one, the latest of them first. A draft and a revision that are asked for are those of one cycle.</summary>
    public async Task<List<ScoreTable>> BeforeAsync(Cycle cycle, Reading reading, int atMost = int.MaxValue)
    {
        var tables = new List<ScoreTable>();
        for (var before = cycle.Before(Cycles); before is not null && tables.Count < atMost; before = before.Before(Cycles))
            tables.Add(await OfAsync(before, reading with { Preview = false, Source = reading.Source?.Current }));
        return tables;
    }
}

/// <summary>Everything stored of a cycle, to go through the release rule.</summary>
internal sealed record CycleSheets(Framework Framework, IReadOnlyList<AssessmentSheet> Sheets)
{
    /// <summary>Reads it. Assessments first: the scores of one that was approved then no longer change.</summary>
    public static async Task<CycleSheets> ReadAsync(DashboardContext context, FrameworkCache frameworks, Cycle cycle, CancellationToken cancel)
    {
        var framework = await frameworks.OfAsync(context, cycle, cancel);
        var assessments = await context.Assessments.AsNoTracking().Where(a => a.Cycle == cycle.Code).OrderBy(a => a.Id).ToListAsync(cancel);
        var scores = await context.Scores.AsNoTracking()
            .Where(s => context.Assessments.Any(a => a.Id == s.AssessmentId && a.Cycle == cycle.Code))
            .OrderBy(s => s.AssessmentId).ThenBy(s => s.Indicator).ToListAsync(cancel);
        var byAssessment = scores.ToLookup(s => s.AssessmentId);
        return new CycleSheets(framework, [.. assessments.Select(a => new AssessmentSheet(a, [.. byAssessment[a.Id]]))]);
    }
}
