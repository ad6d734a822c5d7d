using System.Text.Json.Nodes;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Tests.Frameworks;

/// <summary>The built-in framework's file, with one thing changed.</summary>
internal static class Files
{
    /// <summary>The JSON text after a change.</summary>
    public static string With(Action<JsonObject> change)
    {
        var file = JsonNode.Parse(FrameworkJson.BuiltInText)!.AsObject();
        change(file);
        return file.ToJsonString();
    }

    /// <summary>The framework after a change.</summary>
    public static Framework Parsed(Action<JsonObject> change) => FrameworkJson.Parse(With(change));

    public static JsonObject Area(this JsonObject file, int area) => file["areas"]![area]!.AsObject();

    public static JsonObject Indicator(this JsonObject file, int area, int indicator) => file.Area(area)["indicators"]![indicator]!.AsObject();
}
