using Dashboard.Core.Assessments;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Release;
using Dashboard.Core.Tests.Wording;

namespace Dashboard.Core.Tests.Readiness;

public sealed class IndicatorRowTests
{
    private static readonly Viewer Planner = new("Aoki", "JPN", "secret", Roles.Planner, [Scope.Everything]);

    private static readonly GapReport Report = Reports.From("JPN",
    [
        Reports.SheetOf("JPN", ("LAN", Answer.Of(1, Confidence.Moderate)), ("INF", Answer.NotApplicable("none"))),
        Reports.SheetOf("EST", ("LAN", Answer.Of(2))),
        Reports.SheetOf("LVA", ("LAN", Answer.Of(5))),
        Reports.SheetOf("LTU", ("LAN", Answer.NotAssessed)),
    ]);

    [Fact]
    public void Indicators_FollowTheFramework() => Assert.Equal(Sheets.Framework.Indicators.Select(i => i.Code), Report.Indicators.Select(i => i.Code));

    [Fact]
    public void Benchmark_IsTheStatisticOfTheLevelsThatAreScored()
    {
        var row = Report.Indicators[0];
        Assert.Equal((new Cell(CellState.Scored, 1, Confidence.Moderate), 3.5, 2), (row.Cell, row.Benchmark, row.N));
        Assert.Null(row.Before);
    }

    [Fact]
    public void Benchmark_WithoutPeers_IsUnknownAndNeverZero()
    {
        var alone = Reports.From("JPN", [Reports.SheetOf("JPN")]);
        Assert.All(alone.Indicators, row => Assert.Equal((null, 0), (row.Benchmark, row.N)));
    }

    [Fact]
    public void Before_IsTheCellOfTheEarlierCycle()
    {
        var earlier = new[] { Reports.SheetOf("JPN", ("LAN", Answer.Of(4))) }.SeenBy(Planner);
        var now = new[] { Reports.SheetOf("JPN", ("LAN", Answer.Of(2))) }.SeenBy(Planner);
        var row = GapAnalysis.Run(Report.Question, now, earlier, draws: 0).Indicators[0];
        Assert.Equal((2, 4), (row.Cell.Level, row.Before!.Value.Level));
    }
}
