using ClosedXML.Excel;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>The first sheet, one page: what is found in a sentence, where the subject is clearly behind, where ahead, what it misses of what is asked for, and the charts.</summary>
internal static class SummarySheet
{
    private const int ChartRows = 20;
    private const double ChartRowHeight = 17;
    private const int RightFrom = Page.First + 6;
    private static readonly double[] Widths = [32, 8, 9, 8, 28, 3, 32, 8, 9, 8, 28];

    public static void Write(IXLWorksheet sheet, Briefing briefing, ChartFigures figures)
    {
        var report = briefing.Report;
        var page = new Page(sheet, Widths);
        page.Line(briefing.Marking, size: 9, bold: true, color: Palette.Quiet);
        page.Space(6);
        page.Line(briefing.Wording.Headline(), size: 20, bold: true);
        page.Line(Texts.Join(briefing.Culture, briefing.Wording.Lead()), size: 12, color: Palette.Quiet);
        page.Space(4);
        page.Line(Texts.Join(briefing.Culture, [briefing.Sources.AsOf(), .. briefing.Sources.Subject(), briefing.Say("Briefing.Levels", report.Framework.Minimum, report.Framework.Maximum)]), size: 10, color: Palette.Quiet);
        page.Space();

        Side(page, [.. Clear(briefing, figures, Finding.Behind, Page.First)], [.. Clear(briefing, figures, Finding.Ahead, RightFrom), .. Requirements(briefing)]);
        page.Space();

        var charts = page.Row;
        for (var i = 0; i < ChartRows; i++)
            page.Space(ChartRowHeight);
        // The gaps take the left half, the shape the right one.
        briefing.Charts.Add(new Chart(sheet.Name, GapBars.Chart(briefing, figures), GapBars.Title(briefing), ChartWords.OfGaps(briefing), (Page.First, charts), (RightFrom - 2, page.Row - 1)));
        briefing.Charts.Add(new Chart(sheet.Name, ShapeRadar.Chart(briefing, figures), ShapeRadar.Title(briefing), ChartWords.OfShape(briefing), (RightFrom, charts), (page.Last, page.Row - 1)));
        page.Print(briefing, tall: 1);
    }

    // Two lists beside one another, row by row.
    private static void Side(Page page, List<Action<Page>> left, List<Action<Page>> right)
    {
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            left.ElementAtOrDefault(i)?.Invoke(page);
            right.ElementAtOrDefault(i)?.Invoke(page);
            page.End();
        }
    }

    private static IEnumerable<Action<Page>> Clear(Briefing briefing, ChartFigures figures, Finding finding, int from)
    {
        var rows = briefing.Report.Of(finding).ToList();
        yield return Title($"{Capital(Texts.Of(finding, briefing.Culture), briefing)}{briefing.Say("Colon")}{rows.Count}", Palette.Of(finding), from);
        if (rows.Count == 0)
            yield break;
        yield return page =>
        {
            string[] headings = [briefing.Say("Area"), briefing.Say("Gap"), briefing.Say("Briefing.From", briefing.Say("GapBand")), briefing.Say("Briefing.To"), briefing.Say("Weakest")];
            for (var i = 0; i < headings.Length; i++)
            {
                var style = page.Span(from + i, from + i, headings[i], size: 9, color: Palette.Quiet);
                style.Alignment.Vertical = XLAlignmentVerticalValues.Bottom;
                style.Alignment.Horizontal = i is > 0 and < 4 ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left;
                style.Alignment.Indent = i == 4 ? 1 : 0;
                (style.Border.BottomBorder, style.Border.BottomBorderColor) = (XLBorderStyleValues.Thin, Palette.Color(Palette.Ink));
            }
        };
        foreach (var row in rows)
            yield return page => Row(page, briefing, figures, row, from);
    }

    private static void Row(Page page, Briefing briefing, ChartFigures figures, GapRow row, int from)
    {
        var color = Palette.Of(row.Finding);
        page.Span(from, from, briefing.Wording.AreaName(row.Code), bold: true);
        var at = figures.Block.HeadingRow + 1 + briefing.Report.Areas.IndexOf(row);
        Figure(1, row.Gap!.Value, Formats.OfGap(row.Gap.Value), GapTableRows.Gap).Style.Font.SetBold().Font.SetFontColor(Palette.Color(color));
        Figure(2, row.GapBand!.Value.Low, Formats.OfGapEnd(row.GapBand.Value.Low), GapTableRows.Gap + 1);
        Figure(3, row.GapBand.Value.High, Formats.OfGapEnd(row.GapBand.Value.High), GapTableRows.Gap + 2);
        if (row.Weakest is { } weakest)
            page.Span(from + 4, from + 4, $"{briefing.Say("IndicatorAt", weakest.Code, weakest.Level)} · {briefing.Wording.IndicatorName(weakest.Code)}", size: 9).Alignment.Indent = 1;
        var border = page.Sheet.Range(page.Row, from, page.Row, from + 4).Style.Border;
        (border.BottomBorder, border.BottomBorderColor) = (XLBorderStyleValues.Thin, Palette.Color(Palette.Line));

        IXLCell Figure(int offset, double value, string format, int column)
        {
            var cell = page.Number(from + offset, value, format);
            briefing.Live.Add(cell, LiveCells.Name(figures.Block.Sheet, column, at));
            return cell;
        }
    }

    private static IEnumerable<Action<Page>> Requirements(Briefing briefing)
    {
        if (briefing.Report.Profiles.IsEmpty || briefing.Report.SubjectSource is null)
            yield break;
        yield return page => page.Span(RightFrom, page.Last, "", size: 6);
        yield return Title(briefing.Say("Requirements.Title"), Palette.Ink, RightFrom);
        foreach (var result in briefing.Report.Profiles)
        {
            yield return page => page.Span(RightFrom, page.Last, $"{briefing.Requirements.Name(result)}{briefing.Say("Colon")}{briefing.Requirements.Counts(result)}", bold: true);
            if (result.Count(Outcome.Missed) > 0)
                yield return page => page.Span(RightFrom, page.Last, briefing.Requirements.Missed(result), size: 9, color: Palette.Behind);
        }
    }

    private static Action<Page> Title(string text, string color, int from) => page => page.Span(from, from + 4, text, size: 13, bold: true, color: color);

    private static string Capital(string word, Briefing briefing) => char.ToUpper(word[0], briefing.Culture) + word[1..];
}
