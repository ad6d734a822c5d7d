using ClosedXML.Excel;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Briefings;

/// <summary>Where the country lies among the members that count, in total and by area: as ranges, with those under other weights beside them.</summary>
internal static class PositionSheet
{
    private static readonly double[] Widths = [44, 10, 8, 8, 10, 10, 10, 10, 10, 10, 10, 24];

    public static void Write(IXLWorksheet sheet, Briefing briefing)
    {
        var wording = new PositionWording(briefing.Report, briefing.Weights, briefing.Culture);
        var page = new Page(sheet, Widths);
        page.Begin(briefing, briefing.Say("Position.Title"));
        page.Line(wording.Headline(), size: 13, bold: true);
        page.Space();
        var headings = page.Head(inSight: 1,
            (briefing.Say("Area"), false), (briefing.Say("Position.Column.Score"), true), ("n", true), (briefing.Say("Briefing.Of"), true),
            (briefing.Say("Position.Column.Plain"), true),
            (briefing.Say("Briefing.From", briefing.Say("Position.Column.Open")), true), (briefing.Say("Briefing.To"), true),
            (briefing.Say("Briefing.From", briefing.Say("Position.Column.Weights")), true), (briefing.Say("Briefing.To"), true),
            (briefing.Say("Briefing.From", briefing.Say("Position.Column.Met")), true), (briefing.Say("Briefing.To"), true),
            (briefing.Say("Position.Column.Holds"), false));
        foreach (var row in briefing.Report.Areas.OrderBy(row => row.Order).Prepend(briefing.Report.Total))
            Row(page, briefing, wording, row);
        page.Filter(headings);
        page.Space();
        page.Line(briefing.Say("Position.Foot"), size: 10, color: Palette.Quiet);
        page.Print(briefing);
    }

    private static void Row(Page page, Briefing briefing, PositionWording wording, GapRow row)
    {
        var c = Page.First;
        var name = page.Text(c++, briefing.Wording.FullName(row.Code)).Style;
        (name.Font.Bold, name.Alignment.WrapText) = (true, true);
        page.Number(c++, row.Score.Value, Formats.Level, briefing.Word(row.ScoreUnknown));
        page.Number(c++, row.N, Formats.Whole);
        page.Number(c++, briefing.Report.Members, Formats.Whole);
        if (briefing.Weights.For(row) is { } range)
        {
            var place = PositionWording.PlaceOf(row, range);
            foreach (var at in (int[])[range.Plain, place.From, place.To, range.Range.From, range.Range.To, range.Best, range.Worst])
                page.Number(c++, at, Formats.Whole);
            var holds = page.Text(c, briefing.Say(range.Holds ? "Position.Yes" : "Position.No")).Style;
            (holds.Alignment.Indent, holds.Alignment.WrapText) = (1, true);
        }
        else
        {
            page.Unknown(page.Last, wording.Place(row));
        }

        page.Rule(color: row.Code is null ? Palette.Ink : Palette.Line);
        page.End(least: 21);
    }
}
