namespace Dashboard.Core.Readiness;

/// <summary>
/// The same statistics as <see cref="Statistics"/>, to the last bit, without sorting everything: a report takes them thousands of times.
/// Source: Hoare, Algorithm 65: Find (1961), with the median of three as pivot.
/// </summary>
internal static class Selection
{
    /// <summary>The statistic of at least one value; leaves the values in no particular order.</summary>
    public static double Of(Statistic statistic, Span<double> values)
    {
        var n = values.Length;
        switch (statistic)
        {
            case Statistic.Median:
                var upper = Nth(values, n / 2);
                return n % 2 == 1 ? upper : (Largest(values[..(n / 2)]) + upper) / 2;
            case Statistic.UpperQuartile:
                var h = (n - 1) * 0.75;
                var below = (int)h;
                var lower = Nth(values, below);
                return below + 1 < n ? lower + (h - below) * (Smallest(values[(below + 1)..]) - lower) : lower;
            case Statistic.Best:
                return Largest(values);
            default:
                // A sum depends on its order, so the mean has to sort.
                return Statistics.Of(statistic, values);
        }
    }

    /// <summary>The value at a place of the ascending order, counted from 0; what is before it is not greater, what is after it not smaller.</summary>
    private static double Nth(Span<double> values, int place)
    {
        int low = 0, high = values.Length - 1;
        while (low < high)
        {
            var pivot = MiddleOf(values[low], values[(low + high) / 2], values[high]);
            int i = low, j = high;
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (pivot < values[j])
                    j--;
                if (i > j)
                    break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }

            if (place <= j)
                high = j;
            else if (place >= i)
                low = i;
            else
                break;
        }

        return values[place];
    }

    private static double MiddleOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    private static double Largest(ReadOnlySpan<double> values)
    {
        var largest = values[0];
        foreach (var value in values)
            largest = value > largest ? value : largest;
        return largest;
    }

    private static double Smallest(ReadOnlySpan<double> values)
    {
        var smallest = values[0];
        foreach (var value in values)
            smallest = value < smallest ? value : smallest;
        return smallest;
    }
}
