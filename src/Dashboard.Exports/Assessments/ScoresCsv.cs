using Dashboard.Core;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Assessments;

/// <summary>The list of answers that the command line prints, as comma-separated values. Every field is a code, so nothing needs quotes; lines end with a line feed.</summary>
public static class ScoresCsv
{
    public const string Heading = "country,cycle,assessor,basis,indicator,state,level,confidence";

    /// <summary>One line for each indicator of each assessment: level and confidence only where it is scored.</summary>
    public static async Task WriteAsync(TextWriter output, IAsyncEnumerable<ListedSheet> sheets)
    {
        await output.WriteAsync(Heading + "\n");
        await foreach (var sheet in sheets)
        {
            if (sheet.Scores.Source is not { } source)
                continue;
            var start = $"{source.Country},{sheet.Cycle.Code},{source.Assessor},{CodeName.Of(source.Basis)}";
            for (var i = 0; i < sheet.Framework.Indicators.Length; i++)
            {
                var cell = sheet.Scores.Cells[i];
                var answer = cell.IsScored
                    ? FormattableString.Invariant($"{cell.Level},{CodeName.Of(cell.Confidence)}")
                    : ",";
                await output.WriteAsync($"{start},{sheet.Framework.Indicators[i].Code},{CodeName.Of(cell.State)},{answer}\n");
            }
        }
    }
}
