using Dashboard.Core.Release;
using Dashboard.Exports.Assessments;

namespace Dashboard.Exports.Tests.Assessments;

public sealed class ScoresCsvTests
{
    [Fact]
    public async Task Csv_TellsEachKindOfAnswerApart()
    {
        var lines = await LinesAsync();
        Assert.Equal("country,cycle,assessor,basis,indicator,state,level,confidence", lines[0]);
        Assert.Contains("JPN,2026,JPN,self-assessed,INF-1,scored,3,high", lines);
        Assert.Contains("JPN,2026,JPN,self-assessed,INF-2,scored,2,unstated", lines);
        Assert.Contains("JPN,2026,JPN,self-assessed,INF-3,not-applicable,,", lines);
        Assert.Contains("JPN,2026,JPN,self-assessed,INF-4,not-assessed,,", lines);
        Assert.Contains("EST,2026,JPN,estimated,INF-1,scored,4,moderate", lines);
    }

    [Fact]
    public async Task Csv_HasALineForEachIndicatorOfEachAssessment() =>
        Assert.Equal(1 + 2 * Sample.Framework.Indicators.Length, (await LinesAsync()).Length);

    private static async Task<string[]> LinesAsync()
    {
        var output = new StringWriter();
        await ScoresCsv.WriteAsync(output, ReleaseRule.List(Sample.Viewer, Sample.Terms, Sample.Cycle, Sample.Framework, Sample.Sheets).ToAsyncEnumerable());
        Assert.EndsWith("\n", output.ToString());
        Assert.DoesNotContain("\r", output.ToString());
        return output.ToString().TrimEnd('\n').Split('\n');
    }
}
