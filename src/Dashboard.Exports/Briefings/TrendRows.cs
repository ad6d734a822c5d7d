using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>The table over the cycles: a row for each area and cycle, so that any number of cycles can be filtered and sorted.</summary>
internal static class TrendRows
{
    public const int Score = Page.First + 3;
    public const int Benchmark = Page.First + 6;
    public const int Gap = Page.First + 9;

    /// <summary>The first is as wide as three of the others: a chart takes the one or the three.</summary>
    public static readonly double[] Widths = [34, 11.5, 11.5, 11.5, 11.5, 11.5, 11.5, 11.5, 11.5, 11.5, 11.5, 11.5, 11.5];

    /// <returns>The row of the headings.</returns>
    public static int Write(Page page, Briefing briefing, IEnumerable<TrendPanel> panels)
    {
        var wording = briefing.Wording;
        var headings = page.Head(inSight: 0,
            (briefing.Say("Area"), false), (briefing.Say("Briefing.Cycle"), false), (briefing.Say("Briefing.Basis"), false), (wording.Subject, true),
            (briefing.Say("Briefing.From", briefing.Say("CouldLie")), true), (briefing.Say("Briefing.To"), true),
            (wording.Benchmark, true), ("n", true), (briefing.Say("Briefing.Of"), true),
            (briefing.Say("Gap"), true), (briefing.Say("Briefing.From", briefing.Say("GapBand")), true), (briefing.Say("Briefing.To"), true), (briefing.Say("Finding"), false));
        foreach (var panel in panels)
            foreach (var (point, report) in panel.Points.Zip(briefing.History.Reports))
                Row(page, briefing, panel.Code, point, report);
        page.Filter(headings);
        return headings;
    }

    private static void Row(Page page, Briefing briefing, string? code, TrendPoint point, GapReport report)
    {
        var c = Page.First;
        var name = page.Text(c++, briefing.Wording.FullName(code)).Style;
        (name.Font.Bold, name.Alignment.WrapText) = (true, true);
        page.Text(c++, point.Cycle);
        page.Text(c++, report.SubjectSource is { } source ? Texts.Of(source.Basis, briefing.Culture) : "").Style.Alignment.WrapText = true;
        if (point.Row is { } row)
            Figures(page, briefing, row, report);
        else
            page.Unknown(Score, briefing.Say("Briefing.NotAsked"));
        // A broken line begins anew.
        page.Rule(color: point.Breaks ? Palette.Ink : Palette.Line);
        page.End(least: 21);
    }

    private static void Figures(Page page, Briefing briefing, GapRow row, GapReport report)
    {
        var (noScore, noGap) = (briefing.Word(row.ScoreUnknown), briefing.Word(row.GapUnknown));
        page.Number(Score, row.Score.Value, Formats.Level, noScore);
        page.Number(Score + 1, row.ShownBand?.Low, Formats.Level, noScore);
        page.Number(Score + 2, row.ShownBand?.High, Formats.Level, noScore);
        page.Number(Benchmark, row.Benchmark, Formats.Level, briefing.Word(Unknown.NoPeers));
        page.Number(Benchmark + 1, row.N, Formats.Whole);
        page.Number(Benchmark + 2, report.Members, Formats.Whole);
        var gap = page.Number(Gap, row.Gap, Formats.OfGap(row.Gap ?? 0), noGap);
        if (row.Gap is not null)
        {
            gap.Style.Font.SetBold().Font.SetFontColor(Palette.Color(Palette.Of(row.Finding)));
            briefing.Live.Add(gap, $"{LiveCells.Name(Score, page.Row)}-{LiveCells.Name(Benchmark, page.Row)}");
        }

        page.Number(Gap + 1, row.GapBand?.Low, Formats.OfGapEnd(row.GapBand?.Low ?? 0), noGap);
        page.Number(Gap + 2, row.GapBand?.High, Formats.OfGapEnd(row.GapBand?.High ?? 0), noGap);
        var finding = page.Text(Gap + 3, Texts.Of(row.Finding, briefing.Culture)).Style;
        (finding.Font.FontColor, finding.Alignment.Indent, finding.Alignment.WrapText) = (Palette.Color(Palette.Of(row.Finding)), 1, true);
    }
}
