using System.Text.Json;

namespace Dashboard.Core.Frameworks;

/// <summary>Reads a framework from its JSON text and refuses one that is not whole.</summary>
public static class FrameworkJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly JsonDocumentOptions Document = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The JSON text of the built-in framework of 12 areas and 44 indicators.</summary>
    public static string BuiltInText { get; } = EmbeddedTable.Text("allied-interoperability.json");

    /// <summary>The built-in framework, parsed.</summary>
    public static Framework BuiltIn { get; } = Parse(BuiltInText);

    /// <summary>Reads and checks a framework.</summary>
    /// <param name="json">JSON as described in docs/framework.md.</param>
    /// <exception cref="InputException">
    /// The text is not JSON, lacks a part, or holds a value that cannot be used; the message says which and where.
    /// </exception>
    public static Framework Parse(string json)
    {
        Framework framework;
        try
        {
            RefuseNull(json);
            framework = JsonSerializer.Deserialize<Framework>(json, Options)
                ?? throw new InputException("The framework file is empty: it must hold one JSON object.");
        }
        catch (JsonException fault)
        {
            var where = fault.LineNumber is { } line ? $" (line {line + 1}{(fault.Path is { Length: > 1 } path ? $", at {path}" : "")})" : "";
            throw new InputException($"The framework file cannot be read{where}: {FirstSentence(fault.Message)}", fault);
        }

        FrameworkRules.Check(framework);
        return framework;
    }

    // The annotations of the types are respected for members, but not for the elements of lists and dictionaries.
    private static void RefuseNull(string json)
    {
        using var file = JsonDocument.Parse(json, Document);
        if (file.RootElement.ValueKind != JsonValueKind.Null && NullIn(file.RootElement, "$") is { } place)
            throw new InputException($"The framework file cannot be read: at {place} stands null; fill it in or leave it out.");
    }

    private static string? NullIn(JsonElement element, string place) => element.ValueKind switch
    {
        JsonValueKind.Null => place,
        JsonValueKind.Object => element.EnumerateObject().Select(p => NullIn(p.Value, $"{place}.{p.Name}")).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => element.EnumerateArray().Select((e, i) => NullIn(e, FormattableString.Invariant($"{place}[{i}]"))).FirstOrDefault(found => found is not null),
        _ => null,
    };

    // The reader's own words for a type mean nothing to whoever wrote the file.
    private static string FirstSentence(string message) => message.Contains("could not be converted", StringComparison.Ordinal)
        ? "a value of another kind is asked for here; docs/framework.md describes the file."
        : message.Split(" Path:")[0].TrimEnd('.') + ".";
}
