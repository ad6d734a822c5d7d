using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class StatisticsTests
{
    /// <summary>docs/scoring.md, Benchmark: upper quartile of four, h = 3 x 0.75 = 2.25, so 3.5 + 0.25 x (5 - 3.5).</summary>
    [Theory]
    [InlineData(Statistic.Median, 3.25)]
    [InlineData(Statistic.Mean, 3.375)]
    [InlineData(Statistic.UpperQuartile, 3.875)]
    [InlineData(Statistic.Best, 5)]
    public void EvenNumber(Statistic statistic, double expected) =>
        Assert.Equal(expected, Statistics.Of(statistic, [3.5, 2, 5, 3]));

    [Theory]
    [InlineData(Statistic.Median, 3)]
    [InlineData(Statistic.Mean, 3)]
    [InlineData(Statistic.UpperQuartile, 3.5)] // h = 2 x 0.75 = 1.5, half way from 3 to 4
    [InlineData(Statistic.Best, 4)]
    public void OddNumber(Statistic statistic, double expected) => Assert.Equal(expected, Statistics.Of(statistic, [4, 3, 2]));

    [Theory]
    [InlineData(Statistic.Median)]
    [InlineData(Statistic.Mean)]
    [InlineData(Statistic.UpperQuartile)]
    [InlineData(Statistic.Best)]
    public void OneValue_IsEveryStatistic(Statistic statistic) => Assert.Equal(2.5, Statistics.Of(statistic, [2.5]));

    [Fact]
    public void UpperQuartile_OfFive_IsTheFourth() => Assert.Equal(4, Statistics.Of(Statistic.UpperQuartile, [1, 2, 3, 4, 9]));

    /// <summary>The value at rank ceil(p / 100 x n), counted from 1.</summary>
    [Theory]
    [InlineData(2000, 5, 100)]
    [InlineData(2000, 95, 1900)]
    [InlineData(10, 5, 1)]
    [InlineData(10, 95, 10)]
    [InlineData(21, 5, 2)] // 1.05 is rounded up
    [InlineData(20, 5, 1)]
    [InlineData(1, 95, 1)]
    public void NearestRank_TakesCeilingOfRank(int count, int percent, int rank) =>
        Assert.Equal(rank, Statistics.NearestRank<int>([.. Enumerable.Range(1, count)], percent));
}
