using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Web.Charts;
using Dashboard.Web.Reading;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Compare;

/// <summary>What the heat map tells, in the reader's language: the same for the page and the drawing.</summary>
/// <exception cref="Core.InputException">No such area or column.</exception>
public sealed class HeatFacts : IChartFacts
{
    private readonly CultureInfo _reader = CultureInfo.CurrentUICulture;

    public HeatFacts(GapReport report, string? area, string? sort)
    {
        Report = report;
        Area = string.IsNullOrWhiteSpace(area) ? null : report.Framework.RequireArea(area).Code;
        Map = HeatMap.Of(report, Area);
        Order = Map.OrderOf(sort);
        Rows = Map.Sorted(Order, _reader);
        (Gaps, Wording) = (new GapWording(report, _reader), new CompareWording(report, _reader));
    }

    public GapReport Report { get; }

    /// <summary>Code of the area whose indicators are shown; null for all areas.</summary>
    public string? Area { get; }

    public HeatMap Map { get; }

    /// <summary>The members as sorted.</summary>
    public ImmutableArray<HeatRow> Rows { get; }

    public CountryOrder Order { get; }

    public GapWording Gaps { get; }

    public CompareWording Wording { get; }

    public string Kind => "compare" + (Area is null ? "" : "-" + Area.ToLowerInvariant());

    /// <summary>The heading of a column.</summary>
    public string NameOf(HeatColumn column) => column.Indicator is null ? Gaps.AreaName(column.Code == "total" ? null : column.Code) : column.Code;

    /// <summary>What a heading stands for, in full.</summary>
    public string FullNameOf(HeatColumn column) => column.Indicator is null ? Gaps.FullName(column.Code == "total" ? null : column.Code) : Gaps.IndicatorName(column.Code);

    /// <summary>A value as it is shown: a score with one decimal, a level whole.</summary>
    public string Figure(HeatColumn column, double value) => column.Indicator is null || value % 1 != 0 ? Shown.Level(value, _reader) : value.ToString("0", _reader);

    /// <summary>The step of the ramp: the whole levels that are reached as it is shown, so that what reads 3.0 looks like 3.</summary>
    public int Step(double value) => (int)Math.Clamp(Math.Floor(Shown.Round(value)), Report.Framework.Minimum, Report.Framework.Maximum);

    /// <summary>The sign of a cell without a value.</summary>
    public static string Sign(HeatState state) => state switch
    {
        HeatState.Insufficient => "…",
        HeatState.NotAssessed => "?",
        HeatState.NotApplicable => "–",
        HeatState.Withheld => "▨",
        _ => "·",
    };

    /// <summary>The sign of a benchmark for which no member counts: of none of the kinds that a country's cell can have.</summary>
    public const string NoMembers = "∅";

    /// <summary>Whether a benchmark is missing.</summary>
    public bool LacksMembers => Map.Columns.Any(column => column.Benchmark is null);

    /// <summary>The kinds of cells without a value that there are on this page, in their order.</summary>
    public IEnumerable<HeatState> Empty => Rows.Prepend(Map.Subject).SelectMany(row => row.Cells).Select(cell => cell.State).Where(state => state != HeatState.Scored).Distinct().Order();

    /// <summary>Whether a score is marked as not counting.</summary>
    public bool HasUncounted => Rows.SelectMany(row => row.Cells).Any(IsUncounted);

    /// <summary>Whether a country is marked as estimated by another nation.</summary>
    public bool HasEstimated => Rows.Prepend(Map.Subject).Any(IsEstimated);

    public static bool IsUncounted(HeatCell cell) => cell is { State: HeatState.Scored, Counts: false };

    /// <summary>The name of a country.</summary>
    public string Name(HeatRow row) => Country.NameOf(row.Standing.Code, _reader);

    /// <summary>On what a country's figures rest; empty where nothing is seen.</summary>
    public string Basis(HeatRow row) => row.Standing.Country.Source is { } source ? Texts.Of(source.Basis, _reader) : "";

    public static bool IsEstimated(HeatRow row) => row.Standing.Country.Source?.Basis == Core.Assessments.Basis.Estimated;

    /// <summary>Where a cell leads: to what it is made of.</summary>
    public string Link(HeatRow row, HeatColumn column) => column.Area is { } area
        ? Urls.Area(Report, Report.Framework.Areas[area].Code, column.Indicator is null ? null : column.Code, row.Standing.Code)
        : Urls.Read(ReadingPlace.Gaps, Report, subject: row.Standing.Code);

    /// <summary>Where a benchmark leads: to the members that it is made of, the highest first.</summary>
    public string MadeOf(HeatColumn column) => In(new CountryOrder(column.Code, Descending: true));

    /// <summary>The same page in another order.</summary>
    public string In(CountryOrder order) => Urls.Compare(Report, Area, sort: order.ToString());
}
