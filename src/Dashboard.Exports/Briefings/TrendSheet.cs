using System.Collections.Immutable;
using ClosedXML.Excel;
using Dashboard.Core.Language;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Briefings;

/// <summary>The cycles: a small chart for each area, those that gained first and those that lost last, and the figures.</summary>
internal static class TrendSheet
{
    private const int Across = 5;
    private const int PanelRows = 10;
    private const double PanelRowHeight = 20;

    public static void Write(IXLWorksheet sheet, Briefing briefing)
    {
        var wording = new TrendWording(briefing.History.Reports, briefing.Culture);
        var panels = TrendPanel.Of(briefing);
        var page = new Page(sheet, TrendRows.Widths);
        page.Begin(briefing, briefing.Say("Briefing.Trend"));
        page.Line(wording.Headline(), size: 13, bold: true);
        page.Line(Texts.Join(briefing.Culture, wording.Lead()), size: 10, color: Palette.Quiet);
        var hasCharts = briefing.History.Reports.Length > 1;
        if (hasCharts)
            page.Line(briefing.Say("Briefing.Trend.Key", briefing.Wording.Subject, briefing.Wording.Benchmark, briefing.Report.Framework.Minimum, briefing.Report.Framework.Maximum), size: 10, color: Palette.Quiet);
        page.Space();
        var places = hasCharts ? Places(page, panels.Length) : [];
        // In the table the areas stand as elsewhere.
        ImmutableArray<TrendPanel> inOrder = [.. panels.OrderBy(panel => panel.Points[^1].Row!.Order)];
        var (top, cycles) = (page.Row + 1, briefing.History.Reports.Length);
        if (hasCharts)
        {
            var lines = new TrendLines(page, briefing, inOrder, (area, cycle) => top + area * cycles + cycle);
            lines.Write(briefing.Say("Briefing.Cycle"));
            foreach (var (panel, place) in panels.Zip(places))
                briefing.Charts.Add(new Chart(sheet.Name, panel.Chart(lines), briefing.Wording.AreaName(panel.Code), ChartWords.OfLine(briefing, panel), place.From, place.To));
        }

        TrendRows.Write(page, briefing, inOrder);
        foreach (var (name, column) in (ReadOnlySpan<(string, int)>)
            [("Areas", Page.First), ("Cycles", Page.First + 1), ("Scores", TrendRows.Score), ("Benchmarks", TrendRows.Benchmark), ("Gaps", TrendRows.Gap)])
            page.Name("Trend" + name, column, top, page.Row - 1);
        page.Print(briefing);
    }

    // One in the first column, the others in three each.
    private static List<((int Column, int Row) From, (int Column, int Row) To)> Places(Page page, int panels)
    {
        var places = new List<((int, int), (int, int))>();
        for (var p = 0; p < panels; p++)
        {
            var (column, row) = (p % Across, page.Row + p / Across * PanelRows);
            var from = column == 0 ? Page.First : Page.First + 1 + (column - 1) * 3;
            places.Add(((from, row), (column == 0 ? from : from + 2, row + PanelRows - 1)));
        }

        for (var i = 0; i < (panels + Across - 1) / Across * PanelRows; i++)
            page.Space(PanelRowHeight);
        // The drawing on the first page, the figures on the next.
        page.Sheet.PageSetup.AddHorizontalPageBreak(page.Row - 1);
        page.Space();
        return places;
    }
}
