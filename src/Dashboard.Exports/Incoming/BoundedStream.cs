namespace Dashboard.Exports.Incoming;

/// <summary>
/// Unpacks a part of a workbook as far as the limits go. Between two marks of XML there is at most what a cell may hold: a reader of XML
/// keeps an attribute whole, however long.
/// </summary>
internal sealed class BoundedStream(Stream packed, Budget budget) : Stream
{
    // A character of a cell takes up to eight bytes, as &#x10FFFF; is taken by some programs to write it.
    private readonly int _longest = budget.Limits.CellCharacters * 10;
    private int _run;

    public override int Read(Span<byte> buffer)
    {
        var count = packed.Read(buffer);
        budget.Unpack(count);
        foreach (var b in buffer[..count])
        {
            _run = b is (byte)'<' or (byte)'>' ? 0 : _run + 1;
            if (_run > _longest)
                budget.Text(_run);
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            packed.Dispose();
        base.Dispose(disposing);
    }
}
