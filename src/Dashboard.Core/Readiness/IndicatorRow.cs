using System.Collections.Immutable;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>One indicator of the subject beside the members'.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Cell">What the reader sees of the subject.</param>
/// <param name="Before">What the reader sees of it in the cycle before; null if there is none or its framework did not ask this.</param>
/// <param name="Benchmark">The question's statistic of the members' levels; null if none is scored and seen.</param>
/// <param name="Counts">How many members are scored and seen at each level of the scale, the lowest first.</param>
public sealed record IndicatorRow(string Code, Cell Cell, Cell? Before, double? Benchmark, ImmutableArray<int> Counts)
{
    /// <summary>Members whose level is scored and seen.</summary>
    public int N => Counts.Sum();

    /// <summary>Level minus benchmark; negative is behind; null if either is unknown. One answer alone: nothing is found of it.</summary>
    public double? Gap => Cell.IsScored ? Cell.Level - Benchmark : null;

    internal static ImmutableArray<IndicatorRow> Of(Comparison comparison, ScoreTable? earlier)
    {
        var subject = comparison.Subject.Country;
        var before = earlier?.CellsByCode(subject.Country);
        var framework = comparison.Table.Framework;
        return [.. framework.Indicators.Select((indicator, i) =>
        {
            double[] levels = [.. comparison.Peers.Select(p => p.Country.Cells[i]).Where(c => c.IsScored).Select(c => (double)c.Level)];
            return new IndicatorRow(
                indicator.Code,
                subject.Cells[i],
                before is not null && before.TryGetValue(indicator.Code, out var was) ? was : null,
                levels.Length == 0 ? null : Statistics.Of(comparison.Statistic, levels),
                [.. framework.Scale.Select(step => levels.Count(level => (int)level == step.Level))]);
        })];
    }
}
