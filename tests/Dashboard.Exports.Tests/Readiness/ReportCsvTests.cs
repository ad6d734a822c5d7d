using System.Text.Json;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Exports.Readiness;
using Dashboard.Exports.Tests.Briefings;

namespace Dashboard.Exports.Tests.Readiness;

/// <summary>What is the same in every table that leaves the page.</summary>
public sealed class ReportCsvTests
{
    private static readonly Marking Both = new("secret", ["JPN", "USA"]);

    private static readonly GapReport Mean = Reports.Mixed with
    {
        Question = Reports.Mixed.Question with { Statistic = Statistic.Mean, WithObservers = true },
        Cycle = Reports.Mixed.Cycle with { Code = "2027", AsOf = new DateOnly(2027, 6, 30) },
        Marking = Both,
    };

    public static TheoryData<string> Kinds => ["gaps", "compare", "compare-area", "position", "requirements", "area", "trend"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Lines_SayWhoseTheyAreAndHowTheyAreMarked(string kind)
    {
        var lines = Lines(kind, [Mean]);
        Assert.NotEmpty(lines[1..]);
        Assert.StartsWith("subject,against,observers,statistic,cycle,as_of,", lines[0]);
        Assert.EndsWith(",classification,releasable_to", lines[0]);
        var fields = lines[0].Split(',').Length;
        Assert.All(lines[1..], line =>
        {
            Assert.StartsWith("JPN,NATO,yes,mean,2027,2027-06-30,", line);
            Assert.EndsWith(",secret,JPN USA", line);
            Assert.Equal(fields, line.Split(',').Length);
        });
    }

    [Fact]
    public void WhatIsNotSeen_HasNoCoverageAndNoRange()
    {
        var lines = Lines("gaps", [Reports.Withheld]);
        var names = lines[0].Split(',');
        Assert.All(lines[1..], line => Assert.Equal("", string.Concat(line.Split(',').Where((_, i) => names[i] is "score" or "low" or "high" or "coverage"))));
        using var json = JsonDocument.Parse(GapJson.Write(Reports.Withheld));
        foreach (var area in json.RootElement.GetProperty("areas").EnumerateArray())
            Assert.All(["low", "high", "coverage"], name => Assert.Equal(JsonValueKind.Null, area.GetProperty(name).ValueKind));
    }

    [Fact]
    public void Compare_OfTheSubject_SaysNothingOfCounting()
    {
        var lines = Lines("compare", [Reports.Mixed]);
        var names = lines[0].Split(',').ToList();
        var counts = lines[1..].Select(line => line.Split(',')).ToLookup(line => line[names.IndexOf("country")], line => line[names.IndexOf("counts")]);
        Assert.All(counts["JPN"], said => Assert.Equal("", said));
        Assert.Contains("yes", counts["EST"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Columns_HaveANameEach(string kind)
    {
        string[] names = Lines(kind, [Reports.Mixed, Mean])[0].Split(',');
        Assert.DoesNotContain("", names);
        Assert.Distinct(names);
    }

    [Theory]
    [InlineData("gaps", "self-assessed,JPN,approved")]
    [InlineData("position", "self-assessed,JPN,approved")]
    [InlineData("area", "self-assessed,JPN,approved")]
    [InlineData("trend", "self-assessed,JPN,approved")]
    public void Lines_SayWhoseWordTheSubjectsFiguresAre(string kind, string word)
    {
        var place = Array.IndexOf(Lines(kind, [Mean])[0].Split(','), "subject_basis");
        Assert.All(Lines(kind, [Mean])[1..], line => Assert.Equal(word, string.Join(',', line.Split(',')[place..(place + 3)])));
    }

    [Fact]
    public void Trend_SaysInEachLineOfWhichCycleItIs()
    {
        var lines = Lines("trend", [Reports.Mixed, Mean])[1..];
        Assert.Equal(2 * 13, lines.Length);
        Assert.Equal(["2026,2026-06-30", "2027,2027-06-30"], lines.Select(line => string.Join(',', line.Split(',')[4..6])).Distinct());
    }

    private static string[] Lines(string kind, GapReport[] reports) => (kind switch
    {
        "gaps" => GapCsv.Write(reports[^1]),
        "compare" => HeatCsv.Write(reports[^1], null),
        "compare-area" => HeatCsv.Write(reports[^1], "LAN"),
        "position" => PositionCsv.Write(reports[^1], WeightRanges.Of(reports[^1])),
        "requirements" => RequirementCsv.Write(reports[^1], null),
        "area" => AreaCsv.Write(reports, reports[^1].Framework.Areas[0], Both),
        _ => TrendCsv.Write(reports, Both),
    }).TrimEnd('\n').Split('\n');
}
