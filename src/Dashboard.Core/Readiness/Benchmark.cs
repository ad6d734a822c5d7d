using System.Collections.Immutable;

namespace Dashboard.Core.Readiness;

/// <summary>The group's scores in one area or in the total.</summary>
internal static class Benchmark
{
    /// <summary>The peers whose score in an area (or, for null, whose total) counts.</summary>
    public static IEnumerable<int> Counting(ImmutableArray<CountryReadiness> peers, int? area) =>
        Enumerable.Range(0, peers.Length).Where(p => area is { } a
            ? peers[p].Areas[a] is { Value: not null } score && score.Covers(Share.ForBenchmark)
            : peers[p].Total.Value is not null);

    /// <summary>The statistic of the scores that count; null if there are none.</summary>
    public static double? Of(Statistic statistic, ImmutableArray<CountryReadiness> peers, int? area)
    {
        double[] values = [.. Counting(peers, area).Select(p => area is { } a ? peers[p].Areas[a].Value!.Value : peers[p].Total.Value!.Value)];
        return values.Length == 0 ? null : Statistics.Of(statistic, values);
    }
}
