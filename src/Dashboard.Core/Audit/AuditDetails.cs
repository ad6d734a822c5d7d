using System.Text.Json;

namespace Dashboard.Core.Audit;

/// <summary>What an entry holds: what was before, what is after.</summary>
/// <param name="Before">As it was sealed; null if nothing was there.</param>
/// <param name="After">As it was sealed; null if nothing is there.</param>
/// <param name="Classification">The classification of what it holds; null if it holds nothing classified.</param>
public sealed record AuditDetails(JsonElement? Before, JsonElement? After, string? Classification)
{
    /// <summary>Field by field, in the order in which they were sealed; what has no fields is one without a name.</summary>
    public IEnumerable<AuditChange> Changes()
    {
        var (before, after) = (FieldsOf(Before), FieldsOf(After));
        return before.Keys.Union(after.Keys).Select(field => new AuditChange(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)));
    }

    private static Dictionary<string, string> FieldsOf(JsonElement? value) => value switch
    {
        null => [],
        { ValueKind: JsonValueKind.Object } fields => fields.EnumerateObject().GroupBy(f => f.Name).ToDictionary(f => f.Key, f => TextOf(f.Last().Value)),
        { } single => new() { [""] = TextOf(single) },
    };

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(TextOf)),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(f => (f.Name, Text: TextOf(f.Value))).Where(f => f.Text.Length > 0).Select(f => $"{f.Name} {f.Text}")),
        _ => value.GetRawText(),
    };
}

/// <summary>One field of what changed.</summary>
/// <param name="Field">Its name as it was sealed; empty for a value without fields.</param>
/// <param name="Before">What was there, as text; null if the field was not there.</param>
/// <param name="After">What is there, as text; null if the field is not there.</param>
public sealed record AuditChange(string Field, string? Before, string? After);
