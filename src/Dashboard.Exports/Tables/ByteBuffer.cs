using System.Globalization;
using System.Text;

namespace Dashboard.Exports.Tables;

/// <summary>Bytes on their way: some are gathered, so that whoever takes them is asked seldom, and their place is used again.</summary>
internal sealed class ByteBuffer
{
    private const int PassOnAt = 1 << 15, LongestNumber = 11, MostBytesOfAChar = 3;
    private byte[] _bytes = new byte[PassOnAt * 2];
    private int _count;

    public void Add(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_count));
        _count += utf8.Length;
    }

    public void Add(byte ascii)
    {
        Reserve(1);
        _bytes[_count++] = ascii;
    }

    public void Add(ReadOnlySpan<char> text)
    {
        Reserve(text.Length * MostBytesOfAChar);
        _count += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_count));
    }

    public void Add(int number)
    {
        Reserve(LongestNumber);
        number.TryFormat(_bytes.AsSpan(_count), out var written, default, CultureInfo.InvariantCulture);
        _count += written;
    }

    /// <summary>A day as ISO 8601 writes it.</summary>
    public void Add(DateOnly day)
    {
        Reserve(LongestNumber);
        day.TryFormat(_bytes.AsSpan(_count), out var written, "O", CultureInfo.InvariantCulture);
        _count += written;
    }

    /// <summary>Whether enough has come together to be worth passing on.</summary>
    public bool IsFull => _count >= PassOnAt;

    /// <summary>Gives what has come together; it is there until something is added.</summary>
    public ReadOnlySpan<byte> Take()
    {
        var taken = _bytes.AsSpan(0, _count);
        _count = 0;
        return taken;
    }

    /// <summary>Passes on what has come together.</summary>
    public async ValueTask MoveToAsync(Stream output, CancellationToken cancel)
    {
        await output.WriteAsync(_bytes.AsMemory(0, _count), cancel);
        _count = 0;
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - _count < more)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + more));
    }
}
