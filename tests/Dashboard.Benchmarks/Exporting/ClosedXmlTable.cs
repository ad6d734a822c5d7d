using ClosedXML.Excel;
using Dashboard.Exports.Tables;

namespace Dashboard.Benchmarks.Exporting;

/// <summary>The same table through ClosedXML: the same cells, without a style, widths or a filter. It counts those that hold something.</summary>
internal sealed class ClosedXmlTable : ITableWriter
{
    private readonly Stream _output;
    private readonly XLWorkbook _book = new();
    private readonly IXLWorksheet _sheet;
    private readonly TableLayout _layout;
    private int _row = 1, _column = 1;

    public ClosedXmlTable(Stream output, TableLayout layout)
    {
        (_output, _layout, _sheet) = (output, layout, _book.AddWorksheet("A"));
        for (var i = 0; i < layout.Columns.Length; i++)
            _sheet.Cell(1, i + 1).SetValue(layout.Columns[i].Name);
    }

    public int Filled { get; private set; }

    public void Text(string value)
    {
        if (value.Length > 0)
            Next().SetValue(value);
        else
            _column++;
    }

    public void Number(int? value)
    {
        if (value is { } number)
            Next().SetValue(number);
        else
            _column++;
    }

    public void Date(DateOnly value) => Next().SetValue(value.ToDateTime(TimeOnly.MinValue));

    public ValueTask EndLineAsync(CancellationToken cancel)
    {
        Text(_layout.Marking.Classification);
        Text(string.Join(' ', _layout.Marking.Releases));
        (_row, _column) = (_row + 1, 1);
        return ValueTask.CompletedTask;
    }

    public ValueTask EndAsync(CancellationToken cancel)
    {
        _book.SaveAs(_output);
        _book.Dispose();
        return ValueTask.CompletedTask;
    }

    private IXLCell Next()
    {
        Filled++;
        return _sheet.Cell(_row + 1, _column++);
    }
}
