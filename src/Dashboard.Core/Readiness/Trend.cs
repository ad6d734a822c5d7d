using System.Collections.Immutable;

namespace Dashboard.Core.Readiness;

/// <summary>A cycle's place on a trend line.</summary>
/// <param name="Cycle">Code of the cycle.</param>
/// <param name="AsOf">Its as-of date.</param>
/// <param name="Row">Score, benchmark, gap and what belongs to them; null where the cycle's framework has no such area.</param>
/// <param name="Breaks">Whether the line is broken before this point: the framework's hash changed.</param>
public sealed record TrendPoint(string Cycle, DateOnly AsOf, GapRow? Row, bool Breaks);

/// <summary>The line of one area, or of the total, over cycles.</summary>
public static class Trend
{
    /// <summary>The points of a line, by as-of date.</summary>
    /// <param name="reports">One report for each cycle, of the same question.</param>
    /// <param name="area">Code of the area; null for the total.</param>
    public static ImmutableArray<TrendPoint> Of(IEnumerable<GapReport> reports, string? area)
    {
        var points = ImmutableArray.CreateBuilder<TrendPoint>();
        string? hash = null;
        foreach (var report in reports.OrderBy(r => r.Cycle.AsOf))
        {
            points.Add(new TrendPoint(
                report.Cycle.Code, report.Cycle.AsOf,
                area is null ? report.Total : report.Areas.FirstOrDefault(row => row.Code == area),
                hash is not null && hash != report.Framework.Hash));
            hash = report.Framework.Hash;
        }

        return points.ToImmutable();
    }

    /// <summary>Since when the finding has been what it is: the first point of the unbroken run that ends with the last one.</summary>
    /// <param name="points">The points of a line, by as-of date.</param>
    /// <returns>Its point, and whether it is the first of the line; null where the last point has no row. A broken line begins anew.</returns>
    public static (TrendPoint Point, bool IsFirst)? Since(ImmutableArray<TrendPoint> points)
    {
        if (points.IsEmpty || points[^1].Row is not { } last)
            return null;
        var since = points.Length - 1;
        while (since > 0 && !points[since].Breaks && points[since - 1].Row?.Finding == last.Finding)
            since--;
        return (points[since], since == 0);
    }

    /// <summary>The ends of the longest comparable stretch that reaches the last point: a broken line begins anew.</summary>
    /// <param name="points">The points of a line, by as-of date.</param>
    /// <returns>The earliest point since the last break whose gap is known, and the last point; null unless these are two and both gaps are known.</returns>
    public static (TrendPoint From, TrendPoint To)? Moved(ImmutableArray<TrendPoint> points)
    {
        if (points.IsEmpty || points[^1].Row?.Gap is null)
            return null;
        var from = points.Length - 1;
        for (var i = points.Length - 1; i > 0 && !points[i].Breaks; i--)
            if (points[i - 1].Row?.Gap is not null)
                from = i - 1;
        return from == points.Length - 1 ? null : (points[from], points[^1]);
    }
}
