using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Dashboard.Data.Storage;

/// <summary>Records what one write did; becomes part of the same transaction.</summary>
public sealed class AuditTrail
{
    internal List<AuditFact> Facts { get; } = [];

    public void Record(AuditFact fact) => Facts.Add(fact);
}

/// <summary>
/// The only way to write: one transaction that holds the chain head from its start, so that writers queue, and ends with the audit
/// entries of what was done. A write that records nothing is rolled back.
/// </summary>
public sealed partial class AuditedWrites(IDbContextFactory<DashboardContext> contexts, TimeProvider clock, ILogger<AuditedWrites> log)
{
    // The key of the answer to who asks for an assessment that is not there, or not for them.
    private const string NotSeen = "NoAssessment";

    // SQLite has one writer and gives its lock to whoever asks at the right moment, while the others sleep on their threads: here they come in turn.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Runs <paramref name="work"/> in a transaction. It may run again after a broken connection, so it must not act outside of the context.</summary>
    internal async Task<T> RunAsync<T>(Viewer by, Func<DashboardContext, AuditTrail, Task<T>> work, CancellationToken cancel = default) =>
        (await WriteAsync(by, work, cancel)).Result;

    /// <summary>Records something that changes no data, such as an export, and gives back the head of the chain with it.</summary>
    public async Task<AuditHead> RecordAsync(Viewer by, AuditFact fact, CancellationToken cancel = default) =>
        (await WriteAsync(by, (_, trail) =>
        {
            trail.Record(fact);
            return Task.FromResult(fact);
        }, cancel)).Head;

    /// <summary>Notes in the log who tried what they may not, or asked for what they may not see: the audit holds what was done.</summary>
    internal void NoteRefusal(Viewer by, string why) => LogRefused(InputException.Shorten(by.Name), by.Nation, why);

    /// <summary>Whether somebody tried what they may not, or asked for what they may not see: that is noted as it is.</summary>
    internal static bool IsRefusal(InputException why) => why.IsAboutRights || why.Key == NotSeen;

    private async Task<(T Result, AuditHead Head)> WriteAsync<T>(Viewer by, Func<DashboardContext, AuditTrail, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            return await RetryAsync(by, work, cancel);
        }
        catch (InputException refused) when (IsRefusal(refused))
        {
            NoteRefusal(by, refused.Message);
            throw;
        }
    }

    private async Task<(T Result, AuditHead Head)> RetryAsync<T>(Viewer by, Func<DashboardContext, AuditTrail, Task<T>> work, CancellationToken cancel)
    {
        await using var first = await contexts.CreateDbContextAsync(cancel);
        if (!first.Database.IsSqlite())
            return await ExecuteAsync(first, by, work, cancel);
        await _turn.WaitAsync(cancel);
        try
        {
            return await ExecuteAsync(first, by, work, cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task<(T Result, AuditHead Head)> ExecuteAsync<T>(
        DashboardContext first, Viewer by, Func<DashboardContext, AuditTrail, Task<T>> work, CancellationToken cancel) =>
        first.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancel);
            // Immediate on SQLite: the write lock is taken here and not in the middle.
            await using var transaction = await context.Database.BeginTransactionAsync(cancel);
            await context.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Sequence, head => head.Sequence + 1), cancel);
            var head = await context.AuditHeads.AsNoTracking().SingleAsync(cancel);
            if (await context.AuditEntries.AnyAsync(e => e.Sequence >= head.Sequence, cancel))
                throw InputException.Of("AuditChainUnknown");
            var trail = new AuditTrail();
            var result = await work(context, trail);
            if (trail.Facts.Count == 0)
                return (result, new AuditHead(head.Sequence - 1, head.Hash));

            var (sequence, hash) = (head.Sequence - 1, head.Hash);
            foreach (var fact in trail.Facts)
            {
                var entry = AuditEntry.Seal(hash, ++sequence, clock.GetUtcNow().UtcDateTime, by, fact);
                context.AuditEntries.Add(entry);
                hash = entry.Hash;
            }

            await context.SaveChangesAsync(cancel);
            await context.AuditHeads.ExecuteUpdateAsync(
                set => set.SetProperty(h => h.Sequence, sequence).SetProperty(h => h.Hash, hash), cancel);
            await transaction.CommitAsync(cancel);
            return (result, new AuditHead(sequence, hash));
        });

    [LoggerMessage(LogLevel.Warning, "Refused {Actor} of {Nation}: {Why}")]
    private partial void LogRefused(string actor, string nation, string why);
}
