using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Briefings;

/// <summary>A report and the language it is told in: what every sheet of a briefing is written from.</summary>
internal sealed class Briefing(GapReport report, CultureInfo culture)
{
    public GapReport Report => report;

    public CultureInfo Culture => culture;

    public GapWording Wording { get; } = new(report, culture);

    public SourceWording Sources { get; } = new(report, culture);

    public WeightRanges Weights { get; } = WeightRanges.Of(report);

    public RequirementWording Requirements { get; } = new(report, culture);

    public string Marking => Sources.MarkingLine();

    public string AsOf => Say("Briefing.AsOf", report.Cycle.AsOf);

    public string Group => Wording.Group;

    public string Statistic => Texts.Of(report.Question.Statistic, culture);

    public string Title => Say("Briefing.Title", Wording.Subject, Group, Statistic, report.Cycle.Code);

    /// <summary>An East Asian face for Japanese, so that one is not picked by chance.</summary>
    public string Font => culture.TwoLetterISOLanguageName == "ja" ? "Yu Gothic" : "Calibri";

    public string Say(string key, params ReadOnlySpan<object?> values) => Texts.Get(culture, key, values);

    /// <summary>Why a number is unknown, in words.</summary>
    public string Word(Unknown? why) => Texts.Of(why ?? Unknown.NoPeers, culture);
}
