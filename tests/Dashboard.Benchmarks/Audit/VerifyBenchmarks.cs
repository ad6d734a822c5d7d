using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Dashboard.Benchmarks.Storage;
using Dashboard.Core.Audit;
using Dashboard.Data.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Benchmarks.Audit;

/// <summary>Checking a chain of 100,000 entries, compared with a bare reader over the same rows, and with hashing the same bytes in memory.</summary>
public class VerifyBenchmarks
{
    private const int Length = 100_000;
    private const int Batch = 5_000;
    private readonly List<byte[]> _contents = [];
    private Database _database = null!;
    private SqliteConnection _connection = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        var world = new World(44);
        _database = await Database.WithAsync("audit", world, []);
        await FillAsync(world);
        _connection = _database.Open();
        var verdict = await Verify();
        if (!verdict.IsWhole || verdict.Entries != BareReader() || Convert.ToHexStringLower(HashInMemory()) != verdict.Head.HashText)
            throw new InvalidOperationException("The ways do not read the same chain.");
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
        command.CommandText = "SELECT * FROM AuditEntries ORDER BY Sequence";
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
    public byte[] HashInMemory()
    {
        var hash = AuditEntry.Origin;
        foreach (var content in _contents)
            hash = SHA256.HashData([.. hash, .. content]);
        return hash;
    }

    [Benchmark]
    public Task<AuditVerdict> Verify() => _database.Get<AuditStore>().VerifyAsync(Database.Operator);

    [Benchmark]
    public Task<AuditExcerpt> NewestPage() => _database.Get<AuditReader>().PageAsync(Database.Operator, new AuditFilter(), new AuditPlace());

    [Benchmark]
    public Task<AuditExcerpt> OldestPage() => _database.Get<AuditReader>().PageAsync(Database.Operator, new AuditFilter(), new AuditPlace(Before: 51));

    [Benchmark]
    public Task<AuditExcerpt> PageOfARareAction() => _database.Get<AuditReader>().PageAsync(Database.Operator, new AuditFilter(Action: "cycle-added"), new AuditPlace());

    // Answers of planners, as ScoreStore seals them.
    private async Task FillAsync(World world)
    {
        await using (var context = _database.Context())
            _contents.AddRange(await context.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).Select(e => e.Content).ToListAsync());
        var head = await _database.Get<AuditStore>().HeadAsync(Database.Operator);
        var (sequence, hash) = (head.Sequence, head.Hash);
        var start = new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc);
        while (sequence < Length)
        {
            await using var context = _database.Context();
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = 0; i < Batch && sequence < Length; i++)
            {
                sequence++;
                var indicator = world.Framework.Indicators[(int)(sequence % world.Framework.Indicators.Length)].Code;
                var entry = AuditEntry.Seal(hash, sequence, start.AddSeconds(sequence), Database.Operator, new AuditFact(
                    "score-saved", $"JPN/2026/JPN/self-assessed/1/{indicator}", Score(sequence), Score(sequence + 1), new Guid((int)sequence, 0, 0, new byte[8]), "restricted"));
                context.AuditEntries.Add(entry);
                _contents.Add(entry.Content);
                hash = entry.Hash;
            }

            await context.SaveChangesAsync();
        }

        await using var last = _database.Context();
        await last.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, sequence).SetProperty(h => h.Hash, hash));
    }

    private static object Score(long sequence) =>
        new { State = "scored", Level = sequence % 6, Confidence = "moderate", Rationale = "As reported by the agency.", Version = sequence / 44 };
}
