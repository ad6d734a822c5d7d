namespace Dashboard.Exports.Tables;

/// <summary>A table that leaves as its lines come: a line is written cell by cell in the order of the columns, and nothing of it is kept.</summary>
public interface ITableWriter
{
    /// <summary>The next cell: a text, never a formula or a number; empty for none.</summary>
    void Text(string value);

    /// <summary>The next cell: a number; null for none.</summary>
    void Number(int? value);

    /// <summary>The next cell: a day.</summary>
    void Date(DateOnly value);

    /// <summary>Ends the line, and passes on what has come together.</summary>
    ValueTask EndLineAsync(CancellationToken cancel);

    /// <summary>Ends the table; without it what was written is no whole file.</summary>
    ValueTask EndAsync(CancellationToken cancel);
}
