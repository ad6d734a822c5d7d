using System.Globalization;
using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Readiness;

namespace Dashboard.Web.Tests.Gaps;

/// <summary>A row of a gap report as its JSON tells it, at full precision: what everything else is compared with.</summary>
internal sealed class GapFigures(JsonElement row, (int Scored, int Applicable) answers)
{
    /// <summary>The rows of the areas, and the total's last.</summary>
    public static List<GapFigures> Read(JsonElement report)
    {
        var indicators = report.GetProperty("indicators").EnumerateArray().Select(i => (Area: AreaOf(i), State: i.GetProperty("state").GetString())).ToList();
        return [.. report.GetProperty("areas").EnumerateArray().Append(report.GetProperty("total")).Select(row => new GapFigures(row, (Count(row, "scored"), Count(row))))];

        int Count(JsonElement row, string? state = null) => indicators.Count(i => (row.GetProperty("code").GetString() is var code && (code == "total" || code == i.Area))
            && (state is null ? i.State != "not-applicable" : i.State == state));
    }

    /// <summary>The codes of the areas in the framework's order.</summary>
    public static List<string> Framework(JsonElement report) => [.. report.GetProperty("indicators").EnumerateArray().Select(AreaOf).Distinct()];

    public string Code => Text("code");

    public double? Score => Number("score");

    /// <summary>What the missing answers leave open.</summary>
    public Band? Range => Number("low") is { } low ? new Band(low, Number("high")!.Value) : null;

    public Band? CouldLie => Ends("couldLie");

    public (int Scored, int Applicable) Answers => answers;

    public double? Benchmark => Number("benchmark");

    public int N => (int)Number("n")!.Value;

    public int Of => (int)Number("of")!.Value;

    /// <summary>The lowest and the highest member.</summary>
    public Band? Spread => Ends("spread");

    public double? Gap => Number("gap");

    public Band? GapBand => Ends("gapBand");

    public double? MatchedGap => Number("matchedGap");

    public bool MatchedDiffers => row.GetProperty("matchedDiffers").GetBoolean();

    public Finding Finding => CodeName.Parse<Finding>("finding", Text("finding"));

    /// <summary>Why the gap is unknown, and with it the score if that is.</summary>
    public Unknown? Reason => row.TryGetProperty("reason", out _) ? CodeName.Parse<Unknown>("reason", Text("reason")) : null;

    public (string Code, int Level)? Weakest => row.GetProperty("weakest") is { ValueKind: JsonValueKind.Object } weakest
        ? (weakest.GetProperty("code").GetString()!, weakest.GetProperty("level").GetInt32()) : null;

    /// <summary>The same as a line of the CSV, but for what is the same in all.</summary>
    public string Csv => string.Join(',',
        Code, R(Score), R(Range?.Low), R(Range?.High), R(Number("coverage")), R(CouldLie?.Low), R(CouldLie?.High), Weakest?.Code, Weakest?.Level,
        R(Benchmark), N, Of, R(Spread?.Low), R(Spread?.High), R(Gap), R(GapBand?.Low), R(GapBand?.High), R(MatchedGap), Text("finding"), Reason is { } why ? CodeName.Of(why) : "");

    private static string AreaOf(JsonElement indicator) => indicator.GetProperty("code").GetString()!.Split('-')[0];

    private static string R(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private string Text(string name) => row.GetProperty(name).GetString()!;

    private double? Number(string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private Band? Ends(string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Array } ends ? new Band(ends[0].GetDouble(), ends[1].GetDouble()) : null;
}
