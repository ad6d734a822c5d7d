using ClosedXML.Excel;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>Every area in framework order: what its score is made of, all that is left open, and its weakest indicator.</summary>
internal static class AreasSheet
{
    private const int Score = Page.First + 3;
    private const int Benchmark = Score + 7;
    private static readonly double[] Widths = [9, 46, 8, 10, 10, 10, 11, 10, 11, 12, 12, 6, 10, 9, 44];

    public static void Write(IXLWorksheet sheet, Briefing briefing)
    {
        var page = new Page(sheet, Widths);
        page.Begin(briefing, briefing.Say("Briefing.Areas"));
        var headings = page.Head(inSight: 2,
            (briefing.Say("Briefing.Code"), false), (briefing.Say("Area"), false), (briefing.Say("Briefing.Weight"), true), (briefing.Wording.Subject, true),
            (briefing.Say("Briefing.From", briefing.Say("Briefing.Range")), true), (briefing.Say("Briefing.To"), true),
            (briefing.Say("Briefing.Coverage"), true), (briefing.Say("Briefing.Scored"), true), (briefing.Say("Briefing.Applicable"), true), (briefing.Say("Briefing.Before"), true),
            (briefing.Wording.Benchmark, true), ("n", true), (briefing.Say("Gap"), true), (briefing.Say("Briefing.Level"), true), (briefing.Say("Weakest"), false));
        foreach (var row in briefing.Report.Areas.OrderBy(row => row.Order).Append(briefing.Report.Total))
            Row(page, briefing, row);
        page.Filter(headings);
        page.Print(briefing);
    }

    private static void Row(Page page, Briefing briefing, GapRow row)
    {
        var c = Page.First;
        var noScore = briefing.Word(row.ScoreUnknown);
        page.Text(c++, row.Code ?? "").Style.Font.FontColor = Palette.Color(Palette.Quiet);
        var name = page.Text(c++, briefing.Wording.FullName(row.Code)).Style;
        (name.Font.Bold, name.Alignment.WrapText) = (true, true);
        if (row.Code is not null)
            page.Number(c, briefing.Report.Framework.Areas[row.Order].Weight, "0.##");
        c++;
        page.Number(c++, row.Score.Value, Formats.Level, noScore).Style.Font.Bold = true;
        page.Number(c++, row.Range?.Low, Formats.Level, noScore);
        page.Number(c++, row.Range?.High, Formats.Level, noScore);
        page.Number(c++, row.Coverage, Formats.Percent, noScore);
        page.Number(c++, row.IsSeen ? row.Answers.Scored : null, Formats.Whole, noScore);
        page.Number(c++, row.IsSeen ? row.Answers.Applicable : null, Formats.Whole, noScore);
        Earlier(page, briefing, row, c++);
        page.Number(c++, row.Benchmark, Formats.Level, briefing.Word(Unknown.NoPeers));
        page.Number(c++, row.N, Formats.Whole);
        var gap = page.Number(c++, row.Gap, Formats.OfGap(row.Gap ?? 0), briefing.Word(row.GapUnknown));
        if (row.Gap is not null)
        {
            gap.Style.Font.SetBold().Font.SetFontColor(Palette.Color(Palette.Of(row.Finding)));
            briefing.Live.Add(gap, $"{LiveCells.Name(Score, page.Row)}-{LiveCells.Name(Benchmark, page.Row)}");
        }

        if (row.Weakest is { } weakest)
        {
            page.Number(c++, weakest.Level, Formats.Whole);
            var style = page.Text(c, $"{weakest.Code} {briefing.Wording.IndicatorName(weakest.Code)}").Style;
            (style.Alignment.Indent, style.Alignment.WrapText) = (1, true);
        }
        else
        {
            page.Unknown(c, noScore);
        }

        page.Rule(color: row.Code is null ? Palette.Ink : Palette.Line);
        page.End(least: 24);
    }

    // Another framework is another measure: across a break the scores are not set beside one another.
    private static void Earlier(Page page, Briefing briefing, GapRow row, int column)
    {
        var points = Trend.Of(briefing.History.Reports, row.Code);
        if (points.Length < 2)
            page.Unknown(column, "–");
        else if (points[^1].Breaks || points[^2].Row is not { } earlier)
            page.Unknown(column, briefing.Say("Briefing.NotComparable"));
        else
            page.Number(column, earlier.Score.Value, Formats.Level, briefing.Word(earlier.ScoreUnknown));
    }
}
