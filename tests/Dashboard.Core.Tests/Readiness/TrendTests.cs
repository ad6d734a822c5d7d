using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class TrendTests
{
    [Fact]
    public void Line_GoesByDate_AndBreaksWhereTheFrameworkChanged()
    {
        var reports = new[]
        {
            In(2027, World.Of("A 1 2", "B 1"), "1 1 | 4"), In(2025, World.Of("A 1 1"), "2 2"), In(2028, World.Of("A 1 2", "B 1"), "5 5 | 4"),
            In(2026, World.Of("A 1 1"), "3 3"),
        };

        var line = Trend.Of(reports, "A");
        Assert.Equal(["2025", "2026", "2027", "2028"], line.Select(point => point.Cycle));
        Assert.Equal([2, 3, 1, 5], line.Select(point => point.Row!.Score.Value));
        Assert.Equal([false, false, true, false], line.Select(point => point.Breaks));

        Assert.Equal([null, null, 4, 4], Trend.Of(reports, "B").Select(point => point.Row?.Score.Value));
        Assert.Equal([2, 3, 2.5, 4.5], Trend.Of(reports, null).Select(point => point.Row!.Score.Value));
    }

    [Theory]
    [InlineData("Another name", "none", false)]
    [InlineData("Area A", "none at all", true)]
    public void Line_BreaksByLevelTexts_NotByNames(string name, string lowest, bool breaks)
    {
        var old = World.FrameworkOf("A 1");
        var area = old.Areas[0];
        var amended = new Framework(old.Code, old.Name, "1.1", old.Scale,
            [area with { Name = name, Indicators = [area.Indicators[0] with { Levels = [lowest, .. area.Indicators[0].Levels.Skip(1)] }] }], [], []);

        Assert.Equal(breaks, Trend.Of([In(2025, new World(old), "2"), In(2026, new World(amended), "2")], "A")[1].Breaks);
    }

    [Theory]
    [InlineData("1h 1h 1h", "2025", true)]
    [InlineData("3h 1h 1h", "2026", false)]
    [InlineData("1h 3h 1h", "2027", false)]
    [InlineData("1h 1h 5h", "2027", false)]
    public void Since_IsTheBeginningOfTheUnbrokenRun(string years, string cycle, bool isFirst)
    {
        var levels = years.Split(' ');
        var line = Trend.Of(levels.Select((level, i) => In(2025 + i, World.Of("A 1").With("EST", "3h"), level)), "A");
        var since = Trend.Since(line)!.Value;
        Assert.Equal((cycle, isFirst), (since.Point.Cycle, since.IsFirst));
    }

    [Fact]
    public void Since_BeginsAnewWhereTheFrameworkChanged_AndIsUnknownWhereThereIsNoRow()
    {
        var reports = new[] { In(2025, World.Of("A 1").With("EST", "3h"), "1h"), In(2026, World.Of("A 2").With("EST", "3h"), "1h") };
        Assert.Equal("2026", Trend.Since(Trend.Of(reports, "A"))!.Value.Point.Cycle);
        Assert.Null(Trend.Since(Trend.Of(reports, "B")));
        Assert.Null(Trend.Since([]));
    }

    private static GapReport In(int year, World world, string answers) =>
        (world with { Cycle = $"{year}", AsOf = new(year, 6, 30) }).With(World.Home, answers).Report(draws: 200);
}
