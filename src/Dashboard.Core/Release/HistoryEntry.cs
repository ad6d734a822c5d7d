using System.Collections.Immutable;
using Dashboard.Core.Audit;

namespace Dashboard.Core.Release;

/// <summary>One change of an answer or of what it rests on, as those who work on the assessment may see it. Only <see cref="HistoryRule"/> makes one.</summary>
public sealed record HistoryEntry
{
    internal HistoryEntry(AuditEntry entry, int revision, ImmutableArray<AuditChange> changes, bool isWithheld, bool isBroken) =>
        (Sequence, At, Actor, Nation, Action, Revision, Changes, IsWithheld, IsBroken) =
        (entry.Sequence, entry.At, entry.Actor, entry.Nation, entry.Action, revision, changes, isWithheld, isBroken);

    /// <summary>Its place in the audit.</summary>
    public long Sequence { get; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; }

    /// <summary>Name of the person who acted.</summary>
    public string Actor { get; }

    /// <summary>Their nation, alpha-3.</summary>
    public string Nation { get; }

    /// <summary>What was done, for example "score-saved".</summary>
    public string Action { get; }

    /// <summary>The revision of the assessment in which it was done.</summary>
    public int Revision { get; }

    /// <summary>What changed, field by field, the reason among them; empty where it is withheld or cannot be read.</summary>
    public ImmutableArray<AuditChange> Changes { get; }

    /// <summary>Whether what changed is classified higher than what is seen of the answer now.</summary>
    public bool IsWithheld { get; }

    /// <summary>Whether the entry no longer says what was sealed.</summary>
    public bool IsBroken { get; }
}
