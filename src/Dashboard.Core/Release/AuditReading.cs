using Dashboard.Core.Audit;

namespace Dashboard.Core.Release;

/// <summary>An entry of the audit as one auditor may see it. Only <see cref="AuditRule"/> makes one.</summary>
public sealed record AuditReading
{
    internal AuditReading(AuditEntry entry, AuditDetails? details, WithheldReason? withheld)
    {
        (Sequence, At, Actor, Nation) = (entry.Sequence, entry.At, entry.Actor, entry.Nation);
        (Action, Subject, Hash) = (entry.Action, entry.Subject, Convert.ToHexStringLower(entry.Hash));
        (Details, Withheld) = (details, withheld);
    }

    /// <summary>Its place in the chain, from 1.</summary>
    public long Sequence { get; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; }

    /// <summary>Name of the person who acted.</summary>
    public string Actor { get; }

    /// <summary>Their nation, alpha-3.</summary>
    public string Nation { get; }

    /// <summary>What was done, for example "score-saved".</summary>
    public string Action { get; }

    /// <summary>To what.</summary>
    public string Subject { get; }

    /// <summary>Its hash in lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>What it holds; null where it is withheld or cannot be read.</summary>
    public AuditDetails? Details { get; }

    /// <summary>Why what it holds is withheld; null if it is not.</summary>
    public WithheldReason? Withheld { get; }

    /// <summary>Whether the entry no longer says what was sealed: somebody changed it, and what it holds is not shown.</summary>
    public bool IsBroken => Details is null && Withheld is null;
}
