using ClosedXML.Excel;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>The first sheet: what is found, in sentences, charts and figures.</summary>
internal static class SummarySheet
{
    private const int ChartRows = 30;
    private const double ChartRowHeight = 17;

    /// <summary>Writes the sheet and says where the charts go and what they draw.</summary>
    public static ChartFigures Write(IXLWorksheet sheet, Briefing briefing)
    {
        var report = briefing.Report;
        var page = new Page(sheet, GapTableRows.Widths);
        page.Line(briefing.Marking, size: 9, bold: true, color: Palette.Quiet);
        page.Space(6);
        page.Line(briefing.Wording.Headline(), size: 20, bold: true);
        page.Line(Texts.Join(briefing.Culture, briefing.Wording.Lead()), size: 12, color: Palette.Quiet);
        page.Space(4);
        page.Line(string.Join(' ', [briefing.Sources.AsOf(), .. briefing.Sources.Subject(), briefing.Say("Briefing.Levels", report.Framework.Minimum, report.Framework.Maximum)]), size: 10, color: Palette.Quiet);
        page.Space();

        var charts = page.Row;
        for (var i = 0; i < ChartRows; i++)
            page.Space(ChartRowHeight);
        // The words and the drawing on the first page, the figures on the next.
        sheet.PageSetup.AddHorizontalPageBreak(page.Row - 1);

        var figures = ChartFigures.Of(page, briefing, (charts, charts + ChartRows - 2));
        ChartCells.Write(sheet, briefing, figures);
        GapTableRows.Write(page, briefing);
        page.Space();
        foreach (var note in briefing.Wording.Notes())
            page.Line(note, size: 10, color: Palette.Quiet);
        Requirements(page, briefing);
        page.Print(briefing);
        return figures;
    }

    private static void Requirements(Page page, Briefing briefing)
    {
        if (briefing.Report.Profiles.IsEmpty)
            return;
        page.Space(14);
        page.Line(briefing.Say("Requirements.Title"), size: 13, bold: true);
        foreach (var result in briefing.Report.Profiles)
        {
            page.Space(4);
            page.Line($"{briefing.Requirements.Name(result)}: {briefing.Requirements.Counts(result)}", bold: true);
            if (result.Count(Outcome.Missed) > 0)
                page.Line(briefing.Requirements.Missed(result), size: 10, color: Palette.Behind);
        }
    }
}
