using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Assessments;

/// <summary>Answers as comma-separated values. Every field is a code, so nothing needs quotes; lines end with a line feed.</summary>
public static class ScoresCsv
{
    public const string Heading = "country,cycle,assessor,basis,indicator,state,level,confidence";

    /// <summary>One line for each indicator of each assessment: level and confidence only where it is scored.</summary>
    public static async Task WriteAsync(TextWriter output, IEnumerable<(Cycle Cycle, Framework Framework, CountryScores Scores)> assessments)
    {
        await output.WriteAsync(Heading + "\n");
        foreach (var (cycle, framework, scores) in assessments)
        {
            var source = scores.Source!;
            var start = $"{source.Country},{cycle.Code},{source.Assessor},{CodeName.Of(source.Basis)}";
            for (var i = 0; i < framework.Indicators.Length; i++)
            {
                var cell = scores.Cells[i];
                var answer = cell.IsScored
                    ? FormattableString.Invariant($"{cell.Level},{CodeName.Of(cell.Confidence)}")
                    : ",";
                await output.WriteAsync($"{start},{framework.Indicators[i].Code},{CodeName.Of(cell.State)},{answer}\n");
            }
        }
    }
}
