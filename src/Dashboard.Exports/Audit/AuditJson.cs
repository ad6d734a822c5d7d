using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Audit;

/// <summary>Entries of the audit as JSON, written as they come: what they hold as it was sealed, or why it is not shown.</summary>
public static class AuditJson
{
    private const int PassOnAt = 1 << 15;
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="output">Where it goes.</param>
    /// <param name="entries">By ascending number.</param>
    /// <param name="marking">The marking of all of them together.</param>
    public static async Task WriteAsync(TextWriter output, IAsyncEnumerable<AuditReading> entries, Marking marking)
    {
        var written = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(written, Options);
        json.WriteStartObject();
        json.WriteStartObject("marking");
        json.WriteString("classification", marking.Classification);
        json.WriteStartArray("releasableTo");
        foreach (var code in marking.Releases)
            json.WriteStringValue(code);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("entries");
        await foreach (var entry in entries)
        {
            Write(json, entry);
            if (json.BytesPending + written.WrittenCount > PassOnAt)
                await PassOnAsync();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await PassOnAsync();
        await output.WriteAsync('\n');

        async Task PassOnAsync()
        {
            await json.FlushAsync();
            await output.WriteAsync(Encoding.UTF8.GetString(written.WrittenSpan));
            written.ResetWrittenCount();
        }
    }

    /// <summary>Why an entry does not show what it holds, as a code; null if it does.</summary>
    internal static string? WhyNot(AuditReading entry) => entry.IsBroken ? "broken" : entry.Withheld is { } reason ? CodeName.Of(reason) : null;

    private static void Write(Utf8JsonWriter json, AuditReading entry)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", entry.Sequence);
        json.WriteString("at", entry.At.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("actor", entry.Actor);
        json.WriteString("nation", entry.Nation);
        json.WriteString("action", entry.Action);
        json.WriteString("subject", entry.Subject);
        if (WhyNot(entry) is { } reason)
        {
            json.WriteString("withheld", reason);
        }
        else
        {
            Write(json, "before", entry.Details!.Before);
            Write(json, "after", entry.Details.After);
            if (entry.Details.Classification is { } classification)
                json.WriteString("classification", classification);
        }

        json.WriteString("hash", entry.Hash);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, JsonElement? value)
    {
        json.WritePropertyName(name);
        if (value is { } sealedValue)
            sealedValue.WriteTo(json);
        else
            json.WriteNullValue();
    }
}
