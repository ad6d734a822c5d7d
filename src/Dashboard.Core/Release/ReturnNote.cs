using System.Text.Json;
using Dashboard.Core.Audit;

namespace Dashboard.Core.Release;

/// <summary>That an assessment was sent back, as the audit's entry of it says.</summary>
/// <param name="By">Name of whoever sent it back.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why; null if the entry gives no reason, cannot be read, or is classified above the reader.</param>
public sealed record ReturnNote(string By, DateTime At, string? Reason)
{
    /// <summary>Reads it from the audit.</summary>
    /// <param name="viewer">Somebody who may open the assessment.</param>
    /// <param name="ladder">The classifications in use.</param>
    /// <param name="entry">The entry of the return.</param>
    public static ReturnNote Of(Viewer viewer, ClassificationLadder ladder, AuditEntry entry) => new(entry.Actor, entry.At, ReasonOf(viewer, ladder, entry));

    private static string? ReasonOf(Viewer viewer, ClassificationLadder ladder, AuditEntry entry) =>
        entry.Unseal() is { After: JsonElement { ValueKind: JsonValueKind.Object } after } content
        && (content.Classification is not { } level || ladder.Reaches(viewer.Clearance, level))
        && after.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String && reason.GetString() is { Length: > 0 } said
            ? said
            : null;
}
