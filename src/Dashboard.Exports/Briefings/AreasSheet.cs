using ClosedXML.Excel;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Briefings;

/// <summary>Every area with its figures, and beneath it every indicator, in framework order.</summary>
internal static class AreasSheet
{
    private static readonly double[] Widths = [9, 62, 12, 10, 10, 11, 13, 13, 12, 6, 10];

    public static void Write(IXLWorksheet sheet, Briefing briefing)
    {
        var page = new Page(sheet, Widths);
        page.Begin(briefing, briefing.Say("Briefing.Areas"));
        page.Headings(
            (briefing.Say("Briefing.Code"), false), (briefing.Say("Briefing.Indicator"), false), (briefing.Say("Briefing.ScoreOrLevel"), true),
            (briefing.Say("Briefing.From", briefing.Say("Briefing.Range")), true), (briefing.Say("Briefing.To"), true),
            (briefing.Say("Briefing.Coverage"), true), (briefing.Say("Briefing.Confidence"), true), (briefing.Say("Briefing.Before"), true),
            (briefing.Wording.Benchmark, true), ("n", true), (briefing.Say("Gap"), true));
        sheet.SheetView.FreezeRows(page.Row - 1);
        sheet.PageSetup.SetRowsToRepeatAtTop(page.Row - 1, page.Row - 1);

        var framework = briefing.Report.Framework;
        var rows = briefing.Report.Areas.ToDictionary(row => row.Code!);
        for (var a = 0; a < framework.Areas.Length; a++)
        {
            Area(page, briefing, rows[framework.Areas[a].Code]);
            foreach (var indicator in briefing.Report.Indicators.Slice(framework.Offsets[a], framework.Areas[a].Indicators.Length))
                Indicator(page, briefing, indicator);
        }

        Area(page, briefing, briefing.Report.Total);
        page.Print(briefing);
    }

    private static void Area(Page page, Briefing briefing, GapRow row)
    {
        var c = Page.First;
        var noScore = briefing.Word(row.ScoreUnknown);
        page.Text(c++, row.Code ?? "").Style.Font.Bold = true;
        var name = page.Text(c++, briefing.Wording.FullName(row.Code));
        name.Style.Font.Bold = true;
        name.Style.Alignment.WrapText = true;
        page.Number(c++, row.Score.Value, Formats.Level, noScore).Style.Font.Bold = true;
        page.Number(c++, row.Score.Range?.Low, Formats.Level, noScore);
        page.Number(c++, row.Score.Range?.High, Formats.Level, noScore);
        page.Number(c++, row.Score.Coverage, Formats.Percent, noScore);
        c += 2;
        page.Number(c++, row.Benchmark, Formats.Level, briefing.Word(Unknown.NoPeers));
        page.Number(c++, row.N, Formats.Whole);
        if (row.Gap is { } gap)
        {
            var style = page.Number(c, gap, Formats.OfGap(gap)).Style;
            style.Font.Bold = true;
            style.Font.FontColor = Palette.Color(Palette.Of(row.Finding));
        }
        else
        {
            page.Unknown(c, briefing.Word(row.GapUnknown));
        }

        page.Sheet.Range(page.Row, Page.First, page.Row, page.Last).Style.Fill.BackgroundColor = Palette.Color(Palette.Ground);
        page.Rule(color: row.Code is null ? Palette.Ink : Palette.Line);
        page.End(least: 24);
    }

    private static void Indicator(Page page, Briefing briefing, IndicatorRow row)
    {
        var c = Page.First;
        page.Text(c++, row.Code).Style.Font.FontColor = Palette.Color(Palette.Quiet);
        var name = page.Text(c++, briefing.Wording.IndicatorName(row.Code));
        name.Style.Alignment.Indent = 1;
        name.Style.Alignment.WrapText = true;
        Level(c++, row.Cell);
        c += 3;
        if (row.Cell.IsScored)
            page.Text(c, Texts.Of(row.Cell.Confidence, briefing.Culture)).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        c++;
        if (row.Before is { } before)
            Level(c++, before);
        else
            page.Unknown(c++, briefing.Say("Briefing.NotAsked"));
        page.Number(c++, row.Benchmark, Formats.Level, briefing.Say("Briefing.NoneCounts"));
        page.Number(c, row.N, Formats.Whole);
        page.End();

        void Level(int column, Cell cell) =>
            page.Number(column, cell.IsScored ? cell.Level : null, Formats.Whole, Texts.Of(cell.State, briefing.Culture));
    }
}
