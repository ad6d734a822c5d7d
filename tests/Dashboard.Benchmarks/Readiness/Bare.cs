using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;

namespace Dashboard.Benchmarks.Readiness;

/// <summary>The floor: the same figures by loops over plain arrays, without any rule, reason or range.</summary>
internal sealed class Bare(Framework framework, double[][] levels, int subject)
{
    private readonly double[] _weights = [.. framework.Indicators.Select(i => i.Weight)];
    private readonly int[] _from = [.. framework.Offsets, framework.Indicators.Length];
    private readonly double[] _row = new double[levels.Length - 1];

    /// <summary>The sum of the gaps of all areas: means of every country, and the median of all but the subject.</summary>
    public double Gaps()
    {
        var sum = 0.0;
        for (var a = 0; a < _from.Length - 1; a++)
        {
            double own = 0;
            for (int c = 0, n = 0; c < levels.Length; c++)
            {
                var mean = Mean(levels[c], _from[a], _from[a + 1]);
                if (c == subject)
                    own = mean;
                else
                    _row[n++] = mean;
            }

            sum += own - Median();
        }

        return sum;
    }

    /// <summary>The same, drawn: each mean with an error of its own in each draw.</summary>
    public double Drawn(int draws)
    {
        var sum = 0.0;
        for (var a = 0; a < _from.Length - 1; a++)
        {
            double[] means = [.. levels.Select(row => Mean(row, _from[a], _from[a + 1]))];
            var numbers = new SplitMix64((ulong)a);
            for (var draw = 0; draw < draws; draw++)
            {
                double own = 0;
                for (int c = 0, n = 0; c < means.Length; c++)
                {
                    var value = Math.Clamp(means[c] + numbers.Fraction((ulong)(draw * means.Length + c)) - 0.5, 0, 5);
                    if (c == subject)
                        own = value;
                    else
                        _row[n++] = value;
                }

                sum += own - Median();
            }
        }

        return sum;
    }

    private double Mean(double[] row, int from, int to)
    {
        double sum = 0, weight = 0;
        for (var i = from; i < to; i++)
        {
            if (double.IsNaN(row[i]))
                continue;
            sum += _weights[i] * row[i];
            weight += _weights[i];
        }

        return sum / weight;
    }

    private double Median()
    {
        Array.Sort(_row);
        return _row[_row.Length / 2];
    }
}
