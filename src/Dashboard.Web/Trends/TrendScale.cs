using Dashboard.Core.Readiness;

namespace Dashboard.Web.Trends;

/// <summary>Where a date and a level lie in a panel: the same in all panels of a page.</summary>
internal sealed class TrendScale(TrendFacts facts)
{
    public const int Wide = 280, High = 168, Left = 22, Right = 226, Top = 12, Base = 138;

    private readonly int _first = facts.Reports[0].Cycle.AsOf.DayNumber, _last = facts.Reports[^1].Cycle.AsOf.DayNumber;

    public double X(TrendPoint point) => _first == _last ? (Inner + Outer) / 2 : Inner + (Outer - Inner) * (point.AsOf.DayNumber - _first) / (_last - _first);

    public double Y(double level) => Base - (Base - Top) * (level - facts.Report.Framework.Minimum) / (facts.Report.Framework.Maximum - facts.Report.Framework.Minimum);

    /// <summary>Neighbours that a line of these values joins: both known, and no break between them.</summary>
    public static IEnumerable<(TrendPoint From, TrendPoint To)> Joined(TrendLine line, Func<GapRow, object?> value) =>
        line.Points.Zip(line.Points.Skip(1)).Where(pair => !pair.Second.Breaks && Has(pair.First, value) && Has(pair.Second, value));

    private static bool Has(TrendPoint point, Func<GapRow, object?> value) => point.Row is { } row && value(row) is not null;

    private const double Inner = Left + 12, Outer = Right - 8;
}
