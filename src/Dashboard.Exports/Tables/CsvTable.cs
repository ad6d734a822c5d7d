namespace Dashboard.Exports.Tables;

/// <summary>A table as comma-separated values. Each line also carries the marking of the whole.</summary>
public sealed class CsvTable : ITableWriter
{
    private readonly Stream _output;
    private readonly ByteBuffer _bytes = new();
    private readonly string _marking;
    private bool _isInLine;

    public CsvTable(Stream output, TableLayout layout)
    {
        _output = output;
        _marking = $"{CsvField.Of(layout.Marking.Classification)},{layout.Releases}";
        // Spreadsheets take a list without a byte order mark for one in the machine's old code page, and names in Japanese for rubbish.
        _bytes.Add("\uFEFF");
        _bytes.Add(string.Join(',', layout.Columns.Select(c => c.Name).Concat(TableLayout.MarkingColumns)));
        _bytes.Add((byte)'\n');
    }

    public void Text(string value)
    {
        Next();
        _bytes.Add(CsvField.Of(value));
    }

    public void Number(int? value)
    {
        Next();
        if (value is { } number)
            _bytes.Add(number);
    }

    public void Date(DateOnly value)
    {
        Next();
        _bytes.Add(value);
    }

    public ValueTask EndLineAsync(CancellationToken cancel)
    {
        Next();
        _bytes.Add(_marking);
        _bytes.Add((byte)'\n');
        _isInLine = false;
        return _bytes.IsFull ? _bytes.MoveToAsync(_output, cancel) : ValueTask.CompletedTask;
    }

    public ValueTask EndAsync(CancellationToken cancel) => _bytes.MoveToAsync(_output, cancel);

    private void Next()
    {
        if (_isInLine)
            _bytes.Add((byte)',');
        _isInLine = true;
    }
}
