using Dashboard.Benchmarks.Circuits.Bare;
using Dashboard.Web;
using Dashboard.Web.Security;
using Microsoft.Data.Sqlite;

namespace Dashboard.Benchmarks.Hosting;

/// <summary>What a server says of its memory: after full collections, and how much it has allocated since its start.</summary>
internal sealed record Heap(long Live, long Allocated);

/// <summary>
/// A server to be measured, in a process of its own: the real program, unchanged, or the bare one; to both it adds addresses that
/// tell what was measured. It ends when its standard input does, so also when the measuring process dies.
/// </summary>
internal static class MeasuredHost
{
    public const string Word = "host";
    public const string Product = "product";
    public const string Bare = "bare";

    /// <summary>The product with demonstration data and a cycle of 250 countries.</summary>
    public const string Wide = "wide";
    public const string HeapAddress = "/measured/heap";
    public const string TimesAddress = "/measured/times";
    public const string ProcessorAddress = "/measured/processor";
    public const string FloorAddress = "/measured/floor";
    private const string AnyPort = "http://127.0.0.1:0";

    public static async Task RunAsync(string kind)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-measured-").FullName;
        try
        {
            using var times = new RequestTimes();
            await using var app = kind == Bare ? BareApp.Build(AnyPort) : await DashboardApp.BuildAsync(Demonstration(folder), AnyPort);
            if (kind == Wide)
                await WideCycle.AddAsync(app.Services);
            app.MapGet(HeapAddress, MeasureHeap).AllowAnonymous();
            app.MapGet(ProcessorAddress, () => Environment.CpuUsage.TotalTime.TotalSeconds).AllowAnonymous();
            if (kind == Bare)
                FloorInsert.Map(app, folder);
            app.MapGet(TimesAddress, (string route) => times.Of(route)).AllowAnonymous();
            await app.StartAsync();
            await Console.Out.WriteLineAsync($"Serving {app.Urls.Single()}");
            await Console.In.ReadToEndAsync();
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    // One person opens every page here, more often than the program grants a person.
    private static Settings Demonstration(string folder) => Settings.From(new ConfigurationBuilder().Build(), folder, demo: true) with
    {
        Limits = new Limits { CircuitsPerPerson = 1000, ExportsPerMinute = 1_000_000, RequestsPerMinute = 100_000_000, SignInsPerMinute = 1_000_000 },
    };

    // Until a further collection finds nothing: finalizers free what the first one only finds.
    private static Heap MeasureHeap()
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        long before, live = long.MaxValue;
        do
        {
            before = live;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            live = GC.GetTotalMemory(forceFullCollection: false);
        }
        while (live < before - 10_000);
        return new Heap(live, allocated);
    }
}
