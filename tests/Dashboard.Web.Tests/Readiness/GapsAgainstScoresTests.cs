using System.Text.Json;
using Dashboard.Core.Countries;
using Dashboard.Web.Tests.CommandLine;

namespace Dashboard.Web.Tests.Readiness;

/// <summary>`gaps` agrees with a calculation from `scores`, for every area, cycle and statistic.</summary>
public sealed class GapsAgainstScoresTests(DemonstrationFolder folder) : IClassFixture<DemonstrationFolder>
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string, string, string, string> Questions() => new(
        from cycle in (string[])["2024", "2025", "2026"]
        from statistic in (string[])["median", "mean", "upper-quartile", "best"]
        from question in (string[][])[["JPN", "NATO"], ["EST", "NATO"], ["JPN", "FVEY"], ["DEU", "EU"], ["LVA", "CCDCOE"]]
        select (question[0], question[1], cycle, statistic));

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Gaps_EqualAnIndependentCalculation(string country, string group, string cycle, string statistic)
    {
        var report = await ReportAsync(country, group, cycle, statistic);
        var truth = new IndependentGaps(await Run.OutputOfAsync("scores", "--data", folder.Path), report);
        var members = CountryGroup.BuiltIn.Single(g => g.Code == group).MembersAt(new DateOnly(int.Parse(cycle), 6, 30)).Remove(country);
        Assert.Equal(12, report.GetProperty("areas").GetArrayLength());
        foreach (var area in report.GetProperty("areas").EnumerateArray())
        {
            var code = area.GetProperty("code").GetString()!;
            var score = truth.Score(country, code);
            Same(score, area, "score");
            Same(truth.Benchmark(members, code, statistic), area, "benchmark");
            Same(score - truth.Benchmark(members, code, statistic), area, "gap");
            Same(score - truth.Benchmark(members, code, statistic, matchedWith: country), area, "matchedGap");
            Assert.Equal(members.Length, area.GetProperty("of").GetInt32());
        }

        var total = report.GetProperty("total");
        Same(truth.Total(country), total, "score");
        Same(truth.TotalBenchmark(members, statistic), total, "benchmark");
        Same(truth.Total(country) - truth.TotalBenchmark(members, statistic), total, "gap");
    }

    [Fact]
    public async Task Gaps_Unknown_IsNullWithAReason()
    {
        var industry = (await ReportAsync("JPN", "NATO", "2026", "median")).GetProperty("areas").EnumerateArray().Single(a => a.GetProperty("code").GetString() == "CIP");
        Assert.Equal(JsonValueKind.Null, industry.GetProperty("gap").ValueKind);
        Assert.Equal(("insufficient", "insufficient"), (industry.GetProperty("reason").GetString(), industry.GetProperty("finding").GetString()));
        Assert.True(industry.GetProperty("low").GetDouble() < industry.GetProperty("high").GetDouble());
    }

    [Fact]
    public async Task Gaps_AreInOrder_WidestBehindFirstAndUnknownLast()
    {
        var gaps = (await ReportAsync("JPN", "NATO", "2026", "median")).GetProperty("areas").EnumerateArray()
            .Select(a => a.GetProperty("gap") is { ValueKind: JsonValueKind.Number } gap ? gap.GetDouble() : double.PositiveInfinity).ToList();
        Assert.Equal(gaps.Order(), gaps);
    }

    [Fact]
    public async Task Changes_AddUpToTheDifferenceOfTheGaps()
    {
        var now = await ReportAsync("JPN", "NATO", "2026", "mean");
        var before = await ReportAsync("JPN", "NATO", "2025", "mean");
        var known = 0;
        foreach (var row in now.GetProperty("changes").GetProperty("areas").EnumerateArray())
        {
            if (row.GetProperty("from").ValueKind == JsonValueKind.Null || row.GetProperty("to").ValueKind == JsonValueKind.Null)
                continue;
            known++;
            var gapBefore = before.GetProperty("areas").EnumerateArray().Single(a => a.GetProperty("code").GetString() == row.GetProperty("code").GetString()).GetProperty("gap").GetDouble();
            Assert.Equal(gapBefore, row.GetProperty("from").GetDouble(), Tolerance);
            Assert.Equal(row.GetProperty("to").GetDouble() - gapBefore, row.GetProperty("steps").EnumerateObject().Sum(s => s.Value.GetDouble()), Tolerance);
        }

        Assert.Equal(11, known);
    }

    private async Task<JsonElement> ReportAsync(string country, string group, string cycle, string statistic) => JsonDocument.Parse(await Run.OutputOfAsync(
        "gaps", country, "--against", group, "--cycle", cycle, "--statistic", statistic, "--format", "json", "--data", folder.Path)).RootElement;

    private static void Same(double? expected, JsonElement row, string name)
    {
        var value = row.GetProperty(name);
        if (expected is { } number)
            Assert.Equal(number, value.GetDouble(), Tolerance);
        else
            Assert.Equal(JsonValueKind.Null, value.ValueKind);
    }
}
