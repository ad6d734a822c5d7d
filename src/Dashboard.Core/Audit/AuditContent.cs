using System.Text.Json.Serialization;

namespace Dashboard.Core.Audit;

/// <summary>
/// What is sealed of an entry, in this order. A property that came later is left out where it says nothing, so that the bytes of earlier
/// entries stay what they were.
/// </summary>
internal sealed record AuditContent(
    long Sequence, DateTime At, string Actor, string Nation, string Action, string Subject, Guid? ChangeId, object? Before, object? After,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Classification = null);
