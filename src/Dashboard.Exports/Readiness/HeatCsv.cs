using Dashboard.Core;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Readiness;

/// <summary>The countries of a report beside one another as comma-separated values: one line for each figure, the benchmark's first; unrounded, without a value empty and the state says why. The subject never counts.</summary>
public static class HeatCsv
{
    /// <param name="report">The report.</param>
    /// <param name="area">Code of an area for its indicators; null for all areas.</param>
    /// <exception cref="InputException">The framework has no such area.</exception>
    public static string Write(GapReport report, string? area)
    {
        var map = HeatMap.Of(report, area);
        var csv = new ReportCsv("country,code,value,state,counts,n,basis,assessor,status", report.Marking);
        foreach (var column in map.Columns)
            csv.Add(report,
            [
                "benchmark", column.Code, ReportCsv.Number(column.Benchmark), column.Benchmark is null ? CodeName.Of(Unknown.NoPeers) : CodeName.Of(FigureState.Scored),
                "", ReportCsv.Number(column.N), .. ReportCsv.WordOf(null),
            ]);
        foreach (var row in map.Members.Prepend(map.Subject))
            foreach (var (column, cell) in map.Columns.Zip(row.Cells))
                csv.Add(report,
                [
                    row.Standing.Code, column.Code, ReportCsv.Number(cell.Value), CodeName.Of(cell.State), row == map.Subject ? "" : ReportCsv.Truth(cell.Counts), "",
                    .. ReportCsv.WordOf(row.Standing.Country.Source),
                ]);
        return csv.ToString();
    }
}
