using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Briefings;

/// <summary>A report, those of the cycles before it, and the language they are told in: what every sheet of a briefing is written from.</summary>
internal sealed class Briefing(ReportHistory history, CultureInfo culture) : Paper(culture)
{
    public ReportHistory History => history;

    /// <summary>The report of the cycle that is told, with the marking of all of them.</summary>
    public GapReport Report => history.Report;

    public GapWording Wording { get; } = new(history.Report, culture);

    public SourceWording Sources { get; } = new(history.Report, culture);

    public WeightRanges Weights { get; } = WeightRanges.Of(history.Report);

    public RequirementWording Requirements { get; } = new(history.Report, culture);

    public override string Marking => Sources.MarkingLine();

    public override string Classification => history.Marking.ToLine();

    public override DateOnly Day => Report.Cycle.AsOf;

    public string Group => Wording.Group;

    public string Statistic => Texts.Of(Report.Question.Statistic, Culture);

    public override string Title => Say("Briefing.Title", Wording.Subject, Group, Statistic, Report.Cycle.Code);

    public override IEnumerable<string> Keywords => [Wording.Subject, Report.Question.Subject, Group, Report.Cycle.Code, Report.Framework.Edition];
}
