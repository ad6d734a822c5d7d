using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>What the charts show in words, for whoever does not see them.</summary>
internal static class ChartWords
{
    public static string OfGaps(Briefing briefing) => $"{GapBars.Title(briefing)}. " + string.Join("; ", briefing.Report.Areas.Select(row =>
        $"{briefing.Wording.AreaName(row.Code)} {(row.Gap is { } gap ? $"{Shown.Gap(gap, briefing.Culture)} ({Texts.Of(row.Finding, briefing.Culture)})" : briefing.Word(row.GapUnknown))}"));

    public static string OfShape(Briefing briefing) => $"{ShapeRadar.Title(briefing)}. " + string.Join("; ", briefing.Report.Areas.OrderBy(row => row.Order).Select(row =>
        $"{briefing.Wording.AreaName(row.Code)} {briefing.Level(row.Score.Value, row.ScoreUnknown)} / {briefing.Level(row.Benchmark, Unknown.NoPeers)}"));

    /// <summary>A line over the cycles.</summary>
    public static string OfLine(Briefing briefing, TrendPanel panel) => $"{briefing.Wording.FullName(panel.Code)}. {panel.Moved}. " + string.Join("; ", panel.Points.Select(point =>
        $"{point.Cycle} {(point.Row is { } row ? $"{briefing.Level(row.Score.Value, row.ScoreUnknown)} / {briefing.Level(row.Benchmark, Unknown.NoPeers)}" : briefing.Say("Briefing.NotAsked"))}"));

    private static string Level(this Briefing briefing, double? value, Unknown? why) => value is { } level ? Shown.Level(level, briefing.Culture) : briefing.Word(why);
}
