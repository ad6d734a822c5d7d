using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Exports.Incoming;

namespace Dashboard.Exports.Tests.Incoming;

/// <summary>Files as the product reads them.</summary>
internal static class Read
{
    public static IncomingFile File(byte[] bytes, FileLimits? limits = null, TimeProvider? clock = null) =>
        new FileReader(clock ?? TimeProvider.System, limits).ReadAsync("table.xlsx", bytes).GetAwaiter().GetResult();

    public static FileSheet Sheet(byte[] bytes) => Assert.Single(File(bytes).Sheets);

    /// <summary>"A1 Text x" for each cell.</summary>
    public static string[] Cells(byte[] bytes) =>
        [.. from row in Sheet(bytes).Rows from cell in row.Cells select string.Create(CultureInfo.InvariantCulture, $"{cell.ColumnName}{row.Number} {cell.Kind} {cell.Text}")];

    /// <summary>The key of the refusal.</summary>
    public static string? Refusal(byte[] bytes, FileLimits? limits = null, TimeProvider? clock = null) =>
        Assert.Throws<InputException>(() => File(bytes, limits, clock)).Key;
}
