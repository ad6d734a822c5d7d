using System.Globalization;
using System.Text;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Web.Gaps;

/// <summary>A gap report as plain text in English, for a terminal. The same on every machine.</summary>
public static class GapTable
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static string Write(GapReport report)
    {
        var text = new StringBuilder();
        var wording = new GapWording(report, English);
        Line(MarkingOf(report));
        Line();
        Line(wording.Headline());
        foreach (var sentence in wording.Lead())
            Line(sentence);
        Line();
        Line($"As of {report.Cycle.AsOf:yyyy-MM-dd}, cycle {report.Cycle.Code} ({(report.Cycle.Published is null ? "open" : "published")}), framework {report.Framework.Edition}. Levels {report.Framework.Minimum} to {report.Framework.Maximum}.");
        Line(report.SubjectSource is { } source
            ? $"{wording.Subject}: {Texts.Of(source.Basis, English)} by {Country.NameOf(source.Assessor, English)}, {Texts.Of(source.Status, English)}."
            : $"{wording.Subject}: {Texts.Of(report.Total.ScoreUnknown!.Value, English)}.");
        Line();
        text.Append(TextColumns.Lay(
            ["Area", "score", "could lie", "answers", wording.Benchmark, "n", "gap", "gap band", "finding", "weakest"],
            [.. report.Areas.Append(report.Total).Select(row => Cells(row, wording))]));
        Line();
        foreach (var note in wording.Notes())
            Line(note);
        Requirements();
        if (report.Changes is { } changes)
            Changes(changes);
        return text.ToString();

        void Line(string line = "") => text.Append(line).Append('\n');

        void Requirements()
        {
            foreach (var profile in report.Profiles)
            {
                var missed = profile.Requirements.Where(r => r.Outcome == Outcome.Missed).Select(r => $"{r.Indicator} at {r.Cell.Level}, needs {r.Minimum}").ToList();
                var name = report.Framework.Profiles.First(p => p.Code == profile.Profile).Name;
                Line($"{name}: {profile.Count(Outcome.Met)} met, {missed.Count} missed{(missed.Count > 0 ? $" ({string.Join("; ", missed)})" : "")}, {profile.Count(Outcome.Unknown)} unknown.");
            }
        }

        void Changes(Bridge bridge)
        {
            Line();
            Line($"Why the gap changed since {bridge.Since}{(bridge.FrameworkChanged ? " (the framework changed: the trend is broken here)" : "")}:");
            text.Append(TextColumns.Lay(
                ["Area", "gap then", "gap now", .. Enum.GetValues<Cause>().Select(c => Texts.Of(c, English))],
                [.. bridge.Areas.Append(bridge.Total).Where(row => !row.Steps.IsEmpty)
                    .Select(row => (string[])[wording.AreaName(row.Code), Gap(row.From), Gap(row.To), .. row.Steps.Select(s => Gap(s.Change))])]));
        }
    }

    private static string MarkingOf(GapReport report) => report.Marking.ToLine()
        + (report.IsDemonstration ? $" · {Texts.Get(English, "Demonstration")}" : "")
        + (report.IsDraft ? " · DRAFT" : "");

    private static string[] Cells(GapRow row, GapWording wording) =>
    [
        wording.AreaName(row.Code),
        row.Score.Value is { } score ? Shown.Level(score, English) : Texts.Of(row.ScoreUnknown!.Value, English),
        row.ShownBand is { } lie ? $"{Shown.Level(lie.Low, English)} to {Shown.Level(lie.High, English)}" : "",
        row.ScoreUnknown is Unknown.Withheld or Unknown.NotReported ? "" : $"{row.Answers.Scored} of {row.Answers.Applicable}",
        row.Benchmark is { } benchmark ? Shown.Level(benchmark, English) : Texts.Of(Unknown.NoPeers, English),
        row.N.ToString(English),
        Gap(row.Gap),
        row.GapBand is { } band ? $"{Shown.GapEnd(band.Low, English)} to {Shown.GapEnd(band.High, English)}" : "",
        Texts.Of(row.Finding, English),
        row.Weakest is { } weakest ? $"{weakest.Code} at {weakest.Level}" : "",
    ];

    private static string Gap(double? value) => value is { } gap ? Shown.Gap(gap, English) : "unknown";
}
