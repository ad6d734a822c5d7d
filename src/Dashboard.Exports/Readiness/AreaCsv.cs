using Dashboard.Core;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Readiness;

/// <summary>The indicators of an area as comma-separated values: the subject's answer, the members' levels counted, the answers of each earlier cycle.</summary>
public static class AreaCsv
{
    /// <param name="reports">The same question in every cycle, the earliest first; the last is the one that is told.</param>
    /// <param name="area">The area.</param>
    /// <param name="marking">The marking of all of them together.</param>
    public static string Write(IReadOnlyList<GapReport> reports, Area area, Marking marking)
    {
        var report = reports[^1];
        string[] columns =
        [
            "code,state,level,confidence,benchmark,n", .. report.Framework.Scale.Select(step => FormattableString.Invariant($"members_at_{step.Level}")),
            .. reports.Select(r => $"state_{r.Cycle.Code},level_{r.Cycle.Code}"), "subject_basis,subject_assessor,subject_status",
        ];
        var csv = new ReportCsv(string.Join(',', columns), marking);
        foreach (var indicator in area.Indicators)
        {
            var row = report.Indicators[report.Framework.IndexOf(indicator.Code)];
            csv.Add(report,
            [
                row.Code, .. Answer(row.Cell), row.Cell.IsScored ? CodeName.Of(row.Cell.Confidence) : "",
                ReportCsv.Number(row.Benchmark), ReportCsv.Number(row.N), .. row.Counts.Select(count => ReportCsv.Number(count)),
                .. reports.SelectMany(r => r.Indicators.FirstOrDefault(i => i.Code == row.Code) is { } then ? Answer(then.Cell) : ["not-asked", ""]),
                .. ReportCsv.WordOf(report.SubjectSource),
            ]);
        }

        return csv.ToString();
    }

    private static string[] Answer(Cell cell) => [CodeName.Of(cell.State), cell.IsScored ? ReportCsv.Number(cell.Level) : ""];
}
