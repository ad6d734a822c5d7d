using ClosedXML.Excel;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Briefings;

/// <summary>The countries beside one another, by area and in total: coloured by the level that they reach, by a rule of the sheet, so that a corrected figure is coloured anew.</summary>
internal static class CompareSheet
{
    private const int FirstFigure = Page.First + 2;
    private const double Least = 24;

    public static void Write(IXLWorksheet sheet, Briefing briefing)
    {
        var map = HeatMap.Of(briefing.Report);
        var page = new Page(sheet, [26, 20, .. map.Columns.Select(_ => 12.0)]);
        page.Begin(briefing, new CompareWording(briefing.Report, briefing.Culture).Headline(null));
        page.Headings(
        [
            (briefing.Say("Country"), false), (briefing.Say("Briefing.Basis"), false),
            .. map.Columns.Select(column => (briefing.Wording.AreaName(column.Area is null ? null : column.Code), false)),
        ]);
        sheet.Range(page.Row - 1, FirstFigure, page.Row - 1, page.Last).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        sheet.PageSetup.SetRowsToRepeatAtTop(page.Row - 1, page.Row - 1);

        var top = page.Row;
        Row(page, briefing, map.Subject);
        var counting = new CountingCells(page, briefing, page.Row + 2, map.Members.Length, FirstFigure);
        Benchmark(page, briefing, map, counting);
        var counts = page.Row;
        Counts(page, briefing, map);
        // Subject and benchmark stay in sight, and where they are when a reader sorts the members below them.
        sheet.SheetView.Freeze(counts, FirstFigure - 1);
        foreach (var row in map.Sorted(map.OrderOf(null), briefing.Culture))
            Row(page, briefing, row, counting);
        var figures = sheet.Range(top, FirstFigure, page.Row - 1, page.Last);
        Fields(figures);
        Colour(figures, briefing.Report.Framework);
        counting.Head(map.Columns.Select(column => briefing.Wording.AreaName(column.Area is null ? null : column.Code)));
        page.Filter(counts, counting.Last(map.Columns.Length));
        page.Name("MemberNames", Page.First, counts + 1, page.Row - 1);
        page.Name("MemberTotals", page.Last, counts + 1, page.Row - 1);
        page.Space();
        page.Line(briefing.Say("Compare.Ramp"), size: 10, color: Palette.Quiet);
        if (map.Members.SelectMany(row => row.Cells).Any(cell => cell.IsUncounted))
            page.Line($"* {briefing.Say("Compare.Uncounted")}", size: 10, color: Palette.Quiet);
        page.Print(briefing);
    }

    private static void Benchmark(Page page, Briefing briefing, HeatMap map, CountingCells counting)
    {
        Name(page, briefing.Wording.Benchmark, "");
        for (var i = 0; i < map.Columns.Length; i++)
        {
            var cell = page.Number(FirstFigure + i, map.Columns[i].Benchmark, Formats.Level, briefing.Word(Unknown.NoPeers));
            if (map.Columns[i].N > 0)
                briefing.Live.Add(cell, FormulaOf(briefing.Report.Question.Statistic, counting.Of(i)));
        }

        page.End(least: Least);
    }

    private static string FormulaOf(Statistic statistic, string members) => statistic switch
    {
        Statistic.Mean => $"AVERAGE({members})",
        Statistic.UpperQuartile => $"QUARTILE({members},3)",
        Statistic.Best => $"MAX({members})",
        _ => $"MEDIAN({members})",
    };

    private static void Counts(Page page, Briefing briefing, HeatMap map)
    {
        page.Span(Page.First, Page.First, briefing.Say("Briefing.Counting"), size: 9, color: Palette.Quiet);
        for (var i = 0; i < map.Columns.Length; i++)
            page.Span(FirstFigure + i, FirstFigure + i, briefing.Say("Position.Of", map.Columns[i].N, map.Members.Length), size: 9, color: Palette.Quiet);
        page.Rule(bottom: true, Palette.Ink);
        page.End();
    }

    private static void Row(Page page, Briefing briefing, HeatRow row, CountingCells? counting = null)
    {
        Name(page, briefing.Sources.Name(row.Standing.Code), row.Standing.Country.Source is { } source ? Texts.Of(source.Basis, briefing.Culture) : "");
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var cell = row.Cells[i];
            page.Number(FirstFigure + i, cell.Value, cell.IsUncounted && counting is not null ? Formats.Uncounted : Formats.Level, CompareWording.Word(cell.State, briefing.Culture));
            counting?.Write(i, cell);
        }

        if (counting is null)
            page.Sheet.Range(page.Row, Page.First, page.Row, page.Last).Style.Font.Bold = true;
        page.End(least: Least);
    }

    private static void Name(Page page, string name, string basis)
    {
        page.Text(Page.First, name).Style.Font.Bold = true;
        var under = page.Text(Page.First + 1, basis).Style;
        (under.Font.FontSize, under.Font.FontColor) = (9, Palette.Color(Palette.Quiet));
    }

    /// <summary>Fields with white between them.</summary>
    internal static void Fields(IXLRange figures)
    {
        figures.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        (figures.Style.Border.InsideBorder, figures.Style.Border.InsideBorderColor) = (XLBorderStyleValues.Medium, XLColor.White);
        (figures.Style.Border.OutsideBorder, figures.Style.Border.OutsideBorderColor) = (XLBorderStyleValues.Medium, XLColor.White);
    }

    // The highest step first: the first rule that holds is the one that colours.
    internal static void Colour(IXLRange figures, Framework framework)
    {
        for (var level = framework.Maximum; level >= framework.Minimum; level--)
        {
            // As a figure is shown: what reads 3.0 is a 3.
            var style = figures.AddConditionalFormat().WhenIsTrue(FormattableString.Invariant(
                $"AND(ISNUMBER({figures.FirstCell().Address}),{figures.FirstCell().Address}>={(level == framework.Minimum ? level : level - 0.05)})"));
            var (fill, ink) = Palette.Level(level - framework.Minimum, framework.Maximum - framework.Minimum);
            style.Fill.SetBackgroundColor(Palette.Color(fill));
            style.Font.SetFontColor(Palette.Color(ink));
        }
    }
}
