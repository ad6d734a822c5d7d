using System.Text.Json;

namespace Dashboard.Web.Tests.CommandLine;

/// <summary>--as: what another nation's reader gets.</summary>
public sealed class ReaderTests(DemonstrationFolder demonstration) : IClassFixture<DemonstrationFolder>
{
    [Fact]
    public async Task Gaps_AsANationItIsNotReleasedTo_AreWithheld()
    {
        using var report = JsonDocument.Parse(await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--format", "json", "--as", "EST", "--data", demonstration.Path));
        Assert.All(report.RootElement.GetProperty("areas").EnumerateArray(), area =>
        {
            Assert.Equal("withheld", area.GetProperty("reason").GetString());
            Assert.Equal(JsonValueKind.Null, area.GetProperty("score").ValueKind);
            Assert.Equal(JsonValueKind.Null, area.GetProperty("weakest").ValueKind);
        });
        Assert.Contains("not released to you", await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--as", "EST", "--data", demonstration.Path));
    }

    [Fact]
    public async Task Gaps_AsACloserAlly_NeedTheClearanceToo()
    {
        Assert.Contains("not released to you", await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--as", "USA", "--data", demonstration.Path));
        Assert.Contains("Japan is ", await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--as", "USA/restricted", "--data", demonstration.Path));
    }

    [Fact]
    public async Task Scores_AsAnotherNation_HoldOnlyWhatIsReleasedToIt()
    {
        var own = (await Run.OutputOfAsync("scores", "--data", demonstration.Path)).Split('\n');
        var others = (await Run.OutputOfAsync("scores", "--as", "CHE/secret", "--data", demonstration.Path)).Split('\n');
        Assert.Contains(own, line => line.StartsWith("JPN,2026,JPN,self-assessed,LAN-1,scored,2,", StringComparison.Ordinal));
        // Country, cycle, assessor: nothing that another nation keeps from Switzerland, and nothing of Japan's.
        var sources = others.Skip(1).Where(line => line.Length > 0).Select(line => string.Join(',', line.Split(',').Take(3))).Distinct().ToList();
        Assert.Contains("EST,2026,EST", sources);
        Assert.Contains("CHE,2026,CHE", sources);
        Assert.DoesNotContain(sources, source => source.Contains("JPN") || source.StartsWith("POL") || source.StartsWith("HUN"));
        Assert.Contains(own, line => line == "FRA,2026,FRA,self-assessed,CTR-2,withheld,,");
    }

    [Fact]
    public async Task Demonstration_SaysSoEverywhere()
    {
        const string notice = "Illustrative demonstration data";
        Assert.Contains(notice, await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--data", demonstration.Path));
        Assert.Contains(notice, await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--format", "json", "--data", demonstration.Path));
        Assert.Contains(notice, (await Run.OfAsync("scores", "--data", demonstration.Path)).Errors);
    }
}
