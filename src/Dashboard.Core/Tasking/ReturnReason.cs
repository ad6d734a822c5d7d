using System.Text.Json;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tasking;

/// <summary>Why an assessment was sent back, as the audit's entry of it says.</summary>
public static class ReturnReason
{
    /// <summary>The reason; null if the entry gives none, cannot be read, or is classified above the reader.</summary>
    /// <param name="viewer">Somebody who may open the assessment.</param>
    /// <param name="ladder">The classifications in use.</param>
    /// <param name="entry">The entry of the return.</param>
    public static string? Of(Viewer viewer, ClassificationLadder ladder, AuditEntry entry) =>
        entry.Unseal() is { After: JsonElement { ValueKind: JsonValueKind.Object } after } content
        && (content.Classification is not { } level || ladder.Reaches(viewer.Clearance, level))
        && after.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String && reason.GetString() is { Length: > 0 } said
            ? said
            : null;
}
