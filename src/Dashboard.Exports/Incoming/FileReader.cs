using Dashboard.Core;
using Dashboard.Core.Imports;

namespace Dashboard.Exports.Incoming;

/// <summary>
/// The one way in for a file: a workbook (.xlsx) or a table as text (.csv, .tsv). What it is, its bytes say and not its name; it is read
/// as cells, nothing in it is run, followed or looked up.
/// </summary>
public sealed class FileReader(TimeProvider clock, FileLimits? limits = null)
{
    // One file at a time: however many are sent, they take the memory of one.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Reads a file.</summary>
    /// <param name="name">The name under which it came.</param>
    /// <param name="bytes">The whole of it.</param>
    /// <param name="cancel">Stops waiting for the turn.</param>
    /// <exception cref="InputException">It is none of the two, is more than <see cref="FileLimits"/> allow, holds macros or links to other files, or is damaged.</exception>
    public async Task<IncomingFile> ReadAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            // Not on the thread of whoever waits: a page goes on answering.
            return await Task.Run(() => Read(name, bytes, limits ?? FileLimits.Usual, clock), cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static IncomingFile Read(string name, ReadOnlyMemory<byte> bytes, FileLimits limits, TimeProvider clock)
    {
        var budget = new Budget(name, limits, clock);
        if (bytes.IsEmpty)
            throw InputException.Of("FileEmpty", budget.File);
        if (bytes.Length > limits.Bytes)
            throw InputException.Of("FileLarge", budget.File, limits.Bytes >> 20);
        var start = bytes.Span;
        if (start.StartsWith("PK"u8))
            return new IncomingFile(name, WorkbookFile.Read(bytes, budget));
        // The container of old and of encrypted workbooks.
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw InputException.Of("FileOld", budget.File);
        return new IncomingFile(name, [TextFile.Read(start, budget)]);
    }
}
