using System.Collections.Immutable;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>An indicator with its level.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Level">Its level.</param>
public sealed record IndicatorLevel(string Code, int Level)
{
    /// <summary>The lowest scored indicator of an area; of equals the one with the larger weight, then the first in framework order. Null if none is scored.</summary>
    internal static IndicatorLevel? WeakestOf(Framework framework, ImmutableArray<Cell> cells, int areaIndex) =>
        Weakest(framework, cells, framework.Offsets[areaIndex], framework.Areas[areaIndex].Indicators.Length);

    /// <summary>The lowest scored indicator of all, by the same order (an indicator's own weight, whatever its area's).</summary>
    internal static IndicatorLevel? WeakestOf(Framework framework, ImmutableArray<Cell> cells) =>
        Weakest(framework, cells, 0, cells.Length);

    private static IndicatorLevel? Weakest(Framework framework, ImmutableArray<Cell> cells, int from, int count)
    {
        var weakest = -1;
        for (var i = from; i < from + count; i++)
        {
            if (!cells[i].IsScored)
                continue;
            if (weakest < 0 || cells[i].Level < cells[weakest].Level
                || (cells[i].Level == cells[weakest].Level && framework.Indicators[i].Weight > framework.Indicators[weakest].Weight))
                weakest = i;
        }

        return weakest < 0 ? null : new IndicatorLevel(framework.Indicators[weakest].Code, cells[weakest].Level);
    }
}
