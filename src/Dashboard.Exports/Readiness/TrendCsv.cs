using Dashboard.Core;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Readiness;

/// <summary>
/// The gaps over the cycles as comma-separated values, a line for each area and cycle: codes and unrounded numbers, unknown is empty. The
/// change since the cycle before and the causes that add up to it.
/// </summary>
public static class TrendCsv
{
    private static readonly Cause[] Causes = Enum.GetValues<Cause>();

    private static readonly string Columns = string.Join(',',
    [
        "code,breaks,score,could_lie_low,could_lie_high,benchmark,n,of,gap,gap_band_low,gap_band_high,finding,reason,change",
        .. Causes.Select(cause => CodeName.Of(cause).Replace('-', '_')), "subject_basis,subject_assessor,subject_status",
    ]);

    /// <param name="reports">The same question in every cycle, the earliest first; the last says which areas there are.</param>
    /// <param name="marking">The marking of all of them together.</param>
    public static string Write(IReadOnlyList<GapReport> reports, Marking marking)
    {
        var csv = new ReportCsv(Columns, marking);
        foreach (var code in reports[^1].Rows.Select(row => row.Code))
            foreach (var (point, report) in Trend.Of(reports, code).Zip(reports))
                csv.Add(report, [code ?? GapRow.TotalCode, ReportCsv.Truth(point.Breaks), .. Of(point.Row, report), .. Changes(code, report), .. ReportCsv.WordOf(report.SubjectSource)]);
        return csv.ToString();
    }

    private static IEnumerable<string> Of(GapRow? row, GapReport report)
    {
        double?[] figures = [row?.Score.Value, row?.ShownBand?.Low, row?.ShownBand?.High, row?.Benchmark, row?.N, report.Members, row?.Gap, row?.GapBand?.Low, row?.GapBand?.High];
        return [.. figures.Select(ReportCsv.Number), row is null ? "not-asked" : CodeName.Of(row.Finding), ReportCsv.Code(row?.GapUnknown)];
    }

    private static IEnumerable<string> Changes(string? code, GapReport report)
    {
        var row = report.Changes is { } changes ? changes.Areas.Append(changes.Total).FirstOrDefault(r => r.Code == code) : null;
        return row?.Change is { } change
            ? row.Steps.Select(step => ReportCsv.Number(step.Change)).Prepend(ReportCsv.Number(change))
            : Enumerable.Repeat("", Causes.Length + 1);
    }
}
