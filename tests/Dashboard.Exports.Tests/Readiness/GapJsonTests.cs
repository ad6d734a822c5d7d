using System.Text.Json;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Exports.Readiness;

namespace Dashboard.Exports.Tests.Readiness;

public sealed class GapJsonTests
{
    private readonly JsonElement _report;

    public GapJsonTests()
    {
        var table = ReleaseRule.Apply(Sample.Viewer, Sample.Terms, Sample.Cycle, Sample.Framework, Sample.Sheets);
        var nato = CountryGroup.BuiltIn.Single(g => g.Code == "NATO");
        _report = JsonDocument.Parse(GapJson.Write(GapAnalysis.Run(new GapQuestion("JPN", nato), table))).RootElement;
    }

    [Fact]
    public void Json_OfAKnownGap_HoldsItUnrounded()
    {
        var area = Area("INF");
        Assert.Equal((2.5, 4, -1.5), (area.GetProperty("score").GetDouble(), area.GetProperty("benchmark").GetDouble(), area.GetProperty("gap").GetDouble()));
        Assert.Equal(2.0 / 3, area.GetProperty("coverage").GetDouble());
        Assert.Equal((1, 32), (area.GetProperty("n").GetInt32(), area.GetProperty("of").GetInt32()));
        Assert.Equal("INF-2", area.GetProperty("weakest").GetProperty("code").GetString());
        Assert.False(area.TryGetProperty("reason", out _));
    }

    [Fact]
    public void Json_OfAnUnknown_IsNullWithItsReason()
    {
        var area = Area("LAN");
        foreach (var (name, reason, why) in ((string, string, string)[])
            [("gap", "reason", "insufficient"), ("benchmark", "benchmarkReason", "no-peers"), ("weakest", "weakestReason", "insufficient"), ("matchedGap", "matchedReason", "insufficient")])
        {
            Assert.Equal(JsonValueKind.Null, area.GetProperty(name).ValueKind);
            Assert.Equal(why, area.GetProperty(reason).GetString());
        }

        Assert.Equal(JsonValueKind.Null, _report.GetProperty("position").ValueKind);
        Assert.Equal("insufficient", _report.GetProperty("positionReason").GetString());
    }

    [Fact]
    public void Json_SaysWhoseWordItIsAndHowItIsMarked()
    {
        Assert.Equal(["JPN self-assessed JPN", "EST estimated JPN"], _report.GetProperty("sources").EnumerateArray().Select(s =>
            $"{s.GetProperty("country").GetString()} {s.GetProperty("basis").GetString()} {s.GetProperty("assessor").GetString()}"));
        Assert.Equal("restricted", _report.GetProperty("marking").GetProperty("classification").GetString());
        Assert.Equal("JPN", Assert.Single(_report.GetProperty("marking").GetProperty("releasableTo").EnumerateArray()).GetString());
        Assert.Equal(("JPN", "NATO", "2026", "2026-06-30", "1.0", "median"), (Text("subject"), Text("group"), Text("cycle"), Text("asOf"), Text("frameworkVersion"), Text("statistic")));
    }

    private string? Text(string name) => _report.GetProperty(name).GetString();

    private JsonElement Area(string code) => _report.GetProperty("areas").EnumerateArray().Single(a => a.GetProperty("code").GetString() == code);
}
