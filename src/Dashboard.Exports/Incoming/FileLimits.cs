namespace Dashboard.Exports.Incoming;

/// <summary>How much of a file from outside is read; more is refused. docs/security.md says why these.</summary>
public sealed record FileLimits
{
    /// <summary>What holds everywhere but in tests.</summary>
    public static FileLimits Usual { get; } = new();

    /// <summary>Bytes of the file.</summary>
    public int Bytes { get; init; } = 5 << 20;

    /// <summary>Bytes of all its parts, unpacked.</summary>
    public long Unpacked { get; init; } = 50 << 20;

    /// <summary>How many times smaller it may be packed.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>Parts of a workbook.</summary>
    public int Parts { get; init; } = 200;

    /// <summary>Sheets of a workbook.</summary>
    public int Sheets { get; init; } = 20;

    /// <summary>Filled cells in all sheets together.</summary>
    public int Cells { get; init; } = 100_000;

    /// <summary>Characters of all of them together.</summary>
    public int Characters { get; init; } = 10_000_000;

    /// <summary>Characters of one cell: what a spreadsheet program lets into it.</summary>
    public int CellCharacters { get; init; } = 32_767;

    /// <summary>How long the reading may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);
}
