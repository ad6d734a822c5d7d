using System.Globalization;
using BenchmarkDotNet.Attributes;
using ClosedXML.Excel;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Exports.Briefings;

namespace Dashboard.Benchmarks.Briefings;

/// <summary>The briefing of Japan against NATO, and that of a group of fifty countries, compared with as many cells written by bare ClosedXML.</summary>
public class BriefingBenchmarks
{
    private const int Fifty = 50;
    private ReportHistory _history = null!;
    private World _world = null!;
    private GroupReports _group = null!;
    private int _cells, _groupCells;

    [GlobalSetup]
    public void Setup()
    {
        var world = _world = new World(indicators: 44);
        _group = Group(world);
        var report = GapAnalysis.Run(new GapQuestion(World.Subject, CountryGroup.Require(CountryGroup.BuiltIn, "NATO")), world.Table());
        _history = new ReportHistory([report], report.Marking);
        (_cells, _groupCells) = (CellsOf(Briefing()), CellsOf(GroupBriefingOfFifty()));
    }

    private static int CellsOf(byte[] workbook)
    {
        using var book = new XLWorkbook(new MemoryStream(workbook));
        return book.Worksheets.Sum(sheet => sheet.CellsUsed().Count());
    }

    private static GroupReports Group(World world) => GroupReports.Of(
        World.Everybody with { Code = "FIFTY", Memberships = [.. World.Everybody.Memberships.Take(Fifty)] }, Statistic.Median, withObservers: false, world.Table());

    [Benchmark(Baseline = true)]
    public byte[] BareClosedXml() => BareWorkbook.Write(_cells);

    [Benchmark]
    public byte[] Briefing() => BriefingWorkbook.Write(_history, CultureInfo.InvariantCulture, AuditHead.Empty);

    /// <summary>The reports of fifty countries against one another: what a briefing on the group is made of.</summary>
    [Benchmark]
    public object ReportsOfFifty() => Group(_world);

    [Benchmark]
    public byte[] BareClosedXmlOfFifty() => BareWorkbook.Write(_groupCells);

    [Benchmark]
    public byte[] GroupBriefingOfFifty() => GroupWorkbook.Write(_group, CultureInfo.InvariantCulture, AuditHead.Empty);
}
