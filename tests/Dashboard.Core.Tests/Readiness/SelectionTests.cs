using CsCheck;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class SelectionTests
{
    // Few different values, so that many are equal; and any values at all.
    private static readonly Gen<double[]> Values = Gen.OneOf(Gen.Int[0, 5].Select(n => n / 2.0), Gen.Double[0, 5]).Array[1, 300];

    [Theory]
    [InlineData(Statistic.Median)]
    [InlineData(Statistic.Mean)]
    [InlineData(Statistic.UpperQuartile)]
    [InlineData(Statistic.Best)]
    public void Of_AnyValues_IsTheStatisticToTheLastBit(Statistic statistic) => Values.Sample(values =>
    {
        double[] sorted = [.. values];
        Assert.Equal(Statistics.Of(statistic, sorted), Selection.Of(statistic, values));
        Array.Sort(values);
        Assert.Equal(sorted, values);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(249)]
    [InlineData(250)]
    public void Of_SortedReversedOrEqualValues_IsTheStatistic(int count)
    {
        double[] rising = [.. Enumerable.Range(0, count).Select(n => (double)n)];
        foreach (var statistic in Enum.GetValues<Statistic>())
            foreach (var values in new[] { rising, [.. rising.Reverse()], [.. rising.Select(_ => 3.0)] })
                Assert.Equal(Statistics.Of(statistic, [.. values]), Selection.Of(statistic, [.. values]));
    }
}
