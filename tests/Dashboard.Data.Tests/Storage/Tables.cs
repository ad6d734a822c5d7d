using System.Globalization;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Storage;

/// <summary>Everything that a database holds, as text: two that are equal hold the same.</summary>
public static class Tables
{
    public static async Task<IReadOnlyList<string>> OfAsync(DashboardContext context)
    {
        var rows = new List<string>();
        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            rows.AddRange((await RowsAsync(context, table)).Order(StringComparer.Ordinal));
        return rows;
    }

    private static async Task<List<string>> RowsAsync(DashboardContext context, string table)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(table + ": " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
