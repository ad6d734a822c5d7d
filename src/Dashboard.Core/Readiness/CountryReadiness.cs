using System.Collections.Immutable;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>The scores of one country: one aggregate for each area in framework order, and the total.</summary>
/// <param name="Areas">Area scores. Not assessed and withheld answers are missing; not applicable ones leave every denominator.</param>
/// <param name="Total">Weighted mean of the areas that have a score, from 3/4 of the applicable area weight; its range uses the ranges of all applicable areas.</param>
public sealed record CountryReadiness(ImmutableArray<Aggregate> Areas, Aggregate Total)
{
    /// <summary>Computes the scores of a country.</summary>
    /// <param name="framework">The framework that <paramref name="cells"/> follow.</param>
    /// <param name="cells">One cell for each indicator in framework order.</param>
    /// <param name="leftOut">Indicators to leave out as if they were not applicable; empty for none.</param>
    public static CountryReadiness Of(Framework framework, ImmutableArray<Cell> cells, ReadOnlySpan<bool> leftOut = default)
    {
        var areas = ImmutableArray.CreateBuilder<Aggregate>(framework.Areas.Length);
        var total = new Aggregation();
        for (var a = 0; a < framework.Areas.Length; a++)
        {
            var (area, offset) = (framework.Areas[a], framework.Offsets[a]);
            var aggregation = new Aggregation();
            for (var i = 0; i < area.Indicators.Length; i++)
            {
                var cell = cells[offset + i];
                if (!cell.IsApplicable || (!leftOut.IsEmpty && leftOut[offset + i]))
                    continue;
                aggregation.Add(cell.IsScored
                    ? new Part(area.Indicators[i].Weight, cell.Level, cell.Level, cell.Level)
                    : new Part(area.Indicators[i].Weight, null, framework.Minimum, framework.Maximum));
            }

            var result = aggregation.Result(Share.ForScore);
            areas.Add(result);
            if (result.Range is { } range)
                total.Add(new Part(area.Weight, result.Value, range.Low, range.High));
        }

        return new CountryReadiness(areas.MoveToImmutable(), total.Result(Share.ForTotal));
    }
}
