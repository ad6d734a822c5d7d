using Dashboard.Core;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Readiness;

/// <summary>The table of a gap report as comma-separated values: codes and unrounded numbers, unknown is empty; each line says whose word the subject's figures are.</summary>
public static class GapCsv
{
    private const string Columns = "code,score,low,high,coverage,could_lie_low,could_lie_high,weakest,weakest_level,benchmark,n,of,members_low,members_high,gap,gap_band_low,gap_band_high,matched_gap,finding,reason,subject_basis,subject_assessor,subject_status";

    /// <param name="report">The report.</param>
    /// <param name="rows">Those of its rows that are told; null for all.</param>
    public static string Write(GapReport report, IEnumerable<GapRow>? rows = null)
    {
        var csv = new ReportCsv(Columns, report.Marking);
        foreach (var row in rows ?? report.Rows)
            csv.Add(report,
            [
                row.Code ?? GapRow.TotalCode, .. Numbers(row.Score.Value, row.Range?.Low, row.Range?.High, row.Coverage, row.ShownBand?.Low, row.ShownBand?.High),
                row.Weakest?.Code ?? "", .. Numbers(row.Weakest?.Level, row.Benchmark, row.N, report.Members, row.Spread?.Low, row.Spread?.High, row.Gap, row.GapBand?.Low, row.GapBand?.High, row.MatchedGap),
                CodeName.Of(row.Finding), ReportCsv.Code(row.GapUnknown), .. ReportCsv.WordOf(report.SubjectSource),
            ]);
        return csv.ToString();
    }

    private static IEnumerable<string> Numbers(params IEnumerable<double?> values) => values.Select(ReportCsv.Number);
}
