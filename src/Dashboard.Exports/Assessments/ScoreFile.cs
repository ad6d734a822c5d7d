using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Exports.Briefings;
using Dashboard.Exports.Tables;

namespace Dashboard.Exports.Assessments;

/// <summary>
/// Every answer that a reader may see as a file: one line for each indicator of each assessment, and of each country of which they may see
/// none. The columns hold codes, the same in every language and every format, so that what was taken along can be read in again.
/// </summary>
public static class ScoreFile
{
    private static readonly ImmutableArray<(string Name, int Width)> Columns =
    [
        ("country", 9), ("country_name", 20), ("cycle", 8), ("as_of", 11), ("framework", 11), ("framework_version", 18), ("assessor", 10), ("basis", 18), ("revision", 9), ("in_reports", 11),
        ("area", 7), ("indicator", 10), ("state", 15), ("level", 7), ("confidence", 12), ("withheld", 18), ("words", 16), ("rationale", 50), ("evidence", 10), ("evidence_withheld", 18),
    ];

    private static readonly ImmutableArray<string> Numbers = ["as_of", "revision", "level", "evidence", "evidence_withheld"];

    /// <summary>The kind of content that a browser is told of.</summary>
    public static string ContentTypeOf(ScoreFormat format) => format switch
    {
        ScoreFormat.Csv => "text/csv; charset=utf-8",
        ScoreFormat.Json => "application/json",
        _ => BriefingWorkbook.ContentType,
    };

    /// <summary>A name that says what the file is and how it is marked.</summary>
    /// <param name="cycle">Code of the cycle; null for all.</param>
    /// <param name="marking">The marking of all of it.</param>
    /// <param name="format">As what it leaves.</param>
    public static string Name(string? cycle, Marking marking, ScoreFormat format) => MarkedFile.Name($"scores-{cycle ?? All}", marking, CodeName.Of(format));

    /// <summary>That answers leave as a file, or on a screen.</summary>
    /// <param name="cycle">Code of the cycle; null for all.</param>
    /// <param name="marking">The marking of all of it.</param>
    /// <param name="format">As what they leave.</param>
    /// <param name="file">Its name where somebody chose another.</param>
    public static AuditFact Exported(string? cycle, Marking marking, ScoreFormat format, string? file = null) =>
        AuditFact.Exported($"scores/{cycle ?? All}", CodeName.Of(format), marking, file ?? Name(cycle, marking, format));

    /// <summary>Writes them as they come.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format">As what.</param>
    /// <param name="sheets">By cycle and country.</param>
    /// <param name="about">What a workbook says of them.</param>
    /// <param name="cancel">Stops it; what was written is then no whole file.</param>
    public static async Task WriteAsync(Stream output, ScoreFormat format, IAsyncEnumerable<ListedSheet> sheets, ScoreFileWords about, CancellationToken cancel = default)
    {
        var layout = new TableLayout("answers", [.. Columns.Select(c => new TableColumn(c.Name, c.Width, Texts.Get(about.Culture, $"Export.Column.{c.Name}"), !Numbers.Contains(c.Name)))], about.Marking);
        ITableWriter table = format switch
        {
            ScoreFormat.Csv => new CsvTable(output, layout),
            ScoreFormat.Json => new JsonTable(output, layout),
            _ => new XlsxTable(output, layout, about.Told()),
        };
        await WriteAsync(table, sheets, cancel);
    }

    /// <summary>Writes them into a table.</summary>
    public static async Task WriteAsync(ITableWriter table, IAsyncEnumerable<ListedSheet> sheets, CancellationToken cancel = default)
    {
        await foreach (var sheet in sheets.WithCancellation(cancel))
            await WriteAsync(table, sheet, cancel);
        await table.EndAsync(cancel);
    }

    private const string All = "all";

    private static async ValueTask WriteAsync(ITableWriter table, ListedSheet sheet, CancellationToken cancel)
    {
        var (framework, scores) = (sheet.Framework, sheet.Scores);
        var name = Country.NameOf(scores.Country, CultureInfo.InvariantCulture);
        for (var (area, i) = (0, 0); i < framework.Indicators.Length; i++)
        {
            if (area + 1 < framework.Areas.Length && framework.Offsets[area + 1] == i)
                area++;
            table.Text(scores.Country);
            table.Text(name);
            table.Text(sheet.Cycle.Code);
            table.Date(sheet.Cycle.AsOf);
            table.Text(framework.Code);
            table.Text(framework.Version);
            table.Text(scores.Source?.Assessor ?? "");
            table.Text(scores.Source is { } source ? CodeName.Of(source.Basis) : "");
            table.Number(scores.Source?.Revision);
            table.Text(sheet.IsUsed ? "yes" : "no");
            table.Text(framework.Areas[area].Code);
            table.Text(framework.Indicators[i].Code);
            WriteAnswer(table, sheet, scores.Cells[i], i);
            await table.EndLineAsync(cancel);
        }
    }

    private static void WriteAnswer(ITableWriter table, ListedSheet sheet, Cell cell, int i)
    {
        var isShown = sheet.ShowsWords && cell.State != CellState.Withheld;
        table.Text(CodeName.Of(cell.State));
        table.Number(cell.IsScored ? cell.Level : null);
        table.Text(cell.IsScored ? CodeName.Of(cell.Confidence) : "");
        table.Text(cell.Reason is { } reason ? CodeName.Of(reason) : "");
        table.Text(cell.State == CellState.Withheld ? "withheld" : isShown ? "shown" : "with-originator");
        table.Text(isShown ? sheet.Behind[i].Rationale : "");
        table.Number(isShown ? sheet.Behind[i].Evidence : null);
        table.Number(isShown ? sheet.Behind[i].Withheld : null);
    }
}
