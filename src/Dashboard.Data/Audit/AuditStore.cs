using System.Globalization;
using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Audit;

/// <summary>Checks the audit chain; for auditors and administrators.</summary>
public sealed class AuditStore(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>The head as the store notes it.</summary>
    /// <exception cref="InputException">The viewer may not check the audit.</exception>
    public async Task<AuditHead> HeadAsync(Viewer viewer, CancellationToken cancel = default)
    {
        Require(viewer);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.AuditHeads.AsNoTracking().SingleAsync(cancel);
    }

    /// <summary>Reads the whole chain and compares it with the head as the store notes it.</summary>
    /// <param name="viewer">An auditor or administrator.</param>
    /// <param name="noted">A head that somebody noted elsewhere, to compare it with that too; null for none.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">The viewer may not check the audit.</exception>
    public async Task<AuditVerdict> VerifyAsync(Viewer viewer, AuditHead? noted = null, CancellationToken cancel = default)
    {
        Require(viewer);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } head)
            return new AuditVerdict(0, AuditHead.Empty, [Fault("HeadRemoved")]);

        var unreadable = new List<string>();
        var verdict = await AuditChain.VerifyAsync(EntriesAsync(context, unreadable, cancel), head, noted);
        // Somebody may have written meanwhile, but never past the head of now.
        var now = await context.AuditHeads.AsNoTracking().SingleAsync(cancel);
        var beyond = await context.AuditEntries.CountAsync(e => e.Sequence > now.Sequence, cancel);
        if (beyond > 0)
            unreadable.Add(Fault("PutIn", beyond, now.Sequence));
        return verdict with { Faults = [.. unreadable, .. verdict.Faults] };
    }

    /// <summary>Whether reading failed because a column holds no value of its kind.</summary>
    internal static bool IsUnreadable(Exception fault) => fault is FormatException or InvalidCastException or InvalidOperationException or OverflowException;

    private static string Fault(string key, params ReadOnlySpan<object?> values) => Texts.Get(CultureInfo.CurrentUICulture, $"AuditFault.{key}", values);

    private static void Require(Viewer viewer)
    {
        if (!AuditRule.MayVerify(viewer))
            throw InputException.Of("MayNotReadAudit", viewer.Name);
    }

    // An entry that cannot even be read is named and left out; the chain then misses it.
    private static async IAsyncEnumerable<AuditEntry> EntriesAsync(DashboardContext context, List<string> unreadable, [EnumeratorCancellation] CancellationToken cancel)
    {
        var last = 0L;
        while (true)
        {
            await using var entries = context.AuditEntries.AsNoTracking().Where(e => e.Sequence > last).OrderBy(e => e.Sequence).AsAsyncEnumerable().GetAsyncEnumerator(cancel);
            var broken = false;
            while (!broken)
            {
                try
                {
                    if (!await entries.MoveNextAsync())
                        yield break;
                }
                catch (Exception fault) when (IsUnreadable(fault))
                {
                    broken = true;
                }

                if (broken)
                    break;
                last = entries.Current.Sequence;
                yield return entries.Current;
            }

            last = await context.AuditEntries.Where(e => e.Sequence > last).MinAsync(e => e.Sequence, cancel);
            unreadable.Add(Fault("Unreadable", last));
        }
    }
}
