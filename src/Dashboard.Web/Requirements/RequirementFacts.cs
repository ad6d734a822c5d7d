using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Web.Charts;
using Dashboard.Web.Compare;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Requirements;

/// <summary>How everybody in a report stands against a requirement profile, in the reader's language: the same for the page and the drawing.</summary>
/// <exception cref="InputException">No such profile or column.</exception>
public sealed class RequirementFacts : IChartFacts
{
    private readonly CultureInfo _reader = CultureInfo.CurrentUICulture;
    private readonly CompareWording _states;

    public RequirementFacts(GapReport report, string? profile, string? sort)
    {
        Report = report;
        Map = RequirementMap.Of(report, profile);
        Order = Map?.OrderOf(sort) ?? default;
        Rows = Map?.Sorted(Order, _reader) ?? [];
        (Gaps, Wording, _states) = (new GapWording(report, _reader), new RequirementWording(report, _reader), new CompareWording(report, _reader));
    }

    public GapReport Report { get; }

    /// <summary>Null where the framework has no profile.</summary>
    public RequirementMap? Map { get; }

    /// <summary>The members as sorted.</summary>
    public ImmutableArray<RequirementRow> Rows { get; }

    public CountryOrder Order { get; }

    public GapWording Gaps { get; }

    public RequirementWording Wording { get; }

    public string Kind => "requirements" + (Map is null ? "" : "-" + Map.Profile.Code.ToLowerInvariant());

    /// <summary>The indicator of a column.</summary>
    public Indicator IndicatorOf(RequirementColumn column) => Report.Framework.Indicators[column.Indicator];

    /// <summary>The name of a country.</summary>
    public string NameOf(RequirementRow row) => Country.NameOf(row.Standing.Code, _reader);

    /// <summary>On what a country's figures rest; empty where nothing is seen.</summary>
    public string Basis(RequirementRow row) => row.Standing.Country.Source is { } source ? (IsEstimated(row) ? "◦ " : "") + Texts.Of(source.Basis, _reader) : "";

    public static bool IsEstimated(RequirementRow row) => row.Standing.Country.Source?.Basis == Core.Assessments.Basis.Estimated;

    /// <summary>Whether a country is marked as estimated by another nation.</summary>
    public bool HasEstimated => Map is not null && Rows.Prepend(Map.Subject).Any(IsEstimated);

    /// <summary>What a cell looks like: its outcome, and of what nobody can judge which kind of nothing it is.</summary>
    public static string Mark(RequirementRow row, int place, RequirementColumn column) =>
        IsJudged(row, place) ? CodeName.Of(row.Result.Requirements[place].Outcome) : CodeName.Of(row.Standing.StateOf(column.Indicator));

    /// <summary>Whether a line is met or missed.</summary>
    public static bool IsJudged(RequirementRow row, int place) => row.Result.Requirements[place].Outcome is Outcome.Met or Outcome.Missed;

    /// <summary>The sign of a cell.</summary>
    public static string Sign(RequirementRow row, int place, RequirementColumn column) => row.Result.Requirements[place].Outcome switch
    {
        Outcome.Met => Met,
        Outcome.Missed => Missed,
        _ => HeatFacts.Sign(row.Standing.StateOf(column.Indicator)),
    };

    public const string Met = "✓";

    public const string Missed = "✕";

    /// <summary>The word of a cell: its outcome, and of what nobody can judge why.</summary>
    public string Word(RequirementRow row, int place, RequirementColumn column) =>
        IsJudged(row, place) ? Texts.Of(row.Result.Requirements[place].Outcome, _reader) : Word(row.Standing.StateOf(column.Indicator));

    public string Word(HeatState state) => _states.Word(state);

    /// <summary>The kinds of cells without a level that there are on this page, in their order.</summary>
    public IEnumerable<HeatState> Empty => Map is null ? [] : Rows.Prepend(Map.Subject)
        .SelectMany(row => Map.Columns.Select(column => row.Standing.StateOf(column.Indicator))).Where(state => state != HeatState.Scored).Distinct().Order();

    /// <summary>Where an indicator of a country is told in full.</summary>
    public string Link(RequirementRow row, RequirementColumn column) => Urls.Area(Report, Report.Framework.Areas[column.Area].Code, column.Code, row.Standing.Code);

    /// <summary>The same page in another order.</summary>
    public string In(CountryOrder order) => Urls.Requirements(Report, Map?.Profile.Code, sort: order.ToString());

    /// <summary>The columns that count a country's lines, with the word for what they count.</summary>
    public ImmutableArray<(string Name, string Word)> Counted =>
        [(RequirementMap.ByMet, Texts.Of(Outcome.Met, _reader)), (RequirementMap.ByMissed, Texts.Of(Outcome.Missed, _reader)), (RequirementMap.ByUnknown, Texts.Of(Outcome.Unknown, _reader))];

    /// <summary>A count as it is shown: without anything that is met or missed, 0 of these would say what nobody knows.</summary>
    public string Count(RequirementRow row, string name) => RequirementMap.ValueOf(row, name)?.ToString("0", _reader) ?? HeatFacts.Sign(HeatState.NotReported);

    /// <summary>Where a country is told line by line.</summary>
    public string LinesOf(RequirementRow row) => Urls.Requirements(Report, Map?.Profile.Code, subject: row.Standing.Code);

    /// <summary>Where a count of members leads: to them, the highest first.</summary>
    public string MadeOf(string column) => In(new CountryOrder(column, Descending: true));
}
