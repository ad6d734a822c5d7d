using ClosedXML.Excel;
using Dashboard.Core.Assessments;
using Dashboard.Core.Language;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Briefings;

/// <summary>What the subject's answers rest on: the evidence, also where pieces contradict each other, and why each level was given. Addresses are text: nothing in the file leads out of it.</summary>
internal static class EvidenceSheet
{
    private const string Date = "yyyy-mm-dd";
    private const string Expired = "yyyy-mm-dd\" †\"";
    private static readonly double[] Widths = [9, 34, 15, 40, 26, 24, 12, 14, 8, 34, 14];

    public static void Write(IXLWorksheet sheet, Briefing briefing)
    {
        var page = new Page(sheet, Widths);
        page.Begin(briefing, briefing.Say("Briefing.Evidence"));
        if (briefing.History.Grounds is { } grounds)
            Write(page, briefing, grounds);
        else
            page.Line(briefing.Say("Briefing.Evidence.Stays"));
        page.Print(briefing);
    }

    private static void Write(Page page, Briefing briefing, Grounds grounds)
    {
        if (!grounds.WithheldEvidence.IsEmpty)
            page.Line(briefing.Say("Briefing.Evidence.Withheld", grounds.WithheldEvidence.Length));
        var framework = briefing.Report.Framework;
        var pieces = grounds.Evidence.OrderBy(piece => framework.IndexOf(piece.Indicator)).ToList();
        if (pieces.Count == 0)
        {
            page.Line(briefing.Say("Briefing.Evidence.None"));
        }
        else
        {
            if (pieces.Any(piece => piece.HasExpired(briefing.Day)))
                page.Line(briefing.Say("Briefing.Evidence.Expired"), size: 10, color: Palette.Quiet);
            page.Space();
            var headings = page.Head(inSight: 2, [.. Headings.Select(key => (briefing.Say(key), false))]);
            foreach (var piece in pieces)
                Piece(page, briefing, piece);
            page.Filter(headings);
        }

        var said = framework.Indicators.Where(indicator => grounds.Rationales.ContainsKey(indicator.Code)).ToList();
        if (said.Count == 0)
            return;
        page.Space(16);
        page.Line(briefing.Say("Briefing.Rationales"), size: 13, bold: true);
        foreach (var indicator in said)
        {
            Indicator(page, briefing, indicator.Code);
            page.Span(Page.First + 2, page.Last, grounds.Rationales[indicator.Code], size: 10);
            page.Rule();
            page.End();
        }
    }

    private static string[] Headings =>
    [
        "Briefing.Code", "Briefing.Indicator", "Briefing.Evidence.Bearing", "Briefing.Evidence.Title", "Briefing.Evidence.Source", "Briefing.Evidence.Origin", "Briefing.Evidence.Date",
        "Briefing.Evidence.Expiry", "Briefing.Evidence.Grade", "Briefing.Evidence.Reference", "Briefing.Evidence.Marking",
    ];

    private static void Indicator(Page page, Briefing briefing, string code)
    {
        page.Text(Page.First, code).Style.Font.FontColor = Palette.Color(Palette.Quiet);
        Words(page, Page.First + 1, briefing.Wording.IndicatorName(code)).Font.Bold = true;
    }

    private static void Piece(Page page, Briefing briefing, Evidence piece)
    {
        Indicator(page, briefing, piece.Indicator);
        var c = Page.First + 2;
        var bearing = Words(page, c++, Texts.Of(piece.Bearing, briefing.Culture));
        if (piece.Bearing == Bearing.Contradicts)
            (bearing.Font.Bold, bearing.Font.FontColor) = (true, Palette.Color(Palette.Behind));
        Words(page, c++, piece.Title);
        Words(page, c++, piece.Source);
        Words(page, c++, Texts.Of(piece.Origin, briefing.Culture));
        Day(page, c++, piece.Date, Date);
        if (piece.Expiry is { } expiry)
            Day(page, c, expiry, piece.HasExpired(briefing.Day) ? Expired : Date);
        c++;
        page.Text(c++, piece.Grade);
        Words(page, c++, piece.Reference);
        page.Text(c, piece.Marking?.Classification.ToUpperInvariant() ?? "");
        page.Rule();
        page.End();
    }

    private static IXLStyle Words(Page page, int column, string text)
    {
        var style = page.Text(column, text).Style;
        (style.Alignment.WrapText, style.Font.FontSize) = (true, 10);
        return style;
    }

    private static void Day(Page page, int column, DateOnly day, string format)
    {
        var style = page.Sheet.Cell(page.Row, column).SetValue(day.ToDateTime(TimeOnly.MinValue)).Style;
        (style.NumberFormat.Format, style.Alignment.Horizontal, style.Alignment.Vertical) = (format, XLAlignmentHorizontalValues.Left, XLAlignmentVerticalValues.Center);
    }
}
