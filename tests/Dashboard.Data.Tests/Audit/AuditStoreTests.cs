using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Audit;

public abstract class AuditStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    [Fact]
    public async Task Verify_OfAnUntouchedChain_IsWhole()
    {
        await WriteAsync();
        var verdict = await Get<AuditStore>().VerifyAsync(Operator);
        Assert.Empty(verdict.Faults);
        Assert.Equal(verdict.Entries, verdict.Head.Sequence);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Content = (SELECT Content FROM AuditEntries WHERE Sequence = 4) WHERE Sequence = 5", "Entry 5 ")]
    [InlineData("UPDATE AuditEntries SET Actor = 'somebody else' WHERE Sequence = 5", "Entry 5 ")]
    [InlineData("UPDATE AuditEntries SET At = '2020-01-01 00:00:00' WHERE Sequence = 5", "Entry 5 ")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 5", "Entry 5 is missing")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence > 6", "after 6 are missing")]
    [InlineData("DELETE FROM AuditHeads", "head was removed")]
    [InlineData("UPDATE AuditEntries SET Sequence = 99 WHERE Sequence = 4; UPDATE AuditEntries SET Sequence = 4 WHERE Sequence = 5; UPDATE AuditEntries SET Sequence = 5 WHERE Sequence = 99", "Entry 4 ")]
    public async Task Verify_AfterTampering_NamesTheEntry(string tamper, string named)
    {
        await WriteAsync();
        await using (var context = Context())
            await context.Database.ExecuteSqlRawAsync(tamper);
        var verdict = await Get<AuditStore>().VerifyAsync(Operator);
        Assert.False(verdict.IsWhole);
        Assert.Contains(verdict.Faults, fault => fault.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_OfAnEntryPutInBehindTheHead_FindsIt_AndNothingIsSavedOverIt()
    {
        await WriteAsync();
        await using (var context = Context())
        {
            var last = await context.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync();
            context.AuditEntries.Add(AuditEntry.Seal(last.Hash, last.Sequence + 1, last.At, Operator, new AuditFact("score-saved", last.Subject, null, null)));
            await context.SaveChangesAsync();
        }

        Assert.Contains((await Get<AuditStore>().VerifyAsync(Operator)).Faults, fault => fault.Contains("were put in"));
        Assert.Contains("audit verify", (await Assert.ThrowsAsync<InputException>(() => BeginAsync("EST", Basis.Estimated))).Message);
    }

    [Fact]
    public async Task Audit_ForWhoeverIsNoAuditor_IsRefused() =>
        await Assert.ThrowsAsync<InputException>(() => Get<AuditStore>().VerifyAsync(Viewer.Reader("BRA", "secret")));

    [Fact]
    public async Task Head_AfterAWrite_IsTheLastEntry()
    {
        await WriteAsync();
        await using var context = Context();
        var last = await context.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync();
        var head = await Get<AuditStore>().HeadAsync(Operator);
        Assert.Equal((last.Sequence, Convert.ToHexStringLower(last.Hash)), (head.Sequence, head.HashText));
    }

    // Entries 1 and 2 are the set-up and the cycle, 3 the beginning of the assessment, 4 to 8 these.
    protected async Task WriteAsync()
    {
        var id = (await BeginAsync()).Id;
        for (byte n = 1; n <= 5; n++)
            await Get<ScoreStore>().SaveAsync(Operator, new CellKey(id, "LAN-1"), Answer.Of(n), n - 1, new Guid(n, 0, 0, new byte[8]));
    }
}

public sealed class AuditStoreOnSqlite : AuditStoreTests<SqliteHost>
{
    // Columns of SQLite take any value; SQL Server's refuse this one.
    [Fact]
    public async Task Verify_OfAnEntryThatCannotBeRead_NamesIt()
    {
        await WriteAsync();
        await using (var context = Context())
            await context.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET At = 'rubbish' WHERE Sequence = 5");
        var verdict = await Get<AuditStore>().VerifyAsync(Operator);
        Assert.Contains(verdict.Faults, fault => fault.StartsWith("Entry 5 cannot be read", StringComparison.Ordinal));
    }
}

[Collection(SqlServerHost.Collection)]
public sealed class AuditStoreOnSqlServer : AuditStoreTests<SqlServerHost>;
