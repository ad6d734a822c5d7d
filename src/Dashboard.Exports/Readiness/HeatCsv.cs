using System.Globalization;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Readiness;

/// <summary>The countries of a report beside one another as comma-separated values: one line for each figure, the benchmark's first; unrounded, without a value empty and the state says why.</summary>
public static class HeatCsv
{
    public const string Heading = "country,code,value,state,counts,n,basis,assessor,status,classification,releasable_to";

    /// <param name="report">The report.</param>
    /// <param name="area">Code of an area for its indicators; null for all areas.</param>
    /// <exception cref="InputException">The framework has no such area.</exception>
    public static string Write(GapReport report, string? area)
    {
        var map = HeatMap.Of(report, area);
        var text = new StringBuilder(Heading).Append('\n');
        var marking = $"{report.Marking.Classification},{string.Join(' ', report.Marking.Releases)}";
        foreach (var column in map.Columns)
            Line("benchmark", column.Code, Number(column.Benchmark), column.Benchmark is null ? CodeName.Of(Unknown.NoPeers) : CodeName.Of(HeatState.Scored), "", Number(column.N), ",,");
        foreach (var row in map.Members.Prepend(map.Subject))
            foreach (var (column, cell) in map.Columns.Zip(row.Cells))
                Line(row.Standing.Code, column.Code, Number(cell.Value), CodeName.Of(cell.State), cell.Counts ? "yes" : "no", "",
                    row.Standing.Country.Source is { } source ? $"{CodeName.Of(source.Basis)},{source.Assessor},{CodeName.Of(source.Status)}" : ",,");
        return text.ToString();

        void Line(params ReadOnlySpan<string> fields) => text.AppendJoin(',', [.. fields, marking]).Append('\n');
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
