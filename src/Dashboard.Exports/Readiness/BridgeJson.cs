using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Readiness;

/// <summary>Why the gaps changed, as JSON: the steps of a row add up to "to" - "from".</summary>
internal static class BridgeJson
{
    public static void Write(Utf8JsonWriter json, Bridge bridge)
    {
        json.WriteStartObject("changes");
        json.WriteString("since", bridge.Since);
        json.WriteBoolean("frameworkChanged", bridge.FrameworkChanged);
        json.WriteBoolean("assessmentChanged", bridge.OtherWord is not null);
        json.WriteStartArray("areas");
        foreach (var row in bridge.Areas)
            Write(json, row);
        json.WriteEndArray();
        json.WritePropertyName("total");
        Write(json, bridge.Total);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BridgeRow row)
    {
        json.WriteStartObject();
        json.WriteString("code", row.Code ?? GapRow.TotalCode);
        GapJson.Write(json, "from", row.From);
        GapJson.Write(json, "to", row.To);
        json.WriteStartObject("steps");
        foreach (var step in row.Steps)
            json.WriteNumber(CodeName.Of(step.Cause), step.Change);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
