using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Assessments;

/// <summary>Several writers through two stores of their own: no update is lost and none is overwritten unseen.</summary>
public abstract class InterleavingTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private const int Interleavings = 10_000;
    private const int Writers = 4;
    private static readonly string[] Indicators = ["LAN-1", "LAN-2", "INF-1", "NET-4"];

    [Fact]
    public async Task RandomInterleavings_LoseNoUpdateAndReportEachConflict()
    {
        var random = new Random(20261123);
        var id = (await BeginAsync()).Id;
        ScoreStore[] stores = [Get<ScoreStore>(), Another<ScoreStore>()];
        // What is stored, and what each writer has seen of it.
        var stored = Indicators.ToDictionary(i => i, _ => (Version: 0, Level: -1, By: "", At: default(DateTime)));
        var seen = Enumerable.Range(0, Writers).Select(_ => Indicators.ToDictionary(i => i, _ => 0)).ToArray();
        var (saves, conflicts) = (0, 0);
        for (var round = 0; round < Interleavings; round++)
        {
            // Two of the writers change one cell, in either order, each from what they have seen of it last.
            var indicator = Indicators[random.Next(Indicators.Length)];
            int[] pair = [.. Enumerable.Range(0, Writers).OrderBy(_ => random.Next()).Take(2)];
            foreach (var writer in pair)
                await SaveAsync(writer, indicator, random.Next(6));
        }

        Assert.InRange(conflicts, Interleavings / 2, 2 * Interleavings);
        Assert.Equal(2 * Interleavings, saves + conflicts);
        await using var context = Context();
        Assert.Equal(saves, await context.AuditEntries.CountAsync(e => e.Action == "score-saved"));
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);

        async Task SaveAsync(int writer, string indicator, int level)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(1));
            var outcome = await stores[writer % stores.Length].SaveAsync(
                Person(writer), new CellKey(id, indicator), Answer.Of(level), seen[writer][indicator], Number(random));
            var truth = stored[indicator];
            if (seen[writer][indicator] == truth.Version)
            {
                var saved = Assert.IsType<SaveOutcome.Saved>(outcome).Score;
                Assert.Equal(truth.Version + 1, saved.Version);
                saves++;
                stored[indicator] = (saved.Version, level, Person(writer).Name, Clock.GetUtcNow().UtcDateTime);
            }
            else
            {
                var theirs = Assert.IsType<SaveOutcome.Conflict>(outcome).Current!;
                Assert.Equal(truth, (theirs.Version, theirs.Answer.Level!.Value, theirs.ChangedBy, theirs.ChangedAt));
                conflicts++;
            }

            seen[writer][indicator] = stored[indicator].Version;
        }
    }

    [Fact]
    public async Task SavesAtTheSameTime_EachCountOnce()
    {
        const int tries = 50;
        var id = (await BeginAsync()).Id;
        ScoreStore[] stores = [.. Enumerable.Range(0, Writers).Select(_ => Another<ScoreStore>())];
        var saved = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var (version, done, random) = (0, new List<int>(), new Random(writer));
            for (var n = 0; n < tries; n++)
            {
                var outcome = await stores[writer].SaveAsync(Person(writer), new CellKey(id, "LAN-1"), Answer.Of(writer), version, Number(random));
                var score = outcome is SaveOutcome.Saved mine ? mine.Score : Assert.IsType<SaveOutcome.Conflict>(outcome).Current!;
                if (outcome is SaveOutcome.Saved)
                    done.Add(score.Version);
                version = score.Version;
            }

            return done;
        })));

        var versions = saved.SelectMany(v => v).Order().ToList();
        Assert.Equal(Enumerable.Range(1, versions.Count), versions);
        await using var context = Context();
        Assert.Equal(versions.Count, (await context.Scores.SingleAsync()).Version);
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
    }

    private static Viewer Person(int writer) => Planner($"Writer {writer}");

    private static Guid Number(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}

public sealed class InterleavingOnSqlite : InterleavingTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class InterleavingOnSqlServer : InterleavingTests<SqlServerHost>;
