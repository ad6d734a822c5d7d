using ClosedXML.Excel;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>The members by area as fields: their scores, coloured by the level that they reach; and their gaps to the others, coloured by what is found.</summary>
internal static class GroupMapSheet
{
    private const int FirstFigure = Page.First + 1;
    private const double Least = 22;

    public static void Scores(IXLWorksheet sheet, GroupBriefing briefing, GroupTable table)
    {
        var (page, headings) = Begin(sheet, briefing, "Briefing.Group.Scores");
        for (var m = 0; m < briefing.Members.Count; m++)
            Row(page, briefing, table, m, GroupTableSheet.Score, row => row.Score.Value, _ => Formats.Level, row => row.ScoreUnknown, _ => null);
        CompareSheet.Colour(End(page, briefing, headings), briefing.Reports.Any.Framework);
        page.Line(briefing.Say("Compare.Ramp"), size: 10, color: Palette.Quiet);
        page.Print(briefing);
    }

    public static void Gaps(IXLWorksheet sheet, GroupBriefing briefing, GroupTable table)
    {
        var (page, headings) = Begin(sheet, briefing, "Briefing.Group.Gaps");
        for (var m = 0; m < briefing.Members.Count; m++)
            Row(page, briefing, table, m, GroupTableSheet.Gap, row => row.Gap, row => Formats.OfGap(row.Gap ?? 0), row => row.GapUnknown, row => row.Finding);
        End(page, briefing, headings);
        page.Line(briefing.Say("Briefing.Group.GapKey", briefing.Statistic), size: 10, color: Palette.Quiet);
        page.Print(briefing);
    }

    private static IEnumerable<GapRow> RowsOf(GapReport report) => report.Areas.OrderBy(row => row.Order).Append(report.Total);

    private static (Page Page, int Headings) Begin(IXLWorksheet sheet, GroupBriefing briefing, string title)
    {
        var rows = RowsOf(briefing.Reports.Any).ToList();
        var page = new Page(sheet, [28, .. rows.Select(_ => 13.0)]);
        page.Begin(briefing, briefing.Say(title));
        var headings = page.Head(inSight: 1, [(briefing.Say("Country"), false), .. rows.Select(row => (briefing.AreaName(row.Code), false))]);
        sheet.Range(headings, FirstFigure, headings, page.Last).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        return (page, headings);
    }

    private static void Row(Page page, GroupBriefing briefing, GroupTable table, int member, int column, Func<GapRow, double?> value, Func<GapRow, string> format, Func<GapRow, Unknown?> why, Func<GapRow, Finding?> finding)
    {
        page.Text(Page.First, briefing.Members[member].Name).Style.Font.Bold = true;
        foreach (var row in RowsOf(briefing.Members[member].Report))
        {
            var cell = page.Number(FirstFigure + row.Order, value(row), format(row), briefing.Word(why(row)));
            if (value(row) is not null)
                briefing.Live.Add(cell, table.Cell(member, row, column));
            if (finding(row) is Finding.Behind or Finding.Ahead)
                (cell.Style.Fill.BackgroundColor, cell.Style.Font.FontColor, cell.Style.Font.Bold) = (Palette.Color(Palette.Behind), XLColor.White, true);
            if (finding(row) == Finding.Ahead)
                cell.Style.Fill.BackgroundColor = Palette.Color(Palette.Ahead);
        }

        page.End(least: Least);
    }

    private static IXLRange End(Page page, GroupBriefing briefing, int headings)
    {
        var figures = page.Sheet.Range(headings + 1, FirstFigure, headings + briefing.Members.Count, page.Last);
        CompareSheet.Fields(figures);
        page.Filter(headings);
        page.Space();
        return figures;
    }
}
