using System.Collections.Immutable;
using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Readiness;

/// <summary>The indicators of a gap report as JSON: a level only where one is scored and seen.</summary>
internal static class IndicatorJson
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<IndicatorRow> indicators)
    {
        json.WriteStartArray("indicators");
        foreach (var row in indicators)
        {
            json.WriteStartObject();
            json.WriteString("code", row.Code);
            Write(json, row.Cell);
            if (row.Before is { } before)
            {
                json.WriteStartObject("before");
                Write(json, before);
                json.WriteEndObject();
            }

            GapJson.Write(json, "benchmark", row.Benchmark);
            json.WriteNumber("n", row.N);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Cell cell)
    {
        json.WriteString("state", CodeName.Of(cell.State));
        if (cell.IsScored)
        {
            json.WriteNumber("level", cell.Level);
            json.WriteString("confidence", CodeName.Of(cell.Confidence));
        }
        else if (cell.Reason is { } reason)
        {
            json.WriteString("reason", CodeName.Of(reason));
        }
    }
}
