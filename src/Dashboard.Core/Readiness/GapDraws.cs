using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>What the draws say of one area or of the total.</summary>
internal readonly record struct Likelihood(Band? CouldLie, Band? GapBand, Position? Position);

/// <summary>Draws subject and peers together, area by area, and the totals on the way.</summary>
internal sealed class GapDraws
{
    private readonly Comparison _comparison;
    private readonly int _draws;
    private readonly CountryDraws _subject;
    private readonly CountryDraws[] _peers;

    private GapDraws(Comparison comparison, int draws)
    {
        (_comparison, _draws) = (comparison, draws);
        _subject = Of(comparison.Subject.Country);
        _peers = [.. comparison.Peers.Select(p => Of(p.Country))];

        CountryDraws Of(CountryScores country) => new(comparison.Table.Framework, comparison.Table.Cycle.Code, country);
    }

    /// <summary>One likelihood for each area in framework order, and the total's last.</summary>
    public static Likelihood[] Run(Comparison comparison, int draws) => new GapDraws(comparison, draws).Run();

    private Likelihood[] Run()
    {
        var framework = _comparison.Table.Framework;
        var result = new Likelihood[framework.Areas.Length + 1];
        if (_comparison.Subject.Country.Source is null)
            return result;

        int[] inTotal = [.. Benchmark.Counting(_comparison.PeerScores, null)];
        var columnInTotal = inTotal.Select((peer, column) => (peer, column)).ToDictionary(x => x.peer, x => x.column);
        var subjectTotal = new double[_draws];
        var peersTotal = new double[_draws * inTotal.Length];
        var subject = new double[_draws];
        var one = new double[_draws];
        var cells = new double[_draws * _peers.Length];
        for (var a = 0; a < framework.Areas.Length; a++)
        {
            int[] counting = [.. Benchmark.Counting(_comparison.PeerScores, a)];
            var columnInArea = counting.Select((peer, column) => (peer, column)).ToDictionary(x => x.peer, x => x.column);
            var board = cells.AsSpan(0, _draws * counting.Length);
            board.Clear();
            foreach (var peer in counting.Union(inTotal))
            {
                if (!_peers[peer].Fill(a, one))
                    continue;
                if (columnInArea.TryGetValue(peer, out var column))
                    AddColumn(board, counting.Length, column, one, 1);
                if (columnInTotal.TryGetValue(peer, out column))
                    AddColumn(peersTotal, inTotal.Length, column, one, WeightInTotal(_comparison.PeerScores[peer], a));
            }

            if (!_subject.Fill(a, subject))
                continue;
            AddColumn(subjectTotal, 1, 0, subject, WeightInTotal(_comparison.Subject.Readiness, a));
            result[a] = Judge(subject, board, counting.Length, _comparison.Score(a));
        }

        if (_comparison.Score(null).IsApplicable)
            result[^1] = Judge(subjectTotal, peersTotal, inTotal.Length, _comparison.Score(null));
        return result;
    }

    // The total's draws use every applicable area, also those without a score: as its range does.
    private double WeightInTotal(CountryReadiness readiness, int area) =>
        _comparison.Table.Framework.Areas[area].Weight / readiness.Total.Weight;

    private static void AddColumn(Span<double> board, int columns, int column, double[] values, double weight)
    {
        for (var draw = 0; draw < values.Length; draw++)
            board[draw * columns + column] += weight * values[draw];
    }

    private Likelihood Judge(double[] subject, Span<double> board, int columns, in Aggregate score)
    {
        var gaps = new double[_draws];
        var places = new int[_draws];
        for (var draw = 0; draw < _draws && columns > 0 && score.Value is not null; draw++)
        {
            var row = board.Slice(draw * columns, columns);
            var place = 1;
            foreach (var peer in row)
                place += peer > subject[draw] + Position.Tie ? 1 : 0;
            gaps[draw] = subject[draw] - Selection.Of(_comparison.Statistic, row);
            places[draw] = place;
        }

        var couldLie = BandOf(subject);
        return columns == 0 || score.Value is null
            ? new Likelihood(couldLie, null, null)
            : new Likelihood(couldLie, BandOf(gaps), Position.OfDraws(places, columns + 1));
    }

    private static Band BandOf(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return new Band(Statistics.NearestRank<double>(sorted, 5), Statistics.NearestRank<double>(sorted, 95));
    }
}
