using BenchmarkDotNet.Attributes;
using Dashboard.Core.Readiness;
using Dashboard.Data.Catalog;
using Dashboard.Data.Readiness;
using Microsoft.Data.Sqlite;

namespace Dashboard.Benchmarks.Storage;

/// <summary>Loading a cycle of 250 countries and 44 indicators, compared with a bare reader over the same rows.</summary>
public class LoadBenchmarks
{
    private readonly World _world = new(44);
    private Database _database = null!;
    private SqliteConnection _connection = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        _database = await Database.WithAsync("load", _world, _world.Sheets);
        _connection = _database.Open();
        if (BareReader() != _world.Sheets.Sum(s => s.Scores.Length) || await Sheets() != BareReader())
            throw new InvalidOperationException("The two ways do not read the same rows.");
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _connection.Dispose();
        _database.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int BareReader()
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            "SELECT * FROM Scores s WHERE EXISTS (SELECT 1 FROM Assessments a WHERE a.Id = s.AssessmentId AND a.Cycle = '2026') ORDER BY s.AssessmentId, s.Indicator";
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        var rows = 0;
        while (reader.Read())
        {
            reader.GetValues(values);
            rows++;
        }

        return rows;
    }

    [Benchmark]
    public async Task<int> Sheets()
    {
        await using var context = _database.Context();
        return (await CycleSheets.ReadAsync(context, _database.Get<FrameworkCache>(), _world.Cycle, CancellationToken.None)).Sheets.Sum(s => s.Scores.Length);
    }

    // A preview is made anew each time; anything else is known after the first.

    [Benchmark]
    public Task<GapReport> WholeReport() => _database.Get<ReportReader>().ReadAsync(Database.Operator, new ReportRequest(World.Subject, "ALL", Preview: true));

    [Benchmark]
    public Task<GapReport> WholeReportAgainstNato() => _database.Get<ReportReader>().ReadAsync(Database.Operator, new ReportRequest(World.Subject, "NATO", Preview: true));
}
