using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ClosedXML.Excel;
using Dashboard.Core.Audit;
using Dashboard.Core.Readiness;
using Dashboard.Exports.Briefings;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Tests.Briefings;

/// <summary>A written briefing, read again.</summary>
internal sealed class Book : IDisposable
{
    private const int GapTableColumns = 15;
    private static readonly ConcurrentDictionary<(ReportHistory History, string Language), byte[]> Written = new();
    private readonly string _language;
    private static readonly ConditionalWeakTable<GapReport, ReportHistory> Alone = [];

    /// <summary>The head of the audit that every one of them is given.</summary>
    public static AuditHead Head { get; } = new(123, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    /// <summary>The briefing of a report without any before it.</summary>
    public Book(GapReport report, string language = "en") : this(Of(report), language)
    {
    }

    public Book(ReportHistory history, string language = "en")
    {
        _language = language;
        Bytes = Written.GetOrAdd((history, language), key => BriefingWorkbook.Write(key.History, Reports.Culture(key.Language), Head));
        Workbook = new XLWorkbook(new MemoryStream(Bytes));
    }

    /// <summary>A report as the only one of its history.</summary>
    public static ReportHistory Of(GapReport report) => Alone.GetValue(report, only => new ReportHistory([only], only.Marking));

    public byte[] Bytes { get; }

    public XLWorkbook Workbook { get; }

    public IXLWorksheet Summary => Workbook.Worksheet(1);

    public IXLWorksheet Gaps => Sheet("Briefing.Gaps");

    public IXLWorksheet Areas => Sheet("Briefing.Areas");

    public IXLWorksheet Indicators => Sheet("Briefing.Indicators");

    public IXLWorksheet Compare => Sheet("Reading.Compare");

    public IXLWorksheet Trend => Sheet("Briefing.Trend");

    public IXLWorksheet Why => Sheet("Briefing.Why");

    public IXLWorksheet Evidence => Sheet("Briefing.Evidence");

    public IXLWorksheet Position => Sheet("Reading.Position");

    public IXLWorksheet Method => Sheet("Method");

    /// <summary>The number that stands in a cell in the file; the library that reads it would work a formula out, and knows few functions.</summary>
    public static double Figure(IXLCell cell) => cell.HasFormula ? Convert.ToDouble(cell.CachedValue, System.Globalization.CultureInfo.InvariantCulture) : cell.GetDouble();

    /// <summary>The row of a table's headings: the one with the first cell of this text.</summary>
    public static int HeadingOf(IXLWorksheet sheet, string text = "n") => sheet.CellsUsed().First(c => c.GetString() == text).Address.RowNumber;

    /// <summary>The values in the file of the cells with formulas, by sheet and cell.</summary>
    public static Dictionary<(string Sheet, string Cell), string> Stored(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var book = document.WorkbookPart!;
        return book.Workbook.Descendants<S.Sheet>().SelectMany(sheet => ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet.Descendants<S.Cell>()
            .Where(cell => cell.CellFormula is not null).Select(cell => (Key: (sheet.Name!.Value!, cell.CellReference!.Value!), cell.CellValue!.Text))).ToDictionary(x => x.Key, x => x.Text);
    }

    private IXLWorksheet Sheet(string key) => Workbook.Worksheet(Dashboard.Core.Language.Texts.Get(Reports.Culture(_language), key));

    /// <summary>The rows of the gap table: the one below the heading "n", as many as there are areas and the total.</summary>
    public IXLCell[][] GapTable(int areas)
    {
        var heading = HeadingOf(Gaps);
        return [.. Enumerable.Range(heading + 1, areas + 1).Select(row => Enumerable.Range(2, GapTableColumns).Select(c => Gaps.Cell(row, c)).ToArray())];
    }

    public void Dispose() => Workbook.Dispose();
}
