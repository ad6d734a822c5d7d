using ClosedXML.Excel;

namespace Dashboard.Exports.Briefings;

/// <summary>
/// One sheet while it is written, from top to bottom: a margin column, then the columns of the content. Writes types only, so that no
/// text is ever taken for a formula, a date or a number, and sets heights, which no reader of the file does for wrapped text.
/// </summary>
internal sealed class Page
{
    public const int First = 2;
    private const double Margin = 1.7;
    private const double LeastHeight = 18;
    private readonly double[] _widths;
    private readonly HashSet<int> _spanned = [];
    private double _tallest;

    public Page(IXLWorksheet sheet, params double[] widths)
    {
        (Sheet, _widths) = (sheet, widths);
        sheet.Column(1).Width = Margin;
        for (var i = 0; i < widths.Length; i++)
            sheet.Column(First + i).Width = widths[i];
    }

    public IXLWorksheet Sheet { get; }

    /// <summary>The row that is written next.</summary>
    public int Row { get; set; } = 1;

    public int Last => First + _widths.Length - 1;

    /// <summary>A line of text over all columns, or from one to another, as tall as it needs.</summary>
    public IXLStyle Line(string text, double size = 11, bool bold = false, string color = Palette.Ink, int from = First, int? to = null)
    {
        var end = to ?? Last;
        var range = Sheet.Range(Row, from, Row, end);
        if (end > from)
            range.Merge();
        var cell = Text(from, text);
        cell.Style.Alignment.WrapText = true;
        cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        cell.Style.Font.FontSize = size;
        cell.Style.Font.Bold = bold;
        cell.Style.Font.FontColor = Palette.Color(color);
        Sheet.Row(Row).Height = TextSize.Height(TextSize.Lines(text, _widths[(from - First)..(end - First + 1)].Sum(), size, bold), size);
        Row++;
        return cell.Style;
    }

    /// <summary>A text over some columns of the row, which becomes as tall as it needs.</summary>
    public IXLStyle Span(int from, int to, string text, double size = 11, bool bold = false, string color = Palette.Ink)
    {
        if (to > from)
            Sheet.Range(Row, from, Row, to).Merge();
        _spanned.Add(from);
        var style = Text(from, text).Style;
        (style.Alignment.WrapText, style.Font.FontSize, style.Font.Bold, style.Font.FontColor) = (true, size, bold, Palette.Color(color));
        _tallest = Math.Max(_tallest, TextSize.Height(TextSize.Lines(text, _widths[(from - First)..(to - First + 1)].Sum(), size, bold), size));
        return style;
    }

    public void Space(double points = 10) => Sheet.Row(Row++).Height = points;

    public IXLCell Text(int column, string text)
    {
        var cell = Sheet.Cell(Row, column).SetValue(text.Clean());
        cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        return cell;
    }

    public IXLCell Number(int column, double value, string format)
    {
        var cell = Sheet.Cell(Row, column).SetValue(value);
        cell.Style.NumberFormat.Format = format;
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        return cell;
    }

    /// <summary>A number, or the word for why there is none.</summary>
    public IXLCell Number(int column, double? value, string format, string unknown) =>
        value is { } number ? Number(column, number, format) : Unknown(column, unknown);

    /// <summary>A word where a number would stand.</summary>
    public IXLCell Unknown(int column, string word)
    {
        var cell = Text(column, word);
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        cell.Style.Alignment.WrapText = true;
        cell.Style.Font.FontSize = 9;
        cell.Style.Font.FontColor = Palette.Color(Palette.Quiet);
        return cell;
    }

    /// <summary>Column headings: small, quiet, above a rule.</summary>
    public void Headings(params ReadOnlySpan<(string Text, bool IsNumber)> headings)
    {
        for (var i = 0; i < headings.Length; i++)
        {
            var cell = Text(First + i, headings[i].Text);
            cell.Style.Alignment.WrapText = true;
            cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Bottom;
            cell.Style.Alignment.Horizontal = headings[i].IsNumber ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left;
            // Beside right-aligned figures a word needs some room, as its cells do.
            cell.Style.Alignment.Indent = i > 0 && headings[i - 1].IsNumber && !headings[i].IsNumber ? 1 : 0;
            cell.Style.Font.FontSize = 9;
            cell.Style.Font.FontColor = Palette.Color(Palette.Quiet);
        }

        Rule(bottom: true, Palette.Ink);
        End();
    }

    /// <summary>The headings of the table that the sheet is for: they stay in sight, and stand on every printed page.</summary>
    /// <param name="inSight">Columns that stay in sight too.</param>
    /// <param name="headings">The headings.</param>
    /// <returns>The row of the headings.</returns>
    public int Head(int inSight, params ReadOnlySpan<(string Text, bool IsNumber)> headings)
    {
        Headings(headings);
        var row = Row - 1;
        Sheet.SheetView.Freeze(row, inSight == 0 ? 0 : First - 1 + inSight);
        Sheet.PageSetup.SetRowsToRepeatAtTop(row, row);
        return row;
    }

    /// <summary>Lets a reader filter and sort the table from its headings to the row above this one.</summary>
    /// <param name="headings">The row of the headings.</param>
    /// <param name="last">The last column that goes with it, if that is another than the page's.</param>
    public void Filter(int headings, int? last = null) => Sheet.Range(headings, First, Row - 1, last ?? Last).SetAutoFilter();

    /// <summary>Gives cells of a column a name that formulas can use, in every language the same.</summary>
    public void Name(string name, int column, int from, int to)
    {
        if (to >= from)
            Sheet.Workbook.NamedRanges.Add(name, Sheet.Range(from, column, to, column));
    }

    /// <summary>A thin rule over the row.</summary>
    public void Rule(bool bottom = false, string color = Palette.Line)
    {
        var border = Sheet.Range(Row, First, Row, Last).Style.Border;
        if (bottom)
            (border.BottomBorder, border.BottomBorderColor) = (XLBorderStyleValues.Thin, Palette.Color(color));
        else
            (border.TopBorder, border.TopBorderColor) = (XLBorderStyleValues.Thin, Palette.Color(color));
    }

    /// <summary>Ends a row of cells: as tall as its longest wrapped text.</summary>
    public void End(double least = LeastHeight)
    {
        var height = Math.Max(least, _tallest);
        _tallest = 0;
        _spanned.Clear();
        for (var i = 0; i < _widths.Length; i++)
        {
            var cell = Sheet.Cell(Row, First + i);
            if (!_spanned.Contains(First + i) && cell.Style.Alignment.WrapText && cell.DataType == XLDataType.Text)
                height = Math.Max(height, TextSize.Height(
                    TextSize.Lines(cell.GetString(), _widths[i] - cell.Style.Alignment.Indent * 1.5, cell.Style.Font.FontSize, cell.Style.Font.Bold), cell.Style.Font.FontSize));
        }

        Sheet.Row(Row++).Height = height;
    }
}
