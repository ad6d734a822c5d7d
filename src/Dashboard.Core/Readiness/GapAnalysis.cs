using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>Computes gap reports: pure, the same on every machine. The rules stand in docs/scoring.md.</summary>
public static class GapAnalysis
{
    /// <summary>Draws of which bands and positions are percentiles.</summary>
    public const int Draws = 2000;

    /// <summary>Answers a question from what one reader may see.</summary>
    /// <param name="question">Subject, group and statistic.</param>
    /// <param name="table">The reader's table of the cycle.</param>
    /// <param name="earlier">The reader's table of the cycle before, for <see cref="GapReport.Changes"/>; null if there is none.</param>
    /// <param name="draws">How often to draw; 0 for none, and then without bands, and every known gap too close to call.</param>
    public static GapReport Run(GapQuestion question, ScoreTable table, ScoreTable? earlier = null, int draws = Draws)
    {
        var comparison = new Comparison(question, table);
        var likelihoods = draws > 0 ? GapDraws.Run(comparison, draws) : new Likelihood[table.Framework.Areas.Length + 1];
        var rows = table.Framework.Areas.Select((_, area) => Row(comparison, area, likelihoods[area]));
        return new GapReport
        {
            Question = question,
            Cycle = table.Cycle,
            Framework = table.Framework,
            Areas = [.. rows.OrderBy(row => row.Gap is null).ThenBy(row => row.Gap is { } gap ? Math.Round(gap, 9) : 0).ThenBy(row => row.Order)],
            Total = Row(comparison, null, likelihoods[^1]),
            Indicators = IndicatorRow.Of(comparison, earlier),
            Subject = comparison.Subject,
            Peers = comparison.Peers,
            Assessed = [.. table.Assessed],
            Profiles = [.. table.Framework.Profiles.Select(p => ProfileResult.Of(table.Framework, p, comparison.Subject.Country.Cells))],
            Changes = earlier is null ? null : Bridge.Between(question, earlier, table),
            Marking = MarkingOf([question], earlier is null ? [table] : [table, earlier]),
        };
    }

    /// <summary>The marking of the answers to several questions together: the highest of what they hold, released to whom all of it is.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="tables">The reader's tables of the cycles that they are answered from, the newest first.</param>
    /// <param name="grounds">What else is shown of what the subject's answers rest on; null for nothing.</param>
    public static Marking MarkingOf(IReadOnlyCollection<GapQuestion> questions, IReadOnlyList<ScoreTable> tables, Grounds? grounds = null)
    {
        // A bridge holds figures of the earlier cycle, of its members of then and of those of the later one.
        var parts = tables.SelectMany((table, i) => table.Markings.PartsOf(questions
            .SelectMany(q => q.PeersAt(table.Cycle.AsOf).Add(q.Subject).AddRange(i > 0 ? q.PeersAt(tables[i - 1].Cycle.AsOf) : [])).Distinct()));
        return tables[0].Markings.Of(grounds is null ? parts : parts.Append((grounds.Marking, grounds.Originator)));
    }

    private static GapRow Row(Comparison comparison, int? area, in Likelihood likelihood)
    {
        var framework = comparison.Table.Framework;
        var cells = comparison.Subject.Country.Cells;
        var score = comparison.Score(area);
        var gap = comparison.Gap(area);
        var unknown = comparison.Subject.UnknownFor(score);
        var own = area is { } a ? cells.AsSpan(framework.Offsets[a], framework.Areas[a].Indicators.Length) : cells.AsSpan();
        return new GapRow
        {
            Code = area is { } index ? framework.Areas[index].Code : null,
            Order = area ?? framework.Areas.Length,
            Score = score,
            Answers = Answers(own),
            CouldLie = likelihood.CouldLie,
            Weakest = area is { } i ? IndicatorLevel.WeakestOf(framework, cells, i) : IndicatorLevel.WeakestOf(framework, cells),
            Members = [.. Benchmark.Counting(comparison.PeerScores, area).Select(p => new MemberScore(
                comparison.Peers[p].Country.Source!, (area is { } x ? comparison.PeerScores[p].Areas[x] : comparison.PeerScores[p].Total).Value!.Value))],
            Benchmark = comparison.BenchmarkOf(area),
            Gap = gap,
            GapBand = likelihood.GapBand,
            MatchedGap = comparison.MatchedGap(area),
            Finding = FindingOf(gap, likelihood.GapBand, unknown),
            ScoreUnknown = unknown,
            Position = likelihood.Position,
        };
    }

    private static Finding FindingOf(double? gap, Band? band, Unknown? unknown) => (gap, unknown) switch
    {
        (_, Unknown.NotApplicable) => Finding.NotApplicable,
        (_, Unknown.NotReported) => Finding.NotReported,
        (_, Unknown.Withheld) => Finding.Withheld,
        (_, not null) => Finding.Insufficient,
        (null, _) => Finding.NoPeers,
        _ when band is { High: < 0 } => Finding.Behind,
        _ when band is { Low: > 0 } => Finding.Ahead,
        _ => Finding.TooCloseToCall,
    };

    private static (int Scored, int Applicable) Answers(ReadOnlySpan<Cell> cells)
    {
        int scored = 0, applicable = 0;
        foreach (var cell in cells)
        {
            scored += cell.IsScored ? 1 : 0;
            applicable += cell.IsApplicable ? 1 : 0;
        }

        return (scored, applicable);
    }
}
