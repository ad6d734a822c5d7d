using System.Diagnostics;
using System.Globalization;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Exports.Assessments;
using Dashboard.Exports.Tables;

namespace Dashboard.Benchmarks.Exporting;

/// <summary>A million cells of answers as a file, and the same cells through ClosedXML, in one run: time, what was allocated, and how far memory rose.</summary>
internal static class BulkExport
{
    private const int Cells = 1_000_000, FilledOfALine = 17, Times = 3;
    private static readonly World World = new(44);
    private static readonly Marking Marking = new("restricted", ["ALL"]);
    private static readonly TableLayout Layout = new("answers", [.. Enumerable.Range(0, 20).Select(i => new TableColumn($"column_{i}", 12))], Marking);

    private static readonly List<ListedSheet> Listed = [.. ReleaseRule.List(
        Viewer.Reader(World.Subject, "secret"), new ReleaseTerms(ClassificationLadder.Default, [World.Everybody], new DateOnly(2026, 6, 30)), World.Cycle, World.Framework, World.Sheets)];

    public static async Task MeasureAsync()
    {
        var sheets = Cells / FilledOfALine / World.Framework.Indicators.Length + 1;
        var counted = new ClosedXmlTable(Stream.Null, Layout);
        await ScoreFile.WriteAsync(counted, Of(sheets));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sheets} assessments, {sheets * World.Framework.Indicators.Length} lines, {counted.Filled} cells that hold something"));
        // Those that take little come first: what a process was given once it keeps.
        var workbook = await OfAsync("workbook", output => ScoreFile.WriteAsync(output, ScoreFormat.Xlsx, Of(sheets), About(sheets)));
        await OfAsync("workbook, ten times as many", output => ScoreFile.WriteAsync(output, ScoreFormat.Xlsx, Of(sheets * 10), About(sheets * 10)), times: 1);
        await OfAsync("CSV", output => ScoreFile.WriteAsync(output, ScoreFormat.Csv, Of(sheets), About(sheets)));
        await OfAsync("JSON", output => ScoreFile.WriteAsync(output, ScoreFormat.Json, Of(sheets), About(sheets)));
        var bare = await OfAsync("ClosedXML", output => ScoreFile.WriteAsync(new ClosedXmlTable(output, Layout), Of(sheets)));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ClosedXML takes {bare.Seconds / workbook.Seconds:0.0} times as long and allocates {(double)bare.Allocated / workbook.Allocated:0} times as much"));
    }

    private static ScoreFileWords About(int sheets) => new(CultureInfo.InvariantCulture, Marking, null, sheets, sheets * World.Framework.Indicators.Length, false, AuditHead.Empty);

    private static async IAsyncEnumerable<ListedSheet> Of(int sheets)
    {
        for (var i = 0; i < sheets; i++)
            yield return Listed[i % Listed.Count];
        await Task.CompletedTask;
    }

    private static async Task<(double Seconds, long Allocated)> OfAsync(string name, Func<Stream, Task> write, int times = Times)
    {
        var (seconds, allocated, length, peak) = (new List<double>(), 0L, 0L, 0L);
        for (var i = 0; i <= times; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var output = new Counting(before);
            var (start, clock) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
            await write(output);
            clock.Stop();
            // The first time everything is compiled.
            if (i > 0)
                seconds.Add(clock.Elapsed.TotalSeconds);
            (allocated, length, peak) = (GC.GetTotalAllocatedBytes(precise: true) - start, output.Written, output.Peak);
        }

        var median = seconds.Order().ElementAt(seconds.Count / 2);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} {median,7:0.00} s  allocated {allocated / 1e6,9:0.0} MB  heap above rest at most {peak / 1e6,7:0.0} MB  file {length / 1e6,6:0.0} MB"));
        return (median, allocated);
    }

    // Looks at the heap whenever something is written.
    private sealed class Counting(long rest) : MemoryStream
    {
        public long Written { get; private set; }

        public long Peak { get; private set; }

        public override bool CanSeek => false;

        public override void Write(byte[] buffer, int offset, int count) => Note(count);

        public override void Write(ReadOnlySpan<byte> buffer) => Note(buffer.Length);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Note(buffer.Length);
            return ValueTask.CompletedTask;
        }

        private void Note(int count)
        {
            Written += count;
            Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: false) - rest);
        }
    }
}
