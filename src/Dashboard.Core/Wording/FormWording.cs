using System.Globalization;
using Dashboard.Core.Forms;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Wording;

/// <summary>Answers what a form asks for from a report: numbers as they are, and where a figure is unknown the word for why, never a number.</summary>
/// <param name="report">The facts.</param>
/// <param name="culture">The reader's language; English for any but Japanese and French.</param>
public sealed class FormWording(GapReport report, CultureInfo culture)
{
    private readonly GapWording _gaps = new(report, culture);
    private readonly SourceWording _sources = new(report, culture);

    /// <summary>The answer.</summary>
    /// <param name="field">A field of the vocabulary of the report's framework.</param>
    public FormValue Of(FormField field) => field.Scope switch
    {
        FormScope.Report => OfReport(field.Key),
        FormScope.Row => OfRow(report.Rows.First(row => row.Code == field.Code), field.Key),
        FormScope.Indicator => OfIndicator(report.Indicators.First(row => row.Code == field.Code), field.Key),
        _ => OfProfile(report.Profiles.First(result => result.Profile == field.Code), field.Key),
    };

    /// <summary>What a field is, for whoever makes a form.</summary>
    /// <param name="field">The field.</param>
    /// <param name="framework">The framework that it is of.</param>
    /// <param name="culture">The reader's language.</param>
    public static string Describe(FormField field, Framework framework, CultureInfo culture) => field.Scope == FormScope.Report
        ? Texts.Get(culture, $"Form.Report.{field.Key}")
        : Texts.Get(culture, "Form.Of", Texts.Get(culture, field.Key.Length == 0 ? "Form.profile" : $"Form.{field.Key}"), NameOf(field, framework, culture));

    private static string NameOf(FormField field, Framework framework, CultureInfo culture) => field switch
    {
        { Code: null } => Texts.Get(culture, "Total"),
        { Scope: FormScope.Row, Code: var code } => framework.ShortNameOf(framework.RequireArea(code), culture),
        { Scope: FormScope.Indicator, Code: var code } => $"{code} {framework.NameOf(framework.Indicators[framework.IndexOf(code)], culture)}",
        { Code: var code } => framework.NameOf(framework.RequireProfile(code), culture),
    };

    private FormValue OfReport(string key) => key switch
    {
        "subject" => Say(_gaps.Subject),
        "subject.code" => Say(report.Question.Subject),
        "group" => Say(_gaps.Group),
        "group.code" => Say(report.Question.Group.Code),
        "benchmark" => Say(_gaps.Benchmark),
        "statistic" => Say(Texts.Of(report.Question.Statistic, culture)),
        "cycle" => Say(report.Cycle.Code),
        "as-of" => new FormValue(FormValueKind.Day, Texts.Get(culture, "Form.Day", report.Cycle.AsOf), Day: report.Cycle.AsOf),
        "framework" => Say(report.Framework.Edition),
        "marking" => Say(_sources.MarkingLine()),
        "headline" => Say(_gaps.Headline()),
        "source" => _sources.Own() is { } own ? Say(own) : Why(report.Total.ScoreUnknown),
        _ => Count(report.Members),
    };

    private FormValue OfRow(GapRow row, string key) => key switch
    {
        "name" => Say(_gaps.FullName(row.Code)),
        "score" => row.Score.Value is { } score && row.ScoreUnknown is null ? Level(score) : Why(row.ScoreUnknown),
        "benchmark" => row.Benchmark is { } benchmark ? Level(benchmark) : Why(Unknown.NoPeers),
        "gap" => row.Gap is { } gap ? new FormValue(FormValueKind.Gap, Shown.Gap(gap, culture), gap) : Why(row.GapUnknown),
        "n" => Count(row.N),
        "finding" => Say(Texts.Of(row.Finding, culture)),
        _ => row.Weakest is { } weakest ? Say(Texts.Get(culture, "IndicatorAt", $"{weakest.Code} {_gaps.IndicatorName(weakest.Code)}", weakest.Level)) : Why(row.ScoreUnknown),
    };

    private FormValue OfIndicator(IndicatorRow row, string key) => key switch
    {
        "name" => Say(_gaps.IndicatorName(row.Code)),
        "level" => row.Cell.IsScored ? Level(row.Cell.Level) : Say(State(row)),
        "state" => Say(row.Cell.IsScored ? Texts.Of(Release.CellState.Scored, culture) : State(row)),
        "benchmark" => row.Benchmark is { } benchmark ? Level(benchmark) : Why(Unknown.NoPeers),
        _ => Count(row.N),
    };

    // Of a country of which nothing is seen nothing is counted either.
    private FormValue OfProfile(ProfileResult result, string key) => key switch
    {
        "name" => Say(new RequirementWording(report, culture).Name(result)),
        _ when report.SubjectSource is null => Why(report.Total.ScoreUnknown),
        "" => Say(new RequirementWording(report, culture).Counts(result)),
        _ => Count(result.Count(Enum.GetValues<Outcome>().First(outcome => CodeName.Of(outcome) == key))),
    };

    private string State(IndicatorRow row) => CompareWording.Word(report.Subject.StateOf(report.Framework.IndexOf(row.Code)), culture);

    private FormValue Why(Unknown? why) => Say(Texts.Of(why!.Value, culture));

    private FormValue Level(double level) => new(FormValueKind.Level, Shown.Level(level, culture), level);

    private FormValue Count(int count) => new(FormValueKind.Count, count.ToString(culture), count);

    private static FormValue Say(string text) => new(FormValueKind.Text, text);
}
