using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Web.Charts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Requirements;

/// <summary>How everybody in a report stands against a requirement profile, in the reader's language: the same for the page and the drawing.</summary>
/// <exception cref="InputException">No such profile or column.</exception>
public sealed class RequirementFacts : CountryFacts
{
    public RequirementFacts(GapReport report, string? profile, string? sort)
        : base(report)
    {
        Map = RequirementMap.Of(report, profile);
        Order = Map?.OrderOf(sort) ?? default;
        Rows = Map?.Sorted(Order, Reader) ?? [];
        Wording = new RequirementWording(report, Reader);
    }

    /// <summary>Null where the framework has no profile.</summary>
    public RequirementMap? Map { get; }

    /// <summary>The members as sorted.</summary>
    public ImmutableArray<RequirementRow> Rows { get; }

    public RequirementWording Wording { get; }

    public override string Kind => "requirements" + (Map is null ? "" : "-" + Map.Profile.Code.ToLowerInvariant());

    /// <summary>The indicator of a column.</summary>
    public Indicator IndicatorOf(RequirementColumn column) => Report.Framework.Indicators[column.Indicator];

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
        _ => Sign(row.Standing.StateOf(column.Indicator)),
    };

    public const string Met = "✓";

    public const string Missed = "✕";

    /// <summary>The word of a cell: its outcome, and of what nobody can judge why.</summary>
    public string Word(RequirementRow row, int place, RequirementColumn column) =>
        IsJudged(row, place) ? Texts.Of(row.Result.Requirements[place].Outcome, Reader) : Word(row.Standing.StateOf(column.Indicator));

    /// <summary>Where an indicator of a country is told in full.</summary>
    public string Link(RequirementRow row, RequirementColumn column) => Urls.Area(Report, Report.Framework.Areas[column.Area].Code, column.Code, row.Standing.Code);

    /// <summary>The columns that count a country's lines, with the word for what they count.</summary>
    public ImmutableArray<(string Name, string Word)> Counted =>
        [(RequirementMap.ByMet, Texts.Of(Outcome.Met, Reader)), (RequirementMap.ByMissed, Texts.Of(Outcome.Missed, Reader)), (RequirementMap.ByUnknown, Texts.Of(Outcome.Unknown, Reader))];

    /// <summary>A count as it is shown: without anything that is met or missed, 0 of these would say what nobody knows.</summary>
    public string Count(RequirementRow row, string name) => RequirementMap.ValueOf(row, name)?.ToString("0", Reader) ?? Sign(FigureState.NotReported);

    /// <summary>Where a country is told line by line.</summary>
    public string LinesOf(RequirementRow row) => Urls.Requirements(Report, Map?.Profile.Code, subject: row.Standing.Code);

    public override string In(CountryOrder order) => Urls.Requirements(Report, Map?.Profile.Code, sort: order.ToString());

    protected override IEnumerable<Standing> Standings => Map is null ? [] : Rows.Prepend(Map.Subject).Select(row => row.Standing);

    protected override IEnumerable<FigureState> States => Standings.SelectMany(standing => Map!.Columns.Select(column => standing.StateOf(column.Indicator)));
}
