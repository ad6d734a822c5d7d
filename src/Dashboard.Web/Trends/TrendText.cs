using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Trends;

/// <summary>The short texts of a line over the cycles.</summary>
internal static class TrendText
{
    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>The gap at both ends of what can be compared; the last alone where there is no more; else why it is unknown.</summary>
    public static string Moved(TrendLine line) =>
        line.Last.Gap is not { } gap ? Texts.Of(line.Last.GapUnknown!.Value, Culture)
        : Trend.Moved(line.Points) is { } moved ? Words.Get("Trend.FromTo", Shown.Gap(moved.From.Row!.Gap!.Value, Culture), Shown.Gap(gap, Culture), moved.From.Cycle)
        : $"{Words.Get("Gap")} {Shown.Gap(gap, Culture)}";

    /// <summary>The line in one sentence, for whoever does not see the drawing.</summary>
    public static string Sentence(TrendFacts facts, TrendLine line) => facts.Wording.FullName(line.Code) + Words.Get("Colon") + string.Join("; ", line.Points.Select(point =>
        $"{point.Cycle} {facts.Wording.Subject} {Score(point.Row)}, {facts.Wording.Benchmark} {Benchmark(point.Row)}"));

    /// <summary>The subject's score of a cycle, or why there is none.</summary>
    public static string Score(GapRow? row) => row is null ? Words.Get("Areas.NotAsked")
        : row.Score.Value is { } score ? Shown.Level(score, Culture) : Texts.Of(row.ScoreUnknown!.Value, Culture);

    /// <summary>The benchmark of a cycle, or why there is none.</summary>
    public static string Benchmark(GapRow? row) => row is null ? "" : row.Benchmark is { } level ? Shown.Level(level, Culture) : Texts.Of(Unknown.NoPeers, Culture);
}
