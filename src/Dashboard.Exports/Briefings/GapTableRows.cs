using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>The table of gaps, as on the page: the report's figures unrounded, an unknown one as the word for why.</summary>
internal static class GapTableRows
{
    public const int Score = Page.First + 1;
    public const int Benchmark = Page.First + 6;
    public const int Gap = Page.First + 9;
    public const int Finding = Page.First + 13;

    public static readonly double[] Widths = [42, 10, 10, 9, 10, 11, 11, 6, 6, 10, 11, 9, 11, 20, 15];

    /// <summary>Writes the table.</summary>
    /// <returns>The row of its headings.</returns>
    public static int Write(Page page, Briefing briefing)
    {
        var wording = briefing.Wording;
        var headings = page.Head(inSight: 1,
            (briefing.Say("Area"), false), (wording.Subject, true),
            (briefing.Say("Briefing.From", briefing.Say("CouldLie")), true), (briefing.Say("Briefing.To"), true),
            (briefing.Say("Briefing.Scored"), true), (briefing.Say("Briefing.Applicable"), true),
            (wording.Benchmark, true), ("n", true), (briefing.Say("Briefing.Of"), true),
            (briefing.Say("Gap"), true), (briefing.Say("Briefing.From", briefing.Say("GapBand")), true), (briefing.Say("Briefing.To"), true),
            (briefing.Say("MatchedGap"), true), (briefing.Say("Finding"), false), (briefing.Say("Weakest"), false));
        foreach (var row in briefing.Report.Rows)
            Write(page, briefing, row);
        page.Filter(headings);
        return headings;
    }

    // What a reader would check: the two figures of the same row.
    private static string Difference(int row) => $"{LiveCells.Name(Score, row)}-{LiveCells.Name(Benchmark, row)}";

    private static void Write(Page page, Briefing briefing, GapRow row)
    {
        var c = Page.First;
        var name = page.Text(c++, briefing.Wording.FullName(row.Code));
        name.Style.Font.Bold = true;
        name.Style.Alignment.WrapText = true;
        var noScore = briefing.Word(row.ScoreUnknown);
        page.Number(c++, row.Score.Value, Formats.Level, noScore);
        page.Number(c++, row.ShownBand?.Low, Formats.Level, noScore);
        page.Number(c++, row.ShownBand?.High, Formats.Level, noScore);
        // Nothing was answered where nothing is seen: that is no 0.
        var isSeen = row.IsSeen;
        page.Number(c++, isSeen ? row.Answers.Scored : null, Formats.Whole, noScore);
        page.Number(c++, isSeen ? row.Answers.Applicable : null, Formats.Whole, noScore);
        page.Number(c++, row.Benchmark, Formats.Level, briefing.Word(Unknown.NoPeers));
        page.Number(c++, row.N, Formats.Whole);
        page.Number(c++, briefing.Report.Members, Formats.Whole);
        var noGap = briefing.Word(row.GapUnknown);
        var color = Palette.Color(Palette.Of(row.Finding));
        if (row.Gap is { } gap)
        {
            var cell = page.Number(c, gap, Formats.OfGap(gap));
            cell.Style.Font.Bold = true;
            cell.Style.Font.FontSize = 13;
            cell.Style.Font.FontColor = color;
            briefing.Live.Add(cell, Difference(page.Row));
        }
        else
        {
            page.Unknown(c, noGap);
        }

        c++;
        page.Number(c++, row.GapBand?.Low, Formats.OfGapEnd(row.GapBand?.Low ?? 0), noGap);
        page.Number(c++, row.GapBand?.High, Formats.OfGapEnd(row.GapBand?.High ?? 0), noGap);
        page.Number(c++, row.MatchedGap, Formats.OfGap(row.MatchedGap ?? 0, isFlagged: row.MatchedDiffers), noGap);
        var finding = page.Text(c++, Texts.Of(row.Finding, briefing.Culture));
        finding.Style.Font.FontColor = color;
        finding.Style.Alignment.Indent = 1;
        finding.Style.Alignment.WrapText = true;
        page.Text(c, row.Weakest is { } weakest ? briefing.Say("IndicatorAt", weakest.Code, weakest.Level) : noScore).Style.Alignment.WrapText = true;
        page.Rule(color: row.Code is null ? Palette.Ink : Palette.Line);
        page.End(least: 21);
    }
}
