using Dashboard.Core.Audit;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Audit;

/// <summary>Reads and checks the audit chain.</summary>
public sealed class AuditStore(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>The head as the store notes it.</summary>
    public async Task<AuditHead> HeadAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.AuditHeads.AsNoTracking().SingleAsync(cancel);
    }

    /// <summary>Reads the whole chain and compares it with the noted head.</summary>
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var head = await context.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancel);
        return head is null
            ? new AuditVerdict(0, AuditHead.Empty, ["The row of the chain's head was removed."])
            : await AuditChain.VerifyAsync(context.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable(), head);
    }
}
