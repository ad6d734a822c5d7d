using System.Globalization;
using BenchmarkDotNet.Attributes;
using ClosedXML.Excel;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Exports.Briefings;

namespace Dashboard.Benchmarks.Briefings;

/// <summary>The briefing of Japan against NATO, compared with as many cells written by bare ClosedXML.</summary>
public class BriefingBenchmarks
{
    private ReportHistory _history = null!;
    private int _cells;

    [GlobalSetup]
    public void Setup()
    {
        var world = new World(indicators: 44);
        var report = GapAnalysis.Run(new GapQuestion(World.Subject, CountryGroup.Require(CountryGroup.BuiltIn, "NATO")), world.Table());
        _history = new ReportHistory([report], report.Marking);
        using var book = new XLWorkbook(new MemoryStream(Briefing()));
        _cells = book.Worksheets.Sum(sheet => sheet.CellsUsed().Count());
    }

    [Benchmark(Baseline = true)]
    public byte[] BareClosedXml() => BareWorkbook.Write(_cells);

    [Benchmark]
    public byte[] Briefing() => BriefingWorkbook.Write(_history, CultureInfo.InvariantCulture, AuditHead.Empty);
}
