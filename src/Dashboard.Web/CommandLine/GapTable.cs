using System.Globalization;
using System.Text;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Web.CommandLine;

/// <summary>A gap report as plain text in English, for a terminal. The same on every machine.</summary>
internal static class GapTable
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static string Write(GapReport report)
    {
        var text = new StringBuilder();
        var (wording, sources, requirements) = (new GapWording(report, English), new SourceWording(report, English), new RequirementWording(report, English));
        Line(sources.MarkingLine());
        Line();
        Line(wording.Headline());
        foreach (var sentence in wording.Lead())
            Line(sentence);
        Line();
        Line($"{sources.AsOf()} {Say("Briefing.Levels", report.Framework.Minimum, report.Framework.Maximum)}");
        foreach (var sentence in sources.Subject())
            Line(sentence);
        Line();
        text.Append(TextColumns.Lay(
            [Say("Area"), Say("Score"), Say("CouldLie"), Say("Answers"), wording.Benchmark, "n", Say("Gap"), Say("GapBand"), Say("Finding"), Say("Weakest")],
            [.. report.Rows.Select(row => Cells(row, wording))]));
        Line();
        foreach (var note in wording.Notes())
            Line(note);
        foreach (var result in report.Profiles)
            Line($"{requirements.Name(result)}: {requirements.Counts(result)}{(result.Count(Outcome.Missed) > 0 ? $" ({requirements.Missed(result)})" : "")}");
        if (report.Changes is { } changes)
            Changes(changes);
        return text.ToString();

        void Line(string line = "") => text.Append(line).Append('\n');

        void Changes(Bridge bridge)
        {
            Line();
            Line($"Why the gap changed since {bridge.Since}{(bridge.FrameworkChanged ? " (the framework changed: the trend is broken here)" : "")}:");
            if (wording.OtherWord() is { } otherWord)
                Line(otherWord);
            text.Append(TextColumns.Lay(
                [Say("Area"), $"{Say("Gap")} {bridge.Since}", $"{Say("Gap")} {report.Cycle.Code}", .. Enum.GetValues<Cause>().Select(wording.CauseOf)],
                [.. bridge.Areas.Append(bridge.Total).Where(row => !row.Steps.IsEmpty)
                    .Select(row => (string[])[wording.AreaName(row.Code), Shown.Gap(row.From!.Value, English), Shown.Gap(row.To!.Value, English), .. row.Steps.Select(s => Shown.Gap(s.Change, English))])]));
        }
    }

    private static string Say(string key, params ReadOnlySpan<object?> values) => Texts.Get(English, key, values);

    private static string[] Cells(GapRow row, GapWording wording) =>
    [
        wording.AreaName(row.Code),
        row.Score.Value is { } score ? Shown.Level(score, English) : Texts.Of(row.ScoreUnknown!.Value, English),
        row.ShownBand is { } lie ? Say("Band", Shown.Level(lie.Low, English), Shown.Level(lie.High, English)) : "",
        !row.IsSeen ? "" : $"{row.Answers.Scored} of {row.Answers.Applicable}",
        row.Benchmark is { } benchmark ? Shown.Level(benchmark, English) : Texts.Of(Unknown.NoPeers, English),
        row.N.ToString(English),
        row.Gap is { } gap ? Shown.Gap(gap, English) : "",
        row.GapBand is { } band ? Say("Band", Shown.GapEnd(band.Low, English), Shown.GapEnd(band.High, English)) : "",
        Texts.Of(row.Finding, English),
        row.Weakest is { } weakest ? Say("IndicatorAt", weakest.Code, weakest.Level) : "",
    ];
}
