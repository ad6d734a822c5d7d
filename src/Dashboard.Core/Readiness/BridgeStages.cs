using System.Collections.Immutable;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>A state between two cycles: who is compared with whom, by which framework.</summary>
internal sealed record BridgeStage(
    Framework Framework, Statistic Statistic, CountryReadiness Subject, ImmutableArray<CountryReadiness> Peers)
{
    /// <summary>The gap in an area by its code, or in the total for null; unknown where the framework has no such area.</summary>
    public double? GapOf(string? code)
    {
        if (code is null)
            return Subject.Total.Value - Benchmark.Of(Statistic, Peers, null);
        for (var a = 0; a < Framework.Areas.Length; a++)
            if (Framework.Areas[a].Code == code)
                return Subject.Areas[a].Value - Benchmark.Of(Statistic, Peers, a);
        return null;
    }
}

/// <summary>The six states of a bridge: the earlier cycle, then one more <see cref="Cause"/> let in at each.</summary>
internal static class BridgeStages
{
    public static ImmutableArray<BridgeStage> Of(GapQuestion question, ScoreTable earlier, ScoreTable later)
    {
        var old = earlier.Framework;
        var before = question.PeersAt(earlier.Cycle.AsOf);
        var now = question.PeersAt(later.Cycle.AsOf);
        var subjectBefore = earlier.Of(question.Subject).Cells;
        var subjectNow = Carried(question.Subject);
        var levelsNow = subjectBefore.Select((cell, i) => cell.IsScored && subjectNow[i].IsScored ? subjectNow[i] : cell).ToImmutableArray();
        var seenTwice = before.Intersect(now)
            .Where(c => earlier.Of(c).Source is not null && later.Of(c).Source is not null).ToHashSet(StringComparer.Ordinal);

        var peersBefore = before.Select(c => Score(earlier.Of(c).Cells)).ToImmutableArray();
        var peersLevelsNow = before.Select(c => Score(seenTwice.Contains(c) ? Carried(c) : earlier.Of(c).Cells)).ToImmutableArray();
        var peersNow = now.Select(c => Score(Carried(c))).ToImmutableArray();
        return
        [
            Stage(subjectBefore, peersBefore),
            Stage(levelsNow, peersBefore),
            Stage(subjectNow, peersBefore),
            Stage(subjectNow, peersLevelsNow),
            Stage(subjectNow, peersNow),
            new BridgeStage(later.Framework, question.Statistic, Later(question.Subject), [.. now.Select(Later)]),
        ];

        BridgeStage Stage(ImmutableArray<Cell> subject, ImmutableArray<CountryReadiness> peers) => new(old, question.Statistic, Score(subject), peers);
        CountryReadiness Score(ImmutableArray<Cell> cells) => CountryReadiness.Of(old, cells);
        CountryReadiness Later(string country) => CountryReadiness.Of(later.Framework, later.Of(country).Cells);

        // The later answers on the earlier framework. What the later one no longer asks keeps its earlier answer: that it went is the
        // framework's doing. Of a country that is no longer seen nothing is kept: that it went out of sight is the membership's.
        ImmutableArray<Cell> Carried(string country)
        {
            if (old.Hash == later.Framework.Hash)
                return later.Of(country).Cells;
            var byCode = later.CellsByCode(country);
            var cells = earlier.Of(country).Cells;
            var seen = later.Of(country).Source is not null;
            return [.. old.Indicators.Select((indicator, i) => byCode.GetValueOrDefault(indicator.Code, seen ? cells[i] : new Cell(CellState.NotAssessed)))];
        }
    }

    /// <summary>A country's cells by the code of their indicator.</summary>
    public static Dictionary<string, Cell> CellsByCode(this ScoreTable table, string country)
    {
        var cells = table.Of(country).Cells;
        return table.Framework.Indicators.Select((indicator, i) => (indicator.Code, Cell: cells[i]))
            .ToDictionary(x => x.Code, x => x.Cell, StringComparer.Ordinal);
    }
}
