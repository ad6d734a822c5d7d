using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Core.Release;

namespace Dashboard.Core.Audit;

/// <summary>One thing that happened. Its canonical bytes are stored and hashed together with the hash of the entry before.</summary>
public sealed record AuditEntry
{
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>1 for the first entry, and one more for each.</summary>
    public required long Sequence { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Name of the person who acted.</summary>
    public required string Actor { get; init; }

    /// <summary>Their nation, alpha-3.</summary>
    public required string Nation { get; init; }

    /// <summary>What was done, for example "score-saved".</summary>
    public required string Action { get; init; }

    /// <summary>To what, for example "JPN/2026/JPN/self-assessed/1/LAN-1".</summary>
    public required string Subject { get; init; }

    /// <summary>The number that the client gave to the change, so that a resend is recognised; null if it gave none.</summary>
    public Guid? ChangeId { get; init; }

    /// <summary>UTF-8 JSON of all of the above with what was before and after: the bytes that are hashed.</summary>
    public required byte[] Content { get; init; }

    /// <summary>SHA-256 over the hash of the entry before and <see cref="Content"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The hash before the first entry: 32 zero bytes.</summary>
    public static byte[] Origin => new byte[SHA256.HashSizeInBytes];

    /// <summary>Makes the entry that follows another.</summary>
    /// <param name="previous">Hash of the entry before.</param>
    /// <param name="sequence">Its place in the chain.</param>
    /// <param name="at">When, UTC; kept to the microsecond.</param>
    /// <param name="by">Who acted.</param>
    /// <param name="fact">What happened.</param>
    public static AuditEntry Seal(byte[] previous, long sequence, DateTime at, Viewer by, AuditFact fact)
    {
        at = new DateTime(at.Ticks - at.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new AuditContent(sequence, at, by.Name, by.Nation, fact.Action, fact.Subject, fact.ChangeId, fact.Before, fact.After, fact.Classification), Canonical);
        return new AuditEntry
        {
            Sequence = sequence,
            At = at,
            Actor = by.Name,
            Nation = by.Nation,
            Action = fact.Action,
            Subject = fact.Subject,
            ChangeId = fact.ChangeId,
            Content = content,
            Hash = HashOf(previous, content),
        };
    }

    /// <summary>The stored bytes as a text for people.</summary>
    public string ContentText => System.Text.Encoding.UTF8.GetString(Content);

    internal static byte[] HashOf(byte[] previous, byte[] content) => SHA256.HashData([.. previous, .. content]);

    /// <summary>What the sealed bytes say; null if they do not say what the fields beside them say, or nothing that can be read.</summary>
    internal AuditContent? Unseal()
    {
        try
        {
            return JsonSerializer.Deserialize<AuditContent>(Content, Canonical) is { } content
                && (content.Sequence, content.Actor, content.Nation, content.Action, content.Subject, content.ChangeId)
                    == (Sequence, Actor, Nation, Action, Subject, ChangeId)
                && content.At == At
                ? content
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
