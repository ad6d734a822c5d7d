using System.Collections.Immutable;

namespace Dashboard.Core.Readiness;

/// <summary>
/// Where a country lies in its group if the framework weighed otherwise: every weight, of an indicator and of an area, may be anything
/// from half of it to double. The rule stands in docs/scoring.md, "Position under other weights". Source of the method: OECD/JRC,
/// Handbook on Constructing Composite Indicators (2008), step 7, uncertainty and sensitivity analysis.
/// </summary>
/// <param name="Areas">For each area in framework order, the weights of its indicators varied; null where the gap is unknown: no score, or no member that counts.</param>
/// <param name="Total">The same of the total, the weights of areas and of indicators varied.</param>
public sealed record WeightRanges(ImmutableArray<WeightRange?> Areas, WeightRange? Total)
{
    /// <summary>Weightings of which ranges are percentiles.</summary>
    public const int Draws = 1000;

    /// <summary>The ranges of a report's subject: pure, the same on every machine.</summary>
    /// <param name="report">A report; one made without draws has no positions, and its ranges are held against the plain places alone.</param>
    /// <param name="draws">How many weightings to draw; at least 1.</param>
    public static WeightRanges Of(GapReport report, int draws = Draws)
    {
        GapRow[] rows = [.. report.Areas.OrderBy(row => row.Order), report.Total];
        var places = PlacesOf(report, rows, draws);
        WeightRange?[] ranges = [.. rows.Select((row, i) => row.Gap is null ? null : WeightRange.Of(row, places[i]))];
        return new WeightRanges([.. ranges.SkipLast(1)], ranges[^1]);
    }

    /// <summary>The range of a row of the report.</summary>
    public WeightRange? For(GapRow row) => row.Code is null ? Total : Areas[row.Order];

    // The place in each draw, row by row. Who counts is decided by the framework's own weights.
    private static int[][] PlacesOf(GapReport report, GapRow[] rows, int draws)
    {
        var weights = new WeightDraws(report.Framework, report.Cycle.Code, draws);
        ImmutableArray<CountryReadiness> scores = [.. report.Peers.Select(peer => peer.Readiness)];
        var counting = rows.Select(row => row.Gap is null ? [] : Benchmark.Counting(scores, row.Code is null ? null : row.Order).ToHashSet()).ToList();
        int[][] places = [.. rows.Select(_ => new int[draws])];
        foreach (var row in places)
            Array.Fill(row, 1);

        var (own, other) = (weights.Board(), weights.Board());
        weights.Fill(report.Subject, own);
        for (var peer = 0; peer < report.Peers.Length; peer++)
        {
            weights.Fill(report.Peers[peer], other);
            for (var row = 0; row < rows.Length; row++)
                if (counting[row].Contains(peer))
                    AddGreater(WeightDraws.Draws(other[row]), WeightDraws.Draws(own[row]), places[row]);
        }

        return places;
    }

    private static void AddGreater(ReadOnlySpan<double> other, ReadOnlySpan<double> own, Span<int> places)
    {
        for (var draw = 0; draw < places.Length; draw++)
            places[draw] += other[draw] > own[draw] + Position.Tie ? 1 : 0;
    }
}
