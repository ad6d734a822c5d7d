using ClosedXML.Excel;

namespace Dashboard.Exports.Briefings;

/// <summary>The table of gaps, with what the charts draw beside it.</summary>
internal static class GapsSheet
{
    /// <summary>Writes the sheet and says what the charts draw.</summary>
    public static ChartFigures Write(IXLWorksheet sheet, Briefing briefing)
    {
        var page = new Page(sheet, GapTableRows.Widths);
        page.Begin(briefing, briefing.Say("Briefing.Gaps"));
        var figures = ChartFigures.Of(page, briefing);
        figures.Write(briefing.Say("Area"));
        var headings = GapTableRows.Write(page, briefing);
        page.Space();
        foreach (var note in briefing.Wording.Notes())
            page.Line(note, size: 10, color: Palette.Quiet);
        page.Print(briefing);
        var last = headings + briefing.Report.Areas.Length;
        foreach (var (name, column) in (ReadOnlySpan<(string, int)>)
            [("Names", Page.First), ("Scores", GapTableRows.Score), ("Benchmarks", GapTableRows.Benchmark), ("Counts", GapTableRows.Benchmark + 1),
            ("Gaps", GapTableRows.Gap), ("GapsFrom", GapTableRows.Gap + 1), ("GapsTo", GapTableRows.Gap + 2), ("Findings", GapTableRows.Finding)])
            page.Name("Area" + name, column, headings + 1, last);
        foreach (var (name, column) in (ReadOnlySpan<(string, int)>)[("Score", GapTableRows.Score), ("Benchmark", GapTableRows.Benchmark), ("Gap", GapTableRows.Gap)])
            page.Name("Total" + name, column, last + 1, last + 1);
        return figures;
    }
}
