using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Dashboard.Benchmarks;
using Dashboard.Benchmarks.Circuits;
using Dashboard.Benchmarks.Exporting;
using Dashboard.Benchmarks.Hosting;
using Dashboard.Benchmarks.Importing;
using Dashboard.Benchmarks.Pages;
using Dashboard.Benchmarks.Saves;

// This program is also the server that it measures: then the first word says so.
if (args is [MeasuredHost.Word, var kind])
{
    await MeasuredHost.RunAsync(kind);
    return;
}

// What needs a server or a browser, by its word; the rest is BenchmarkDotNet's.
(string Word, Func<Task> Measure)[] measurements = [("pages", PageTimes.MeasureAsync), ("readers", ManyReaders.MeasureAsync), ("vitals", Vitals.MeasureAsync), ("bytes", PageBytes.MeasureAsync), ("circuits", CircuitMemory.MeasureAsync), ("saves", SaveTimes.MeasureAsync), ("export", BulkExport.MeasureAsync), ("import", TableImport.MeasureAsync)];
foreach (var (_, measure) in measurements.Where(m => args.Contains(m.Word)))
    await measure();
string[] rest = [.. args.Where(arg => measurements.All(m => m.Word != arg))];
if (rest.Length == 0 && args.Length > 0)
    return;

// Few and short iterations, in this process: the ratios are wanted in minutes, on any machine.
var job = Job.Default
    .WithToolchain(new InProcessNoEmitToolchain(TimeSpan.FromMinutes(10), logOutput: true))
    .WithWarmupCount(2)
    .WithIterationCount(8)
    .WithMinIterationCount(4)
    .WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(250));

var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .WithSummaryStyle(SummaryStyle.Default.WithRatioStyle(RatioStyle.Value));

BenchmarkSwitcher.FromAssembly(typeof(World).Assembly).Run(rest, config);
