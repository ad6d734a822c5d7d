using ClosedXML.Excel;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>Where the figures of a group stand: a row for each member and area.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="FirstRow">The row of the first member's first area.</param>
/// <param name="Rows">Rows of each member: its areas in framework order and the total.</param>
internal sealed record GroupTable(string Sheet, int FirstRow, int Rows)
{
    /// <summary>The cell of a member's figure as other sheets call it.</summary>
    /// <param name="member">Its place.</param>
    /// <param name="row">The area, or the total.</param>
    /// <param name="column">Which figure.</param>
    public string Cell(int member, GapRow row, int column) => LiveCells.Name(Sheet, column, FirstRow + member * Rows + row.Order);
}

/// <summary>Every member by every area in one long table, to be filtered and sorted: score, benchmark of the others, gap and what is found.</summary>
internal static class GroupTableSheet
{
    public const int Score = Page.First + 3;
    public const int Benchmark = Score + 3;
    public const int Gap = Benchmark + 3;
    private static readonly double[] Widths = [26, 7, 44, 10, 11, 10, 12, 6, 6, 10, 11, 10, 20, 34];

    public static GroupTable Write(IXLWorksheet sheet, GroupBriefing briefing)
    {
        var page = new Page(sheet, Widths);
        page.Begin(briefing, briefing.Say("Briefing.Group.Table"));
        page.Line(briefing.Say("Briefing.Group.Without", briefing.Statistic), size: 10, color: Palette.Quiet);
        var headings = page.Head(inSight: 1,
            (briefing.Say("Country"), false), (briefing.Say("Briefing.Code"), false), (briefing.Say("Area"), false), (briefing.Say("Position.Column.Score"), true),
            (briefing.Say("Briefing.From", briefing.Say("CouldLie")), true), (briefing.Say("Briefing.To"), true),
            (briefing.Say("Briefing.Group.Benchmark"), true), ("n", true), (briefing.Say("Briefing.Of"), true),
            (briefing.Say("Gap"), true), (briefing.Say("Briefing.From", briefing.Say("GapBand")), true), (briefing.Say("Briefing.To"), true), (briefing.Say("Finding"), false), (briefing.Say("Weakest"), false));
        foreach (var member in briefing.Members)
            foreach (var row in member.Report.Areas.OrderBy(row => row.Order).Append(member.Report.Total))
                Row(page, briefing, member, row);
        page.Filter(headings);
        foreach (var (name, column) in (ReadOnlySpan<(string, int)>)[("Countries", Page.First), ("Codes", Page.First + 1), ("Areas", Page.First + 2), ("Scores", Score), ("Benchmarks", Benchmark), ("Gaps", Gap), ("Findings", Gap + 3)])
            page.Name("Group" + name, column, headings + 1, page.Row - 1);
        page.Print(briefing);
        return new GroupTable(sheet.Name, headings + 1, briefing.Reports.Any.Areas.Length + 1);
    }

    private static void Row(Page page, GroupBriefing briefing, GroupMember member, GapRow row)
    {
        var (noScore, noGap) = (briefing.Word(row.ScoreUnknown), briefing.Word(row.GapUnknown));
        page.Text(Page.First, member.Name).Style.Font.Bold = true;
        page.Text(Page.First + 1, member.Code).Style.Font.FontColor = Palette.Color(Palette.Quiet);
        page.Text(Page.First + 2, member.Wording.FullName(row.Code)).Style.Font.Bold = row.Code is null;
        page.Number(Score, row.Score.Value, Formats.Level, noScore);
        page.Number(Score + 1, row.ShownBand?.Low, Formats.Level, noScore);
        page.Number(Score + 2, row.ShownBand?.High, Formats.Level, noScore);
        page.Number(Benchmark, row.Benchmark, Formats.Level, briefing.Word(Unknown.NoPeers));
        page.Number(Benchmark + 1, row.N, Formats.Whole);
        page.Number(Benchmark + 2, member.Report.Members, Formats.Whole);
        var gap = page.Number(Gap, row.Gap, Formats.OfGap(row.Gap ?? 0), noGap);
        var color = Palette.Color(Palette.Of(row.Finding));
        if (row.Gap is not null)
        {
            gap.Style.Font.SetBold().Font.SetFontColor(color);
            briefing.Live.Add(gap, $"{LiveCells.Name(Score, page.Row)}-{LiveCells.Name(Benchmark, page.Row)}");
        }

        page.Number(Gap + 1, row.GapBand?.Low, Formats.OfGapEnd(row.GapBand?.Low ?? 0), noGap);
        page.Number(Gap + 2, row.GapBand?.High, Formats.OfGapEnd(row.GapBand?.High ?? 0), noGap);
        var finding = page.Text(Gap + 3, Texts.Of(row.Finding, briefing.Culture)).Style;
        (finding.Font.FontColor, finding.Alignment.Indent) = (color, 1);
        if (row.Weakest is { } weakest)
            page.Text(Gap + 4, $"{briefing.Say("IndicatorAt", weakest.Code, weakest.Level)} · {member.Wording.IndicatorName(weakest.Code)}").Style.Font.FontSize = 9;
        page.Rule(bottom: row.Code is null, row.Code is null ? Palette.Quiet : Palette.Line);
        page.Sheet.Row(page.Row++).Height = 18;
    }
}
