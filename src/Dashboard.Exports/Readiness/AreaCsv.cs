using System.Globalization;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Readiness;

/// <summary>The indicators of an area as comma-separated values: the subject's answer, the members' levels counted, the answers of each earlier cycle; each line carries the marking of the whole.</summary>
public static class AreaCsv
{
    /// <param name="reports">The same question in every cycle, the earliest first; the last is the one that is told.</param>
    /// <param name="area">The area.</param>
    /// <param name="marking">The marking of all of them together.</param>
    public static string Write(IReadOnlyList<GapReport> reports, Area area, Marking marking)
    {
        var report = reports[^1];
        var text = new StringBuilder("code,state,level,confidence,benchmark,n");
        foreach (var step in report.Framework.Scale)
            text.Append(CultureInfo.InvariantCulture, $",members_at_{step.Level}");
        foreach (var earlier in reports)
            text.Append(CultureInfo.InvariantCulture, $",state_{earlier.Cycle.Code},level_{earlier.Cycle.Code}");
        text.Append(",classification,releasable_to\n");
        foreach (var indicator in area.Indicators)
        {
            var row = report.Indicators[report.Framework.IndexOf(indicator.Code)];
            string[] fields =
            [
                row.Code, .. Fields(row.Cell), row.Cell.IsScored ? CodeName.Of(row.Cell.Confidence) : "",
                row.Benchmark?.ToString("R", CultureInfo.InvariantCulture) ?? "", Number(row.N), .. row.Counts.Select(Number),
                .. reports.SelectMany(r => r.Indicators.FirstOrDefault(i => i.Code == row.Code) is { } then ? Fields(then.Cell) : ["not-asked", ""]),
                marking.Classification, string.Join(' ', marking.Releases),
            ];
            text.AppendJoin(',', fields).Append('\n');
        }

        return text.ToString();
    }

    private static string[] Fields(Cell cell) => [CodeName.Of(cell.State), cell.IsScored ? Number(cell.Level) : ""];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
