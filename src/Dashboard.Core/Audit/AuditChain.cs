using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Language;

namespace Dashboard.Core.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Head">The head as the store notes it.</param>
/// <param name="Faults">One sentence for each fault, naming the entry, in the language of whoever asked; at most twenty. Empty if the chain is whole.</param>
public sealed record AuditVerdict(long Entries, AuditHead Head, ImmutableArray<string> Faults)
{
    /// <summary>Whether nothing was changed, removed or put in.</summary>
    public bool IsWhole => Faults.IsEmpty;
}

/// <summary>Checks a chain of audit entries.</summary>
public static class AuditChain
{
    private const int MostFaults = 20;

    /// <summary>Reads the whole chain once, in constant memory.</summary>
    /// <param name="entries">All entries by ascending sequence.</param>
    /// <param name="head">The head as the store notes it.</param>
    /// <param name="noted">A head that somebody noted earlier and elsewhere, as workbooks do; null for none. A tail that was cut and written anew behind it is found by it alone.</param>
    public static async Task<AuditVerdict> VerifyAsync(IAsyncEnumerable<AuditEntry> entries, AuditHead head, AuditHead? noted = null)
    {
        var faults = new List<string>();
        var (expected, previous, count) = (1L, AuditEntry.Origin, 0L);
        var (headSeen, notedSeen) = (IsStart(head), noted is null || IsStart(noted));
        await foreach (var entry in entries)
        {
            count++;
            var inPlace = entry.Sequence >= expected;
            if (!inPlace)
                Fault("Moved", entry.Sequence, expected - 1);
            else if (entry.Sequence == expected + 1)
                Fault("Missing", expected);
            else if (entry.Sequence != expected)
                Fault("MissingMany", expected, entry.Sequence - 1);
            else if (!entry.Hash.AsSpan().SequenceEqual(AuditEntry.HashOf(previous, entry.Content)))
                Fault("Changed", entry.Sequence, entry.Sequence - 1);
            if (entry.Unseal() is null)
                Fault("Disagrees", entry.Sequence, entry.Action, entry.Subject);

            headSeen |= Meets(entry, head, "NotHead");
            notedSeen |= noted is not null && Meets(entry, noted, "NotNoted");
            if (inPlace)
                (expected, previous) = (entry.Sequence + 1, entry.Hash);
        }

        if (!headSeen && expected <= head.Sequence)
            Fault("Ends", expected - 1, head.Sequence);
        else if (!headSeen && faults.Count == 0)
            Fault("NoHead", head.Sequence);
        if (!notedSeen && expected <= noted!.Sequence)
            Fault("EndsBeforeNoted", expected - 1, noted.Sequence);
        else if (!notedSeen && faults.Count == 0)
            Fault("NoHead", noted!.Sequence);
        return new AuditVerdict(count, head, [.. faults]);

        bool Meets(AuditEntry entry, AuditHead one, string fault)
        {
            if (entry.Sequence != one.Sequence)
                return false;
            if (entry.Hash.AsSpan().SequenceEqual(one.Hash))
                return true;
            Fault(fault, entry.Sequence);
            return false;
        }

        void Fault(string key, params ReadOnlySpan<object?> values)
        {
            if (faults.Count < MostFaults)
                faults.Add(Texts.Get(CultureInfo.CurrentUICulture, $"AuditFault.{key}", values));
        }
    }

    private static bool IsStart(AuditHead head) => head.Sequence == 0 && head.Hash.AsSpan().SequenceEqual(AuditEntry.Origin);
}
