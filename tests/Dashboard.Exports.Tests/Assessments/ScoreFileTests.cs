using System.Globalization;
using System.Text;
using System.Text.Json;
using ClosedXML.Excel;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Exports.Assessments;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Dashboard.Exports.Tests.Assessments;

/// <summary>The three formats say the same: every cell of the table, and each kind of missing as what it is.</summary>
public sealed class ScoreFileTests
{
    private const string Country = "country", Assessor = "assessor", Basis = "basis", Indicator = "indicator", State = "state", Level = "level", Confidence = "confidence";

    // One answer marked up, one country hidden, an estimate of another nation's, words that a spreadsheet might run.
    private static readonly AssessmentSheet[] Sheets =
    [
        Sample.Sheets[0] with
        {
            Scores =
            [
                .. Sample.Sheets[0].Scores.Select((s, i) => s with { Answer = s.Answer with { Rationale = i == 0 ? "=1+1" : s.Answer.Rationale } }),
                new Score { AssessmentId = 1, Indicator = "LAN-1", Answer = Answer.Of(5), Version = 1, ChangedBy = "Aoki", ChangedAt = DateTime.UnixEpoch, Marking = Marking.OfPart("secret") },
                new Score { AssessmentId = 1, Indicator = "LAN-2", Answer = Answer.Of(0, rationale: "「a」, \"b\"\n&<c> _x0041_ 007"), Version = 1, ChangedBy = "Aoki", ChangedAt = DateTime.UnixEpoch },
            ],
            Evidence = [new Evidence { AssessmentId = 1, Indicator = "INF-1", Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 1, 31) }],
        },
        Sample.Sheets[1],
        Sample.Sheets[1] with { Assessment = Sample.Sheets[1].Assessment with { Id = 3, Assessor = "USA", Marking = new Marking("restricted", ["JPN"]) } },
        Sample.Sheets[1] with { Assessment = Sample.Sheets[1].Assessment with { Id = 4, Country = "FIN", Assessor = "FIN", Basis = Core.Assessments.Basis.SelfAssessed } },
    ];

    private static readonly Viewer Reader = Viewer.Reader("JPN", "restricted");

    private static List<ListedSheet> Listed { get; } = [.. ReleaseRule.List(Reader, Sample.Terms, Sample.Cycle, Sample.Framework, Sheets)];

    [Fact]
    public async Task EveryFormat_HoldsEveryCellOfTheTable()
    {
        var table = ReleaseRule.Apply(Reader, Sample.Terms, Sample.Cycle, Sample.Framework, Sheets);
        Dictionary<string, string>[][] formats = [await CsvAsync(), await JsonAsync(), await XlsxAsync()];
        foreach (var lines in formats)
        {
            Assert.Equal(4 * Sample.Framework.Indicators.Length, lines.Length);
            foreach (var country in table.Countries)
            {
                var used = lines.Where(line => line[Country] == country.Country && line["in_reports"] == (country.Source is null ? "no" : "yes")).ToDictionary(line => line[Indicator]);
                for (var i = 0; i < Sample.Framework.Indicators.Length; i++)
                {
                    var (cell, line) = (country.Cells[i], used[Sample.Framework.Indicators[i].Code]);
                    Assert.Equal((CodeName.Of(cell.State), cell.IsScored ? cell.Level.ToString(CultureInfo.InvariantCulture) : "", cell.IsScored ? CodeName.Of(cell.Confidence) : "", cell.Reason is { } why ? CodeName.Of(why) : ""),
                        (line[State], line[Level], line[Confidence], line["withheld"]));
                    Assert.Equal((country.Source?.Assessor ?? "", country.Source is { } source ? CodeName.Of(source.Basis) : ""), (line[Assessor], line[Basis]));
                    Assert.Equal(Sample.Framework.AreaOf(i).Code, line["area"]);
                }
            }
        }

        Assert.Equal(formats[0], formats[1]);
        Assert.Equal(formats[0], formats[2]);
    }

    [Fact]
    public async Task Missing_IsFourThings()
    {
        var own = (await CsvAsync()).Where(line => line[Country] == "JPN").ToDictionary(line => line[Indicator]);
        Assert.Equal(("withheld", "", "above-clearance", "withheld", "", ""), Kind("LAN-1"));
        Assert.Equal(("scored", "0", "", "shown", "「a」, \"b\"\n&<c> _x0041_ 007", "0"), Kind("LAN-2"));
        Assert.Equal(("not-assessed", "", "", "shown", "", "0"), Kind("LAN-3"));
        Assert.Equal(("not-applicable", "", "", "shown", "no such channel", "0"), Kind("INF-3"));
        Assert.Equal(("scored", "3", "", "shown", "'=1+1", "1"), Kind("INF-1"));
        Assert.Equal(("withheld", "not-released", "withheld"), (await CsvAsync()).Where(line => line[Country] == "FIN").Select(line => (line[State], line["withheld"], line["words"])).Distinct().Single());
        Assert.Equal("with-originator", (await CsvAsync()).Where(line => line[Assessor] == "USA").Select(line => line["words"]).Distinct().Single());

        (string, string, string, string, string, string) Kind(string indicator) =>
            (own[indicator][State], own[indicator][Level], own[indicator]["withheld"], own[indicator]["words"], own[indicator]["rationale"], own[indicator]["evidence"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public async Task Workbook_IsWithoutFault_AndMarkedWhereverItIsRead(string language)
    {
        using var stream = new MemoryStream(await WrittenAsync(ScoreFormat.Xlsx, language));
        using (var document = SpreadsheetDocument.Open(stream, isEditable: false))
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        using var book = new XLWorkbook(stream);
        var (marking, sheet) = (Marking.ToLine(), book.Worksheet(1));
        Assert.Equal((marking, marking), (book.Properties.Subject, book.Properties.Category));
        Assert.All(book.Worksheets, s => Assert.Contains(marking, s.PageSetup.Header.Center.GetText(XLHFOccurrence.OddPages)));
        Assert.All(book.Worksheets, s => Assert.Contains(marking, s.PageSetup.Footer.Center.GetText(XLHFOccurrence.OddPages)));
        Assert.Contains(marking, book.Worksheet(2).Cell(1, 1).GetString());
        Assert.Equal((1, true, XLPageOrientation.Landscape), (sheet.SheetView.SplitRow, sheet.AutoFilter.IsEnabled, sheet.PageSetup.PageOrientation));
        Assert.Equal((1, 1), (sheet.PageSetup.FirstRowToRepeatAtTop, sheet.PageSetup.LastRowToRepeatAtTop));
        Assert.All(sheet.CellsUsed(), cell => Assert.False(cell.HasFormula));
    }

    [Theory]
    [InlineData(ScoreFormat.Xlsx)]
    [InlineData(ScoreFormat.Csv)]
    [InlineData(ScoreFormat.Json)]
    public async Task Writing_ForWhomNobodyWaits_EndsTheReading_AndIsNoWholeFile(ScoreFormat format)
    {
        using var gone = new CancellationTokenSource();
        var (isEnded, output) = (false, new MemoryStream());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScoreFile.WriteAsync(output, format, EndlessAsync(gone.Token), Words("en"), gone.Token));
        Assert.True(isEnded);
        Assert.ThrowsAny<Exception>(() => new XLWorkbook(new MemoryStream(output.ToArray())));

        async IAsyncEnumerable<ListedSheet> EndlessAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    cancel.ThrowIfCancellationRequested();
                    yield return Listed[i % Listed.Count];
                    if (i == 100)
                        await gone.CancelAsync();
                }
            }
            finally
            {
                isEnded = true;
            }
        }
    }

    internal static Marking Marking => ListMarking.Of(Sample.Terms, Reader, ListedSheet.PartsOf(Listed));

    internal static async Task<byte[]> WrittenAsync(ScoreFormat format, string language = "en")
    {
        var stream = new MemoryStream();
        await ScoreFile.WriteAsync(stream, format, Listed.ToAsyncEnumerable(), Words(language));
        return stream.ToArray();
    }

    private static ScoreFileWords Words(string language) =>
        new(CultureInfo.GetCultureInfo(language), Marking, null, 3, Listed.Count * Sample.Framework.Indicators.Length, true, AuditHead.Empty);

    private static async Task<Dictionary<string, string>[]> CsvAsync()
    {
        var bytes = await WrittenAsync(ScoreFormat.Csv);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        return Named(Fields(Encoding.UTF8.GetString(bytes[3..])));
    }

    private static async Task<Dictionary<string, string>[]> JsonAsync()
    {
        var written = Encoding.UTF8.GetString(await WrittenAsync(ScoreFormat.Json));
        using var json = JsonDocument.Parse(written);
        // A line for each, and two around them.
        Assert.Equal(json.RootElement.GetProperty("answers").GetArrayLength() + 2, written.Count(c => c == '\n'));
        var marking = json.RootElement.GetProperty("marking");
        return
        [
            .. json.RootElement.GetProperty("answers").EnumerateArray().Select(line => new Dictionary<string, string>(line.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, AsInCsv(p.Value.ToString())))
                .Append(new("classification", marking.GetProperty("classification").GetString()!))
                .Append(new("releasable_to", string.Join(' ', marking.GetProperty("releasableTo").EnumerateArray())))) ),
        ];
    }

    private static async Task<Dictionary<string, string>[]> XlsxAsync()
    {
        using var book = new XLWorkbook(new MemoryStream(await WrittenAsync(ScoreFormat.Xlsx)));
        var sheet = book.Worksheet(1);
        var columns = sheet.Row(1).CellsUsed().Count();
        return Named([.. sheet.RowsUsed().Select(row => Enumerable.Range(1, columns).Select(c => Text(row.Cell(c))).ToArray())]);

        static string Text(IXLCell cell) => cell.DataType switch
        {
            XLDataType.DateTime => cell.GetDateTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            XLDataType.Number => cell.GetDouble().ToString(CultureInfo.InvariantCulture),
            _ => AsInCsv(Tables.XlsxTableTests.AsExcelReads(cell.GetString())),
        };
    }

    // Only there it has a sign before it.
    private static string AsInCsv(string text) => text.StartsWith('=') ? "'" + text : text;

    private static Dictionary<string, string>[] Named(List<string[]> rows) =>
        [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(x => x.First, x => x.Second))];

    private static List<string[]> Fields(string csv)
    {
        var (rows, row, field, isQuoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (csv[i] == '"' && isQuoted && i + 1 < csv.Length && csv[i + 1] == '"')
                field.Append(csv[i++]);
            else if (csv[i] == '"')
                isQuoted = !isQuoted;
            else if (csv[i] is ',' or '\n' && !isQuoted)
            {
                row.Add(field.ToString());
                field.Clear();
                if (csv[i] == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
                field.Append(csv[i]);
        }

        return rows;
    }
}
