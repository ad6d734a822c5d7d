using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Benchmarks.Readiness;

/// <summary>A gap report of one country against 249 others, compared with bare loops over the same numbers.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams), CategoriesColumn]
public class GapAnalysisBenchmarks
{
    private ScoreTable _table = null!;
    private GapReport _report = null!;
    private Bare _bare = null!;

    [Params(44, 500)]
    public int Indicators { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var world = new World(Indicators);
        _table = world.Table();
        _report = GapAnalysis.Run(World.Question, _table, draws: 0);
        _bare = new Bare(world.Framework, world.Levels(), world.Sheets.FindIndex(s => s.Assessment.Country == World.Subject));
    }

    [Benchmark(Baseline = true), BenchmarkCategory("no draws")]
    public double BareLoop() => _bare.Gaps();

    [Benchmark, BenchmarkCategory("no draws")]
    public GapReport ReportWithoutDraws() => GapAnalysis.Run(World.Question, _table, draws: 0);

    [Benchmark(Baseline = true), BenchmarkCategory("2,000 draws")]
    public double BareLoopDrawn() => _bare.Drawn(GapAnalysis.Draws);

    [Benchmark, BenchmarkCategory("2,000 draws")]
    public GapReport Report() => GapAnalysis.Run(World.Question, _table);

    [Benchmark, BenchmarkCategory("2,000 draws")]
    public WeightRanges OtherWeights() => WeightRanges.Of(_report);
}
