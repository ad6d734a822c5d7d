using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashboard.Exports.Tables;

/// <summary>A table as JSON: the marking of the whole, then its lines in an array, each an object on a line of its own. What is empty is null.</summary>
public sealed class JsonTable : ITableWriter
{
    private readonly Stream _output;
    private readonly ByteBuffer _bytes = new();
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;
    private readonly JsonEncodedText[] _names;
    private int _column;
    private bool _isFirst = true;

    public JsonTable(Stream output, TableLayout layout)
    {
        _output = output;
        _json = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _names = [.. layout.Columns.Select(column => JsonEncodedText.Encode(column.Name))];
        _json.WriteStartObject();
        _json.WriteStartObject("marking");
        _json.WriteString("classification", layout.Marking.Classification);
        _json.WriteStartArray("releasableTo");
        foreach (var code in layout.Marking.Releases)
            _json.WriteStringValue(code);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteStartArray(layout.Name);
        Take();
    }

    public void Text(string value)
    {
        var name = Next();
        if (value.Length > 0)
            _json.WriteString(name, value);
        else
            _json.WriteNull(name);
    }

    public void Number(int? value)
    {
        var name = Next();
        if (value is { } number)
            _json.WriteNumber(name, number);
        else
            _json.WriteNull(name);
    }

    public void Date(DateOnly value)
    {
        Span<char> day = stackalloc char[10];
        value.TryFormat(day, out _, "O", CultureInfo.InvariantCulture);
        _json.WriteString(Next(), day);
    }

    public ValueTask EndLineAsync(CancellationToken cancel)
    {
        _json.WriteEndObject();
        _bytes.Add(_isFirst ? "\n"u8 : ",\n"u8);
        Take();
        (_column, _isFirst) = (0, false);
        return _bytes.IsFull ? _bytes.MoveToAsync(_output, cancel) : ValueTask.CompletedTask;
    }

    public async ValueTask EndAsync(CancellationToken cancel)
    {
        _bytes.Add("\n]}\n"u8);
        await _bytes.MoveToAsync(_output, cancel);
        await _json.DisposeAsync();
    }

    private JsonEncodedText Next()
    {
        if (_column == 0)
            _json.WriteStartObject();
        return _names[_column++];
    }

    private void Take()
    {
        _json.Flush();
        _bytes.Add(_line.WrittenSpan);
        _line.ResetWrittenCount();
        _json.Reset();
    }
}
