using ClosedXML.Excel;

namespace Dashboard.Exports.Briefings;

/// <summary>What every sheet has around its content: marking and date on screen and on paper, and how it is printed.</summary>
internal static class Frame
{
    // Excel takes 255 characters for a whole header or footer, codes included.
    private const int LongestMarking = 180;

    /// <summary>The marking and the title at the top of a sheet.</summary>
    public static void Begin(this Page page, Paper paper, string title)
    {
        page.Line(paper.Marking, size: 9, bold: true, color: Palette.Quiet);
        page.Line(title, size: 16, bold: true);
        page.Line($"{paper.Title} · {paper.AsOf}", size: 10, color: Palette.Quiet);
        page.Space();
    }

    /// <summary>Landscape, one page wide, marked on every page.</summary>
    /// <param name="page">The sheet.</param>
    /// <param name="paper">What it is marked with.</param>
    /// <param name="tall">Pages that all of it must fit on; 0 for as many as it takes.</param>
    public static void Print(this Page page, Paper paper, int tall = 0)
    {
        var (sheet, setup) = (page.Sheet, page.Sheet.PageSetup);
        sheet.ShowGridLines = false;
        sheet.SheetView.ZoomScale = 100;
        setup.PaperSize = XLPaperSize.A4Paper;
        setup.PageOrientation = XLPageOrientation.Landscape;
        setup.FitToPages(1, tall);
        setup.CenterHorizontally = true;
        (setup.Margins.Left, setup.Margins.Right, setup.Margins.Top, setup.Margins.Bottom) = (0.5, 0.5, 0.75, 0.75);
        (setup.Margins.Header, setup.Margins.Footer) = (0.35, 0.35);
        setup.PrintAreas.Add(1, 1, page.Row - 1, page.Last);
        var marking = Escape(Shorten(paper.Marking));
        setup.Header.Center.AddText(marking);
        setup.Footer.Left.AddText(Escape(paper.AsOf));
        setup.Footer.Center.AddText(marking);
        setup.Footer.Right.AddText($"{paper.Say("Briefing.Page")} ");
        setup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        setup.Footer.Right.AddText($" {paper.Say("Briefing.PageOf")} ");
        setup.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    // The classification comes first and stays; the list of releases is cut where it must be, and stands whole on the sheet.
    private static string Shorten(string marking) => marking.Length <= LongestMarking ? marking : marking[..(LongestMarking - 1)] + "…";

    private static string Escape(string text) => text.Clean().Replace("&", "&&", StringComparison.Ordinal);
}
