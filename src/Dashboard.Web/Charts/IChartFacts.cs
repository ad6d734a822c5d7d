using Dashboard.Core.Readiness;

namespace Dashboard.Web.Charts;

/// <summary>What a chart tells, in the reader's language: the same for its page, its table and its drawing.</summary>
public interface IChartFacts
{
    /// <summary>The report that is told, marked as all that is told with it.</summary>
    GapReport Report { get; }

    /// <summary>What its files are, in their names and in the audit.</summary>
    string Kind { get; }
}
