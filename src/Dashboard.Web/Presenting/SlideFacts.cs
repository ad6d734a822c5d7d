using System.Collections.Immutable;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Readiness;
using Dashboard.Web.Compare;
using Dashboard.Web.Position;
using Dashboard.Web.Requirements;
using Dashboard.Web.Trends;

namespace Dashboard.Web.Presenting;

/// <summary>What the slides tell: the facts of the reading pages, of one question.</summary>
/// <param name="history">The answers in every cycle.</param>
public sealed class SlideFacts(ReportHistory history)
{
    // As many countries as stay legible on one slide.
    private const int Most = 16;

    public GapReport Report => Trend.Report;

    /// <summary>The marking of everything on the slides.</summary>
    public Marking Marking { get; } = history.Marking;

    public TrendFacts Trend { get; } = new(history);

    public HeatFacts Map { get; } = new(history.Report, null, null);

    public PositionFacts Places { get; } = new(history.Report);

    public RequirementFacts Requirements { get; } = new(history.Report, null, null);

    /// <summary>The members of the map, as many as a slide holds: the subject and the benchmark stand above each part.</summary>
    public IEnumerable<ImmutableArray<HeatRow>> MapParts
    {
        get
        {
            var slides = Math.Max(1, (Map.Rows.Length + Most - 1) / Most);
            // Parts of one size, so that the last is not a leftover.
            return Map.Rows.Length == 0 ? [[]] : Map.Rows.Chunk((Map.Rows.Length + slides - 1) / slides).Select(part => part.ToImmutableArray());
        }
    }
}
