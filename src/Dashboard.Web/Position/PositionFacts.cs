using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Web.Charts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Position;

/// <summary>What the position page tells, in the reader's language: the same for the page and the drawing.</summary>
public sealed class PositionFacts : IChartFacts
{
    public PositionFacts(GapReport report)
    {
        (Report, Weights) = (report, KnownWeights.Of(report));
        (Gaps, Wording) = (new GapWording(report, CultureInfo.CurrentUICulture), new PositionWording(report, Weights, CultureInfo.CurrentUICulture));
        Rows = [report.Total, .. report.Areas];
        Scale = new PlaceScale(Rows.Max(row => row.N) + 1);
    }

    public GapReport Report { get; }

    public string Kind => "position";

    public WeightRanges Weights { get; }

    /// <summary>The total, then the areas in the order of the report.</summary>
    public ImmutableArray<GapRow> Rows { get; }

    public PlaceScale Scale { get; }

    public GapWording Gaps { get; }

    public PositionWording Wording { get; }

    /// <summary>Whether there is anything to draw.</summary>
    public bool HasPlaces => Rows.Any(row => row.Gap is not null);

    /// <summary>The score and how many count; where there is no score, how few answers there are.</summary>
    public static string Under(GapRow row) => row.Score.Value is { } score
        ? $"{Words.Get("Score")} {Shown.Level(score, CultureInfo.CurrentUICulture)} · n = {row.N}"
        : row.Answers.Applicable > 0 ? Words.Get("AnswersOf", row.Answers.Scored, row.Answers.Applicable) : "";

    /// <summary>What a row is made of: an area's indicators; the total's areas.</summary>
    public string Link(GapRow row) => Urls.MadeOf(Report, row.Code);

    /// <summary>What a place is made of: the members one by one, the highest first.</summary>
    public string PlaceLink(GapRow row) => Urls.Members(Report, row.Code);
}
