using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Briefings;

/// <summary>A report, those of the cycles before it, and the language they are told in: what every sheet of a briefing is written from.</summary>
internal sealed class Briefing(ReportHistory history, CultureInfo culture)
{
    public ReportHistory History => history;

    /// <summary>The report of the cycle that is told, with the marking of all of them.</summary>
    public GapReport Report => history.Report;

    public CultureInfo Culture => culture;

    public GapWording Wording { get; } = new(history.Report, culture);

    public SourceWording Sources { get; } = new(history.Report, culture);

    public WeightRanges Weights { get; } = WeightRanges.Of(history.Report);

    public RequirementWording Requirements { get; } = new(history.Report, culture);

    public string Marking => Sources.MarkingLine();

    public string AsOf => Say("Briefing.AsOf", history.Report.Cycle.AsOf);

    public string Group => Wording.Group;

    public string Statistic => Texts.Of(history.Report.Question.Statistic, culture);

    public string Title => Say("Briefing.Title", Wording.Subject, Group, Statistic, history.Report.Cycle.Code);

    /// <summary>An East Asian face for Japanese, so that one is not picked by chance.</summary>
    public string Font => culture.TwoLetterISOLanguageName == "ja" ? "Yu Gothic" : "Calibri";

    public string Say(string key, params ReadOnlySpan<object?> values) => Texts.Get(culture, key, values);

    /// <summary>Why a number is unknown, in words.</summary>
    public string Word(Unknown? why) => Texts.Of(why ?? Unknown.NoPeers, culture);
}
