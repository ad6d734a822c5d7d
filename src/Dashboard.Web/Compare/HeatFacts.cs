using System.Collections.Immutable;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Compare;

/// <summary>What the heat map tells, in the reader's language: the same for the page and the drawing.</summary>
/// <exception cref="Core.InputException">No such area or column.</exception>
public sealed class HeatFacts : CountryFacts
{
    public HeatFacts(GapReport report, string? area, string? sort)
        : base(report)
    {
        Area = string.IsNullOrWhiteSpace(area) ? null : report.Framework.RequireArea(area).Code;
        Map = HeatMap.Of(report, Area);
        Order = Map.OrderOf(sort);
        Rows = Map.Sorted(Order, Reader);
        Wording = new CompareWording(report, Reader);
    }

    /// <summary>Code of the area whose indicators are shown; null for all areas.</summary>
    public string? Area { get; }

    public HeatMap Map { get; }

    /// <summary>The members as sorted.</summary>
    public ImmutableArray<HeatRow> Rows { get; }

    public CompareWording Wording { get; }

    public override string Kind => "compare" + (Area is null ? "" : "-" + Area.ToLowerInvariant());

    /// <summary>The heading of a column.</summary>
    public string NameOf(HeatColumn column) => column.Indicator is null ? Gaps.AreaName(column.Area is null ? null : column.Code) : column.Code;

    /// <summary>What a heading stands for, in full.</summary>
    public string FullNameOf(HeatColumn column) => column.Indicator is null ? Gaps.FullName(column.Area is null ? null : column.Code) : Gaps.IndicatorName(column.Code);

    /// <summary>A value as it is shown: a score with one decimal, a level whole.</summary>
    public string Figure(HeatColumn column, double value) => column.Indicator is null || value % 1 != 0 ? Shown.Level(value, Reader) : value.ToString("0", Reader);

    /// <summary>The step of the ramp of colours.</summary>
    public int Step(double value) => HeatMap.Step(value, Report.Framework);

    /// <summary>The sign of a benchmark for which no member counts: of none of the kinds that a country's cell can have.</summary>
    public const string NoMembers = "∅";

    /// <summary>Whether a benchmark is missing.</summary>
    public bool LacksMembers => Map.Columns.Any(column => column.Benchmark is null);

    /// <summary>Whether a score is marked as not counting.</summary>
    public bool HasUncounted => Rows.SelectMany(row => row.Cells).Any(cell => cell.IsUncounted);

    /// <summary>Where a cell leads: to what it is made of.</summary>
    public string Link(HeatRow row, HeatColumn column) => column.Area is { } area
        ? Urls.Area(Report, Report.Framework.Areas[area].Code, column.Indicator is null ? null : column.Code, row.Standing.Code)
        : Urls.Read(ReadingPlace.Gaps, Report, subject: row.Standing.Code);

    public override string In(CountryOrder order) => Urls.Compare(Report, Area, sort: order.ToString());

    protected override IEnumerable<Standing> Standings => Rows.Prepend(Map.Subject).Select(row => row.Standing);

    protected override IEnumerable<FigureState> States => Rows.Prepend(Map.Subject).SelectMany(row => row.Cells).Select(cell => cell.State);
}
