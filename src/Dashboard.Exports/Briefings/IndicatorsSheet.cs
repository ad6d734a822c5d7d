using ClosedXML.Excel;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Briefings;

/// <summary>Every indicator in framework order: its level, what that says, what the next one asks for, how sure it is, and how others stand.</summary>
internal static class IndicatorsSheet
{
    private const int Level = Page.First + 3;
    private const int Benchmark = Level + 5;
    private const double Small = 9;
    private static readonly double[] Widths = [20, 8, 36, 9, 48, 48, 12, 11, 11, 6, 9];

    public static void Write(IXLWorksheet sheet, Briefing briefing)
    {
        var page = new Page(sheet, Widths);
        page.Begin(briefing, briefing.Say("Briefing.Indicators"));
        var headings = page.Head(inSight: 3,
            (briefing.Say("Area"), false), (briefing.Say("Briefing.Code"), false), (briefing.Say("Briefing.Indicator"), false), (briefing.Say("Briefing.Level"), true),
            (briefing.Say("Briefing.Says"), false), (briefing.Say("Briefing.Next"), false), (briefing.Say("Briefing.Confidence"), false), (briefing.Say("Briefing.Before"), true),
            (briefing.Wording.Benchmark, true), ("n", true), (briefing.Say("Gap"), true));
        var framework = briefing.Report.Framework;
        for (var i = 0; i < framework.Indicators.Length; i++)
            Row(page, briefing, briefing.Report.Indicators[i], i, isFirst: framework.Offsets.Contains(i));
        page.Filter(headings);
        foreach (var (name, column) in (ReadOnlySpan<(string, int)>)[("Codes", Page.First + 1), ("Levels", Level), ("Benchmarks", Benchmark), ("Gaps", Benchmark + 2)])
            page.Name("Indicator" + name, column, headings + 1, page.Row - 1);
        page.Print(briefing);
    }

    private static void Row(Page page, Briefing briefing, IndicatorRow row, int place, bool isFirst)
    {
        var (framework, c) = (briefing.Report.Framework, Page.First);
        var indicator = framework.Indicators[place];
        Words(c++, briefing.Wording.AreaName(framework.AreaOf(place).Code), Palette.Quiet);
        page.Text(c++, row.Code).Style.Font.FontColor = Palette.Color(Palette.Quiet);
        Words(c++, framework.NameOf(indicator, briefing.Culture), size: 11).Font.Bold = true;
        LevelOf(page, briefing, c++, row.Cell).Style.Font.Bold = true;
        Words(c++, row.Cell.IsScored ? framework.LevelText(indicator, row.Cell.Level, briefing.Culture) : "");
        Words(c++, !row.Cell.IsScored ? "" : row.Cell.Level < framework.Maximum ? $"{row.Cell.Level + 1} · {framework.LevelText(indicator, row.Cell.Level + 1, briefing.Culture)}" : briefing.Say("Briefing.Highest"));
        Words(c++, row.Cell.IsScored ? Texts.Of(row.Cell.Confidence, briefing.Culture) : "");
        if (row.Before is { } before)
            LevelOf(page, briefing, c++, before);
        else
            page.Unknown(c++, briefing.Say("Briefing.NotAsked"));
        page.Number(c++, row.Benchmark, Formats.Level, briefing.Say("Briefing.NoneCounts"));
        page.Number(c++, row.N, Formats.Whole);
        if (row.Gap is { } gap)
            briefing.Live.Add(page.Number(c, gap, Formats.OfGap(gap)), $"{LiveCells.Name(Level, page.Row)}-{LiveCells.Name(Benchmark, page.Row)}");
        else
            page.Unknown(c, row.Cell.IsScored ? briefing.Say("Briefing.NoneCounts") : Texts.Of(row.Cell.State, briefing.Culture));
        page.Rule(color: isFirst ? Palette.Quiet : Palette.Line);
        page.End(least: 24);

        IXLStyle Words(int column, string text, string color = Palette.Ink, double size = Small)
        {
            var style = page.Text(column, text).Style;
            (style.Font.FontSize, style.Font.FontColor, style.Alignment.WrapText) = (size, Palette.Color(color), true);
            style.Alignment.Indent = column == Level + 1 ? 1 : 0;
            return style;
        }
    }

    private static IXLCell LevelOf(Page page, Briefing briefing, int column, Cell cell) =>
        page.Number(column, cell.IsScored ? cell.Level : null, Formats.Whole, Texts.Of(cell.State, briefing.Culture));
}
