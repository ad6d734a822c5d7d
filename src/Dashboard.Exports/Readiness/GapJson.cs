using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Readiness;

/// <summary>A gap report as JSON: numbers unrounded, unknown is null with a reason beside it.</summary>
public static class GapJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(GapReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(json, report);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, GapReport report)
    {
        json.WriteStartObject();
        json.WriteString("subject", report.Question.Subject);
        json.WriteString("group", report.Question.Group.Code);
        json.WriteString("cycle", report.Cycle.Code);
        json.WriteString("asOf", report.Cycle.AsOf.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("framework", report.Framework.Code);
        json.WriteString("frameworkVersion", report.Framework.Version);
        json.WriteString("statistic", CodeName.Of(report.Question.Statistic));
        json.WriteStartObject("marking");
        json.WriteString("classification", report.Marking.Classification);
        json.WriteStartArray("releasableTo");
        foreach (var code in report.Marking.Releases)
            json.WriteStringValue(code);
        json.WriteEndArray();
        json.WriteEndObject();
        if (report.IsDemonstration)
            json.WriteString("notice", Texts.Get(CultureInfo.InvariantCulture, "Demonstration"));

        json.WriteBoolean("draft", report.IsDraft);
        json.WriteStartArray("areas");
        foreach (var row in report.Areas)
            Write(json, row, report.Members);
        json.WriteEndArray();
        json.WritePropertyName("total");
        Write(json, report.Total, report.Members);
        if (report.Total.Position is { } position)
            Write(json, "position", new Band(position.From, position.To));
        else
            Null(json, "position", "positionReason", report.Total.GapUnknown);

        IndicatorJson.Write(json, report.Indicators);
        json.WriteStartArray("sources");
        foreach (var source in report.SubjectSource is { } own ? report.Sources.Insert(0, own) : report.Sources)
            Write(json, source);
        json.WriteEndArray();
        if (report.Changes is { } changes)
            BridgeJson.Write(json, changes);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GapRow row, int members)
    {
        var unknownScore = row.ScoreUnknown;
        json.WriteStartObject();
        json.WriteString("code", row.Code ?? GapRow.TotalCode);
        Write(json, "score", row.Score.Value);
        Write(json, "low", row.Range?.Low);
        Write(json, "high", row.Range?.High);
        Write(json, "coverage", row.Coverage);
        Write(json, "couldLie", row.ShownBand);
        if (row.Weakest is { } weakest)
        {
            json.WriteStartObject("weakest");
            json.WriteString("code", weakest.Code);
            json.WriteNumber("level", weakest.Level);
            json.WriteEndObject();
        }
        else
        {
            Null(json, "weakest", "weakestReason", unknownScore);
        }

        Write(json, "benchmark", row.Benchmark);
        if (row.Benchmark is null)
            json.WriteString("benchmarkReason", CodeName.Of(Unknown.NoPeers));
        json.WriteNumber("n", row.N);
        json.WriteNumber("of", members);
        Write(json, "spread", row.Spread);
        Write(json, "gap", row.Gap);
        Write(json, "gapBand", row.GapBand);
        Write(json, "matchedGap", row.MatchedGap);
        if (row.MatchedGap is null)
            json.WriteString("matchedReason", CodeName.Of(row.GapUnknown ?? Unknown.NoPeers));
        json.WriteBoolean("matchedDiffers", row.MatchedDiffers);
        json.WriteString("finding", CodeName.Of(row.Finding));
        if (row.GapUnknown is { } reason)
            json.WriteString("reason", CodeName.Of(reason));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Source source)
    {
        json.WriteStartObject();
        json.WriteString("country", source.Country);
        json.WriteString("basis", CodeName.Of(source.Basis));
        json.WriteString("assessor", source.Assessor);
        json.WriteNumber("revision", source.Revision);
        json.WriteString("status", CodeName.Of(source.Status));
        json.WriteEndObject();
    }

    private static void Null(Utf8JsonWriter json, string name, string reasonName, Unknown? reason)
    {
        json.WriteNull(name);
        if (reason is { } why)
            json.WriteString(reasonName, CodeName.Of(why));
    }

    internal static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter json, string name, Band? band)
    {
        if (band is not { } ends)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        json.WriteNumberValue(ends.Low);
        json.WriteNumberValue(ends.High);
        json.WriteEndArray();
    }
}
