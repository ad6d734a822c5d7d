using Dashboard.Core.Audit;
using Dashboard.Data.Audit;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Audit;

/// <summary>A chain of some thousand entries, damaged in places that one read would pass over if it only looked at the end.</summary>
public abstract class AuditSizeTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private const int Length = 4000;

    [Fact]
    public async Task Verify_OfThousandsOfEntries_NamesWhatWasChangedDeletedSwappedAndCut()
    {
        var noted = await FillAsync();
        Assert.Empty((await Get<AuditStore>().VerifyAsync(Operator, noted)).Faults);

        await DamageAsync("UPDATE AuditEntries SET Content = (SELECT Content FROM AuditEntries WHERE Sequence = 700) WHERE Sequence = 701");
        await DamageAsync("DELETE FROM AuditEntries WHERE Sequence = 1500");
        await DamageAsync("UPDATE AuditEntries SET Sequence = -1 WHERE Sequence = 2200");
        await DamageAsync("UPDATE AuditEntries SET Sequence = 2200 WHERE Sequence = 2900");
        await DamageAsync("UPDATE AuditEntries SET Sequence = 2900 WHERE Sequence = -1");
        await DamageAsync("DELETE FROM AuditEntries WHERE Sequence > 3990");
        var verdict = await Get<AuditStore>().VerifyAsync(Operator, noted);
        Assert.Equal(3989, verdict.Entries);
        Assert.Equal(Beginnings.Length, verdict.Faults.Length);
        Assert.All(verdict.Faults.Zip(Beginnings), fault => Assert.StartsWith(fault.Second, fault.First));
    }

    [Fact]
    public async Task Verify_OfATailCutAndWrittenAnew_IsFoundByTheNotedHeadAlone()
    {
        var noted = await FillAsync();
        await DamageAsync("DELETE FROM AuditEntries WHERE Sequence > 3000");
        await using (var context = Context())
        {
            var last = await context.AuditEntries.AsNoTracking().SingleAsync(e => e.Sequence == 3000);
            await AppendAsync(context, last.Hash, 3001, Length, "forged");
        }

        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
        Assert.Equal(["Entry 4000 is not the one that was noted outside: the chain was written anew there or before."], (await Get<AuditStore>().VerifyAsync(Operator, noted)).Faults);
    }

    private static readonly string[] Beginnings =
    [
        "Entry 701 is not", "Entry 701 (exported", "Entry 1500 is missing.", "Entry 2200 is not", "Entry 2200 (exported", "Entry 2201 is not",
        "Entry 2900 is not", "Entry 2900 (exported", "Entry 2901 is not", "The chain ends at entry 3990, but its head", "The chain ends at entry 3990, but entry 4000 was noted",
    ];

    private async Task<AuditHead> FillAsync()
    {
        await using var context = Context();
        var head = await context.AuditHeads.AsNoTracking().SingleAsync();
        return await AppendAsync(context, head.Hash, head.Sequence + 1, Length, "gaps/JPN");
    }

    // The entries that AuditedWrites would seal, many in one transaction.
    private async Task<AuditHead> AppendAsync(Data.Storage.DashboardContext context, byte[] hash, long from, long to, string subject)
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var sequence = from; sequence <= to; sequence++)
        {
            var entry = AuditEntry.Seal(hash, sequence, Clock.GetUtcNow().UtcDateTime, Operator, new AuditFact("exported", subject, null, new { Number = sequence }));
            context.AuditEntries.Add(entry);
            hash = entry.Hash;
        }

        await context.SaveChangesAsync();
        await context.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, to).SetProperty(h => h.Hash, hash));
        return new AuditHead(to, hash);
    }

    private async Task DamageAsync(string sql)
    {
        await using var context = Context();
        Assert.True(await context.Database.ExecuteSqlRawAsync(sql) > 0);
    }
}

public sealed class AuditSizeOnSqlite : AuditSizeTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class AuditSizeOnSqlServer : AuditSizeTests<SqlServerHost>;
