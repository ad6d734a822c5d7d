using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Web.Charts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Gaps;

/// <summary>What a chart of gaps tells: all areas and the total, or the areas that are clear in one direction.</summary>
public sealed class GapFacts : IChartFacts
{
    /// <param name="report">The report.</param>
    /// <param name="only">Behind or ahead; null for all.</param>
    public GapFacts(GapReport report, Finding? only = null)
    {
        (Report, Only, Wording) = (report, only, new GapWording(report, CultureInfo.CurrentUICulture));
        Rows = [.. only is { } finding ? report.Of(finding) : report.Rows];
    }

    public GapReport Report { get; }

    /// <summary>The finding of which the areas are; null for all.</summary>
    public Finding? Only { get; }

    public GapWording Wording { get; }

    /// <summary>One after the other, as they are drawn.</summary>
    public ImmutableArray<GapRow> Rows { get; }

    public string Kind => Only is { } finding ? CodeName.Of(finding) : "gaps";

    /// <summary>What is found, in one line.</summary>
    public string Title => Only is { } finding ? Words.Get($"Overview.{finding}", Wording.Benchmark) : Wording.Headline();

    /// <summary>Whether a row has no score, but a range that the missing answers leave open.</summary>
    public bool HasRangesOnly => Rows.Any(row => row.Score.Value is null && row.ShownBand is not null);

    /// <summary>Whether a member is drawn whose score rests on a report, or on an estimate.</summary>
    public bool Has(bool estimated) => Rows.Any(row => row.Distribution.Any(members => (estimated ? members.Estimated : members.Reported) > 0));

    /// <summary>Whether several members have one score.</summary>
    public bool HasColumns => Rows.Any(row => row.MostAlike > 1);

    /// <summary>The finding that an address names; null for all.</summary>
    /// <exception cref="InputException">It is neither behind nor ahead.</exception>
    public static Finding? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : ((Finding[])[Finding.Behind, Finding.Ahead]).Cast<Finding?>().FirstOrDefault(finding => CodeName.Of(finding!.Value).Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw InputException.UnknownChoice("finding", text, [CodeName.Of(Finding.Behind), CodeName.Of(Finding.Ahead)]);
}
