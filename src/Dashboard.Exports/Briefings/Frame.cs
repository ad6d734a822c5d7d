using System.Globalization;
using ClosedXML.Excel;
using Dashboard.Core.Language;

namespace Dashboard.Exports.Briefings;

/// <summary>What every sheet has around its content: marking and date on screen and on paper, and how it is printed.</summary>
internal static class Frame
{
    // Excel takes 255 characters for a whole header or footer, codes included.
    private const int LongestMarking = 180;

    /// <summary>The marking and the title at the top of a sheet.</summary>
    public static void Begin(this Page page, Briefing briefing, string title)
    {
        page.Line(briefing.Marking, size: 9, bold: true, color: Palette.Quiet);
        page.Line(title, size: 16, bold: true);
        page.Line($"{briefing.Title} · {briefing.AsOf}", size: 10, color: Palette.Quiet);
        page.Space();
    }

    /// <summary>Landscape, one page wide, marked on every page.</summary>
    public static void Print(this Page page, Briefing briefing) => page.Print(briefing.Marking, briefing.AsOf, briefing.Culture);

    /// <inheritdoc cref="Print(Page, Briefing)"/>
    public static void Print(this Page page, string line, string asOf, CultureInfo culture)
    {
        var (sheet, setup) = (page.Sheet, page.Sheet.PageSetup);
        sheet.ShowGridLines = false;
        sheet.SheetView.ZoomScale = 100;
        setup.PaperSize = XLPaperSize.A4Paper;
        setup.PageOrientation = XLPageOrientation.Landscape;
        setup.FitToPages(1, 0);
        setup.CenterHorizontally = true;
        (setup.Margins.Left, setup.Margins.Right, setup.Margins.Top, setup.Margins.Bottom) = (0.5, 0.5, 0.75, 0.75);
        (setup.Margins.Header, setup.Margins.Footer) = (0.35, 0.35);
        setup.PrintAreas.Add(1, 1, page.Row - 1, page.Last);
        var marking = Escape(Shorten(line));
        setup.Header.Center.AddText(marking);
        setup.Footer.Left.AddText(Escape(asOf));
        setup.Footer.Center.AddText(marking);
        setup.Footer.Right.AddText($"{Texts.Get(culture, "Briefing.Page")} ");
        setup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        setup.Footer.Right.AddText($" {Texts.Get(culture, "Briefing.PageOf")} ");
        setup.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    // The classification comes first and stays; the list of releases is cut where it must be, and stands whole on the sheet.
    private static string Shorten(string marking) => marking.Length <= LongestMarking ? marking : marking[..(LongestMarking - 1)] + "…";

    private static string Escape(string text) => text.Clean().Replace("&", "&&", StringComparison.Ordinal);
}
