using System.Collections.Immutable;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>A subject and its peers in one table, scored, without draws: what gaps, matched gaps and bridges have in common.</summary>
internal sealed class Comparison
{
    public Comparison(GapQuestion question, ScoreTable table)
        : this(question.Statistic, table, Standing.Of(table, question.Subject),
            [.. question.PeersAt(table.Cycle.AsOf).Select(country => Standing.Of(table, country))])
    {
    }

    private Comparison(Statistic statistic, ScoreTable table, Standing subject, ImmutableArray<Standing> peers)
    {
        (Statistic, Table, Subject, Peers) = (statistic, table, subject, peers);
        PeerScores = [.. peers.Select(p => p.Readiness)];
        var silent = subject.Silent(table.Framework);
        MatchedScores = [.. peers.Select(p => CountryReadiness.Of(table.Framework, p.Country.Cells, silent))];
    }

    public Statistic Statistic { get; }

    public ScoreTable Table { get; }

    public Standing Subject { get; }

    public ImmutableArray<Standing> Peers { get; }

    public ImmutableArray<CountryReadiness> PeerScores { get; }

    private ImmutableArray<CountryReadiness> MatchedScores { get; }

    /// <summary>The subject's score in an area, or its total for null.</summary>
    public Aggregate Score(int? area) => Subject.Score(area);

    public double? BenchmarkOf(int? area) => Benchmark.Of(Statistic, PeerScores, area);

    public double? Gap(int? area) => Score(area).Value - BenchmarkOf(area);

    public double? MatchedGap(int? area) => Score(area).Value - Benchmark.Of(Statistic, MatchedScores, area);
}
