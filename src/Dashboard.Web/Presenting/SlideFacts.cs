using System.Collections.Immutable;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Web.Compare;
using Dashboard.Web.Overview;
using Dashboard.Web.Position;
using Dashboard.Web.Requirements;
using Dashboard.Web.Trends;

namespace Dashboard.Web.Presenting;

/// <summary>What the slides tell: the facts of the reading pages, of one question.</summary>
/// <param name="history">The answers in every cycle.</param>
public sealed class SlideFacts(ReportHistory history)
{
    // As many as can be read from the last row: countries of the map, lines with what is said of each, panels of a trend, answers beside a table.
    private const int Countries = 11, Clear = 6, Panels = 6, Own = 8;

    public GapReport Report => Trend.Report;

    /// <summary>The marking of everything on the slides.</summary>
    public Marking Marking { get; } = history.Marking;

    public TrendFacts Trend { get; } = new(history);

    public HeatFacts Map { get; } = new(history.Report, null, null);

    public PositionFacts Places { get; } = new(history.Report);

    public RequirementFacts Requirements { get; } = new(history.Report, null, null);

    /// <summary>Whether what is clear in both directions goes on one slide.</summary>
    public bool ClearTogether => Count(Finding.Behind) + Count(Finding.Ahead) <= Clear;

    /// <summary>The lines of the trend: the total with the first areas, then the others.</summary>
    public IEnumerable<ImmutableArray<TrendLine>> TrendParts =>
        Parts([.. Trend.Lines.Where(line => line.Code is not null)], Panels).Select((part, i) => i == 0 ? [.. Trend.Lines.Where(line => line.Code is null), .. part] : part);

    /// <summary>Whether the own answers that changed stand beside why the gaps did.</summary>
    public bool OwnBeside => Report.Changes!.Areas.Sum(row => row.Own.Length) <= Own;

    /// <summary>The members of the map: the subject and the benchmark stand above each part.</summary>
    public IEnumerable<ImmutableArray<HeatRow>> MapParts => Parts(Map.Rows, Countries);

    private int Count(Finding finding) => Math.Min(ClearCard.Most, Report.Areas.Count(row => row.Finding == finding));

    // As many as a slide holds, in parts of one size, so that the last is not a leftover.
    private static IEnumerable<ImmutableArray<T>> Parts<T>(ImmutableArray<T> all, int most)
    {
        var slides = Math.Max(1, (all.Length + most - 1) / most);
        return all.Length == 0 ? [[]] : all.Chunk((all.Length + slides - 1) / slides).Select(part => part.ToImmutableArray());
    }
}
