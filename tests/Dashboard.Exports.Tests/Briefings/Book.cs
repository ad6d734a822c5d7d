using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ClosedXML.Excel;
using Dashboard.Core.Audit;
using Dashboard.Core.Readiness;
using Dashboard.Exports.Briefings;

namespace Dashboard.Exports.Tests.Briefings;

/// <summary>A written briefing, read again.</summary>
internal sealed class Book : IDisposable
{
    private const int GapTableColumns = 15;
    private static readonly ConcurrentDictionary<(ReportHistory History, string Language), byte[]> Written = new();
    private static readonly ConditionalWeakTable<GapReport, ReportHistory> Alone = [];

    /// <summary>The head of the audit that every one of them is given.</summary>
    public static AuditHead Head { get; } = new(123, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    /// <summary>The briefing of a report without any before it.</summary>
    public Book(GapReport report, string language = "en") : this(Of(report), language)
    {
    }

    public Book(ReportHistory history, string language = "en")
    {
        Bytes = Written.GetOrAdd((history, language), key => BriefingWorkbook.Write(key.History, Reports.Culture(key.Language), Head));
        Workbook = new XLWorkbook(new MemoryStream(Bytes));
    }

    /// <summary>A report as the only one of its history.</summary>
    public static ReportHistory Of(GapReport report) => Alone.GetValue(report, only => new ReportHistory([only], only.Marking));

    public byte[] Bytes { get; }

    public XLWorkbook Workbook { get; }

    public IXLWorksheet Summary => Workbook.Worksheet(1);

    public IXLWorksheet Areas => Workbook.Worksheet(2);

    public IXLWorksheet Compare => Workbook.Worksheet(3);

    public IXLWorksheet Position => Workbook.Worksheet(4);

    public IXLWorksheet Method => Workbook.Worksheet(6);

    /// <summary>The rows of the gap table: the one below the heading "n", as many as there are areas and the total.</summary>
    public IXLCell[][] GapTable(int areas)
    {
        var heading = Summary.CellsUsed().First(c => c.GetString() == "n").Address.RowNumber;
        return [.. Enumerable.Range(heading + 1, areas + 1).Select(row => Enumerable.Range(2, GapTableColumns).Select(c => Summary.Cell(row, c)).ToArray())];
    }

    public void Dispose() => Workbook.Dispose();
}
