using BenchmarkDotNet.Attributes;
using Dashboard.Core.Assessments;
using Dashboard.Data.Assessments;
using Microsoft.Data.Sqlite;

namespace Dashboard.Benchmarks.Storage;

/// <summary>One saved answer with its audit entry, compared with one bare insert; both are on the disk when they return.</summary>
public class SaveBenchmarks
{
    private readonly World _world = new(44);
    private Database _database = null!;
    private SqliteConnection _connection = null!;
    private SqliteCommand _insert = null!;
    private int _assessment;
    private int _version;

    [GlobalSetup]
    public async Task Setup()
    {
        _database = await Database.WithAsync("save", _world, []);
        _assessment = (await _database.Get<AssessmentStore>().BeginAsync(
            Database.Operator, World.Subject, _world.Cycle.Code, Basis.SelfAssessed, "restricted")).Id;
        _connection = _database.Open();
        _insert = _connection.CreateCommand();
        _insert.CommandText = "CREATE TABLE Floor (Id INTEGER PRIMARY KEY, Indicator TEXT NOT NULL, Level INTEGER NOT NULL)";
        _insert.ExecuteNonQuery();
        _insert.CommandText = "INSERT INTO Floor (Indicator, Level) VALUES ('LAN-1', 3)";
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _insert.Dispose();
        _connection.Dispose();
        _database.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int BareInsert()
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        var rows = _insert.ExecuteNonQuery();
        transaction.Commit();
        return rows;
    }

    [Benchmark]
    public async Task Save()
    {
        var change = new Guid(_version + 1, 0, 0, new byte[8]);
        var outcome = await _database.Get<ScoreStore>().SaveAsync(
            Database.Operator, new CellKey(_assessment, "LAN-1"), Answer.Of(_version % 6, Confidence.High), _version, change);
        _version = outcome is SaveOutcome.Saved saved ? saved.Score.Version : throw new InvalidOperationException($"Not saved: {outcome}.");
    }
}
