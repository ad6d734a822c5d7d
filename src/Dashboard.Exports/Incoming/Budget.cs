using Dashboard.Core;

namespace Dashboard.Exports.Incoming;

/// <summary>What is left of the limits while one file is read.</summary>
internal sealed class Budget(string file, FileLimits limits, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();
    private long _unpacked, _characters;
    private int _cells;

    public FileLimits Limits => limits;

    /// <summary>The file's name as messages repeat it.</summary>
    public string File { get; } = InputException.Shorten(file);

    /// <exception cref="InputException">It has taken too long.</exception>
    public void Tick()
    {
        if (clock.GetElapsedTime(_start) > limits.Time)
            throw InputException.Of("FileSlow", File, limits.Time.TotalSeconds);
    }

    /// <exception cref="InputException">More was unpacked than may be, whatever the file said of itself.</exception>
    public void Unpack(int bytes)
    {
        if ((_unpacked += bytes) > limits.Unpacked)
            throw InputException.Of("FileUnpacked", File, limits.Unpacked >> 20);
        Tick();
    }

    /// <summary>A text of a cell, or one that cells share.</summary>
    /// <exception cref="InputException">It is longer than a cell, or all of them together are too long.</exception>
    public void Text(int characters)
    {
        if (characters > limits.CellCharacters)
            throw InputException.Of("FileCellLong", File, limits.CellCharacters);
        if ((_characters += characters) > limits.Characters)
            throw InputException.Of("FileText", File, limits.Characters / 1_000_000);
    }

    /// <exception cref="InputException">There are too many, or it has taken too long.</exception>
    public void Cell()
    {
        if (++_cells > limits.Cells)
            throw InputException.Of("FileCells", File, limits.Cells);
        Tick();
    }
}
