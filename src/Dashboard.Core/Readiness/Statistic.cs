namespace Dashboard.Core.Readiness;

/// <summary>How a group's scores become one benchmark. Countries are unweighted.</summary>
public enum Statistic
{
    /// <summary>The middle score; the mean of the middle two for an even number.</summary>
    Median,
    /// <summary>The arithmetic mean.</summary>
    Mean,
    /// <summary>The 75 % quantile by R-7: h = (n - 1) x 0.75, linear between neighbours (Hyndman and Fan 1996, type 7).</summary>
    UpperQuartile,
    /// <summary>The highest score.</summary>
    Best,
}

/// <summary>Computes statistics and quantiles.</summary>
public static class Statistics
{
    /// <summary>The statistic of some values.</summary>
    /// <param name="statistic">Which one.</param>
    /// <param name="values">At least one value; sorted in place, so that their order never matters, not even in the last bit.</param>
    public static double Of(Statistic statistic, Span<double> values)
    {
        values.Sort();
        var n = values.Length;
        return statistic switch
        {
            Statistic.Median => n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2,
            Statistic.Mean => Sum(values) / n,
            Statistic.UpperQuartile => UpperQuartile(values),
            _ => values[n - 1],
        };
    }

    /// <summary>The p-th percentile by nearest rank: the value at rank ceil(p/100 x n).</summary>
    /// <param name="sorted">At least one value, ascending.</param>
    /// <param name="percent">1 to 100.</param>
    internal static T NearestRank<T>(ReadOnlySpan<T> sorted, int percent) =>
        sorted[Math.Max(1, (percent * sorted.Length + 99) / 100) - 1];

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    private static double UpperQuartile(ReadOnlySpan<double> sorted)
    {
        var h = (sorted.Length - 1) * 0.75;
        var below = (int)h;
        return below + 1 < sorted.Length ? sorted[below] + (h - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
