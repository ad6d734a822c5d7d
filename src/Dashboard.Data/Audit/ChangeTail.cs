using System.Collections.Immutable;
using Dashboard.Core.Audit;
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

    /// <summary>What was changed after an entry.</summary>
    public async Task<Changes> SinceAsync(long sequence, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var head = await context.AuditHeads.AsNoTracking().Select(h => h.Sequence).SingleAsync(cancel);
        if (head <= sequence)
            return new Changes(head, null, []);
        var entries = await context.AuditEntries.AsNoTracking().Where(e => e.Sequence > sequence && e.Sequence <= head)
            .Select(e => new { e.Sequence, e.Subject, e.Action }).ToListAsync(cancel);
        return new Changes(head, entries.Where(e => e.Action != AuditActions.ScoreSaved).Max(e => (long?)e.Sequence), [.. entries.Select(e => e.Subject).Distinct()]);
    }

    /// <summary>What was changed after an entry.</summary>
    /// <param name="Head">The number of the last entry now.</param>
    /// <param name="BesidesAnswers">The number of the last entry that is more than the saving of an answer, such as a marking or a right; null if there is none.</param>
    /// <param name="Subjects">What was changed.</param>
    public sealed record Changes(long Head, long? BesidesAnswers, ImmutableArray<string> Subjects);
}
