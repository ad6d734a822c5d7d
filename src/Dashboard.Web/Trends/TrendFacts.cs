using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Web.Charts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Trends;

/// <summary>The line of an area, or for null of the total.</summary>
/// <param name="Code">Code of the area.</param>
/// <param name="Points">Its points, by as-of date.</param>
public sealed record TrendLine(string? Code, ImmutableArray<TrendPoint> Points)
{
    /// <summary>The row of the cycle that is told.</summary>
    public GapRow Last => Points[^1].Row!;
}

/// <summary>The answers in every cycle, as page and drawing tell them.</summary>
public sealed class TrendFacts : IChartFacts
{
    public TrendFacts(ReportHistory history)
    {
        Reports = history.Reports;
        Report = history.Report;
        Wording = new GapWording(Report, CultureInfo.CurrentUICulture);
        Sentences = new TrendWording(Reports, CultureInfo.CurrentUICulture);
        Lines = [.. Report.Rows.Select(row => new TrendLine(row.Code, Trend.Of(Reports, row.Code)))];
    }

    public ImmutableArray<GapReport> Reports { get; }

    /// <summary>The report of the cycle that is told, with the marking of all of them.</summary>
    public GapReport Report { get; }

    public string Kind => "trend";

    public GapWording Wording { get; }

    public TrendWording Sentences { get; }

    /// <summary>What the dashed line is.</summary>
    public string BenchmarkKey => Report.Question.Group.IsOneCountry ? Wording.Benchmark : Words.Get("Trend.BenchmarkKey", Wording.Benchmark);

    /// <summary>The areas, the widest gap first, and the total.</summary>
    public ImmutableArray<TrendLine> Lines { get; }

    /// <summary>The lines as they are drawn: the total first, and beside it what the marks mean.</summary>
    public IEnumerable<TrendLine> Panels => Lines.OrderBy(line => line.Code is not null);
}
