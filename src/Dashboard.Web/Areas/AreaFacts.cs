using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Wording;
using Dashboard.Web.Charts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Areas;

/// <summary>One area of a report over the cycles, as page and drawing tell it.</summary>
public sealed class AreaFacts : IChartFacts
{
    private readonly int _offset;

    public AreaFacts(ReportHistory history, string area)
    {
        History = history;
        Area = Report.Framework.RequireArea(area);
        Row = Report.Areas.Single(row => row.Code == Area.Code);
        Points = Trend.Of(history.Reports, Area.Code);
        Wording = new GapWording(Report, CultureInfo.CurrentUICulture);
        Sentences = new AreaWording(Report, CultureInfo.CurrentUICulture);
        _offset = Report.Framework.Offsets[Row.Order];
        Rows = Report.Indicators.Slice(_offset, Area.Indicators.Length);
    }

    public ReportHistory History { get; }

    public GapReport Report => History.Report;

    public Area Area { get; }

    /// <summary>The area's row of the report.</summary>
    public GapRow Row { get; }

    /// <summary>The area's line over the cycles.</summary>
    public ImmutableArray<TrendPoint> Points { get; }

    /// <summary>The area's indicators.</summary>
    public ImmutableArray<IndicatorRow> Rows { get; }

    public GapWording Wording { get; }

    public AreaWording Sentences { get; }

    /// <summary>What its drawing shows: how many members, or at which level the one is.</summary>
    public string Title => Words.Get(Report.Question.Group.IsOneCountry ? "Areas.MembersOne" : "Areas.Members", Report.Question.Group.IsOneCountry ? Wording.GroupInSentence : Wording.Group);

    public string Kind => "area-" + Area.Code;

    /// <summary>The most members that any indicator has at one level: the height of the tallest column of all.</summary>
    public int Tallest => Math.Max(1, Rows.Max(row => row.Counts.Max()));

    /// <summary>The indicator of a row.</summary>
    public Indicator Of(IndicatorRow row) => Area.Indicators[Rows.IndexOf(row)];

    /// <summary>What the reader sees of an indicator in each cycle, the earliest first; null where the cycle's framework did not ask it.</summary>
    public IEnumerable<(string Cycle, bool IsScored, string? Told)> Past(string indicator) => History.Reports.Select(report => report.Indicators.FirstOrDefault(row => row.Code == indicator) is { } row
        ? (report.Cycle.Code, row.Cell.IsScored, Told(report, row)) : (report.Cycle.Code, false, (string?)null));

    /// <summary>A cell in a word: its level, or its state.</summary>
    public static string Told(Cell cell) => cell.IsScored ? cell.Level.ToString(CultureInfo.CurrentUICulture) : Texts.Of(cell.State, CultureInfo.CurrentUICulture);

    /// <summary>The subject's answer in a word: its level, or which kind of nothing it is; of a country that nobody has assessed, that.</summary>
    public static string Told(GapReport report, IndicatorRow row) => row.Cell.IsScored ? Told(row.Cell)
        : CompareWording.Word(report.Subject.StateOf(report.Indicators.IndexOf(row)), CultureInfo.CurrentUICulture);
}
