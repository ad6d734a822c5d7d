using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>
/// Where the area scores of one country could lie: each draw replaces missing answers by uniform ones over the scale and shifts the
/// area by one uniform error within its margin. Never a confidence interval.
/// </summary>
/// <remarks>
/// Every draw uses one number of the country's sequence for each indicator and one for each area, at fixed places in framework
/// order, whether it is needed or not: changing one answer leaves all the other numbers where they were.
/// </remarks>
internal sealed class CountryDraws(Framework framework, string cycle, CountryScores country)
{
    private readonly SplitMix64 _numbers = SplitMix64.For(FormattableString.Invariant($"{cycle}|{country.Country}"));

    /// <summary>Half the width of an answer's error in levels; unstated counts as low.</summary>
    public static double HalfWidth(Confidence confidence) => confidence switch
    {
        Confidence.High => 0.25,
        Confidence.Moderate => 0.5,
        _ => 1.0,
    };

    /// <summary>Fills <paramref name="into"/> with the draws of an area, or returns false where nothing is applicable.</summary>
    public bool Fill(int areaIndex, Span<double> into)
    {
        var area = framework.Areas[areaIndex];
        var offset = framework.Offsets[areaIndex];
        double weight = 0, scored = 0, sum = 0, errors = 0;
        var missing = new List<(int Slot, double Weight)>();
        for (var i = 0; i < area.Indicators.Length; i++)
        {
            var (cell, w) = (country.Cells[offset + i], area.Indicators[i].Weight);
            if (!cell.IsApplicable)
                continue;
            weight += w;
            if (cell.IsScored)
            {
                scored += w;
                sum += w * cell.Level;
                errors += w * HalfWidth(cell.Confidence);
            }
            else
            {
                missing.Add((offset + areaIndex + i, w));
            }
        }

        if (weight == 0)
            return false;

        double low = framework.Minimum, high = framework.Maximum;
        var margin = scored > 0 ? errors / scored : 0;
        var known = (sum + missing.Sum(m => m.Weight) * low) / weight;
        var reach = missing.Select(m => (m.Slot, Reach: m.Weight * (high - low) / weight)).ToImmutableArray();
        var slots = (ulong)(framework.Indicators.Length + framework.Areas.Length);
        var shift = (ulong)(offset + areaIndex + area.Indicators.Length);
        for (var draw = 0; draw < into.Length; draw++)
        {
            var first = (ulong)draw * slots;
            var value = known;
            foreach (var (slot, most) in reach)
                value += most * _numbers.Fraction(first + (ulong)slot);
            value += margin * (2 * _numbers.Fraction(first + shift) - 1);
            into[draw] = Math.Clamp(value, low, high);
        }

        return true;
    }
}
