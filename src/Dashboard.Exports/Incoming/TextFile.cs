using System.Collections.Immutable;
using CsvHelper;
using Dashboard.Core;
using Dashboard.Core.Imports;

namespace Dashboard.Exports.Incoming;

/// <summary>Reads a table as text: comma, semicolon, tabulator or bar between the fields, whichever the file uses.</summary>
internal static class TextFile
{
    // A letter takes up to three bytes, a pair of quotation marks within quotation marks two.
    private const int BytesOfLetter = 3;

    public static FileSheet Read(ReadOnlySpan<byte> bytes, Budget budget)
    {
        var rows = ImmutableArray.CreateBuilder<FileRow>();
        using var csv = CsvReader.FromText(TextEncoding.Decode(bytes, budget), new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            DetectSeparatorHint = true,
            MaxRecordSize = budget.Limits.CellCharacters * BytesOfLetter,
        });
        try
        {
            for (var number = 1; csv.Read(); number++)
                if (ReadRow(csv, budget) is { IsEmpty: false } cells)
                    rows.Add(new FileRow(number, cells));
        }
        catch (CsvFormatException)
        {
            // A quotation mark that is never closed makes one line of all that follows.
            throw InputException.Of("FileCellLong", budget.File, budget.Limits.CellCharacters);
        }

        return new FileSheet("", false, rows.ToImmutable());
    }

    private static ImmutableArray<FileCell> ReadRow(CsvReader csv, Budget budget)
    {
        budget.Tick();
        var cells = ImmutableArray.CreateBuilder<FileCell>();
        for (var i = 0; i < csv.FieldCount; i++)
        {
            if (csv.GetString(i) is not { Length: > 0 } field)
                continue;
            budget.Cell();
            budget.Text(field.Length);
            cells.Add(new FileCell(i + 1, FileCellKind.Text, field));
        }

        return cells.ToImmutable();
    }
}
