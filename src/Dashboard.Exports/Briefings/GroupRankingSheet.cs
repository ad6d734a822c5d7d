using ClosedXML.Excel;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Briefings;

/// <summary>The first sheet of a group: the members by their total, with the places that doubt leaves open, how many areas are clear, the widest gap, and what is missed of what is asked for.</summary>
internal static class GroupRankingSheet
{
    private const int Score = Page.First + 2;
    private const int Gap = Score + 5;

    // More would be too small to read.
    private const int MostOnOnePage = 40;
    private static readonly double[] Widths = [28, 19, 10, 10, 9, 9, 9, 10, 19, 9, 9, 9, 30, 11];

    public static void Write(IXLWorksheet sheet, GroupBriefing briefing, GroupTable table)
    {
        var report = briefing.Reports.Any;
        var page = new Page(sheet, Widths);
        page.Begin(briefing, briefing.Say("Briefing.Group.Headline", briefing.Group, briefing.Reports.Seen, briefing.Members.Count));
        page.Line(Texts.Join(briefing.Culture, new SourceWording(report, briefing.Culture).AsOf(), briefing.Say("Briefing.Group.Without", briefing.Statistic), briefing.Say("Briefing.Levels", report.Framework.Minimum, report.Framework.Maximum)), size: 10, color: Palette.Quiet);
        page.Space();
        var headings = page.Head(inSight: 1,
            (briefing.Say("Country"), false), (briefing.Say("Briefing.Basis"), false), (briefing.Say("Total"), true),
            (briefing.Say("Briefing.From", briefing.Say("Position.Column.Open")), true), (briefing.Say("Briefing.To"), true), (briefing.Say("Briefing.Of"), true),
            (briefing.Say("Briefing.Coverage"), true), (briefing.Say("Gap"), true), (briefing.Say("Finding"), false),
            (briefing.Say("Briefing.Group.Behind"), true), (briefing.Say("Briefing.Group.Ahead"), true), (briefing.Say("Briefing.Group.Close"), true),
            (briefing.Say("Briefing.Group.Widest"), false), (briefing.Say("Briefing.Group.Missed"), true));
        for (var m = 0; m < briefing.Members.Count; m++)
            Row(page, briefing, table, m);
        page.Filter(headings);
        page.Name("RankingCountries", Page.First, headings + 1, page.Row - 1);
        page.Name("RankingTotals", Score, headings + 1, page.Row - 1);
        page.Space();
        page.Line(briefing.Say("Briefing.Group.RankingFoot"), size: 10, color: Palette.Quiet);
        page.Print(briefing, tall: briefing.Members.Count <= MostOnOnePage ? 1 : 0);
    }

    private static void Row(Page page, GroupBriefing briefing, GroupTable table, int place)
    {
        var member = briefing.Members[place];
        var (report, total) = (member.Report, member.Report.Total);
        page.Text(Page.First, member.Name).Style.Font.Bold = true;
        var basis = page.Text(Page.First + 1, report.SubjectSource is { } source ? Texts.Of(source.Basis, briefing.Culture) : "").Style;
        (basis.Font.FontSize, basis.Font.FontColor) = (9, Palette.Color(Palette.Quiet));
        var score = page.Number(Score, total.Score.Value, Formats.Level, briefing.Word(total.ScoreUnknown));
        score.Style.Font.Bold = true;
        if (total.Score.Value is not null)
            briefing.Live.Add(score, table.Cell(place, total, GroupTableSheet.Score));
        if (total.Position is { } position)
            foreach (var (at, i) in ((int[])[position.From, position.To, position.Of]).Select((at, i) => (at, i)))
                page.Number(Score + 1 + i, at, Formats.Whole);
        page.Number(Score + 4, total.Coverage, Formats.Percent, briefing.Word(total.ScoreUnknown));
        var gap = page.Number(Gap, total.Gap, Formats.OfGap(total.Gap ?? 0), briefing.Word(total.GapUnknown));
        if (total.Gap is not null)
            briefing.Live.Add(gap, table.Cell(place, total, GroupTableSheet.Gap));
        var finding = page.Text(Gap + 1, Texts.Of(total.Finding, briefing.Culture)).Style;
        (finding.Font.FontColor, finding.Alignment.Indent) = (Palette.Color(Palette.Of(total.Finding)), 1);
        if (report.Areas.Any(row => row.Gap is not null))
            foreach (var (kind, i) in ((Finding[])[Finding.Behind, Finding.Ahead, Finding.TooCloseToCall]).Select((kind, i) => (kind, i)))
                page.Number(Gap + 2 + i, report.Of(kind).Count(), Formats.Whole).Style.Font.FontColor = Palette.Color(Palette.Of(kind));
        if (report.Areas.FirstOrDefault(row => row.Finding == Finding.Behind) is { } widest)
            page.Text(Gap + 5, $"{briefing.AreaName(widest.Code)} {Shown.Gap(widest.Gap!.Value, briefing.Culture)}").Style.Alignment.Indent = 1;
        if (report.SubjectSource is not null)
            page.Number(page.Last, report.Profiles.Sum(result => result.Count(Outcome.Missed)), Formats.Whole);
        page.Rule();
        page.Sheet.Row(page.Row++).Height = 19;
    }
}
