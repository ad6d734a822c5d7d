using System.Collections.Immutable;

namespace Dashboard.Core.Audit;

/// <summary>The end of the chain as it was noted down.</summary>
/// <param name="Sequence">Sequence of the last entry; 0 for an empty chain.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditHead(long Sequence, byte[] Hash)
{
    /// <summary>The head of an empty chain.</summary>
    public static AuditHead Empty => new(0, AuditEntry.Origin);

    /// <summary>The hash in lower-case hexadecimal.</summary>
    public string HashText => Convert.ToHexStringLower(Hash);
}

/// <summary>What a verification found.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Head">The head as noted.</param>
/// <param name="Faults">One sentence for each fault, naming the entry; at most twenty. Empty if the chain is whole.</param>
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
    /// <param name="head">The head as noted, by the store or by whoever wrote it down earlier.</param>
    public static async Task<AuditVerdict> VerifyAsync(IAsyncEnumerable<AuditEntry> entries, AuditHead head)
    {
        var faults = new List<string>();
        var (expected, previous, count) = (1L, AuditEntry.Origin, 0L);
        var headSeen = head.Sequence == 0 && head.Hash.AsSpan().SequenceEqual(previous);
        await foreach (var entry in entries)
        {
            count++;
            var inPlace = entry.Sequence >= expected;
            if (!inPlace)
                Fault($"Entry {entry.Sequence} stands behind entry {expected - 1}: it was moved or put in.");
            else if (entry.Sequence != expected)
                Fault(entry.Sequence == expected + 1
                    ? $"Entry {expected} is missing."
                    : $"Entries {expected} to {entry.Sequence - 1} are missing.");
            else if (!entry.Hash.AsSpan().SequenceEqual(AuditEntry.HashOf(previous, entry.Content)))
                Fault($"Entry {entry.Sequence} is not what was written, or does not follow entry {entry.Sequence - 1}: its hash does not match.");
            if (!entry.AgreesWithContent())
                Fault($"Entry {entry.Sequence} ({entry.Action}, {entry.Subject}) does not say what its sealed content says.");

            if (entry.Sequence == head.Sequence)
            {
                headSeen = entry.Hash.AsSpan().SequenceEqual(head.Hash);
                if (!headSeen)
                    Fault($"Entry {entry.Sequence} is not the one whose hash was noted as head.");
            }

            if (inPlace)
                (expected, previous) = (entry.Sequence + 1, entry.Hash);
        }

        if (!headSeen && expected <= head.Sequence)
            Fault($"The chain ends at entry {expected - 1}, but its head was noted at entry {head.Sequence}: entries after {expected - 1} are missing.");
        else if (!headSeen && faults.Count == 0)
            Fault($"The noted head (entry {head.Sequence}) is not in the chain.");
        return new AuditVerdict(count, head, [.. faults]);

        void Fault(string sentence)
        {
            if (faults.Count < MostFaults)
                faults.Add(sentence);
        }
    }
}
