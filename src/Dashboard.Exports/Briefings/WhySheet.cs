using ClosedXML.Excel;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Briefings;

/// <summary>Why the gaps changed from each cycle to the next: causes that add up to the change, and the change to the gap, both as formulas.</summary>
internal static class WhySheet
{
    private const int Before = Page.First + 2;
    private const int FirstCause = Before + 1;
    private static readonly Cause[] Causes = Enum.GetValues<Cause>();
    private static readonly double[] Widths = [20, 42, 13, .. Causes.Select(_ => 17.0), 14, 13, 24];

    private static int Change => FirstCause + Causes.Length;

    public static void Write(IXLWorksheet sheet, Briefing briefing)
    {
        var page = new Page(sheet, Widths);
        page.Begin(briefing, briefing.Say("Briefing.Why"));
        var steps = briefing.History.Reports.Where(report => report.Changes is not null).Reverse().ToList();
        foreach (var said in steps.SelectMany(report => SaidOf(report, briefing)))
            page.Line(said, size: 10, color: Palette.Quiet);
        page.Line(briefing.Say("Briefing.Why.Text"), size: 10, color: Palette.Quiet);
        page.Space();
        var headings = page.Head(inSight: 2,
        [
            (briefing.Say("Briefing.Cycle"), false), (briefing.Say("Area"), false), (briefing.Say("Briefing.Why.Before"), true),
            .. Causes.Select(cause => (briefing.Wording.CauseOf(cause), true)),
            (briefing.Say("Briefing.Why.Together"), true), (briefing.Say("Briefing.Why.Now"), true), (briefing.Say("Briefing.Why.Main"), false),
        ]);
        foreach (var report in steps)
            foreach (var row in report.Changes!.Compared)
                Row(page, briefing, $"{report.Changes.Since} → {report.Cycle.Code}", row);
        if (page.Row > headings + 1)
            page.Filter(headings);
        page.Name("ChangeAreas", Page.First + 1, headings + 1, page.Row - 1);
        page.Name("Changes", Change, headings + 1, page.Row - 1);
        page.Print(briefing);
    }

    private static IEnumerable<string> SaidOf(GapReport report, Briefing briefing)
    {
        var changes = report.Changes!;
        if (changes.FrameworkChanged)
            yield return briefing.Say("Trend.Broken", report.Cycle.Code);
        if (new GapWording(report, briefing.Culture).OtherWord() is { } otherWord)
            yield return otherWord;
        if (!changes.Compared.Any())
            yield return $"{changes.Since} → {report.Cycle.Code}{briefing.Say("Colon")}{briefing.Say("Briefing.Why.None")}";
    }

    private static void Row(Page page, Briefing briefing, string step, BridgeRow row)
    {
        page.Text(Page.First, step);
        var name = page.Text(Page.First + 1, briefing.Wording.FullName(row.Code)).Style;
        (name.Font.Bold, name.Alignment.WrapText) = (true, true);
        page.Number(Before, row.From!.Value, Formats.OfGap(row.From.Value));
        for (var i = 0; i < row.Steps.Length; i++)
        {
            var part = row.Steps[i].Change;
            var cell = page.Number(FirstCause + i, part, Formats.OfGap(part));
            if (Shown.Round(part) == 0)
                cell.Style.Font.FontColor = Palette.Color(Palette.Quiet);
        }

        var (change, now) = (page.Number(Change, row.Change!.Value, Formats.OfGap(row.Change.Value)), page.Number(Change + 1, row.To!.Value, Formats.OfGap(row.To.Value)));
        change.Style.Font.SetBold().Font.SetFontColor(Palette.Color(Shown.Round(row.Change.Value) switch { > 0 => Palette.Ahead, < 0 => Palette.Behind, _ => Palette.Even }));
        briefing.Live.Add(change, $"SUM({LiveCells.Name(FirstCause, page.Row)}:{LiveCells.Name(Change - 1, page.Row)})");
        briefing.Live.Add(now, $"{LiveCells.Name(Before, page.Row)}+{LiveCells.Name(Change, page.Row)}");
        var main = page.Text(Change + 2, Shown.Round(row.Change.Value) != 0 && row.MainCause is { } cause ? briefing.Wording.CauseOf(cause) : "").Style;
        (main.Alignment.Indent, main.Alignment.WrapText) = (1, true);
        page.Rule(color: row.Code is null ? Palette.Ink : Palette.Line);
        page.End(least: 21);
    }
}
