using System.Collections.Immutable;
using ClosedXML.Excel;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Briefings;

/// <summary>A column of cells that a chart draws.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Name">Its heading.</param>
/// <param name="Values">Its figures; null is a cell that is really empty.</param>
internal sealed record Series(int Column, string Name, ImmutableArray<double?> Values);

/// <summary>
/// The cells that the charts draw, beside the table and outside the print: a word in the table would be drawn as a 0, so unknown figures
/// are empty cells here, and empty cells are gaps in the charts.
/// </summary>
internal sealed record ChartFigures
{
    private static readonly Finding[] Findings = [Finding.Behind, Finding.Ahead, Finding.TooCloseToCall];

    public required string Sheet { get; init; }

    /// <summary>First and last row that the charts cover.</summary>
    public required (int From, int To) Place { get; init; }

    /// <summary>Row of the headings; the figures follow it.</summary>
    public required int HeadingRow { get; init; }

    public required ImmutableArray<string> GapNames { get; init; }

    public required ImmutableArray<(Finding Finding, Series Series)> Gaps { get; init; }

    public required ImmutableArray<string> ShapeNames { get; init; }

    public required ImmutableArray<Series> Shape { get; init; }

    public int GapNameColumn { get; init; }

    public int ShapeNameColumn { get; init; }

    public static ChartFigures Write(Page page, Briefing briefing, int fromRow, int toRow)
    {
        var rows = briefing.Report.Areas;
        ImmutableArray<GapRow> inOrder = [.. rows.OrderBy(row => row.Order)];
        var column = page.Last + 3;
        var shape = column + Findings.Length + 2;
        var figures = new ChartFigures
        {
            Sheet = page.Sheet.Name,
            Place = (fromRow, toRow),
            HeadingRow = page.Row,
            GapNameColumn = column,
            GapNames = [.. rows.Select(row => NameOf(row, briefing))],
            Gaps = [.. Findings.Select((finding, i) => (finding, new Series(column + 1 + i, Texts.Of(finding, briefing.Culture),
                [.. rows.Select(row => row.Finding == finding ? row.Gap : null)])))],
            ShapeNameColumn = shape,
            ShapeNames = [.. inOrder.Select(row => briefing.Wording.AreaName(row.Code).Clean())],
            Shape =
            [
                new Series(shape + 1, briefing.Wording.Subject.Clean(), [.. inOrder.Select(row => row.Score.Value)]),
                new Series(shape + 2, briefing.Wording.Benchmark.Clean(), [.. inOrder.Select(row => row.Benchmark)]),
            ],
        };
        figures.Fill(page.Sheet, briefing);
        return figures;
    }

    // Where there is no bar, the name says why.
    private static string NameOf(GapRow row, Briefing briefing) => briefing.Wording.AreaName(row.Code).Clean()
        + (row.GapUnknown is { } why ? $" ({briefing.Word(why)})" : "");

    private void Fill(IXLWorksheet sheet, Briefing briefing)
    {
        var title = sheet.Cell(HeadingRow - 1, GapNameColumn).SetValue(briefing.Say("Briefing.Figures"));
        title.Style.Font.FontColor = Palette.Color(Palette.Quiet);
        title.Style.Font.Italic = true;
        Names(GapNameColumn, GapNames);
        Names(ShapeNameColumn, ShapeNames);
        foreach (var (_, series) in Gaps)
            Figures(series, Formats.Gap);
        foreach (var series in Shape)
            Figures(series, Formats.Level);

        void Names(int column, ImmutableArray<string> names)
        {
            sheet.Column(column).Width = Math.Min(44, names.Max(TextSize.Width) + 2);
            Heading(column, briefing.Say("Area"));
            for (var i = 0; i < names.Length; i++)
                sheet.Cell(HeadingRow + 1 + i, column).SetValue(names[i]).Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        }

        void Figures(Series series, string format)
        {
            sheet.Column(series.Column).Width = 12;
            Heading(series.Column, series.Name);
            for (var i = 0; i < series.Values.Length; i++)
            {
                if (series.Values[i] is not { } value)
                    continue;
                var style = sheet.Cell(HeadingRow + 1 + i, series.Column).SetValue(value).Style;
                style.NumberFormat.Format = format;
                style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
            }
        }

        void Heading(int column, string text)
        {
            var style = sheet.Cell(HeadingRow, column).SetValue(text).Style;
            style.Font.FontSize = 9;
            style.Font.FontColor = Palette.Color(Palette.Quiet);
            style.Alignment.WrapText = true;
            style.Alignment.Vertical = XLAlignmentVerticalValues.Bottom;
        }
    }
}
