namespace Dashboard.Core.Readiness;

/// <summary>One part of a weighted mean: an indicator in an area, an area in a total, a pillar in an index.</summary>
/// <param name="Weight">Finite, above 0.</param>
/// <param name="Value">The value; null where it is missing.</param>
/// <param name="Low">The least that it could be; equal to the value for a plain answer.</param>
/// <param name="High">The most that it could be.</param>
public readonly record struct Part(double Weight, double? Value, double Low, double High);

/// <summary>A weighted mean with what is missing from it. Not applicable parts were never added.</summary>
/// <param name="Value">The mean of the parts that have a value; null below the coverage asked for, or if nothing is applicable.</param>
/// <param name="Range">What the missing parts could make of it; contains the value; null if nothing is applicable.</param>
/// <param name="ValuedWeight">Weight of the parts that have a value.</param>
/// <param name="Weight">Weight of all (applicable) parts.</param>
public readonly record struct Aggregate(double? Value, Band? Range, double ValuedWeight, double Weight)
{
    /// <summary>Whether anything is applicable at all.</summary>
    public bool IsApplicable => Weight > 0;

    /// <summary>Share of the applicable weight that has a value, 0 to 1; null if nothing is applicable.</summary>
    public double? Coverage => IsApplicable ? ValuedWeight / Weight : null;

    /// <summary>Whether at least this share of the applicable weight has a value.</summary>
    public bool Covers(Share share) => IsApplicable && ValuedWeight > 0 && share.IsReachedBy(ValuedWeight, Weight);
}

/// <summary>
/// The one aggregation of the product: areas from indicators, totals from areas, and any other hierarchy of weighted arithmetic
/// means, level by level. Source of the method: OECD/JRC, Handbook on Constructing Composite Indicators (2008), linear aggregation.
/// </summary>
public struct Aggregation
{
    private double _weight, _valuedWeight, _sum, _low, _high;

    /// <summary>Adds an applicable part.</summary>
    public void Add(in Part part)
    {
        _weight += part.Weight;
        _low += part.Weight * part.Low;
        _high += part.Weight * part.High;
        if (part.Value is not { } value)
            return;
        _valuedWeight += part.Weight;
        _sum += part.Weight * value;
    }

    /// <summary>The mean of what was added, with a value only from the coverage <paramref name="minimum"/>.</summary>
    public readonly Aggregate Result(Share minimum)
    {
        if (_weight == 0)
            return default;

        var result = new Aggregate(null, new Band(_low / _weight, _high / _weight), _valuedWeight, _weight);
        if (!result.Covers(minimum))
            return result;

        // The two quotients may differ in their last bits where they are equal by the rule.
        var value = _sum / _valuedWeight;
        var range = result.Range!.Value;
        return result with { Value = value, Range = new Band(Math.Min(range.Low, value), Math.Max(range.High, value)) };
    }
}
