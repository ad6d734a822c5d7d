using System.Collections.Immutable;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Audit;

/// <summary>
/// The end of the audit as a feed: by it open pages learn of each other's changes, of the command line's and of another node's. It names
/// what was changed and tells nothing of what was written there: whoever wants to know reads it with the rights of their viewer.
/// </summary>
public sealed class ChangeTail(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>The number of the last entry.</summary>
    public async Task<long> HeadAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.AuditHeads.AsNoTracking().Select(h => h.Sequence).SingleAsync(cancel);
    }

    /// <summary>What was changed after an entry, and the number of the last entry now.</summary>
    public async Task<(long Head, ImmutableArray<string> Subjects)> SinceAsync(long sequence, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var head = await context.AuditHeads.AsNoTracking().Select(h => h.Sequence).SingleAsync(cancel);
        if (head <= sequence)
            return (head, []);
        return (head, [.. await context.AuditEntries.AsNoTracking().Where(e => e.Sequence > sequence && e.Sequence <= head).Select(e => e.Subject).Distinct().ToListAsync(cancel)]);
    }
}
