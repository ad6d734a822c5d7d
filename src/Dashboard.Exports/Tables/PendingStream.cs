namespace Dashboard.Exports.Tables;

/// <summary>
/// What was written and not yet passed on. The parts of a zip end by writing without waiting, which a response refuses: they write here, and it is
/// passed on by whoever waits. It cannot be sought, so that a part says behind it how long it is.
/// </summary>
internal sealed class PendingStream : Stream
{
    private readonly MemoryStream _pending = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => _pending.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _pending.Write(buffer);

    public override void Flush()
    {
    }

    /// <summary>Passes it on.</summary>
    public async ValueTask MoveToAsync(Stream output, CancellationToken cancel)
    {
        await output.WriteAsync(_pending.GetBuffer().AsMemory(0, (int)_pending.Length), cancel);
        _pending.SetLength(0);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
