using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Dashboard.Exports.Tables;

/// <summary>
/// A table as a workbook: written as the lines come, into a stream that need not be sought, in memory that does not grow. What one sheet cannot
/// hold goes on in the next. A sheet behind it says what the columns hold.
/// </summary>
public sealed class XlsxTable : ITableWriter
{
    /// <summary>Most rows of a sheet, the heading among them.</summary>
    public const int MostRows = 1_048_576;

    // Days are counted from here, with the leap day of 1900 that there was not.
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Stream _output;
    private readonly PendingStream _pending = new();
    private readonly ZipArchive _zip;
    private readonly ByteBuffer _bytes = new();
    private readonly TableLayout _layout;
    private readonly TableWords _words;
    private readonly int _rowsOfASheet;
    private readonly TableColumn[] _columns;
    private readonly byte[][] _cellStarts;
    private readonly List<int> _lasts = [];
    private Stream? _part;
    private readonly byte[] _rowNumber = new byte[10];
    private int _row, _rowDigits, _column;

    /// <param name="output">Where it goes.</param>
    /// <param name="layout">The table.</param>
    /// <param name="words">What is said of it in the reader's language.</param>
    /// <param name="rowsOfASheet">Rows after which the next sheet begins.</param>
    public XlsxTable(Stream output, TableLayout layout, TableWords words, int rowsOfASheet = MostRows)
    {
        _zip = new ZipArchive(_pending, ZipArchiveMode.Create);
        (_output, _layout, _words, _rowsOfASheet) = (output, layout, words, rowsOfASheet);
        _columns = [.. layout.Columns, .. TableLayout.MarkingColumns.Select(name => new TableColumn(name, 20))];
        _cellStarts = [.. Enumerable.Range(0, _columns.Length).Select(i => Encoding.ASCII.GetBytes($"<c r=\"{XlsxSheet.Letters(i)}"))];
    }

    public void Text(string value)
    {
        if (value.Length == 0)
        {
            Skip();
            return;
        }

        Begin();
        // Blanks at the ends are cut without it.
        _bytes.Add(char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) ? "\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : "\" s=\"2\" t=\"inlineStr\"><is><t>"u8);
        _bytes.AddXml(value);
        _bytes.Add("</t></is></c>"u8);
    }

    public void Number(int? value)
    {
        if (value is not { } number)
        {
            Skip();
            return;
        }

        Begin();
        _bytes.Add("\" s=\"7\"><v>"u8);
        _bytes.Add(number);
        _bytes.Add("</v></c>"u8);
    }

    public void Date(DateOnly value)
    {
        Begin();
        _bytes.Add("\" s=\"3\"><v>"u8);
        _bytes.Add(value.DayNumber - DayZero.DayNumber);
        _bytes.Add("</v></c>"u8);
    }

    public ValueTask EndLineAsync(CancellationToken cancel)
    {
        Text(_layout.Marking.Classification);
        Text(_layout.Releases);
        // The only line breaks: whoever counts them counts the lines.
        _bytes.Add("</row>\n"u8);
        _column = 0;
        if (_row == _rowsOfASheet)
            EndSheet();
        else if (_bytes.IsFull)
            Compress(XlsxParts.SheetPart(_lasts.Count + 1));
        else
            return ValueTask.CompletedTask;
        return _pending.MoveToAsync(_output, cancel);
    }

    public async ValueTask EndAsync(CancellationToken cancel)
    {
        if (_lasts.Count == 0 && _row == 0)
            BeginSheet();
        if (_row > 0)
            EndSheet();
        WritePart(XlsxParts.SheetPart(_lasts.Count + 1), bytes => XlsxSheet.AddAbout(bytes, _layout, _words));
        foreach (var (name, write) in XlsxParts.Of(_layout, _words, _lasts, _columns.Length))
            WritePart(name, write);
        _zip.Dispose();
        await _pending.MoveToAsync(_output, cancel);
    }

    private void Skip()
    {
        if (_column++ == 0)
            BeginLine();
    }

    private void Begin()
    {
        if (_column == 0)
            BeginLine();
        _bytes.Add(_cellStarts[_column++]);
        _bytes.Add(_rowNumber.AsSpan(0, _rowDigits));
    }

    private void BeginLine()
    {
        if (_row == 0)
            BeginSheet();
        _row++;
        _row.TryFormat(_rowNumber, out _rowDigits, default, CultureInfo.InvariantCulture);
        _bytes.Add("<row r=\""u8);
        _bytes.Add(_rowNumber.AsSpan(0, _rowDigits));
        _bytes.Add("\">"u8);
    }

    private void BeginSheet()
    {
        XlsxSheet.AddHead(_bytes, _columns, _lasts.Count == 0);
        _row = 1;
    }

    private void EndSheet()
    {
        XlsxSheet.AddFoot(_bytes, _words, string.Create(CultureInfo.InvariantCulture, $"{XlsxSheet.Letters(_columns.Length - 1)}{_row}"));
        _lasts.Add(_row);
        _row = 0;
        Compress(XlsxParts.SheetPart(_lasts.Count));
        ClosePart();
    }

    private void WritePart(string name, Action<ByteBuffer> write)
    {
        write(_bytes);
        Compress(name);
        ClosePart();
    }

    // The fastest way takes half as long and makes a file of nearly twice the size.
    private void Compress(string name)
    {
        if (_part is null)
        {
            var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = NoTime;
            _part = entry.Open();
        }

        _part.Write(_bytes.Take());
    }

    private void ClosePart()
    {
        _part!.Dispose();
        _part = null;
    }
}
